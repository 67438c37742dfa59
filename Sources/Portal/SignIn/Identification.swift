import Foundation
import HTTP
import Identity
import Operations
import Register
import Synchronization

/// Why a person could not be identified.
enum IdentificationFault: String, Error, CaseIterable {
  /// The provider cannot be reached or answers what it should not.
  case provider = "IDENTIFICATION_PROVIDER"
  /// The answer belongs to no sign-in under way here: unknown, too old, or brought a second time.
  case state = "IDENTIFICATION_STATE"
  /// The person broke off, or the provider refused.
  case refused = "IDENTIFICATION_REFUSED"
  /// The token is not what the provider may have given for this sign-in.
  case token = "IDENTIFICATION_TOKEN"
  /// The token names no identity number.
  case number = "IDENTIFICATION_NUMBER"
}

/// Electronic identification by OpenID Connect: authorization code with PKCE against any provider.
///
/// The provider is found by its issuer (OpenID Connect Discovery 1.0); its keys are fetched anew when a token names one
/// that is not known, so that a provider may change them.
public final class Identification: Sendable {
  /// What the operator says of the provider.
  public struct Settings: Sendable {
    /// What the button says, such as `BankID`.
    public var name: String
    /// The issuer, an `https` address; `http` is taken for this machine alone.
    public var issuer: String
    /// By what the provider knows this service.
    public var client: String
    /// The secret that goes with it, nothing for a public client.
    public var secret: String?
    /// Where the provider sends the browser back, the service's own `/logga-in/eid/svar`.
    public var redirect: String
    /// The claims that may hold the identity number, the first that does counts.
    public var claims: [String]
    /// What is asked for.
    public var scope: String

    /// Describes a provider; the claims are those of Sweden Connect and of the brokers of BankID.
    public init(name: String, issuer: String, client: String, secret: String?, redirect: String) {
      (self.name, self.issuer, self.client) = (name, issuer, client)
      (self.secret, self.redirect) = (secret, redirect)
      claims = [
        "https://id.oidc.se/claim/personalIdentityNumber", "personalIdentityNumber", "personal_number",
        "personalNumber", "ssn", "urn:oid:1.2.752.29.4.13",
      ]
      scope = "openid"
    }
  }

  /// A sign-in under way.
  private struct Pending {
    let nonce: String
    let verifier: String
    let browser: String
    let target: String?
    let begun: Moment
  }

  /// The provider as discovery describes it.
  private struct Provider {
    let authorization: String
    let token: String
    let keys: String
  }

  let settings: Settings
  private let random: @Sendable () -> [UInt8]
  private let fetch: Fetch
  private let pending = Mutex<[String: Pending]>([:])
  private let provider = Mutex<Provider?>(nil)
  private let keys = Mutex<(keys: [PublicKey], until: Moment)>(([], Moment(seconds: 0)))

  /// Makes a request: an address, the form to post or nothing for a GET, and the client's name and secret.
  typealias Fetch = @Sendable (String, String?, String?) throws -> [UInt8]

  /// How long a sign-in may take, and how far clocks may differ, in seconds.
  private static let patience: Int64 = 600
  private static let skew: Int64 = 60
  private static let mostPending = 10_000
  /// How long a key is trusted before it is asked for again, so that one which the provider takes back ends here too.
  private static let keysHold: Int64 = 3_600

  /// Takes up a provider; nothing is asked of it before the first sign-in.
  public convenience init(_ settings: Settings) {
    self.init(settings, random: { SecretBytes.make(32) }, fetch: Download.bytes)
  }

  init(_ settings: Settings, random: @escaping @Sendable () -> [UInt8], fetch: @escaping Fetch) {
    (self.settings, self.random, self.fetch) = (settings, random, fetch)
  }

  /// What the button says.
  var name: String { settings.name }

  /// Begins a sign-in, and gives the address to send the browser to.
  ///
  /// - Parameters:
  ///   - browser: A secret that this browser holds in a cookie, to which the answer is bound.
  ///   - target: The page that was asked for.
  func begin(browser: String, target: String?, at now: Moment) throws -> String {
    let provider = try discovered()
    let (state, nonce, verifier) = (text(), text(), text())
    pending.withLock { pending in
      pending = pending.filter { now.seconds - $0.value.begun.seconds < Identification.patience }
      if pending.count >= Identification.mostPending { pending.removeAll() }
      pending[state] = Pending(
        nonce: nonce, verifier: verifier, browser: browser, target: target, begun: now)
    }
    let query = Identification.form([
      ("response_type", "code"), ("client_id", settings.client), ("redirect_uri", settings.redirect),
      ("scope", settings.scope), ("state", state), ("nonce", nonce),
      ("code_challenge", Base64URL.text(SecretBytes.sha256(verifier))), ("code_challenge_method", "S256"),
    ])
    return provider.authorization + (provider.authorization.contains("?") ? "&" : "?") + query
  }

