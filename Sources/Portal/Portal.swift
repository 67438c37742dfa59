public import Documents
public import HTTP
public import Legislation
public import Operations
public import Register

/// The web service over a register: the pages, the API and what an operator asks.
public struct Portal: Sendable {
  private let pages: Pages
  private let api: API
  private let operated: Operator

  /// Sets up the service.
  ///
  /// - Parameters:
  ///   - registry: The register; each request reaches it as its own user.
  ///   - certificatePress: What providers issue certificates with.
  ///   - python: The Python that sets PDF; everything else works without it.
  ///   - metrics: What the server that answers counts.
  ///   - clock: What time it is.
  public init(
    _ registry: Registry, templates: TemplateSet, lawFolder: LawFolder, certificatePress: CertificatePress,
    python: String, identification: Identification? = nil, metrics: Metrics = Metrics(),
    clock: @escaping @Sendable () -> Moment
  ) {
    pages = Pages(
      registry, templates: templates, lawFolder: lawFolder, certificatePress: certificatePress,
      python: python,
      identification: identification, clock: clock)
    api = API(registry: registry, templates: templates, renderers: pages.renderers, clock: clock)
    operated = Operator(registry: registry, metrics: metrics, clock: clock)
  }

  /// The routes of the service.
  public var router: Router {
    Router(pages.routes + api.routes + operated.routes) { error, request in
      let isForMachines = ["/api/", "/health", "/metrics"].contains { request.path.hasPrefix($0) }
      guard isForMachines else { return pages.failure(error, request) }
      return APIProblem(error).response(
        APIWording(templates: api.templates, language: API.language(of: request)))
    }
  }
}
