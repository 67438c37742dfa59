import CommandLine
import Portal
import Register

/// Electronic identification as the operator names it to `serve`.
enum ServeIdentification {
  private static let issuer = Option.optional(
    "issuer", .text,
    help: Text(
      sv: "Utfärdare för e-legitimation (OpenID Connect).", en: "Issuer for electronic identification (OpenID Connect)."),
    absence: Text(sv: "bara engångskoder", en: "one-time codes alone"))
  private static let client = Option.defaulting(
    "client", .text, to: "trygghetsregistret",
    help: Text(
      sv: "Tjänstens namn hos utfärdaren. Hemligheten läses ur TRYGG_CLIENT_SECRET.",
      en: "The service's name at the issuer. The secret is read from TRYGG_CLIENT_SECRET."))
  private static let label = Option.defaulting(
    "issuer-name", .text, to: "e-legitimation",
    help: Text(sv: "Vad knappen säger, till exempel BankID.", en: "What the button says, such as BankID."))
  private static let site = Option.optional(
    "site", .text,
    help: Text(
      sv: "Tjänstens adress utifrån, till exempel https://ringar.example.se; krävs med --issuer.",
      en: "The service's address from outside, such as https://ringar.example.se; needed with --issuer."))
  private static let claim = Option.optional(
    "claim", .text,
    help: Text(
      sv: "Uppgiften som bär personnumret.", en: "The claim that holds the identity number."),
    absence: Text(
      sv: "Sweden Connects och BankID-förmedlarnas", en: "those of Sweden Connect and the brokers of BankID"))

  static let parameters: [any CommandParameter] = [issuer, client, label, claim, site]

  /// The provider that the options name, or nothing.
  static func settings(_ session: Session) throws -> Identification? {
    let invocation = session.invocation
    guard let issuer = invocation[issuer] else { return nil }
    guard let site = invocation[site] else { throw Refusal(.valueMissing, column: "--site") }
    let base = site.hasSuffix("/") ? String(site.dropLast()) : site
    var settings = Identification.Settings(
      name: invocation[label], issuer: issuer, client: invocation[client],
      secret: invocation.context.environment["TRYGG_CLIENT_SECRET"], redirect: base + "/logga-in/eid/svar")
    if let claim = invocation[claim] { settings.claims = [claim] }
    return Identification(settings)
  }
}