  /// Takes the provider's answer, and gives the person's identity number and the page that was asked for.
  func finish(
    state: String?, code: String?, browser: String, at now: Moment
  ) throws -> (number: IdentityNumber, target: String?) {
    // An answer is taken once, whatever comes of it.
    let begun = state.flatMap { state in pending.withLock { $0.removeValue(forKey: state) } }
    guard let begun, begun.browser == browser,
      now.seconds - begun.begun.seconds < Identification.patience
    else { throw IdentificationFault.state }
    guard let code, !code.isEmpty else { throw IdentificationFault.refused }
    let form = Identification.form(
      [
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirect),
        ("client_id", settings.client), ("code_verifier", begun.verifier),
      ])
    let authority = settings.secret.map {
      "\(settings.client.percentCoded):\($0.percentCoded)"
    }
    let answer = try object(try discovered().token, form, authority)
    guard let text = answer["id_token"] as? String else { throw IdentificationFault.token }
    let token = try SignedToken(text)
    try check(token, nonce: begun.nonce, at: now)
    return (try number(in: token.claims, at: now), begun.target)
  }

  /// Holds a token to what it must be (OpenID Connect Core 1.0, section 3.1.3.7).
  private func check(_ token: SignedToken, nonce: String, at now: Moment) throws {
    let known = keys.withLock { now < $0.until ? $0.keys : [] }
    if !token.isSigned(by: known) {
      guard token.isSigned(by: try fetchKeys(at: now)) else { throw IdentificationFault.token }
    }
    let claims = token.claims
    let audiences = claims["aud"] as? [String] ?? (claims["aud"] as? String).map { [$0] } ?? []
    let party = claims["azp"] as? String
    guard claims["iss"] as? String == settings.issuer, audiences.contains(settings.client),
      audiences.count == 1 || party == settings.client, party == nil || party == settings.client,
      let expires = (claims["exp"] as? NSNumber)?.int64Value,
      now.seconds < expires + Identification.skew,
      let issued = (claims["iat"] as? NSNumber)?.int64Value,
      abs(now.seconds - issued) <= Identification.patience + Identification.skew,
      claims["nonce"] as? String == nonce
    else { throw IdentificationFault.token }
  }

  private func number(in claims: [String: Any], at now: Moment) throws -> IdentityNumber {
    for name in settings.claims {
      guard let written = claims[name] as? String else { continue }
      guard let number = try? IdentityNumber(parsing: written, on: now.day) else {
        throw IdentificationFault.number
      }
      return number
    }
    throw IdentificationFault.number
  }

  // MARK: The provider

  private func discovered() throws -> Provider {
    if let known = provider.withLock({ $0 }) { return known }
    let path = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
    let answer = try object(path + "/.well-known/openid-configuration", nil, nil)
    guard answer["issuer"] as? String == settings.issuer,
      let authorization = answer["authorization_endpoint"] as? String,
      let token = answer["token_endpoint"] as? String, let keys = answer["jwks_uri"] as? String
    else { throw IdentificationFault.provider }
    let found = Provider(authorization: authorization, token: token, keys: keys)
    provider.withLock { $0 = found }
    return found
  }

  private func fetchKeys(at now: Moment) throws -> [PublicKey] {
    let answer = try object(try discovered().keys, nil, nil)
    let found = (answer["keys"] as? [[String: Any]] ?? []).compactMap { PublicKey($0) }
    keys.withLock { $0 = (found, now.adding(seconds: Identification.keysHold)) }
    return found
  }

  private func object(_ address: String, _ form: String?, _ authority: String?) throws -> [String: Any] {
    let bytes: [UInt8]
    do { bytes = try fetch(address, form, authority) } catch { throw IdentificationFault.provider }
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw IdentificationFault.provider
    }
    return object
  }

  // MARK: Texts

  private func text() -> String { Base64URL.text(random()) }

  private static func form(_ fields: [(String, String)]) -> String {
    fields.map { "\($0.0)=\($0.1.percentCoded)" }.joined(separator: "&")
  }
}
