import CommandLine
import Identity
import Operations
import Register

enum TrainingCommands {
  static let group = Command(
    "training",
    abstract: Text(
      sv: "Utbildningspass och hur långt en deltagare har kommit.",
      en: "Training sessions and how far a participant has come."),
    subcommands: [record, reverse, progress, list])

  private static let provider = Option.required(
    "provider", .organisation,
    help: Text(sv: "Anordnarens organisationsnummer.", en: "The provider's organisation number."))
  private static let reference = Option.required(
    "reference", .text,
    help: Text(
      sv: "Anordnarens egen beteckning på passet; samma beteckning räknas en gång.",
      en: "The provider's own name for the session; the same name counts once."))
  private static let module = Option.required(
    "module", .text,
    help: Text(
      sv: "Modulens kod; i TR: OBS, DEE, POL, JUR.", en: "The module's code; in TR: OBS, DEE, POL, JUR."))
  private static let startsAt = Option.required(
    "starts-at", .moment, help: Text(sv: "När passet började.", en: "When the session started."))
  private static let endsAt = Option.required(
    "ends-at", .moment, help: Text(sv: "När passet slutade.", en: "When the session ended."))
  private static let trainer = Option.optional(
    "trainer", .person,
    help: Text(sv: "Utbildaren; krävs i TR.", en: "The trainer; needed in TR."))
  private static let supervisor = Option.optional(
    "supervisor", .person, help: Text(sv: "Handledaren i praktik.", en: "The supervisor of practice."))

  private static let record = Command.act(
    "record",
    abstract: Text(sv: "Anteckna ett pass för en deltagare.", en: "Record a session of a participant."),
    discussion: Text(
      sv: "Passet sparas också om ett godkännande saknas, men räknas inte förrän det finns.",
      en: "The session is stored also when an approval is missing, but does not count until there is one."),
    parameters: [
      provider, reference, Common.programme, module, Common.person, startsAt, endsAt, trainer, supervisor,
    ],
    examples: [
      """
      trygg training record --provider 212000-1124 --reference P1-OBS --programme TR --module OBS \
      --person 19750107-9292 --starts-at 2027-01-10T17:00 --ends-at 2027-01-10T18:00 --trainer 19680102-9288
      """
    ]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let report = SessionReport(
      provider: invocation[provider], reference: invocation[reference],
      programme: invocation[Common.programme].rawValue, module: invocation[module].uppercased(),
      person: number,
      startsAt: invocation[startsAt], endsAt: invocation[endsAt],
      trainer: try invocation[trainer]?.number(session, option: "--trainer"),
      supervisor: try invocation[supervisor]?.number(session, option: "--supervisor"))
    let (isNew, notes) = try session.registry().recordSession(report)
    try session.answer([
      "reference": .string(report.reference), "changed": .bool(isNew), "notes": session.wording.json(notes),
    ]) {
      try session.print(
        (isNew ? EntryResult.stored : .unchanged).sentence(report.reference, session))
      session.note(notes)
      session.next("trygg training progress --person … --programme \(report.programme)")
    }
  }

  private static let reverse = Command.act(
    "reverse",
    abstract: Text(sv: "Ta tillbaka ett pass som var fel.", en: "Take back a session that was wrong."),
    parameters: [provider, reference, Common.reason],
    examples: ["trygg training reverse --provider 212000-1124 --reference P1-OBS --reason \"Fel person.\""]
  ) { session in
    let invocation = session.invocation
    let reference = invocation[reference]
    try session.registry().reverseSession(
      reference, of: invocation[provider], reason: invocation[Common.reason])
    try session.answer(["reference": .string(reference), "reversed": true]) {
      try session.print(
        session.say(
          sv: "\(reference) är tillbakataget, och beteckningen kan användas igen.",
          en: "\(reference) is taken back, and the reference can be used again."))
    }
  }

  private static let progress = Command.act(
    "progress",
    abstract: Text(
      sv: "Visa hur långt en deltagare har kommit och vad som saknas. Läsningen loggas.",
      en: "Show how far a participant has come and what is missing. The reading is logged."),
    parameters: [Common.person, Common.programme],
    examples: ["trygg training progress --person 19750107-9292 --programme TR"]
  ) { session in
    let number = try session.invocation[Common.person].number(session, option: "--person")
    let programme = session.invocation[Common.programme]
    let progress = try session.registry().trainingProgress(of: number, in: programme)
    try session.answer(progress.json(programme)) { try progress.print(session) }
  }

