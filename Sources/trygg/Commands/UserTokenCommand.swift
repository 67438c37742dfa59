import CommandLine
import Operations
import Register

/// `user token`: a token by which a program acts as a user.
enum UserTokenCommand {
  private static let name = Argument.required(
    Text(sv: "NAMN", en: "NAME"), .text, help: Text(sv: "Användarens namn.", en: "The user's name."))
  private static let scopes = Option.repeated(
    "scope", .choice(TokenScope.self),
    help: Text(
      sv: "Vad den får användas till, kan upprepas; allt som rollen får om inget anges.",
      en: "What it may be used for, may be repeated; all that the role may do if none is given."))
  private static let days = Option.optional(
    "days", .days, help: Text(sv: "Hur många dagar den gäller.", en: "Days that it holds."),
    absence: Text(sv: "tills den tas tillbaka", en: "until it is taken back"))
  private static let revoke = Option.optional(
    "revoke", .integer,
    help: Text(
      sv: "Ta i stället tillbaka en, med numret från user list.",
      en: "Take one back instead, by its number in user list."))

  static let command = Command.act(
    "token",
    abstract: Text(
      sv: "Utfärda ett token för ett program, eller ta tillbaka ett.",
      en: "Issue a token for a program, or take one back."),
    discussion: Text(
      sv:
        "Det visas en gång och finns sedan bara som kontrollsumma. Programmet sänder det som Authorization: Bearer.",
      en: "It is shown once and then kept as a digest alone. The program sends it as Authorization: Bearer."),
    parameters: [name, scopes, days, revoke],
    examples: [
      "trygg user token malmo --scope sessions:write --scope progress:read --days 365",
      "trygg user token malmo --revoke 3",
    ]
  ) { session in
    let invocation = session.invocation
    let name = invocation[name]
    if let number = invocation[revoke] {
      try session.registry().revokeToken(number, of: name)
      try session.answer(["user": .string(name), "token": .integer(number), "revoked": true]) {
        try session.print(
          session.say(sv: "Token \(number) gäller inte längre.", en: "Token \(number) no longer holds."))
      }
      return
    }
    let issued = try session.registry().issueToken(
      to: name, scopes: invocation[scopes], days: invocation[days])
    try session.answer([
      "user": .string(name), "token": .integer(issued.id), "secret": .string(issued.text),
      "scopes": .array(issued.scopes.map { .string($0.rawValue) }),
      "expiresAt": JSON(issued.expiresAt.map { "\($0)" }),
    ]) {
      try session.print(issued.text)
      session.hint(
        sv: "Token \(issued.id) för \(name). Spara det nu, det visas inte igen.",
        en: "Token \(issued.id) for \(name). Keep it now, it is not shown again.")
    }
  }
}
