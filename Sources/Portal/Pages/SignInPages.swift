import Documents
import HTTP
import Operations
import Register

// Signing in with the code of a letter or by electronic identification, and signing out.
extension Pages {
  var signInRoutes: [Route] {
    [
      get("/logga-in") { visit in try visit.signInPage(visit.signInForm) },
      post("/logga-in") { visit in
        try attempts.take(visit.request.client, at: AttemptLimiter.now)
        var form = visit.signInForm.filled(by: visit)
        do {
          let token = try visit.publicRegistry().signIn(withCode: visit.field("code") ?? "")
          attempts.giveBack(visit.request.client)
          return try visit.welcome(token, to: visit.field("till"))
        } catch {
          try form.refuse(error, in: visit)
          return try visit.signInPage(form)
        }
      },
      get("/logga-in/eid") { visit in try visit.beginIdentification() },
      get("/logga-in/eid/svar") { visit in try visit.finishIdentification() },
      post("/logga-ut") { visit in
        if let token = visit.token, let account = visit.signedIn?.accounts.first {
          try visit.pages.registry.reached(by: account.name, at: visit.now).signOut(token)
        }
        return visit.redirect(to: "/", done: "signed-out").adding(
          "Set-Cookie", "\(Visit.sessionCookie)=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax")
      },
    ]
  }
}

extension Visit {
  fileprivate var signInForm: PageForm {
    PageForm(
      "sign-in", to: "/logga-in",
      [
        .init(
          name: "code", kind: .input("text"), hint: "code",
          attributes: ["autocomplete": "one-time-code", "short": "code"]),
        .init(name: "till", kind: .hidden, values: [request.query["till"] ?? ""]),
      ])
  }

  func signInPage(_ form: PageForm) throws -> Response {
    try page("sign-in", status: form.isWrong ? .unprocessableContent : .ok) { writer throws(XMLFault) in
      if let identification = pages.identification {
        try writer.element("identification", ["name": identification.name])
      }
      try form.write(to: &writer)
    }
  }

  fileprivate func beginIdentification() throws -> Response {
    guard let identification = pages.identification else { throw PageFault.absent }
    try pages.attempts.take(request.client, at: AttemptLimiter.now)
    let browser = FormSecret.make()
    let address = try identification.begin(browser: browser, target: request.query["till"], at: now)
    return .redirect(to: address).adding(
      "Set-Cookie",
      "\(Visit.identificationCookie)=\(browser); Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax")
  }

  fileprivate func finishIdentification() throws -> Response {
    guard let identification = pages.identification else { throw PageFault.absent }
    do {
      let (number, target) = try identification.finish(
        state: request.query["state"], code: request.query["code"],
        browser: request.cookies[Visit.identificationCookie] ?? "", at: now)
      return try welcome(try publicRegistry().signIn(as: number), to: target)
    } catch let fault as IdentificationFault {
      var form = signInForm
      form.refuse(text(fault.rawValue), at: nil)
      return try signInPage(form)
    } catch let refusal as Refusal where refusal.code == .signInUnknown {
      var form = signInForm
      form.refuse(sentence(refusal), at: nil)
      return try signInPage(form)
    }
  }

  private static var identificationCookie: String { "__Host-eid" }

  /// Sends whoever has signed in to the page that was asked for, or to the first of their own.
  func welcome(_ token: SessionToken, to asked: String?) throws -> Response {
    let signedIn = try publicRegistry().session(token)
    let own = signedIn?.accounts.first { $0.role.path != "/" }?.role.path ?? "/"
    // Only a path of this service, never another site, and nothing that would break a header.
    let isOwn =
      asked.map {
        $0.hasPrefix("/") && !$0.hasPrefix("//")
          && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x5C }
      }
      ?? false
    return Response.redirect(to: isOwn ? asked ?? own : own).adding(
      "Set-Cookie", "\(Visit.sessionCookie)=\(token.text); Path=/; Secure; HttpOnly; SameSite=Lax")
  }
}
