import CommandLine
import Identity
import Operations
import Register

enum ProviderCommands {
  static let group = Command(
    "provider",
    abstract: Text(
      sv: "Godkända utbildningsanordnare och utbildare.", en: "Approved training providers and trainers."),
    discussion: Text(
      sv: "En anordnare anges med --organisation, en utbildare med --person.",
      en: "A provider is named with --organisation, a trainer with --person."),
    subcommands: [approve, withdraw, list])

  private static let organisation = Option.optional(
    "organisation", .organisation,
    help: Text(sv: "Anordnarens organisationsnummer.", en: "The provider's organisation number."))
  private static let name = Option.optional(
    "name", .text,
    help: Text(sv: "Anordnarens namn, om den är ny.", en: "The provider's name, if it is new."))
  private static let person = Option.optional(
    "person", .person, help: Text(sv: "Utbildarens personnummer.", en: "The trainer's identity number."))
  private static let from = Option.optional(
    "from", .date, help: Text(sv: "Första giltighetsdagen.", en: "The first day of validity."),
    absence: Common.today)
  private static let to = Option.optional(
    "to", .date, help: Text(sv: "Sista giltighetsdagen.", en: "The last day of validity."),
    absence: Text(sv: "tills vidare", en: "until withdrawn"))

  /// Whom an approval is about, and as the answer may show it.
  private enum Subject {
    case provider(OrganisationNumber)
    case trainer(IdentityNumber)

    init(_ session: Session) throws {
      let invocation = session.invocation
      switch (invocation[organisation], invocation[person]) {
      case (let number?, nil): self = .provider(number)
      case (nil, let word?): self = .trainer(try word.number(session, option: "--person"))
      case (nil, nil): throw UsageError.missing([organisation.declaration])
      default: throw UsageError.conflict(organisation.declaration, person.declaration)
      }
    }

    var shown: String {
      switch self {
      case .provider(let number): number.hyphenated
      case .trainer(let number): number.masked
      }
    }
  }

  private static let approve = Command.act(
    "approve",
    abstract: Text(
      sv: "Godkänn en anordnare eller en utbildare för ett program.",
      en: "Approve a provider or a trainer for a programme."),
    parameters: [organisation, name, person, Common.programme, from, to],
    examples: [
      "trygg provider approve --organisation 212000-1124 --name \"Malmö stad\" --programme TR --from 2027-01-01",
      "trygg provider approve --person 19680102-9288 --programme TR --from 2027-01-01",
    ]
  ) { session in
    let invocation = session.invocation
    let subject = try Subject(session)
    let approval = Approval(
      programme: invocation[Common.programme].rawValue, validFrom: invocation[from] ?? session.now.day,
      validTo: invocation[to])
    let registry = try session.registry()
    let isNew =
      switch subject {
      case .provider(let number): try registry.approveProvider(number, name: invocation[name], approval)
      case .trainer(let number): try registry.approveTrainer(number, approval)
      }
    try session.answer([
      "subject": .string(subject.shown), "programme": .string(approval.programme),
      "from": .string("\(approval.validFrom)"), "to": JSON(approval.validTo?.description),
      "changed": .bool(isNew),
    ]) {
      let what = "\(subject.shown), \(approval.programme)"
      try session.print(
        isNew
          ? session.say(
            sv: "\(what): godkänd från och med \(approval.validFrom).",
            en: "\(what): approved from \(approval.validFrom).")
          : EntryResult.unchanged.sentence(what, session))
    }
  }

