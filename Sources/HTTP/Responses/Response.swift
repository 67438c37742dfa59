/// The answer to a request.
public struct Response: Sendable {
  /// What is sent after the headers.
  public enum Body: Sendable {
    /// Nothing.
    case none
    /// Bytes in memory.
    case bytes([UInt8])
    /// A file, which is opened when the answer leaves.
    case file(path: String)
  }

  /// The status.
  public var status: Status

  /// Further headers; the length and the date are the server's.
  public var headers: Fields

  /// The body.
  public var body: Body

  /// Makes an answer.
  public init(_ status: Status = .ok, headers: Fields = Fields(), body: Body = .none) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Makes an answer with bytes of a media type.
  public init(_ status: Status = .ok, type: String, _ bytes: [UInt8]) {
    self.init(status, headers: Fields([.init("Content-Type", type)]), body: .bytes(bytes))
  }

  /// Makes an answer with text of a media type in UTF-8.
  public init(_ status: Status = .ok, type: String, text: String) {
    self.init(status, type: type, Array(text.utf8))
  }

  /// Sends the reader on to another page after a form (RFC 9110, section 15.4.4).
  public static func redirect(to path: String) -> Response {
    Response(.seeOther, headers: Fields([.init("Location", path)]))
  }

  /// The same answer with one header more.
  public func adding(_ name: String, _ value: String) -> Response {
    var response = self
    response.headers.append(name, value)
    return response
  }
}
