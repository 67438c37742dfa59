import Documents
import HTTP
import Identity
import Operations
import Register

/// One request of a page: who asks, in which language, and when.
struct Visit: Sendable {
  let pages: Pages
  let request: Request
  let now: Moment
  let language: Language
  let catalogue: MessageCatalogue

  /// What the browser holds of a session, whether or not it still stands.
  let token: SessionToken?

  /// Who has signed in.
  let signedIn: SignedIn?

  static let sessionCookie = "__Host-trygg"
  static let formCookie = "__Host-form"
  static let languageCookie = "language"

  /// Takes up a request.
  init(_ request: Request, of pages: Pages) throws {
    let token = request.cookies[Visit.sessionCookie].flatMap { SessionToken($0) }
    let now = pages.clock()
    let signedIn = try token.flatMap { token throws in
      try pages.registry.reached(by: nil, at: now).session(token)
    }
    self.init(request, of: pages, at: now, token: token, signedIn: signedIn)
  }

  /// Takes up a request of which the register cannot be asked who sent it.
  init(anonymous request: Request, of pages: Pages) {
    self.init(request, of: pages, at: pages.clock(), token: nil, signedIn: nil)
  }

  private init(_ request: Request, of pages: Pages, at now: Moment, token: SessionToken?, signedIn: SignedIn?)
  {
    (self.pages, self.request, self.now, self.token, self.signedIn) = (pages, request, now, token, signedIn)
    let known = request.query["lang"] ?? request.cookies[Visit.languageCookie]
    let chosen =
      known.flatMap(Language.init) ?? request.language(among: ["sv", "en"]).flatMap(Language.init) ?? .swedish
    language = chosen
    catalogue = (try? pages.templates.messages(chosen)) ?? MessageCatalogue(language: chosen)
  }

  /// The day in Sweden.
  var today: LocalDate { now.day }

  /// A field of the form that was sent, without blanks around it; nothing when it was left empty.
  func field(_ name: String) -> String? {
    let value = (request.form.fields[name] ?? "").trimmingBlanks
    return value.isEmpty ? nil : value
  }

  /// The register as anyone reaches it.
  func publicRegistry() throws -> Registry {
    try pages.registry.reached(by: nil, at: now)
  }

  /// The register as the visitor reaches it in a role.
  ///
  /// - Throws: `signInNeeded`, or `absent` for whoever is signed in without that role.
  func registry(as role: Role) throws -> Registry {
    pages.registry.reached(as: try account(role), at: now)
  }

  /// The visitor's account of a role.
  func account(_ role: Role) throws -> SignedIn.Account {
    guard let signedIn else { throw PageFault.signInNeeded }
    guard let account = signedIn.account(role) else { throw PageFault.absent }
    return account
  }

  /// The number of the person who has signed in.
  func ownNumber() throws -> IdentityNumber {
    guard let number = signedIn?.number else { throw PageFault.absent }
    return number
  }

  /// A page that was asked for in another language is sent for again, so that its address stays the same, with what it
  /// is narrowed to.
  func changingLanguage() -> Response? {
    guard let asked = request.query["lang"], Language(rawValue: asked) != nil, request.method == .get else {
      return nil
    }
    return Response.redirect(to: request.address(with: "lang", nil)).adding(
      "Set-Cookie",
      "\(Visit.languageCookie)=\(asked); Path=/; Max-Age=31536000; Secure; HttpOnly; SameSite=Lax")
  }

  /// Sends the reader on after a form, to a page that says that it was done.
  func redirect(to path: String, done: String? = nil) -> Response {
    .redirect(to: done.map { "\(path)?klart=\($0)" } ?? path)
  }

  /// The answer with what keeps it apart from other sites, other readers and later eyes.
  func secured(_ response: Response) -> Response {
    var response = response
    let names = Set(response.headers.all.map { $0.name.lowercased() })
    for (name, value) in [
      ("Content-Security-Policy", Visit.policy()), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cache-Control", "no-store"), ("Strict-Transport-Security", "max-age=31536000"),
    ] where !names.contains(name.lowercased()) {
      response.headers.append(name, value)
    }
    return response
  }

  /// No script at all, and no style but our own sheet and, for a document that is complete in one file, its digest.
  static func policy(style: String? = nil) -> String {
    let styles = style.map { "'self' 'sha256-\($0)'" } ?? "'self'"
    return
      "default-src 'none'; style-src \(styles); img-src 'self' data:; form-action 'self'; base-uri 'none'; "
      + "frame-ancestors 'none'"
  }
}

extension StringProtocol {
  /// The text without blanks and line ends around it.
  var trimmingBlanks: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
