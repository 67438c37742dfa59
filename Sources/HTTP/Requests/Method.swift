/// What a request asks to be done (RFC 9110, section 9.3).
public enum Method: String, CaseIterable, Sendable {
  /// Read; a route for it answers HEAD as well.
  case get = "GET"
  /// Read without the body.
  case head = "HEAD"
  /// Do or add something.
  case post = "POST"
  /// Put in place.
  case put = "PUT"
  /// Change in part.
  case patch = "PATCH"
  /// Take away.
  case delete = "DELETE"
}
