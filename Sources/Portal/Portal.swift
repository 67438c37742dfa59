public import HTTP

/// The web service over a register: the pages, the API and what an operator asks.
public struct Portal: Sendable {
  /// The routes of the service.
  public var router: Router {
    Router([])
  }
}
