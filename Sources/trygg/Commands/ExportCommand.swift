import CommandLine
import Exchange
import Foundation
import Operations
import Register

enum ExportCommand {
  private static let kind = Argument.required(
    Text(sv: "SLAG", en: "KIND"), .choice(ImportKind.self),
    help: Text(sv: "Vad som ska lämnas ut.", en: "What to export."))
  private static let ring = Option.optional(
    "ring", .ring,
    help: Text(
      sv: "Bara det som hör till en ring: dess deltagare, sammankomster och närvaro.",
      en: "Only what belongs to one ring: its members, occasions and attendance."))

  static let command = Command(
    "export",
    abstract: Text(
      sv: "Skriv en CSV-fil med samma kolumner som import läser. Utlämnandet loggas.",
      en: "Write a CSV file with the columns that import reads. The disclosure is logged."),
    discussion: Text(
      sv: """
        Filen blir läsbar bara för dig. Inläst igen ändrar den ingenting. I ett nytt register läses slagen in i \
        ordningen persons, providers, trainers, supervisors, enrolments, sessions, rings, members, occasions, rosters, \
        attendance.

        Kontaktpersonen i rings är den som har uppdraget nu. Skyddade personer står utan adress.
        """,
      en: """
        The file is readable by you alone. Imported again it changes nothing. In a new register the kinds are imported \
        in the order persons, providers, trainers, supervisors, enrolments, sessions, rings, members, occasions, \
        rosters, attendance.

        The contact person in rings is the one who has the role now. Protected persons stand without an address.
        """),
    parameters: [kind, Common.out, ring],
    examples: ["trygg export persons --out personer.csv", "trygg export attendance --ring TR-1280-0001"]
  ) { invocation in
    let session = Session(invocation)
    let kind = invocation[kind]
    let ofNoRing: [ImportKind] = [.providers, .trainers, .supervisors, .enrolments, .sessions]
    if invocation[ring] != nil, ofNoRing.contains(kind) {
      throw UsageError.conflict(Self.kind.declaration, ring.declaration)
    }
    guard let path = invocation[Common.out] else {
      // The rows themselves are the answer, and they are no JSON document.
      guard !session.isJSON else { throw UsageError.missing([Common.out.declaration]) }
      do {
        try session.registry().exportRows(
          kind, of: invocation[ring], to: OutputFile(descriptor: STDOUT_FILENO))
      } catch let fault as SystemFault where fault.errorNumber == EPIPE {
        // The reader had seen enough.
      }
      return .done
    }
    let registry = try session.registry()
    let output = try telling(path) { try OutputFile(replacing: path) }
    let bar = session.progress(sv: "Skriver", en: "Writing")
    let rows = try telling(path) {
      try registry.exportRows(kind, of: invocation[ring], to: output) { rows, total in
        bar.advance(rows, total)
      }
    }
    bar.finish()
    try session.answer(["kind": .string(kind.rawValue), "file": .string(path), "rows": .integer(rows)]) {
      try session.print(
        session.say(sv: "\(rows) rader står nu i \(path).", en: "\(rows) rows now stand in \(path)."))
    }
    return .done
  }
}
