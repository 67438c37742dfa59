import CommandLine
import Documents
import Exchange
import Identity
import Operations
import Register

extension TrainingCommands {
  private static let onePerson = Option.optional(
    "person", .person,
    help: Text(
      sv: "En deltagare; - läser numret från standard in.",
      en: "One participant; - reads the number from standard input."),
    absence: Text(sv: "alla deltagare", en: "every participant"))
  private static let oneProvider = Option.optional(
    "provider", .organisation,
    help: Text(sv: "Bara en anordnares deltagare.", en: "Only one provider's participants."),
    absence: Text(sv: "alla anordnare; en anordnare ser sina egna", en: "all; a provider sees its own"))
  private static let form = Option.defaulting(
    "form", .choice(ProgressForm.self), to: "text",
    help: Text(
      sv: "Tabell, CSV med en rad för varje modul, en sida (html), en PDF med XML i sig, eller XML.",
      en: "A table, CSV with a row for each module, a page (html), a PDF with the XML in it, or XML."))

  private enum ProgressForm: String, CaseIterable {
    case text, csv, html, pdf, xml
  }

  static let progress = Command.act(
    "progress",
    abstract: Text(
      sv: "Visa hur långt en deltagare, en kurs eller en anordnares deltagare har kommit. Läsningen loggas.",
      en:
        "Show how far a participant, a course or a provider's participants have come. The reading is logged."),
    discussion: Text(
      sv: "För var och en står vad som räknas och saknas i varje modul, och varför ett pass inte räknas.",
      en: "For each stands what counts and is missing in every module, and why a session does not count."),
    parameters: [onePerson, Common.programme, oneProvider, form, Common.out],
    examples: [
      "trygg training progress --person 19910101-2392 --programme SM",
      "trygg training progress --programme SM --provider 212000-1124",
      "trygg training progress --programme SM --form csv --out framsteg.csv",
      "trygg training progress --person 19910101-2392 --programme SM --form html --out framsteg.html",
    ]
  ) { session in
    let invocation = session.invocation
    let programme = invocation[Common.programme]
    let registry = try session.registry()
    let word = invocation[onePerson]
    if word != nil, invocation[oneProvider] != nil {
      throw UsageError.conflict(onePerson.declaration, oneProvider.declaration)
    }
    let rows =
      try word.map { word in
        [try registry.trainingProgress(of: word.number(session, option: "--person"), programme: programme)]
      } ?? registry.listProgress(in: programme, of: invocation[oneProvider])
    switch invocation[form] {
    case .csv: try session.deliverTable(rows, to: invocation[Common.out])
    case .html, .pdf, .xml:
      let sheet = rows.sheet(
        of: programme, on: session.now.day, by: try registry.keeperName(), session.wording)
      try session.deliver(
        try sheet.report(), as: ReportForm(rawValue: invocation[form].rawValue) ?? .html,
        to: invocation[Common.out]
      ) {}
    case .text:
      if word != nil, let row = rows.first {
        try session.answer(row.progress.json) { try row.print(session) }
      } else {
        try session.answer(rows.json(of: programme)) { try rows.print(session) }
      }
    }
  }

  private static let reversed = Option.flag(
    "reversed",
    help: Text(sv: "Visa också pass som har tagits tillbaka.", en: "Show sessions too that were taken back."))

  static let list = Command.act(
    "list",
    abstract: Text(
      sv: "Lista en deltagares pass, eller vilka som är antagna. Läsningen loggas.",
      en: "List a participant's sessions, or who is enrolled. The reading is logged."),
    parameters: [onePerson, oneProvider, reversed],
    examples: ["trygg training list --person 19750107-9292", "trygg training list --provider 212000-1124"]
  ) { session in
    let registry = try session.registry()
    guard let word = session.invocation[onePerson] else {
      let enrolments = try registry.listEnrolments(of: session.invocation[oneProvider])
      return try session.answer(["enrolments": .array(enrolments.map(\.json))]) {
        try enrolments.print(session)
      }
    }
    let number = try word.number(session, option: "--person")
    let listed = try registry.listSessions(of: number, withReversed: session.invocation[reversed])
    try session.answer([
      "person": .string(number.masked),
      "sessions": .array(listed.map { $0.json(session.wording) }),
    ]) { try listed.print(session) }
  }
}
