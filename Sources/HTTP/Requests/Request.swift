/// A request that has come in whole and passed the framing guard.
public struct Request: Sendable {
  /// What is asked to be done.
  public let method: Method

  /// The path as it was sent, percent-coded; it may hold codes and is never logged.
  public let path: String

  /// The pattern of the route that answers, which logs and counters name; empty when no route matches.
  public internal(set) var pattern: String

  /// The parameters of the pattern, decoded.
  public internal(set) var parameters: [String: String]

  /// The query after the path, decoded.
  public let query: Fields

  /// The headers, their names in lower case.
  public let headers: Fields

  /// The body.
  public internal(set) var body: RequestBody

  /// Who sent it: an address, the last that the proxy names when the connection comes from this machine.
  ///
  /// It serves to limit attempts and is never logged.
  public let client: String

  /// Makes a request, for a test of what answers it.
  public init(
    _ method: Method, _ path: String, pattern: String = "", parameters: [String: String] = [:],
    query: Fields = Fields(), headers: Fields = Fields(), body: RequestBody = .none,
    client: String = "local"
  ) {
    self.method = method
    self.path = path
    self.pattern = pattern
    self.parameters = parameters
    self.query = query
    self.headers = headers
    self.body = body
    self.client = client
  }

  /// The first header of a name in lower case.
  public func header(_ name: String) -> String? { headers[name] }

  /// The cookies of the `Cookie` header (RFC 6265, section 5.4).
  public var cookies: Fields {
    var cookies = Fields()
    for pair in headers.values("cookie").flatMap({ $0.split(separator: ";") }) {
      guard let sign = pair.firstIndex(of: "=") else { continue }
      cookies.append(pair[..<sign].trimmed, pair[pair.index(after: sign)...].trimmed)
    }
    return cookies
  }

  /// The media type of the body without its parameters, in lower case.
  public var mediaType: String? {
    header("content-type")?.split(separator: ";").first?.trimmed.lowercased()
  }

  /// The token of `Authorization: Bearer` (RFC 6750, section 2.1).
  public var bearerToken: String? {
    guard let header = header("authorization") else { return nil }
    let words = header.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
    return words[1].trimmed
  }

  /// The one of some languages that the reader likes best, the first when none is named.
  public func language(among offered: [String]) -> String? {
    LanguageRange.best(of: offered, for: header("accept-language") ?? "")
  }
}

extension StringProtocol {
  /// The text without the blanks that HTTP allows around a value.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