  private static let withdraw = Command.act(
    "withdraw",
    abstract: Text(
      sv: "Återkalla ett godkännande. Dagen är den sista som gäller.",
      en: "Withdraw an approval. The day is the last one that is valid."),
    parameters: [organisation, person, Common.programme, Common.on, Common.reason],
    examples: ["trygg provider withdraw --person 19680102-9288 --programme TR --on 2027-02-28"]
  ) { session in
    let invocation = session.invocation
    let subject = try Subject(session)
    let programme = invocation[Common.programme].rawValue
    let day = invocation[Common.on] ?? session.now.day
    let registry = try session.registry()
    let reason = invocation[Common.reason]
    switch subject {
    case .provider(let number):
      try registry.withdrawProvider(number, programme: programme, on: day, reason: reason)
    case .trainer(let number):
      try registry.withdrawTrainer(number, programme: programme, on: day, reason: reason)
    }
    try session.answer([
      "subject": .string(subject.shown), "programme": .string(programme), "to": .string("\(day)"),
    ]) {
      try session.print(
        session.say(
          sv: "\(subject.shown), \(programme): godkännandet gäller till och med \(day).",
          en: "\(subject.shown), \(programme): the approval is valid through \(day)."))
      session.hint(
        sv: "Pass som redan har hållits räknas fortfarande.", en: "Sessions already held still count.")
    }
  }

  private static let onlyProgramme = Option.optional(
    "programme", .choice(Programme.self), help: Text(sv: "Bara ett program.", en: "Only one programme."))
  private static let onlyOn = Option.optional(
    "on", .date, help: Text(sv: "Bara de som gäller den dagen.", en: "Only those valid on that day."))

  private static let list = Command.act(
    "list",
    abstract: Text(
      sv: "Lista anordnare och utbildare med giltighet.",
      en: "List providers and trainers with their validity."),
    parameters: [onlyProgramme, onlyOn], examples: ["trygg provider list --programme TR --on 2027-02-01"]
  ) { session in
    let invocation = session.invocation
    func isWanted(_ approval: Approval) -> Bool {
      (invocation[onlyProgramme].map { $0.rawValue == approval.programme } ?? true)
        && (invocation[onlyOn].map(approval.contains) ?? true)
    }
    let registry = try session.registry()
    let providers = try registry.listProviders().flatMap { provider, approvals in
      approvals.filter(isWanted).map { (provider: provider, approval: $0) }
    }
    let trainers = try registry.listTrainers().filter { isWanted($0.approval) }
    try session.answer([
      "providers": .array(
        providers.map { row in
          row.approval.json([
            .init("organisation", .string(row.provider.number.hyphenated)),
            .init("name", .string(row.provider.name)),
          ])
        }),
      "trainers": .array(
        trainers.map { row in
          row.approval.json([
            .init("person", .string(row.person.number.masked)),
            .init("name", .string(row.person.details.fullName)),
          ])
        }),
    ]) {
      var table = Table([
        .text(session.say(sv: "Roll", en: "Role")), .text(session.say(sv: "Nummer", en: "Number")),
        .text(session.say(sv: "Namn", en: "Name")), .text(session.say(sv: "Program", en: "Programme")),
        .text(session.say(sv: "Från", en: "From")), .text(session.say(sv: "Till", en: "To")),
      ])
      for (provider, approval) in providers {
        table.append(
          [session.say(sv: "anordnare", en: "provider"), provider.number.hyphenated, provider.name]
            + approval.cells(session))
      }
      for (person, approval) in trainers {
        table.append(
          [session.say(sv: "utbildare", en: "trainer"), person.number.masked, person.details.fullName]
            + approval.cells(session))
      }
      try invocation.output.print(table)
    }
  }
}

extension Session {
  /// The last day of an approval as a table shows it.
  func end(_ day: LocalDate?) -> String {
    day?.description ?? say(sv: "tills vidare", en: "until withdrawn")
  }
}

extension Approval {
  fileprivate func json(_ subject: [JSON.Member]) -> JSON {
    .object(
      subject + [
        .init("programme", .string(programme)), .init("from", .string("\(validFrom)")),
        .init("to", JSON(validTo?.description)),
      ])
  }

  fileprivate func cells(_ session: Session) -> [String] {
    [programme, "\(validFrom)", session.end(validTo)]
  }
}
