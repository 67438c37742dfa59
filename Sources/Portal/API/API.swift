import CommandLine
import Documents
import Exchange
import HTTP
import Operations
import Register

/// The register for machines: `/api/v1`, as `Templates/api/openapi.json` describes it.
///
/// Whoever may not see something is told that it does not exist. Identity numbers come in bodies alone, never in a path
/// or a query, since those end up in logs.
struct API: Sendable {
  /// The register, reached anew by the user of each token.
  let registry: Registry

  /// The wording and the description of the interface.
  let templates: TemplateSet

  /// What renders issued documents, by language.
  let renderers: [Language: DocumentRenderer]

  /// What time it is.
  let clock: @Sendable () -> Moment

  /// The most bytes of a body.
  private static let bodyLimit = 4_000_000

  /// All paths.
  var routes: [Route] {
    [
      Route(.get, "/api/openapi.json") { request in
        Response(type: "application/json", try templates.contents(of: "api/openapi.json")).tagged(
          for: request)
      },
      write(.sessions, .sessionsWrite),
      write(.occasions, .occasionsWrite),
      write(.rosters, .occasionsWrite),
      write(.attendance, .attendanceWrite),
      get("/sessions", .sessionsRead) { call in try call.sessions() },
      get("/occasions", .occasionsRead) { call in try call.occasions() },
      get("/occasions/{occasion}/attendance", .attendanceRead) { call in try call.attendance() },
      get("/progress/{programme}", .progressRead) { call in try call.ownProgress() },
      query("/progress", .progressRead, of: ["person", "programme"]) { call, item in try call.progress(item)
      },
      get("/decisions/{year}", .decisionsRead) { call in try call.ownDecision() },
      query("/decisions", .decisionsRead, of: ["person", "year"]) { call, item in try call.decision(item) },
      get("/statements", .statementsRead) { call in try call.ownStatements() },
      query("/statements", .statementsRead, of: ["person"]) { call, item in try call.statements(item) },
      get("/statements/{number}", .statementsRead) { call in try call.statement() },
      Route(.get, "/api/v1/statements/{number}/{form}") { request in
        try answer(request, .statementsRead) { call in try call.document() }
      },
      get("/certificates", .certificatesRead) { call in try call.certificates() },
      query("/certificates", .certificatesRead, of: ["person"], and: ["programme"]) { call, item in
        try call.certificates(item)
      },
      get("/certificates/{number}", .certificatesRead) { call in try call.certificate() },
      Route(.get, "/api/v1/certificates/{number}/{form}") { request in
        try answer(request, .certificatesRead) { call in try call.certificateFile() }
      },
    ]
  }

  /// Reads something.
  private func get(
    _ path: String, _ scope: TokenScope, _ body: @escaping @Sendable (APICall) throws -> JSON
  ) -> Route {
    Route(.get, "/api/v1" + path) { request in
      try answer(request, scope) { call in call.linked(try body(call)) }
    }
  }

  /// Reads something for each of several items, whose identity numbers must not stand in a path.
  ///
  /// - Parameters:
  ///   - required: What each item must name.
  ///   - optional: What it may name beside.
  private func query(
    _ path: String, _ scope: TokenScope, of required: [String], and optional: [String] = [],
    body: @escaping @Sendable (APICall, [String: String]) throws -> JSON
  ) -> Route {
    Route(.post, "/api/v1" + path, .bytes(limit: API.bodyLimit)) { request in
      try answer(request, scope) { call in
        let items = try ItemList(request).items
        let known = required + optional
        let unknown = Set(items.flatMap(\.keys)).subtracting(known).sorted()
        guard unknown.isEmpty else { throw APIFault.namesUnknown(unknown, known: known) }
        return Response(
          json: .array(
            try items.enumerated().map { index, item in
              try call.answer(to: index) {
                let missing = required.filter { item[$0] == nil }.map { Refusal(.valueMissing, column: $0) }
                if let refusals = Refusals(missing) { throw refusals }
                return try body(call, item)
              }
            }))
      }
    }
  }

  /// Takes in items as an import takes in the rows of a file.
  private func write(_ kind: ImportKind, _ scope: TokenScope) -> Route {
    Route(.post, "/api/v1/\(kind.rawValue)", .bytes(limit: API.bodyLimit)) { request in
      try answer(request, scope) { call in try call.once { try call.enter(kind) } }
    }
  }

  /// Answers the holder of a token that has a scope.
  private func answer(
    _ request: Request, _ scope: TokenScope, _ body: (APICall) throws -> Response
  ) throws -> Response {
    let now = clock()
    let anyone = try registry.reached(by: nil, at: now)
    guard let holder = try request.bearerToken.flatMap({ token throws in try anyone.holder(of: token) })
    else {
      throw APIFault.tokenNeeded
    }
    guard holder.scopes.contains(scope) else { throw APIFault.scopeMissing(scope) }
    let call = APICall(
      api: self, request: request, holder: holder,
      registry: try registry.reached(by: holder.user, at: now), language: API.language(of: request))
    return try body(call).adding("Cache-Control", "private, no-cache").tagged(for: request)
  }

  /// The language of sentences in an answer.
  static func language(of request: Request) -> Language {
    request.language(among: ["sv", "en"]).flatMap(Language.init) ?? .swedish
  }
}

extension Response {
  /// An answer in JSON.
  init(_ status: Status = .ok, json: JSON) {
    self.init(status, type: "application/json", json.document)
  }
}
