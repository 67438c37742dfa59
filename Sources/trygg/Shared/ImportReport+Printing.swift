import CommandLine
import Operations
import Register

extension ImportReport {
  /// How many refused rows a terminal shows; the rejects file holds all.
  private static let shownRows = 20

  /// The exit code of the contract: 2 for a part, 65 when nothing could be stored.
  func exitCode(_ options: ImportOptions) -> ExitCode {
    guard hasRejected else { return .done }
    return options.allOrNothing || stored + unchanged == 0 ? .data : .partial
  }

  func json(_ wording: Wording) -> JSON {
    var members: [JSON.Member] = [
      .init("stored", .integer(stored)), .init("unchanged", .integer(unchanged)),
      .init("rejected", .integer(rejected)),
      .init("rows", .array(rows.flatMap { row in row.refusals.map { wording.json($0, row: row.number) } })),
    ]
    if corrected > 0 { members.append(.init("corrected", .integer(corrected))) }
    if !notes.isEmpty {
      members.append(
        .init(
          "notes", .array(notes.flatMap { row in row.refusals.map { wording.json($0, row: row.number) } })))
    }
    return .object(members)
  }

  /// - Parameter rejects: where the rejected rows stand, if anywhere.
  /// - Parameter mayReject: whether the command can write them to a file.
  func print(
    _ session: Session, of path: String, isDryRun: Bool, rejects: String?, mayReject: Bool = true
  ) throws {
    try session.print(
      isDryRun
        ? session.say(
          sv:
            "Prövning, inget har sparats. Skulle spara \(stored), oförändrade \(unchanged), avvisade \(rejected).",
          en:
            "A trial, nothing is stored. Would store \(stored), unchanged \(unchanged), rejected \(rejected)."
        )
        : session.say(
          sv: "Sparade \(stored), oförändrade \(unchanged), avvisade \(rejected).",
          en: "Stored \(stored), unchanged \(unchanged), rejected \(rejected)."))
    if corrected > 0 {
      try session.print(
        session.say(
          sv: "Av de sparade rättade \(corrected) vad som stod.",
          en: "Of those stored, \(corrected) corrected what stood."))
    }
    for row in rows.prefix(ImportReport.shownRows) + notes.prefix(ImportReport.shownRows) {
      for refusal in row.refusals {
        let place = [path, session.say(sv: "rad \(row.number)", en: "row \(row.number)"), refusal.column]
          .compactMap { $0 }.joined(separator: ", ")
        session.invocation.output.note("\(place): \(session.wording.sentence(refusal))")
      }
    }
    guard hasRejected else { return }
    if rejected > ImportReport.shownRows {
      session.invocation.output.note(
        session.say(
          sv: "… och \(rejected - ImportReport.shownRows) rader till.",
          en: "… and \(rejected - ImportReport.shownRows) more rows."))
    }
    session.invocation.output.note(
      rejects.map { path in
        session.say(
          sv: "De avvisade raderna står i \(path). Rätta dem där och läs in filen igen.",
          en: "The rejected rows stand in \(path). Mend them there and import the file again.")
      }
        ?? session.say(
          sv: "Rätta raderna och läs in filen igen"
            + (mayReject ? "; med --rejects FIL får du dem i en egen fil." : "."),
          en: "Mend the rows and import the file again"
            + (mayReject ? "; with --rejects FILE you get them in a file of their own." : ".")))
  }
}

extension Wording {
  /// A refusal of a row as programs read it.
  func json(_ refusal: Refusal, row: Int) -> JSON {
    guard case .object(let members) = json(refusal) else { return .null }
    return .object([JSON.Member("row", .integer(row))] + members)
  }

  /// What is wrong and what to do, without the code and the rule.
  func plain(_ refusal: Refusal) -> String {
    text(refusal.code.rawValue, refusal.facts)
  }
}
