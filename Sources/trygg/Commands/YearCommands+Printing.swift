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
      "withoutLetter": .integer(unwritten), "factsChanged": .integer(overtaken), "changed": .bool(hasNews),
      "answerBy": communicated.isEmpty ? .null : .string("\(answerBy)"),
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
    if unwritten > 0 {
      try session.print(
        session.say(
          sv:
            "\(unwritten) som kan få avslag har inte fått något brev. Skriv breven: trygg year letters \(year) --out MAPP. "
            + "Skrivs de i dag är \(answerBy) sista dag för svar. Skrivs inga brev härifrån räknas tiden från dagen för körningen.",
          en:
            "\(unwritten) who may be refused have not been written to. Write the letters: trygg year letters \(year) --out "
            + "FOLDER. Written today, \(answerBy) is the last day for an answer. If none are written here, the time runs from "
            + "the day of the run."
        ))
    }
    if closed > 0, countsFromRun {
      try session.print(
        session.say(
          sv: "Inga brev är skrivna härifrån. Svarstiden har räknats från dagen för körningen.",
          en: "No letters have been written here. The time for an answer has run from the day of the run."))
    }
    if overtaken > 0 {
      try session.print(
        session.say(
          sv:
            "För \(overtaken) har uppgifterna ändrats sedan brevet. De avgörs av en handläggare: trygg decision close.",
          en:
            "For \(overtaken) the facts have changed since the letter. An officer decides them: trygg decision close."
        ))
    }
    if isForOfficer {
      try session.print(
        session.say(
          sv: "De som väntar avgörs nu av en handläggare: trygg decision close.",
          en: "Those who wait are now decided by an officer: trygg decision close."))
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
      "granted": JSON(figures.persons(.granted)), "refused": JSON(figures.persons(.refused)),
      "waiting": JSON(figures.persons(.waiting)), "amountKr": JSON(figures.amount),
      "communicated": JSON(figures.open), "decidedRefusals": JSON(figures.refusedForGood),
      "outcomes": .array(
        figures.outcomes.flatMap { outcome in
          outcome.reasons.map { reason -> JSON in
            [
              "outcome": .string(outcome.verdict.rawValue), "reason": .string(reason.reason.rawValue),
              "count": JSON(reason.persons),
            ]
          }
        }),
      "smallestShown": .integer(smallestShown),
      "municipalities": .array(
        figures.places.map { place in
          [
            "municipality": .string(place.municipality.digits), "name": .string(place.municipality.name),
            "granted": JSON(place.granted), "amountKr": JSON(place.amount), "refused": JSON(place.refused),
          ]
        }),
    ]
  }

  func print(_ session: Session) throws {
    let wording = session.wording
    let (number, outcome) = (
      session.say(sv: "Antal", en: "Count"), session.say(sv: "Utgång", en: "Outcome")
    )
    let hidden = session.say(sv: "döljs", en: "hidden")
    func shown(_ count: Int?) -> String { count.map { "\($0)" } ?? hidden }
    try session.print(
      lockedOn.map { session.say(sv: "Låst \($0)", en: "Locked on \($0)") }
        ?? session.say(sv: "Inte låst", en: "Not locked"))
    var table = Table([.text(outcome), .text(session.say(sv: "Skäl", en: "Reason")), .number(number)])
    for outcome in figures.outcomes where outcome.persons != 0 {
      table.append([wording.text(outcome.verdict.rawValue), "", shown(outcome.persons)])
      for reason in outcome.reasons {
        table.append(["", wording.text(reason.reason.rawValue), shown(reason.persons)])
      }
    }
    try session.invocation.output.print(table)
    if let open = figures.open, let refused = figures.refusedForGood, open + refused > 0 {
      try session.print(
        session.say(
          sv: "Av dem som inte uppfyller villkoren kan \(open) ännu yttra sig, \(refused) har fått avslag.",
          en: "Of those who do not meet the conditions \(open) may still answer, \(refused) are refused."))
    }
    try session.print(
      session.say(sv: "Belopp: ", en: "Amount: ") + (figures.amount.map { wording.amount($0) } ?? hidden))
    if !figures.places.isEmpty {
      try session.print("")
      var byPlace = Table([
        .text(session.say(sv: "Kommun", en: "Municipality")),
        .number(session.say(sv: "Beviljade", en: "Granted")),
        .number(session.say(sv: "Belopp", en: "Amount")),
        .number(session.say(sv: "Övriga", en: "Others")),
      ])
      for place in figures.places {
        byPlace.append([
          place.municipality.name, shown(place.granted), place.amount.map { wording.amount($0) } ?? hidden,
          shown(place.refused),
        ])
      }
      try session.invocation.output.print(byPlace)
    }
    guard figures.hidesAny else { return }
    try session.print(
      session.say(
        sv: "Antal under \(smallestShown) döljs, och fler där summan annars skulle röja dem.",
        en: "Counts below \(smallestShown) are hidden, and more where the sum would reveal them."))
  }
}
