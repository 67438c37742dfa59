import CommandLine
import Identity
import Operations
import Register

enum SupervisorCommands {
  static let group = Command(
    "supervisor",
    abstract: Text(sv: "Godkända handledare.", en: "Approved supervisors."),
    discussion: Text(
      sv: """
        practice är en erfaren medlare som handleder praktiken. handledare är stödet på arbetsplatsen, som också kan \
        vara psykolog eller socionom.
        """,
      en: """
        practice is an experienced mediator who supervises the practice module. handledare is the support at the \
        place of work, who may also be a psychologist or a social worker.
        """),
    subcommands: [approve, withdraw, list])

  private static let kind = Option.required(
    "kind", .choice(SupervisorKind.self), help: Text(sv: "Slaget.", en: "The kind."))
  private static let from = Option.optional(
    "from", .date, help: Text(sv: "Första giltighetsdagen.", en: "The first day of validity."),
    absence: Common.today)
  private static let to = Option.optional(
    "to", .date, help: Text(sv: "Sista giltighetsdagen.", en: "The last day of validity."),
    absence: Text(sv: "tills vidare", en: "until withdrawn"))
  private static let basis = Option.optional(
    "basis", .text,
    help: Text(
      sv: "Beslutet som godkännandet bygger på, till exempel en medlingscentrals.",
      en: "The decision that the approval rests on, a medlingscentral's say."),
    absence: Text(sv: "personens utbildningsbevis", en: "the person's certificate"))

  private static let approve = Command.act(
    "approve",
    abstract: Text(
      sv: "Godkänn en handledare. Ett godkännande bakåt i tiden räknar pass som redan står.",
      en: "Approve a supervisor. An approval backwards credits sessions that stand already."),
    parameters: [Common.person, kind, from, to, basis],
    examples: [
      """
      trygg supervisor approve --person 19680102-9288 --kind practice --from 2027-01-01 \
      --basis "Medlingscentralen Malmö, beslut 2026:12"
      """
    ]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let approval = SupervisorApproval(
      kind: invocation[kind], validFrom: invocation[from] ?? session.now.day, validTo: invocation[to],
      basis: invocation[basis])
    let isNew = try session.registry().approveSupervisor(number, approval)
    try session.answer(
      .object([.init("person", .string(number.masked)), .init("changed", .bool(isNew))] + approval.json)
    ) {
      let what = "\(number.masked), \(approval.kind.rawValue)"
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
    parameters: [Common.person, kind, Common.on, Common.reason],
    examples: ["trygg supervisor withdraw --person 19720107-9295 --kind practice --on 2027-08-31"]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    try session.registry().withdrawSupervisor(
      number, kind: invocation[kind], on: invocation[Common.on] ?? session.now.day,
      reason: invocation[Common.reason])
    try session.confirm(true, masked: number)
  }

  private static let list = Command.act(
    "list",
    abstract: Text(sv: "Lista handledare. Läsningen loggas.", en: "List supervisors. The reading is logged."),
    examples: ["trygg supervisor list"]
  ) { session in
    let rows = try session.registry().listSupervisors()
    try session.answer([
      "supervisors": .array(
        rows.map { row in
          .object(
            [
              .init("person", .string(row.person.number.masked)),
              .init("name", .string(row.person.details.fullName)),
            ] + row.approval.json + [.init("participantsThisMonth", .integer(row.participants))])
        })
    ]) {
      var table = Table([
        .text(session.say(sv: "Nummer", en: "Number")), .text(session.say(sv: "Namn", en: "Name")),
        .text(session.say(sv: "Slag", en: "Kind")), .text(session.say(sv: "Från", en: "From")),
        .text(session.say(sv: "Till", en: "To")),
        .number(session.say(sv: "Deltagare", en: "Participants")),
        .text(session.say(sv: "Grund", en: "Basis")),
      ])
      for row in rows {
        table.append([
          row.person.number.masked, row.person.details.fullName, row.approval.kind.rawValue,
          "\(row.approval.validFrom)", session.end(row.approval.validTo), "\(row.participants)",
          row.approval.basis ?? session.say(sv: "utbildningsbevis", en: "certificate"),
        ])
      }
      try session.invocation.output.print(table)
    }
  }
}

extension SupervisorApproval {
  fileprivate var json: [JSON.Member] {
    [
      .init("kind", .string(kind.rawValue)), .init("from", .string("\(validFrom)")),
      .init("to", JSON(validTo?.description)), .init("basis", JSON(basis)),
    ]
  }
}
