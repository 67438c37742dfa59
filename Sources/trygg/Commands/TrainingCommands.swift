import CommandLine
import Identity
import Operations
import Register

enum TrainingCommands {
  static let group = Command(
    "training",
    abstract: Text(
      sv: "Antagning, utbildningspass och hur långt deltagarna har kommit.",
      en: "Enrolment, training sessions and how far participants have come."),
    subcommands: [enrol, withdraw, credit, record, reverse, progress, list, practice])

  static let provider = Option.required(
    "provider", .organisation,
    help: Text(sv: "Anordnarens organisationsnummer.", en: "The provider's organisation number."))
  private static let reference = Option.required(
    "reference", .text,
    help: Text(
      sv: "Anordnarens egen beteckning på passet; samma beteckning räknas en gång.",
      en: "The provider's own name for the session; the same name counts once."))
  static let module = Option.required(
    "module", .text,
    help: Text(
      sv: "Modulens kod, i SM KON, MED, BUR, DEE, KUL, JUR eller PRA, i RJ RJ, i TR OBS, DEE, POL eller JUR.",
      en:
        "The module's code: in SM KON, MED, BUR, DEE, KUL, JUR or PRA, in RJ RJ, in TR OBS, DEE, POL or JUR.")
  )
  private static let startsAt = Option.required(
    "starts-at", .moment, help: Text(sv: "När passet började.", en: "When the session started."))
  private static let endsAt = Option.required(
    "ends-at", .moment, help: Text(sv: "När passet slutade.", en: "When the session ended."))
  private static let trainer = Option.optional(
    "trainer", .person,
    help: Text(sv: "Utbildaren; krävs i TR.", en: "The trainer; needed in TR."))
  private static let supervisor = Option.optional(
    "supervisor", .person,
    help: Text(sv: "Handledaren; krävs i praktik.", en: "The supervisor; needed in practice."))

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
      """,
      """
      trygg training record --provider 212000-1124 --reference K1-PRA-1 --programme SM --module PRA \
      --person 19910101-2392 --starts-at 2027-03-01T09:00 --ends-at 2027-03-01T16:00 --supervisor 19680102-9288
      """,
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
    let (_, isNew, notes) = try session.registry().recordSession(report)
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
}
