/// What answers a method on the paths of a pattern.
public struct Route: Sendable {
  /// What a route takes as its body, and how many bytes of it.
  public enum Intake: Hashable, Sendable {
    /// No body.
    case nothing
    /// Bytes in memory.
    case bytes(limit: Int)
    /// A form without files.
    case form(limit: Int)
    /// A form whose files are written to the disk while they come.
    case upload(limit: Int)

    /// The most bytes of a body.
    var limit: Int {
      switch self {
      case .nothing: 0
      case .bytes(let limit), .form(let limit), .upload(let limit): limit
      }
    }
  }

  /// Answers a request; an error goes to the router's `failure`.
  public typealias Handler = @Sendable (Request) throws -> Response

  let method: Method
  let pattern: PathPattern
  let intake: Intake
  let handler: Handler

  /// Makes a route, as in `Route(.get, "/verifiera/{code}") { request in … }`.
  public init(_ method: Method, _ pattern: String, _ intake: Intake = .nothing, _ handler: @escaping Handler)
  {
    self.method = method
    self.pattern = PathPattern(pattern)
    self.intake = intake
    self.handler = handler
  }
}
