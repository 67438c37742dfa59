/// Why the server itself turns a request away.
public struct RequestFault: Error, Hashable, Sendable {
  /// The reasons.
  public enum Code: String, CaseIterable, Sendable {
    /// The message could be read in two ways, or breaks the grammar (RFC 9112).
    case framing = "FRAMING"
    /// The path or the query is badly coded or tries to leave its place.
    case path = "PATH"
    /// The request is for another host than the one served.
    case host = "HOST"
    /// No route has the path.
    case notFound = "NOT_FOUND"
    /// The path has routes, but none for the method.
    case methodNotAllowed = "METHOD_NOT_ALLOWED"
    /// The body is longer than the route takes.
    case tooLarge = "TOO_LARGE"
    /// The body has a media type that the route does not take.
    case mediaType = "MEDIA_TYPE"
    /// The body breaks the grammar of its media type.
    case body = "BODY"
    /// The server has no room for the upload.
    case noRoom = "NO_ROOM"
  }

  /// The reason.
  public let code: Code

  /// The methods that the path has routes for, when that is the reason.
  public let allowed: [Method]

  /// States a reason.
  public init(_ code: Code, allowed: [Method] = []) {
    self.code = code
    self.allowed = allowed
  }

  /// The status that tells it.
  public var status: Status {
    switch code {
    case .framing, .path, .body: .badRequest
    case .host: .misdirectedRequest
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .tooLarge: .contentTooLarge
    case .mediaType: .unsupportedMediaType
    case .noRoom: .insufficientStorage
    }
  }
}
