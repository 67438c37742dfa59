import CommandLine
import Exchange
import Identity
import Operations
import Register

enum ImportCommand {
  private static let kind = Argument.required(
    Text(sv: "SLAG", en: "KIND"), .choice(ImportKind.self),
    help: Text(sv: "Vad filen innehåller.", en: "What the file holds."))
  private static let file = Argument.optional(
    Text(sv: "FIL", en: "FILE"), .file,
    help: Text(
      sv: "CSV-fil, - för standard in; behövs inte med --template.",
      en: "CSV file, - for standard input; not needed with --template."))
  private static let template = Option.flag(
    "template",
    help: Text(
      sv: "Skriv en tom fil med rätt rubriker, att fylla i med ett kalkylprogram.",
      en: "Write an empty file with the right headers, to be filled in with a spreadsheet."))
  private static let dryRun = Option.flag(
    "dry-run", help: Text(sv: "Pröva alla rader, spara ingen.", en: "Check every row, store none."))
  private static let allOrNothing = Option.flag(
    "all-or-nothing",
    help: Text(sv: "Spara inget om någon rad är fel.", en: "Store nothing if any row is wrong."))
  private static let rejects = Option.optional(
    "rejects", .file,
    help: Text(
      sv: "Fil för de rader som inte gick in, att rätta och läsa in igen.",
      en: "File for the rows that did not go in, to be mended and imported again."))

  static let command = Command(
    "import",
    abstract: Text(
      sv: "Läs in en CSV-fil: goda rader sparas, felaktiga namnges.",
      en: "Import a CSV file: good rows are stored, bad ones named."),
    parameters: [kind, file, dryRun, allOrNothing, rejects, Common.reason, template, Common.out],
    examples: [
      "trygg import persons personer.csv",
      "trygg import attendance närvaro.csv --dry-run --rejects fel.csv",
      "trygg import sessions --template --out pass.csv",
    ]
  ) { invocation in
    let session = Session(invocation)
    if invocation[template] {
      try session.writeTemplate(of: invocation[kind], to: invocation[Common.out])
      return .done
    }
    guard let path = invocation[file] else { throw UsageError.missing([file.declaration]) }
    let source = try telling(path) { try CSVFile(path: path, layout: invocation[kind].layout) }
    var options = ImportOptions()
    options.isDryRun = invocation[dryRun]
    options.allOrNothing = invocation[allOrNothing]
    options.reason = invocation[Common.reason]
    let rejectsFile = invocation[rejects].map { RejectsFile(path: $0, source: source) }
    let bar = ProgressBar(
      session.say(sv: "Läser in", en: "Importing"), total: source.recordCount, output: invocation.output,
      language: invocation.language, now: { ContinuousClock.now })
    let report = try session.registry().importRows(
      invocation[kind], from: source, options,
      reject: { record, refusals in
        guard let rejectsFile, let path = invocation[rejects] else { return }
        let error = refusals.map { "\($0.code.rawValue): \(session.wording.plain($0))" }.joined(
          separator: " | ")
        try telling(path) { try rejectsFile.add(record, error: error) }
      },
      progress: { bar.advance(by: $0) })
    bar.finish()
    if let rejectsFile, let path = invocation[rejects] { try telling(path) { try rejectsFile.commit() } }
    try session.answer(report.json(session.wording)) {
      try report.print(session, of: path, isDryRun: options.isDryRun, rejects: invocation[rejects])
    }
    return report.exitCode(options)
  }
}

extension Session {
  /// Writes the header row of a kind as the Swedish Excel opens it: with semicolons and a byte order mark.
  fileprivate func writeTemplate(of kind: ImportKind, to path: String?) throws {
    let dialect = CSVDialect(delimiter: .semicolon, hasByteOrderMark: true)
    let output = try path.map { try OutputFile(replacing: $0) } ?? OutputFile(descriptor: 1)
    try CSVWriter(to: output, layout: kind.layout, dialect: dialect).commit()
  }
}
