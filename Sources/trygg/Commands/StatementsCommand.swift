import CommandLine
import Documents
import Identity
import Operations
import Register

/// `year statements`: the yearly statements as files, for the archive and for the printers.
enum StatementsCommand {
  private static let out = Option.required(
    "out", .folder, help: Text(sv: "Mapp att skriva till.", en: "Folder to write to."))
  private static let forms = Option.defaulting(
    "form", .forms(DocumentForm.self), to: "html",
    help: Text(
      sv: "Former, med komma mellan: html, text, xml, pdf.", en: "Forms, with commas: html, text, xml, pdf."))
  private static let municipality = Option.optional(
    "municipality", .municipality,
    help: Text(
      sv: "Bara en kommuns ringar. Skyddade personer kommer bara med när ingen kommun är angiven.",
      en: "One municipality's rings alone. Protected persons are included only where none is given."),
    absence: Text(sv: "alla", en: "all"))

  static let statements = Command(
    "statements",
    abstract: Text(
      sv: "Skriv årsbesked till dem som har beviljats, en fil för varje.",
      en: "Write the yearly statements of those granted, one file each."),
    discussion: Text(
      sv: """
        I mappen står också index.csv och manifest.sha256, som "sha256sum --check" läser. Med pdf kommer en utskriftsfil \
        för varje kommun, i postnummerordning. Skyddade personers filer ligger för sig, i mappen formedling.

        En körning som avbröts görs färdig av samma kommando: det som är skrivet kontrolleras och står kvar.
        """,
      en: """
        The folder also gets index.csv and manifest.sha256, which "sha256sum --check" reads. With pdf comes a print file \
        for each municipality, in the order of postcodes. Protected persons' files lie apart, in the folder formedling.

        A run that was interrupted is finished by the same command: what is written is checked and stays.
        """),
    parameters: [YearCommands.year, out, forms, municipality],
    examples: [
      "trygg year statements 2027 --out årsbesked",
      "trygg year statements 2027 --out ut --form pdf,html,xml",
      "trygg year statements 2027 --out ut-1280 --form pdf --municipality 1280",
    ]
  ) { invocation in
    let session = Session(invocation)
    let order = StatementOrder(
      year: invocation[YearCommands.year], municipality: invocation[municipality],
      forms: invocation[forms], folder: invocation[out])
    let bar = session.progress(sv: "Skriver", en: "Writing")
    let report = try telling(order.folder) {
      try session.registry().deliverStatements(
        order, with: session.renderer(), validatedBy: try session.schema("statement")
      ) { done, total in bar.advance(done, total) }
    }
    bar.finish()
    try session.answer(report.json(order.year, session.wording)) { try report.print(session) }
    return session.tell(report.unset)
  }
}

extension StatementsReport {
  fileprivate func json(_ year: Int, _ wording: Wording) -> JSON {
    [
      "year": .integer(year), "issued": .integer(issued), "unchanged": .integer(unchanged),
      "amountKr": .integer(amount), "written": .integer(written), "kept": .integer(kept),
      "printFiles": .integer(printFiles),
      "failures": .array(unset.map(\.json)),
    ]
  }

  fileprivate func print(_ session: Session) throws {
    try session.print(
      session.say(
        sv: "Årsbesked: \(issued) nya, \(unchanged) från förut.",
        en: "Statements: \(issued) new, \(unchanged) from before."))
    try session.print(session.say(sv: "Belopp: ", en: "Amount: ") + session.wording.amount(amount))
    try session.print(
      session.say(
        sv: "Filer: \(written) skrivna, \(kept) stod kvar. Utskriftsfiler: \(printFiles).",
        en: "Files: \(written) written, \(kept) kept. Print files: \(printFiles)."))
    if leavesOutProtected {
      session.hint(
        sv: "Skyddade personer är inte med. De kommer med i en körning utan --municipality.",
        en: "Protected persons are left out. A run without --municipality includes them.")
    }
  }
}
