import CommandLine
import Identity
import Operations
import Register

extension YearRunReport {
  var json: JSON {
    [
      "year": .integer(year), "dryRun": .bool(isDryRun), "granted": .integer(granted),
      "amountKr": .integer(amount), "communicated": .integer(communicated.values.reduce(0, +)),
      "refused": .integer(underAge + closed), "waiting": .integer(waiting.values.reduce(0, +)),
      "changed": .bool(hasNews), "answerBy": communicated.isEmpty ? .null : .string("\(answerBy)"),
      "communicatedByReason": communicated.json, "waitingByReason": waiting.json,
    ]
  }

  func print(_ session: Session) throws {
    let wording = session.wording
    var table = Table([
      .text(session.say(sv: "Utgång", en: "Outcome")), .number(session.say(sv: "Antal", en: "Count")),
    ])
    table.append([wording.text("BEVILJAS"), "\(granted)"])
    for (reason, count) in communicated.ordered {
      table.append([
        session.say(sv: "Skickat till yttrande: ", en: "Communicated: ") + wording.text(reason.rawValue),
        "\(count)",
      ])
    }
    if underAge > 0 { table.append([wording.text(OutcomeReason.underAge.rawValue), "\(underAge)"]) }
    if closed > 0 {
      table.append([
        session.say(sv: "Avslag efter svarstiden", en: "Refused after the time for an answer"), "\(closed)",
      ])
    }
    for (reason, count) in waiting.ordered {
      table.append([session.say(sv: "Väntar: ", en: "Waits: ") + wording.text(reason.rawValue), "\(count)"])
    }
    try session.invocation.output.print(table)
    try session.print(session.say(sv: "Belopp: ", en: "Amount: ") + wording.amount(amount))
    if !communicated.isEmpty {
      try session.print(
        session.say(sv: "Sista dag för svar: \(answerBy)", en: "Last day for an answer: \(answerBy)"))
    }
    if isDryRun {
      try session.print(session.say(sv: "Ingenting är sparat.", en: "Nothing is stored."))
    } else if !hasNews {
      try session.print(session.say(sv: "Ingen ändring.", en: "No change."))
    }
  }
}

extension [OutcomeReason: Int] {
  fileprivate var ordered: [(OutcomeReason, Int)] {
    OutcomeReason.allCases.compactMap { reason in self[reason].map { (reason, $0) } }
  }

  fileprivate var json: JSON {
    .object(ordered.map { .init($0.0.rawValue, .integer($0.1)) })
  }
}

extension YearSummary {
  var json: JSON {
    [
      "year": .integer(year), "lockedOn": JSON(lockedOn.map { "\($0)" }),
      "granted": .integer(count(.granted)), "refused": .integer(count(.refused)),
      "waiting": .integer(count(.waiting)), "amountKr": .integer(amount),
      "outcomes": .array(
        rows.map { row in
          [
            "outcome": .string(row.verdict.rawValue), "reason": JSON(row.reason?.rawValue),
            "status": .string(row.status.rawValue), "count": .integer(row.count),
            "amountKr": .integer(row.amount),
          ]
        }),
      "smallestShown": .integer(smallestShown),
      "municipalities": .array(
        figures.places.map { place in
          [
            "municipality": .string(place.municipality.digits), "name": .string(place.municipality.name),
            "granted": JSON(place.granted), "refused": JSON(place.refused),
          ]
        }),
    ]
  }

  func print(_ session: Session) throws {
    let wording = session.wording
    let (number, outcome) = (
      session.say(sv: "Antal", en: "Count"), session.say(sv: "Utgång", en: "Outcome")
    )
    try session.print(
      lockedOn.map { session.say(sv: "Låst \($0)", en: "Locked on \($0)") }
        ?? session.say(sv: "Inte låst", en: "Not locked"))
    var table = Table([
      .text(outcome), .text(session.say(sv: "Skäl", en: "Reason")),
      .text(session.say(sv: "Läge", en: "Status")), .number(number),
    ])
    for row in rows {
      table.append([
        wording.text(row.verdict.rawValue), row.reason.map { wording.text($0.rawValue) } ?? "",
        wording.text(row.status.rawValue), "\(row.count)",
      ])
    }
    try session.invocation.output.print(table)
    try session.print(session.say(sv: "Belopp: ", en: "Amount: ") + wording.amount(amount))
    guard !figures.places.isEmpty else { return }
    try session.print("")
    let hidden = session.say(sv: "döljs", en: "hidden")
    var byPlace = Table([
      .text(session.say(sv: "Kommun", en: "Municipality")),
      .number(session.say(sv: "Beviljade", en: "Granted")),
      .number(session.say(sv: "Övriga", en: "Others")),
    ])
    for place in figures.places {
      byPlace.append([
        place.municipality.name, place.granted.map { "\($0)" } ?? hidden,
        place.refused.map { "\($0)" } ?? hidden,
      ])
    }
    try session.invocation.output.print(byPlace)
    if figures.places.contains(where: { $0.granted == nil || $0.refused == nil }) {
      try session.print(
        session.say(
          sv: "Antal under \(smallestShown) döljs, och fler där summan annars skulle röja dem.",
          en: "Counts below \(smallestShown) are hidden, and more where the sum would reveal them."))
    }
  }
}
