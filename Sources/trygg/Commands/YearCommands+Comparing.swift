import CommandLine
import Legislation
import Operations
import Register

extension YearCommands {
  /// `year decide --dry-run --compare`: one register under two sets of law data.
  static func compareYear(_ session: Session, with folder: String) throws {
    let bar = session.progress(sv: "Jämför", en: "Comparing")
    let comparison = try session.registry().compareYear(
      session.invocation[year], with: try LawFolder(folder).parameters(), progress: bar.advance)
    bar.finish()
    try session.answer(comparison.json) { try comparison.print(session) }
  }
}

extension YearComparison {
  fileprivate var json: JSON {
    [
      "year": .integer(year), "dryRun": .bool(true), "smallestShown": .integer(smallestShown),
      "values": .array(
        changes.map {
          ["parameter": .string($0.key), "before": .string($0.before), "after": .string($0.after)]
        }),
      "changed": JSON(outcomes.changed), "changedAtLeast": .integer(outcomes.changedAtLeast),
      "amountKr": ["before": JSON(amountBefore), "after": JSON(amountAfter)],
      "outcomes": .array(
        outcomes.rows.map { row in
          .object(row.end.members + [.init("before", JSON(row.before)), .init("after", JSON(row.after))])
        }),
      "moves": .array(
        outcomes.moves.map {
          ["from": .object($0.from.members), "to": .object($0.to.members), "count": JSON($0.count)]
        }),
    ]
  }

  fileprivate func print(_ session: Session) throws {
    let output = session.invocation.output
    let (before, after) = (
      session.say(sv: "Nu", en: "Now"), session.say(sv: "Med ändringen", en: "Changed")
    )
    var values = Table([.text(session.say(sv: "Värde", en: "Value")), .text(before), .text(after)])
    for change in changes { values.append([change.key, change.before, change.after]) }
    try output.print(values)
    try session.print("")
    let hidden = session.say(sv: "döljs", en: "hidden")
    var table = Table([.text(session.say(sv: "Utgång", en: "Outcome")), .number(before), .number(after)])
    for row in outcomes.rows {
      table.append([
        row.end.name, row.before.map { "\($0)" } ?? hidden, row.after.map { "\($0)" } ?? hidden,
      ])
    }
    try output.print(table)
    try session.print("")
    try printMoves(session, hidden)
    if let amountBefore, let amountAfter {
      try session.print(
        session.say(sv: "Belopp: ", en: "Amount: ") + session.wording.amount(amountBefore) + " → "
          + session.wording.amount(amountAfter))
    }
    if outcomes.rows.contains(where: { $0.before == nil || $0.after == nil }) {
      try session.print(
        session.say(
          sv: "Antal under \(smallestShown) döljs, och de som annars skulle röja dem.",
          en: "Counts below \(smallestShown) are hidden, and those that would reveal them."))
    }
  }

  private func printMoves(_ session: Session, _ hidden: String) throws {
    guard !outcomes.moves.isEmpty else {
      return try session.print(
        session.say(sv: "Ingen får en annan utgång.", en: "Nobody would end otherwise."))
    }
    var moves = Table([
      .text(session.say(sv: "Från", en: "From")), .text(session.say(sv: "Till", en: "To")),
      .number(session.say(sv: "Antal", en: "Count")),
    ])
    for move in outcomes.moves {
      moves.append([move.from.name, move.to.name, move.count.map { "\($0)" } ?? hidden])
    }
    try session.invocation.output.print(moves)
  }
}

extension YearEnd {
  fileprivate var members: [JSON.Member] {
    [.init("outcome", .string(verdict.rawValue)), .init("reason", JSON(reason?.rawValue))]
  }

  fileprivate var name: String { verdict.rawValue + (reason.map { ":" + $0.rawValue } ?? "") }
}
