import CommandLine
import Documents
import Exchange
import Identity
import Operations
import Register

enum YearCommands {
  static let group = Command(
    "year", abstract: Text(sv: "Årets beslut.", en: "The yearly decisions."),
    subcommands: [
      lock,
      decide,
      summary,
      StatementsCommand.statements,
      YearLettersCommand.letters,
      ControlFileCommand.controlFile,
    ])

  static let year = Argument.required(
    Text(sv: "ÅR", en: "YEAR"), .year, help: Text(sv: "Inkomståret.", en: "The income year."))

  private static let lock = Command.act(
    "lock",
    abstract: Text(
      sv: "Lås ett år, så att det kan beslutas.", en: "Lock a year, so that it can be decided."),
    parameters: [year], examples: ["trygg year lock 2027"]
  ) { session in
    let report = try session.registry().lockYear(session.invocation[year])
    try session.answer([
      "year": .integer(report.year), "lockedOn": .string("\(report.lockedOn)"),
      "changed": .bool(report.isNew),
      "withoutAttendance": .array(report.withoutAttendance.map(\.json)),
      "lateRecorded": .array(report.enteredLate.map(\.json)),
    ]) {
      try session.print(
        report.isNew
          ? session.say(sv: "Året \(report.year) är låst.", en: "The year \(report.year) is locked.")
          : session.say(
            sv: "Ingen ändring: året \(report.year) låstes \(report.lockedOn).",
            en: "No change: the year \(report.year) was locked on \(report.lockedOn)."))
      try report.withoutAttendance.print(
        session,
        session.say(
          sv:
            "Hållna sammankomster utan någon närvaro. De räknas tills någon ställer in eller redovisar dem:",
          en: "Held occasions without any attendance. They count until somebody cancels or records them:"))
      try report.enteredLate.print(
        session,
        session.say(
          sv: "Sammankomster som fördes in långt efter starten (LATE_RECORDED):",
          en: "Occasions that were entered long after their start (LATE_RECORDED):"))
    }
  }

  private static let dryRun = Option.flag(
    "dry-run", help: Text(sv: "Räkna, men spara ingenting.", en: "Count, but store nothing."))

  private static let compare = Option.optional(
    "compare", .existingFolder,
    help: Text(
      sv: "Jämför med lagdata i en annan mapp: hur många som skulle få en annan utgång. Kräver --dry-run.",
      en: "Compare with law data in another folder: how many would end otherwise. Needs --dry-run."))

  private static let decide = Command.act(
    "decide",
    abstract: Text(
      sv: "Besluta ett år: bevilja, skicka ut till yttrande, avslå det som inte har besvarats i tid.",
      en: "Decide a year: grant, communicate, refuse what was not answered in time."),
    parameters: [year, dryRun, compare],
    examples: [
      "trygg year decide 2027", "trygg year decide 2027 --dry-run",
      "trygg year decide 2027 --dry-run --compare lagdata-forslag",
    ]
  ) { session in
    if let folder = session.invocation[compare] {
      guard session.invocation[dryRun] else { throw UsageError.missing([dryRun.declaration]) }
      return try compareYear(session, with: folder)
    }
    let bar = session.progress(sv: "Beslutar", en: "Deciding")
    let report = try session.registry().decideYear(
      session.invocation[year], dryRun: session.invocation[dryRun], progress: bar.advance)
    bar.finish()
    try session.answer(report.json) { try report.print(session) }
  }

  private static let summary = Command.act(
    "summary", abstract: Text(sv: "Antal och summor för ett år.", en: "Counts and sums of a year."),
    discussion: Text(
      sv: "Sidan och PDF-filen har diagram, och små antal är dolda i dem.",
      en: "The page and the PDF have charts, and small counts are hidden in them."),
    parameters: [year, Common.reportForm, Common.out],
    examples: ["trygg year summary 2027", "trygg year summary 2027 --form pdf --out 2027.pdf"]
  ) { session in
    let summary = try session.registry().summariseYear(session.invocation[year])
    try session.deliver(
      try summary.report(), as: session.invocation[Common.reportForm], to: session.invocation[Common.out]
    ) { try session.answer(summary.json) { try summary.print(session) } }
  }
}

extension YearLockReport.Occasion {
  fileprivate var json: JSON {
    ["ring": .string("\(ring)"), "occasion": .string(key), "day": .string("\(day)")]
  }
}

extension [YearLockReport.Occasion] {
  fileprivate func print(_ session: Session, _ heading: String) throws {
    guard !isEmpty else { return }
    try session.print("")
    try session.print(heading)
    var table = Table([
      .text("Ring"), .text(session.say(sv: "Sammankomst", en: "Occasion")),
      .text(session.say(sv: "Dag", en: "Day")),
    ])
    for occasion in self { table.append(["\(occasion.ring)", occasion.key, "\(occasion.day)"]) }
    try session.invocation.output.print(table)
  }
}
