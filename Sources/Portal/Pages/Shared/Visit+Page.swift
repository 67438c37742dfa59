import Documents
import HTTP
import Identity
import Operations
import Register

extension Visit {
  /// A page: what it shows as XML, rendered by its stylesheet.
  ///
  /// - Parameters:
  ///   - name: by which stylesheet and wording are known.
  ///   - area: the part of the service that it belongs to, by its role.
  ///   - up: the page above it.
  ///   - own: its own address, where it also answers a form that is sent elsewhere.
  func page(
    _ name: String, status: Status = .ok, area: Role? = nil, up: (name: String, path: String)? = nil,
    at own: String? = nil, by stylesheet: String? = nil, _ write: (inout XMLWriter) throws -> Void
  ) throws -> Response {
    let (token, cookie) = withFormSecret()
    let other: Language = language == .swedish ? .english : .swedish
    let done = request.query["klart"].flatMap { catalogue["done.\($0)"] == nil ? nil : $0 }
    // The writer's closures take its own faults alone; others are carried past it.
    var fault: (any Error)?
    var writer = XMLWriter()
    try writer.element(
      "page",
      [
        "name": name, "token": pages.rendered.mark, "other": other.rawValue,
        "other-address": address(in: other, of: own),
        "signed-in": signedIn.map { $0.personName ?? $0.accounts.first?.name ?? "" },
        "done": done, "today": today.description, "style": pages.styleVersion,
      ]
    ) { writer throws(XMLFault) in
      for shown in areas {
        try writer.element(
          "area", ["name": shown.rawValue, "path": shown.path, "current": shown == area ? "true" : nil])
      }
      if let up { try writer.element("up", ["name": up.name, "path": up.path]) }
      do { try write(&writer) } catch { fault = error }
    }
    if let fault { throw fault }
    let source = RenderedPages.Source(
      stylesheet: "portal/\(stylesheet ?? name).xsl", language: language, xml: writer.bytes)
    let bytes = try pages.rendered.bytes(of: source, token: token) { () throws(XMLFault) in
      try pages.templates.render(source.xml, by: source.stylesheet, in: language)
    }
    let response = Response(status, type: "application/xhtml+xml; charset=utf-8", bytes)
    return cookie.map { response.adding("Set-Cookie", $0) } ?? response
  }

  /// Where the page is shown in another language; what a form was sent to may show nothing to whoever follows a link.
  private func address(in language: Language, of own: String?) -> String {
    if request.method == .post, let own { return "\(own)?lang=\(language.rawValue)" }
    return request.path.first == "/" ? request.address(with: "lang", language.rawValue) : "/"
  }

  /// The parts of the service that the visitor has.
  private var areas: [Role] {
    Role.allCases.filter { role in role.path != "/" && signedIn?.account(role) != nil }
  }

  /// Writes what a rule refuses: the wording, what stands behind it, what to do.
  func write(_ refusal: Refusal, to writer: inout XMLWriter) throws(XMLFault) {
    try write(code: refusal.code.rawValue, refusal.facts, to: &writer)
  }

  func write(code: String, _ facts: [String: Fact], to writer: inout XMLWriter) throws(XMLFault) {
    let written = catalogue.written(facts)
    try writer.element("problem", ["code": code]) { writer throws(XMLFault) in
      try writer.element("text", text: catalogue.text(code, written))
      if let remedy = catalogue.remedy(code, written) { try writer.element("remedy", text: remedy) }
      if let source = catalogue.source(code, written) { try writer.element("source", text: source) }
    }
  }

  /// What a rule refuses, with what to do about it, as one paragraph.
  func sentence(_ refusal: Refusal) -> String {
    let written = catalogue.written(refusal.facts)
    let remedy = catalogue.remedy(refusal.code.rawValue, written).map { " " + $0 } ?? ""
    return catalogue.text(refusal.code.rawValue, written) + remedy
  }

  /// What a rule refuses, without what to do about it.
  func text(_ refusal: Refusal) -> String {
    catalogue.text(refusal.code.rawValue, catalogue.written(refusal.facts))
  }

  /// What a code says.
  func text(_ code: String, _ facts: [String: String] = [:]) -> String {
    catalogue.text(code, facts)
  }
}

extension Role {
  /// Where the pages of a role begin, `/` for a role that has none.
  var path: String {
    switch self {
    case .member: "/mina-sidor"
    case .ringContact: "/ring"
    case .provider: "/utbildning"
    case .policy: "/forslag"
    case .registrar: "/oversikt"
    default: "/"
    }
  }
}
