import HTTP
import Operations

// What tells our own forms from those of other sites: a digest of a secret that the browser keeps in a cookie which no
// other site can read or set. Whoever has signed in uses the session for it, anyone else a cookie of its own.
extension Visit {
  /// The token that a form of this visit carries, nothing until the browser holds a secret.
  var formToken: String? { formSecret.map { FormSecret.token(for: $0) } }

  /// Tells whether the form that was sent is one of ours, made for this browser.
  var ownsForm: Bool {
    guard let formToken, let given = request.form.fields["token"], given.utf8.count == formToken.utf8.count
    else { return false }
    // Every byte is compared, so that the time tells nothing.
    return zip(given.utf8, formToken.utf8).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private var formSecret: String? {
    if signedIn != nil, let token { return token.text }
    return request.cookies[Visit.formCookie].flatMap { SessionToken($0)?.text }
  }

  /// The visit with a secret for its forms, and the answer's header that gives it to the browser.
  func withFormSecret() -> (token: String, cookie: String?) {
    if let formToken { return (formToken, nil) }
    let secret = FormSecret.make()
    let cookie = "\(Visit.formCookie)=\(secret); Path=/; Secure; HttpOnly; SameSite=Lax"
    return (FormSecret.token(for: secret), cookie)
  }
}
