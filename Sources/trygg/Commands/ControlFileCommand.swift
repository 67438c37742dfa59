import CommandLine
import Exchange
import Operations
import Register

/// `year control-file`: what Skatteverket receives for a year.
enum ControlFileCommand {
  private static let year = Argument.required(
    Text(sv: "ÅR", en: "YEAR"), .year, help: Text(sv: "Kalenderåret.", en: "The calendar year."))
  private static let out = Option.optional(
    "out", .file,
    help: Text(
      sv: "Fil för kontrolluppgifterna; den innehåller alltid alla som gäller.",
      en: "File for the control statements; it always holds all that are in force."))
  private static let removals = Option.optional(
    "removals", .file,
    help: Text(
      sv: "Fil för borttag av tidigare lämnade uppgifter. Lämna den före den andra.",
      en: "File for removals of statements sent earlier. Send it before the other."))
  private static let validate = Option.flag(
    "validate",
    help: Text(
      sv: "Pröva också det skrivna mot schema och regler i Legal/schemas.",
      en: "Also hold what is written against schema and rules in Legal/schemas."))
  private static let receipt = Option.optional(
    "receipt", .file,
    help: Text(
      sv: "Spara i stället en kvittens: CSV med specification, status (accepted, rejected), [code], [text].",
      en: "Keep a receipt instead: CSV with specification, status (accepted, rejected), [code], [text]."))

  static let controlFile = Command(
    "control-file",
    abstract: Text(
      sv: "Skriv årets kontrolluppgifter, eller spara kvittensen på dem.",
      en: "Write the year's control statements, or keep the receipt for them."),
    discussion: Text(
      sv: """
        En uppgift för var och en vars beslut är fattat och beviljar. Numret i fält 570 ges första gången uppgiften \
        lämnas och ändras aldrig, så filen kan lämnas om när som helst. Blanketten finns inte: filen är ett förslag.

        Uppgifter som skulle bryta mot en regel hålls tillbaka och namnges med personens nummer i registret; då är \
        slutkoden 2.
        """,
      en: """
        One statement for each person whose decision is made and grants. The number in field 570 is given when the \
        statement is first sent and never changes, so the file can be sent again at any time. No such form exists: \
        the file is a proposal.

        Statements that would break a rule are held back and named by the person's number in the register; the exit \
        code is then 2.
        """),
    parameters: [year, out, removals, validate, receipt],
    examples: [
      "trygg year control-file 2027 --out ku-2027.xml --validate",
      "trygg year control-file 2027 --out ku-2027.xml --removals borttag-2027.xml",
      "trygg year control-file 2027 --receipt kvittens.csv",
    ]
  ) { invocation in
    let session = Session(invocation)
    switch (invocation[out], invocation[receipt]) {
    case (nil, nil): throw UsageError.missing([out.declaration])
    case (_?, _?): throw UsageError.conflict(out.declaration, receipt.declaration)
    case (let path?, nil): return try write(to: path, session)
    case (nil, let path?): return try keepReceipt(path, session)
    }
  }

  private static func write(to path: String, _ session: Session) throws -> ExitCode {
    let invocation = session.invocation
    let check = invocation[validate] ? try ControlFileCheck(folder: session.schemas) : nil
    let bar = ProgressBar(
      session.say(sv: "Skriver", en: "Writing"), total: nil, output: invocation.output,
      language: invocation.language, now: { ContinuousClock.now })
    let report = try session.registry().writeControlFile(
      of: invocation[year], to: path, removals: invocation[removals], check: check,
      progress: { bar.advance(by: $0) })
    bar.finish()
    try session.answer(report.json(session.wording)) {
      try report.print(session, path: path, removals: invocation[removals])
    }
    return report.held.count > 0 ? .partial : .done
  }

  private static func keepReceipt(_ path: String, _ session: Session) throws -> ExitCode {
    let file = try CSVFile(path: path, layout: ReceiptRow.layout)
    let report = try session.registry().keepControlReceipt(of: session.invocation[year], from: file)
    try session.answer(report.json(session.wording)) {
      try report.print(session, of: path, isDryRun: false, rejects: nil, mayReject: false)
    }
    return report.exitCode(ImportOptions())
  }
}

extension Session {
  /// The folder of the schemas that belong to the law data.
  fileprivate var schemas: String { (invocation[Globals.legal] ?? Shipped.path("Legal")) + "/schemas" }
}

extension ControlFileReport {
  fileprivate func json(_ wording: Wording) -> JSON {
    [
      "year": .integer(year), "statements": .integer(statements.count), "sumKr": .integer(statements.kronor),
      "new": .integer(new), "changed": .integer(changed), "unchanged": .integer(unchanged),
      "removed": .integer(removed), "removals": .integer(removals), "held": .integer(held.count),
      "heldKr": .integer(held.kronor), "granted": .integer(granted.count),
      "grantedKr": .integer(granted.kronor), "late": .integer(late),
      "lastDay": .string("\(lastDay)"), "notes": .array(notes.map { wording.json($0) }),
    ]
  }

  fileprivate func print(_ session: Session, path: String, removals removalsPath: String?) throws {
    func line(_ sv: String, _ en: String) throws { try session.print(session.say(sv: sv, en: en)) }
    let wording = session.wording
    try line(
      "\(statements.count) kontrolluppgifter, \(wording.amount(statements.kronor)), i \(path)",
      "\(statements.count) control statements, \(wording.amount(statements.kronor)), in \(path)")
    try line(
      "Nya \(new), ändrade \(changed), oförändrade \(unchanged), borttagna nu \(removed).",
      "New \(new), changed \(changed), unchanged \(unchanged), removed now \(removed).")
    try line(
      "Beviljade beslut: \(granted.count), \(wording.amount(granted.kronor)); tillbakahållna \(held.count).",
      "Decisions that grant: \(granted.count), \(wording.amount(granted.kronor)); held back \(held.count).")
    if removals > 0, let removalsPath {
      try line(
        "\(removals) borttag i \(removalsPath). Lämna den filen först.",
        "\(removals) removals in \(removalsPath). Send that file first.")
    }
    session.note(notes)
  }
}
