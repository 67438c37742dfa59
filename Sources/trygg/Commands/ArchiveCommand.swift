import CommandLine
import Documents
import Foundation
import Operations
import Register

/// `export archive`: a year's documents as one package for an e-archive.
enum ArchiveCommand {
  private static let out = Option.required(
    "out", .file, help: Text(sv: "Paketets fil, en tar.", en: "The package's file, a tar."))
  private static let agreement = Option.optional(
    "agreement", .text,
    help: Text(
      sv: "Leveransöverenskommelsens beteckning, om arkivet kräver en.",
      en: "The reference of the submission agreement, where the archive asks for one."))

  /// The kinds of documents that the register issues, whose schemas have the same names.
  private static let kinds = ["certificate", "letter", "statement"]

  static let command = Command(
    "archive",
    abstract: Text(
      sv: "Ett års handlingar som ett paket för e-arkiv, enligt FGS Paketstruktur.",
      en: "A year's documents as one package for an e-archive, by FGS Paketstruktur of Riksarkivet."),
    discussion: Text(
      sv: """
        Med är årsbesked och brev om årets beslut, när de än skrevs, och certifikat och andra brev som är utfärdade \
        under året. Var och en ligger som förseglad XML och som PDF/A med de mallar som den utfärdades med. I paketet \
        finns också scheman, mallar, öppna nycklar, en förteckning och en beskrivning, och sip.xml (METS) med längd och \
        SHA-256 för varje fil.

        Innan en handling går ut prövas den mot sitt schema och sitt sigill. Paketet får sin plats först när det är \
        helt: en körning som bryts av lämnar inget efter sig. PDF-arbetaren måste finnas.

        Skyddade personers handlingar ligger för sig, i mappen skyddade med en egen förteckning.
        """,
      en: """
        It holds the statements and letters of the year's decisions, whenever they were written, and certificates and \
        other letters issued in the year. Each lies as sealed XML and as PDF/A by the templates that it was issued \
        with. The package also holds schemas, templates, public keys, an index and a description, and sip.xml (METS) \
        with length and SHA-256 of each file.

        A document is held against its schema and its seal before it leaves. The package takes its place when it is \
        whole: a run that is cut off leaves nothing. The PDF worker is needed.

        Protected persons' documents lie apart, in the folder skyddade with an index of their own.
        """),
    parameters: [YearCommands.year, out, agreement],
    examples: [
      "trygg export archive 2027 --out arkiv-2027.tar",
      "trygg export archive 2027 --out arkiv-2027.tar --agreement \"RA 13-2029/100\"",
    ]
  ) { invocation in
    let session = Session(invocation)
    let order = ArchiveOrder(
      year: invocation[YearCommands.year], file: invocation[out], agreement: invocation[agreement],
      version: Trygg.version)
    let schemas = try Dictionary(
      uniqueKeysWithValues: kinds.map { ($0, (try session.schema($0), try session.schemaText($0))) })
    let bar = session.progress(sv: "Skriver", en: "Writing")
    let report = try telling(order.file) {
      try session.registry().exportArchive(order, with: session.renderer(), validatedBy: schemas) {
        bar.advance($0, $1)
      }
    }
    bar.finish()
    try session.answer(report.json(order.file)) { try report.print(session, order.file) }
    return session.tell(report.unset)
  }
}

extension ArchiveReport {
  fileprivate func json(_ file: String) -> JSON {
    [
      "year": .integer(year), "file": unset.isEmpty ? .string(file) : .null,
      "documents": .object(
        documents.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }),
      "protected": .integer(protected), "files": .integer(files),
      "failures": .array(unset.map(\.json)),
    ]
  }

  fileprivate func print(_ session: Session, _ file: String) throws {
    guard unset.isEmpty else {
      return try session.print(
        session.say(
          sv: "Inget paket är skrivet: \(unset.count) handlingar kan inte sättas som PDF.",
          en: "No package is written: \(unset.count) documents cannot be set as PDF."))
    }
    var table = Table([
      .text(session.say(sv: "Handlingar", en: "Documents")), .number(session.say(sv: "Antal", en: "Count")),
    ])
    for (kind, count) in documents.sorted(by: { $0.key < $1.key }) {
      table.append([session.wording.text("document.\(kind)"), "\(count)"])
    }
    try session.invocation.output.print(table)
    if protected > 0 {
      try session.print(
        session.say(
          sv: "Av dem rör \(protected) skyddade personer och ligger för sig i mappen skyddade.",
          en: "Of these \(protected) concern protected persons and lie apart in the folder skyddade."))
    }
    try session.print(
      session.say(sv: "\(files) filer ligger nu i \(file).", en: "\(files) files now lie in \(file)."))
  }
}