  private static let list = Command.act(
    "list",
    abstract: Text(
      sv: "Lista en deltagares pass. Läsningen loggas.",
      en: "List a participant's sessions. The reading is logged."),
    parameters: [Common.person], examples: ["trygg training list --person 19750107-9292"]
  ) { session in
    let number = try session.invocation[Common.person].number(session, option: "--person")
    let listed = try session.registry().listSessions(of: number)
    try session.answer([
      "person": .string(number.masked),
      "sessions": .array(listed.map { $0.json(session.wording) }),
    ]) {
      var table = Table([
        .text(session.say(sv: "Referens", en: "Reference")),
        .text(session.say(sv: "Anordnare", en: "Provider")),
        .text(session.say(sv: "Program", en: "Programme")), .text(session.say(sv: "Modul", en: "Module")),
        .text(session.say(sv: "Början", en: "Start")), .number(session.say(sv: "Minuter", en: "Minutes")),
        .text(session.say(sv: "Räknas", en: "Counts")),
      ])
      for row in listed {
        table.append([
          row.session.reference, row.provider.name, row.session.programme, row.session.module,
          row.session.startsAt.atMinute, "\(row.minutes)",
          row.notes.isEmpty
            ? session.say(sv: "ja", en: "yes")
            : session.say(sv: "nej: ", en: "no: ") + row.notes.map(\.code.rawValue).joined(separator: " "),
        ])
      }
      try session.invocation.output.print(table)
      session.note(Array(Set(listed.flatMap(\.notes))))
    }
  }
}

extension ListedSession {
  fileprivate var minutes: Int { Moment.minutes(from: session.startsAt, to: session.endsAt) }

  fileprivate func json(_ wording: Wording) -> JSON {
    [
      "reference": .string(session.reference), "provider": .string(provider.number.hyphenated),
      "programme": .string(session.programme), "module": .string(session.module),
      "startsAt": .string("\(session.startsAt)"), "endsAt": .string("\(session.endsAt)"),
      "minutes": .integer(minutes), "credited": .bool(notes.isEmpty), "notes": wording.json(notes),
    ]
  }
}

extension RingTrainingProgress {
  /// The progress as the contract words it; a ring training requires no minutes of a single module.
  fileprivate func json(_ programme: Programme) -> JSON {
    [
      "programme": .string(programme.rawValue), "creditedMinutes": .integer(creditedMinutes),
      "requiredMinutes": .integer(requiredMinutes), "complete": .bool(completedOn != nil),
      "completedOn": JSON(completedOn?.description), "missingBlocks": .array(missingBlocks.map(JSON.string)),
      "modules": .array(
        modules.map { module in
          [
            "module": .string(module.module.rawValue), "required": .null,
            "recorded": .integer(module.recorded),
            "credited": .integer(module.credited), "missing": .integer(isMissing(module) ? 1 : 0),
            "notes": .array(
              module.notes.map { ["code": .string($0.code.rawValue), "session": .string($0.session)] }),
          ]
        }),
    ]
  }

  private func isMissing(_ module: Module) -> Bool { missingBlocks.contains(module.module.block) }

  fileprivate func print(_ session: Session) throws {
    var table = Table([
      .text(session.say(sv: "Modul", en: "Module")), .text(session.say(sv: "Block", en: "Block")),
      .number(session.say(sv: "Antecknat", en: "Recorded")),
      .number(session.say(sv: "Räknas", en: "Credited")),
      .text(session.say(sv: "Anmärkning", en: "Remark")),
    ])
    for module in modules {
      table.append([
        module.module.rawValue, module.module.block, "\(module.recorded)", "\(module.credited)",
        isMissing(module) ? session.say(sv: "saknas", en: "missing") : "",
      ])
    }
    try session.invocation.output.print(table)
    try session.print(
      session.say(
        sv: "\(creditedMinutes) av \(requiredMinutes) minuter räknas.",
        en: "\(creditedMinutes) of \(requiredMinutes) minutes count."))
    if let completedOn {
      try session.print(session.say(sv: "Genomgången \(completedOn).", en: "Completed on \(completedOn)."))
    } else {
      let missing = [missingMinutes(session), missingBlocks(session)].compactMap { $0 }
      try session.print(
        session.say(sv: "Inte genomgången. Det saknas: ", en: "Not completed. Missing: ")
          + missing.joined(separator: session.say(sv: " och ", en: " and ")) + ".")
    }
    for note in modules.flatMap(\.notes) {
      try session.print("\(note.session): \(session.wording.text("session." + note.code.rawValue))")
    }
  }

  private func missingMinutes(_ session: Session) -> String? {
    switch missingMinutes {
    case 0: nil
    case 1: session.say(sv: "1 minut", en: "1 minute")
    default: session.say(sv: "\(missingMinutes) minuter", en: "\(missingMinutes) minutes")
    }
  }

  private func missingBlocks(_ session: Session) -> String? {
    let names = missingBlocks.joined(separator: ", ")
    return switch missingBlocks.count {
    case 0: nil
    case 1: session.say(sv: "blocket \(names)", en: "the block \(names)")
    default: session.say(sv: "blocken \(names)", en: "the blocks \(names)")
    }
  }
}
