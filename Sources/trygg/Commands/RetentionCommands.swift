import CommandLine
import Operations
import Register

/// `retention`: what is due to be removed, and its removal (decisions C-99 and C-100).
enum RetentionCommands {
  static let group = Command(
    "retention", abstract: Text(sv: "Gallring.", en: "Retention: what is removed when its time is up."),
    subcommands: [list, run])

  private static let dryRun = Option.flag(
    "dry-run", help: Text(sv: "Räkna, men ta inte bort något.", en: "Count, but remove nothing."))

  private static let list = Command.act(
    "list",
    abstract: Text(sv: "Visa vad som ska gallras nu.", en: "Show what is due to be removed now."),
    examples: ["trygg retention list"]
  ) { session in
    let report = try session.registry().listRetention()
    try session.answer(report.json) { try report.print(session) }
  }

  private static let run = Command.act(
    "run",
    abstract: Text(sv: "Gallra det som ska gallras nu.", en: "Remove what is due to be removed now."),
    discussion: Text(
      sv: """
        Det som ett års beslut vilar på tas bort sju år efter inkomståret, tidigast den 1 februari. Öppna ärenden \
        väntar. Brev om en ring tas bort när ringen inte längre är registrerad, certifikat tio år efter innehavarens \
        död. Loggen står kvar som kedja; det som den säger om personer förstörs. Det som kommandot skriver ut är \
        gallringsprotokollet. Säkerhetskopior måste förstöras för sig.
        """,
      en: """
        What a year's decisions rest on is removed seven years after the income year, not before 1 February. Open \
        cases wait. Letters on a ring go when it is no longer registered, certificates ten years after the holder's \
        death. The log stays as a chain; what it says of persons is destroyed. What the command prints is the \
        protocol. Backups must be destroyed by themselves.
        """),
    parameters: [dryRun], examples: ["trygg retention run --dry-run", "trygg retention run > protokoll.txt"]
  ) { session in
    let registry = try session.registry()
    let report = try session.invocation[dryRun] ? registry.listRetention() : registry.runRetention()
    try session.answer(report.json) { try report.print(session) }
    if report.isDone {
      session.hint(
        sv:
          "Säkerhetskopior från tidigare innehåller det gallrade. Förstör dem och gör en ny med \"trygg backup\".",
        en: "Earlier backups hold what was removed. Destroy them and make a new one by \"trygg backup\".")
    }
  }
}

extension RetentionReport {
  fileprivate var json: JSON {
    [
      "year": .integer(year), "lastDay": .string("\(lastDay)"), "done": .bool(isDone),
      "wiped": .bool(isWiped),
      "counts": .object(
        rows.map { .init($0.kind.rawValue, .integer($0.count)) }),
      "nextYear": .integer(next.year), "nextFrom": .string("\(next.day)"),
    ]
  }

  private var rows: [(kind: RetentionClass, count: Int)] {
    RetentionClass.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
  }

  fileprivate func print(_ session: Session) throws {
    let through = session.say(sv: "till och med inkomståret \(year)", en: "up to the income year \(year)")
    guard !counts.isEmpty else {
      try session.print(session.say(sv: "Inget att gallra ", en: "Nothing to remove ") + through + ".")
      try printNext(session)
      return
    }
    try session.print(
      (isDone ? session.say(sv: "Gallrat ", en: "Removed ") : session.say(sv: "Ska gallras ", en: "Due "))
        + through + session.say(sv: ", senast \(lastDay):", en: ", at the latest \(lastDay):"))
    var table = Table([
      .text(session.say(sv: "Uppgifter", en: "Data")), .number(session.say(sv: "Antal", en: "Count")),
    ])
    for (kind, count) in rows {
      table.append([session.wording.text("retention.\(kind.rawValue)"), "\(count)"])
    }
    try session.invocation.output.print(table)
    if isDone, !isWiped {
      session.hint(
        sv: "Någon läser registret just nu. Kör kommandot igen när ingen läser, så töms också skrivloggen.",
        en: "Somebody reads the register now. Run again when nobody does, to empty the write-ahead log too.")
    }
    try printNext(session)
  }

  private func printNext(_ session: Session) throws {
    try session.print(
      session.say(
        sv: "Nästa: inkomståret \(next.year), från \(next.day).",
        en: "Next: the income year \(next.year), from \(next.day)."))
  }
}
