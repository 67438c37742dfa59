public import Documents
public import HTTP
public import Legislation
public import Operations
public import Register

/// The web service over a register: the pages, the API and what an operator asks.
public struct Portal: Sendable {
  private let pages: Pages

  /// Sets up the service.
  ///
  /// - Parameters:
  ///   - registry: The register; each request reaches it as its own user.
  ///   - python: The Python that sets PDF; everything else works without it.
  ///   - clock: What time it is.
  public init(
    _ registry: Registry, templates: TemplateSet, lawFolder: LawFolder, python: String,
    identification: Identification? = nil, clock: @escaping @Sendable () -> Moment
  ) {
    pages = Pages(
      registry, templates: templates, lawFolder: lawFolder, python: python, identification: identification,
      clock: clock)
  }

  /// The routes of the service.
  public var router: Router {
    Router(pages.routes, failure: pages.failure)
  }
}
