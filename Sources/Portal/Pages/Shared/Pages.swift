import Documents
import HTTP
import Legislation
import Operations
import Register

/// The pages of the service: what they read and write, and what they are made of.
struct Pages: Sendable {
  /// The register, reached anew by the user of each request.
  let registry: Registry

  /// The stylesheets and the wording.
  let templates: TemplateSet

  /// Pages that need not be rendered again.
  let rendered = RenderedPages()

  /// What renders issued documents, by language.
  let renderers: [Language: DocumentRenderer]

  /// The law data that drafts and memoranda are made of.
  let lawFolder: LawFolder

  /// What time it is.
  let clock: @Sendable () -> Moment

  /// Attempts to sign in and to verify, counted by where they come from.
  let attempts = AttemptLimiter()

  /// Sets drafts and memoranda as PDF.
  let lawPress: PDFRenderer

  /// What providers issue certificates with.
  let certificatePress: CertificatePress

  /// Electronic identification, when a provider is named.
  let identification: Identification?

  init(
    _ registry: Registry, templates: TemplateSet, lawFolder: LawFolder, certificatePress: CertificatePress,
    python: String, identification: Identification?, clock: @escaping @Sendable () -> Moment
  ) {
    (self.registry, self.templates, self.lawFolder) = (registry, templates, lawFolder)
    (self.certificatePress, self.identification, self.clock) = (certificatePress, identification, clock)
    lawPress = PDFRenderer(templates: templates, python: python, workers: 1)
    renderers = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        (language, DocumentRenderer(templates: templates, python: python, in: language, workers: 2))
      })
  }

  /// What renders documents for readers of a language.
  func renderer(_ language: Language) throws(PageFault) -> DocumentRenderer {
    guard let renderer = renderers[language] else { throw .unavailable }
    return renderer
  }

  /// Tells a new style sheet from one that a browser still holds.
  var styleVersion: String {
    (try? templates.contents(of: "style/portal.css")).map { String($0.count) } ?? ""
  }

  /// All pages.
  var routes: [Route] {
    publicRoutes + signInRoutes + verifyRoutes + memberRoutes + ringRoutes + providerRoutes
      + policyRoutes + overviewRoutes
  }

  /// Routes a page that is read.
  func get(_ path: String, _ page: @escaping @Sendable (Visit) throws -> Response) -> Route {
    Route(.get, path) { request in self.answer(request, page) }
  }

  /// Routes a form that is sent, and refuses one that is not ours.
  func post(
    _ path: String, _ intake: Route.Intake = .form(limit: 200_000),
    _ page: @escaping @Sendable (Visit) throws -> Response
  ) -> Route {
    Route(.post, path, intake) { request in
      self.answer(request) { visit in
        guard visit.ownsForm else { throw PageFault.foreignForm }
        return try page(visit)
      }
    }
  }

  private func answer(_ request: Request, _ page: (Visit) throws -> Response) -> Response {
    do {
      let visit = try Visit(request, of: self)
      do {
        return visit.secured(try visit.changingLanguage() ?? page(visit))
      } catch {
        return visit.secured(visit.page(telling: error))
      }
    } catch {
      return failure(error, request)
    }
  }

  /// The page that tells what no page of a user could: a path that leads nowhere, or a register out of reach.
  func failure(_ error: any Error, _ request: Request) -> Response {
    let visit = Visit(anonymous: request, of: self)
    return visit.secured(visit.page(telling: error))
  }
}
