import Documents
import HTTP
import Operations
import Register

// Pages that anyone reads: the first page, what we promise, and the files that all pages are made with.
extension Pages {
  var publicRoutes: [Route] {
    [
      get("/") { visit in try visit.page("start") { _ in } },
      get("/tillganglighet") { visit in try visit.page("accessibility") { _ in } },
      get("/integritet") { visit in try visit.page("privacy") { _ in } },
      file("/style/portal.css", type: "text/css; charset=utf-8"),
      file("/style/mark.svg", type: "image/svg+xml"),
    ]
  }

  /// A file of the templates, which browsers keep for an hour.
  private func file(_ path: String, type: String) -> Route {
    let name = String(path.dropFirst())
    return Route(.get, path) { request in
      let visit = Visit(anonymous: request, of: self)
      return visit.secured(
        Response(type: type, try templates.contents(of: name)).adding("Cache-Control", "public, max-age=3600")
      )
    }
  }
}
