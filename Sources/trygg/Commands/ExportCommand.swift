import CommandLine
import Exchange
import Foundation
import Operations
import Register

/// `export`: the register's rows as files, and a year's documents for the archive.
enum ExportCommand {
  static let group = Command(
    "export",
    abstract: Text(
      sv: "Lämna ut rader som CSV, eller ett års handlingar till arkivet. Utlämnandet loggas.",
      en: "Hand out rows as CSV, or a year's documents to the archive. The disclosure is logged."),
    discussion: Text(
      sv: """
        Filen blir läsbar bara för dig. CSV-filerna har de kolumner som import läser, och inlästa igen ändrar de \
        ingenting. I ett nytt register läses de in i ordningen persons, providers, trainers, supervisors, enrolments, \
        sessions, rings, members, occasions, rosters, attendance.
        """,
      en: """
        The file is readable by you alone. CSV files have the columns that import reads, and imported again they change \
        nothing. In a new register they are imported in the order persons, providers, trainers, supervisors, \
        enrolments, sessions, rings, members, occasions, rosters, attendance.
        """),
    subcommands: ImportKind.allCases.map(rows) + [ArchiveCommand.command])

  private static let ring = Option.optional(
    "ring", .ring, help: Text(sv: "Bara det som hör till en ring.", en: "Only what belongs to one ring."))

  private static func rows(of kind: ImportKind) -> Command {
    Command(
      kind.rawValue, abstract: kind.abstract,
      parameters: kind.belongsToRing ? [Common.out, ring] : [Common.out],
      examples: [Example("trygg export \(kind.rawValue) --out \(kind.rawValue).csv")]
        + (kind.belongsToRing ? [Example("trygg export \(kind.rawValue) --ring TR-1280-0001")] : [])
    ) { invocation in
      try export(kind, of: kind.belongsToRing ? invocation[ring] : nil, Session(invocation))
    }
  }

  private static func export(_ kind: ImportKind, of ring: RingNumber?, _ session: Session) throws -> ExitCode
  {
    guard let path = session.invocation[Common.out] else {
      // The rows themselves are the answer, and they are no JSON document.
      guard !session.isJSON else { throw UsageError.missing([Common.out.declaration]) }
      do {
        try session.registry().exportRows(kind, of: ring, to: OutputFile(descriptor: STDOUT_FILENO))
      } catch let fault as SystemFault where fault.errorNumber == EPIPE {
        // The reader had seen enough.
      }
      return .done
    }
    let registry = try session.registry()
    let output = try telling(path) { try OutputFile(replacing: path) }
    let bar = session.progress(sv: "Skriver", en: "Writing")
    let rows = try telling(path) {
      try registry.exportRows(kind, of: ring, to: output) { rows, total in bar.advance(rows, total) }
    }
    bar.finish()
    try session.answer(["kind": .string(kind.rawValue), "file": .string(path), "rows": .integer(rows)]) {
      try session.print(
        session.say(sv: "\(rows) rader står nu i \(path).", en: "\(rows) rows now stand in \(path)."))
    }
    return .done
  }
}

extension ImportKind {
  fileprivate var belongsToRing: Bool {
    switch self {
    case .persons, .rings, .members, .occasions, .rosters, .attendance: true
    case .providers, .trainers, .supervisors, .enrolments, .sessions: false
    }
  }

  fileprivate var abstract: Text {
    switch self {
    case .persons:
      Text(
        sv: "Personer. Skyddade personer står utan adress.",
        en: "Persons. Protected persons stand without an address.")
    case .rings:
      Text(
        sv: "Ringar, med den som är kontaktperson nu.", en: "Rings, with the one who is contact person now.")
    case .members: Text(sv: "Deltaganden i ringar.", en: "Memberships of rings.")
    case .occasions: Text(sv: "Möten och aktiviteter.", en: "Meetings and activities.")
    case .rosters:
      Text(
        sv: "De som är kallade till en aktivitet med lista.", en: "Who is called to activities with a list.")
    case .attendance: Text(sv: "Närvaro.", en: "Attendance.")
    case .providers: Text(sv: "Godkända utbildningsanordnare.", en: "Approved providers.")
    case .trainers: Text(sv: "Godkända utbildare.", en: "Approved trainers.")
    case .supervisors: Text(sv: "Godkända handledare.", en: "Approved supervisors.")
    case .enrolments: Text(sv: "Antagna till utbildning.", en: "Enrolments in programmes.")
    case .sessions: Text(sv: "Utbildningspass.", en: "Sessions of training.")
    }
  }
}
