/// Finds the route of a request; of two that match, the one named first.
public struct Router: Sendable {
  /// Turns an error of a route into the answer to its request, and the server's own refusals too.
  public typealias Failure = @Sendable (any Error, Request) -> Response

  let routes: [Route]
  let failure: Failure

  /// Collects routes.
  public init(_ routes: [Route], failure: @escaping Failure = Router.problem) {
    self.routes = routes
    self.failure = failure
  }

  /// Answers with a bare problem document.
  public static let problem: Failure = { error, _ in
    (error as? RequestFault).map(Response.problem) ?? .programFault
  }

  /// The route for a method and the decoded segments of a path, with its parameters.
  ///
  /// - Throws: `notFound`, and `methodNotAllowed` with those that the path has routes for.
  func find(_ method: String, _ segments: [String]) throws(RequestFault) -> (Route, [String: String]) {
    var allowed: [Method] = []
    for route in routes {
      guard let parameters = route.pattern.match(segments) else { continue }
      let isAsked = route.method.rawValue == method || (route.method == .get && method == "HEAD")
      if isAsked { return (route, parameters) }
      allowed += route.method == .get ? [.get, .head] : [route.method]
    }
    throw RequestFault(allowed.isEmpty ? .notFound : .methodNotAllowed, allowed: allowed)
  }

  /// Answers a request that a route was found for.
  func answer(_ request: Request, by route: Route) -> Response {
    do {
      return try route.handler(request)
    } catch {
      return failure(error, request)
    }
  }
}
