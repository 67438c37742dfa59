import CommandLine
import Identity
import Operations
import Register

enum UserCommands {
  static let group = Command(
    "user", abstract: Text(sv: "Användare och deras roller.", en: "Users and their roles."),
    discussion: Text(
      sv: """
        Ett namn från add har bara sin rolls rättigheter. Andra namn är registratorer, eftersom den som kan öppna \
        registrets fil är betrodd.
        """,
      en: """
        A name from add has the rights of its role alone. Other names are registrars, since whoever can open the \
        register's file is trusted.
        """),
    subcommands: [add, UserCodeCommand.command, UserTokenCommand.command, revoke, list])

  private static let name = Argument.required(
    Text(sv: "NAMN", en: "NAME"), .text, help: Text(sv: "Användarens namn.", en: "The user's name."))
  private static let role = Option.required(
    "role", .choice(Role.self), help: Text(sv: "Rollen.", en: "The role."))
  private static let person = Option.optional(
    "person", .person,
    help: Text(
      sv: "Personen som användaren är; krävs för member.", en: "The person the user is; needed for member."))
  private static let ring = Option.optional(
    "ring", .ring,
    help: Text(
      sv: "Ringen som användaren svarar för; krävs för ring_contact.",
      en: "The ring the user answers for; needed for ring_contact."))
  private static let provider = Option.optional(
    "provider", .organisation,
    help: Text(
      sv: "Anordnaren som användaren rapporterar för; krävs för provider.",
      en: "The provider the user records for; needed for provider."))
  private static let municipality = Option.optional(
    "municipality", .municipality,
    help: Text(
      sv: "Kommunen som användaren arbetar i.", en: "The municipality the user works in."))

  private static let add = Command.act(
    "add", abstract: Text(sv: "Ge ett namn en rolls rättigheter.", en: "Give a name the rights of a role."),
    parameters: [name, role, person, ring, provider, municipality],
    examples: [
      "trygg user add anna --role ring_contact --ring TR-1280-0001",
      "trygg user add malmo --role provider --provider 212000-1124",
    ]
  ) { session in
    let invocation = session.invocation
    var grant = UserGrant(role: invocation[role])
    grant.person = try invocation[person]?.number(session, option: "--person")
    grant.ring = invocation[ring]
    grant.provider = invocation[provider]
    grant.municipality = invocation[municipality]
    try session.registry().addUser(invocation[name], grant)
    try session.answer(["user": .string(invocation[name]), "role": .string(grant.role.rawValue)]) {
      try session.print(
        session.say(
          sv: "\(invocation[name]) är nu \(session.wording.text(grant.role.rawValue)).",
          en: "\(invocation[name]) is now \(session.wording.text(grant.role.rawValue))."))
      session.next("trygg --actor \(invocation[name]) …")
    }
  }

  private static let revoke = Command.act(
    "revoke",
    abstract: Text(
      sv: "Ta tillbaka en användares rättigheter. Namnet kan sedan inget göra.",
      en: "Take a user's rights back. The name can then do nothing."),
    parameters: [name], examples: ["trygg user revoke anna"]
  ) { session in
    let name = session.invocation[name]
    let isNew = try session.registry().revokeUser(name)
    try session.answer(["user": .string(name), "changed": .bool(isNew)]) {
      try session.print(
        isNew
          ? session.say(sv: "\(name) har inga rättigheter längre.", en: "\(name) has no rights any more.")
          : session.say(sv: "\(name) hade inga rättigheter.", en: "\(name) had no rights."))
    }
  }

  private static let list = Command.act(
    "list", abstract: Text(sv: "Lista användarna.", en: "List the users."), examples: ["trygg user list"]
  ) { session in
    let users = try session.registry().listUsers()
    try session.answer([
      "users": .array(
        users.map { user in
          [
            "user": .string(user.name), "role": .string(user.role.rawValue),
            "person": JSON(user.person?.masked),
            "ring": JSON(user.ring?.description), "provider": JSON(user.provider?.hyphenated),
            "municipality": JSON(user.municipality?.description), "revoked": .bool(user.isRevoked),
            "tokens": .array(user.tokens.map(\.json)),
          ]
        })
    ]) {
      var table = Table([
        .text(session.say(sv: "Namn", en: "Name")), .text(session.say(sv: "Roll", en: "Role")),
        .text("Person"), .text("Ring"), .text(session.say(sv: "Anordnare", en: "Provider")),
        .text(session.say(sv: "Kommun", en: "Municipality")),
        .text(session.say(sv: "Token, senast använt", en: "Tokens, last used")),
        .text(session.say(sv: "Anmärkning", en: "Remark")),
      ])
      for user in users {
        table.append([
          user.name, session.wording.text(user.role.rawValue), user.person?.masked ?? "",
          user.ring?.description ?? "", user.provider?.hyphenated ?? "", user.municipality?.name ?? "",
          user.tokens.filter { !$0.isRevoked }.map { "\($0.id) \($0.usedAt?.day.description ?? "–")" }
            .joined(separator: ", "),
          user.isRevoked ? session.say(sv: "återkallad", en: "revoked") : "",
        ])
      }
      try session.invocation.output.print(table)
    }
  }
}

extension ListedToken {
  fileprivate var json: JSON {
    [
      "token": .integer(id), "scopes": .array(scopes.map { .string($0.rawValue) }),
      "issuedAt": .string("\(issuedAt)"), "expiresAt": JSON(expiresAt.map { "\($0)" }),
      "usedAt": JSON(usedAt.map { "\($0)" }), "revoked": .bool(isRevoked),
    ]
  }
}
