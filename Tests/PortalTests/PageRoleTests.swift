import Operations
import Register
import Testing

@testable import HTTP
@testable import Portal

/// Every page and every form of the service, asked for by everybody: a new one is in these tables by itself.
struct PageRoleTests {
  let register: PortalRegister
  let sessions: [Role?: SessionToken]

  /// What stands in the place of a path's parameters, where there is something.
  private static let samples = [
    "year": "2027", "occasion": PortalRegister.occasion, "code": "0000000000000000000000000A", "id": "TR-R1",
    "form": "txt", "file": "TR-R1.txt", "person": "2", "number": "2027-000001-9",
    "programme": "SM",
  ]

  /// The page that only those members have who are mediators.
  private static let ofMediators = "/mina-sidor/medling"

  /// Whose the pages below a path are; nobody's are everyone's.
  private static let owners: [(path: String, role: Role)] = [
    ("/mina-sidor", .member), ("/ring", .ringContact), ("/utbildning", .provider), ("/forslag", .policy),
    ("/oversikt", .registrar),
  ]

  init() throws {
    let register = try PortalRegister()
    var sessions: [Role?: SessionToken] = [:]
    for role in Role.allCases { sessions[role] = try register.signIn(as: role) }
    (self.register, self.sessions) = (register, sessions)
  }

  private static func owner(of pattern: String) -> Role? {
    owners.first { pattern == $0.path || pattern.hasPrefix($0.path + "/") }?.role
  }

  private var routes: [Route] {
    register.portal.router.routes.filter { route in
      !["/api/", "/health", "/metrics"].contains { route.pattern.text.hasPrefix($0) }
    }
  }

  /// Sends a request to where its path leads, as somebody who has signed in or has not.
  private func ask(_ route: Route, as role: Role?, fields: [Fields.Field] = []) throws -> Response {
    let path = PageRoleTests.samples.reduce(route.pattern.text) {
      $0.replacing("{\($1.key)}", with: $1.value)
    }
    #expect(!path.contains("{"), "a parameter without a sample in \(path)")
    let cookie = sessions[role].map { "\(Visit.sessionCookie)=\($0.text)" }
    let form = sessions[role].map { FormSecret.token(for: $0.text) }
    let token = fields.isEmpty ? [] : [Fields.Field("token", form ?? "")]
    let (found, parameters) = try register.portal.router.find(
      route.method.rawValue, RequestPath(path).segments)
    #expect(found.pattern == route.pattern)
    let request = Request(
      route.method, path, pattern: route.pattern.text, parameters: parameters,
      headers: Fields(cookie.map { [.init("cookie", $0)] } ?? []),
      body: route.method == .post ? .form(Form(fields: Fields(token + fields))) : .none,
      client: "\(role?.rawValue ?? "anyone") \(route.pattern.text)")
    return register.portal.router.answer(request, by: route)
  }

  @Test func aPageShowsItselfToItsReadersAlone() throws {
    for route in routes where route.method == .get {
      let pattern = route.pattern.text
      for role in [nil] + Role.allCases.map(Optional.some) {
        let status = try ask(route, as: role).status
        let place = "\(pattern) as \(role?.rawValue ?? "anyone")"
        switch PageRoleTests.owner(of: pattern) {
        case nil: #expect(![.unauthorized, .forbidden, .internalServerError].contains(status), "\(place)")
        case let owner? where owner == role:
          // What does not exist is told to its owner as to everyone.
          if !pattern.contains("{"), pattern != PageRoleTests.ofMediators {
            #expect(status == .ok, "\(place): \(status)")
          }
          #expect(status != .internalServerError && status != .forbidden, "\(place)")
        // A path that can lead nowhere need not ask who it is.
        case _? where role == nil && pattern.contains("{"):
          #expect([.seeOther, .notFound].contains(status), "\(place): \(status)")
        default: #expect(status == (role == nil ? .seeOther : .notFound), "\(place): \(status)")
        }
      }
    }
  }

  @Test func aFormThatIsNotOursIsRefusedWhoeverSendsIt() throws {
    for route in routes where route.method == .post {
      for role in [nil] + Role.allCases.map(Optional.some) {
        #expect(try ask(route, as: role).status == .forbidden, "\(route.pattern.text)")
      }
    }
  }

  /// With the right token, but in a role whose form it is not.
  @Test func aFormWorksForItsOwnRoleAlone() throws {
    for route in routes where route.method == .post {
      guard let owner = PageRoleTests.owner(of: route.pattern.text) else { continue }
      for role in Role.allCases where role != owner {
        let status = try ask(route, as: role, fields: [.init("x", "")]).status
        #expect(status == .notFound, "\(route.pattern.text) as \(role.rawValue): \(status)")
      }
    }
  }

  @Test func everyAnswerKeepsOthersOut() throws {
    for route in routes {
      for role in [nil, .member, .registrar] as [Role?] {
        let headers = try ask(route, as: role).headers
        let place = "\(route.pattern.text) as \(role?.rawValue ?? "anyone")"
        let policy = headers["Content-Security-Policy"] ?? ""
        #expect(policy.contains("default-src 'none'") && !policy.contains("script"), "\(place)")
        #expect(policy.contains("frame-ancestors 'none'"), "\(place)")
        #expect(headers["X-Content-Type-Options"] == "nosniff", "\(place)")
        #expect(headers["Strict-Transport-Security"]?.hasPrefix("max-age=") == true, "\(place)")
        let isFile = route.pattern.text.hasPrefix("/style/")
        #expect(headers["Cache-Control"] == (isFile ? "public, max-age=3600" : "no-store"), "\(place)")
        for cookie in headers.values("Set-Cookie") {
          for word in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(word)) }
        }
      }
    }
  }
}
