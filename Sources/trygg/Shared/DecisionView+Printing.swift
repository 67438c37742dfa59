import CommandLine
import Documents
import Identity
import Operations
import Portal
import Register

extension DecisionView {
  /// The decision as the contract writes it, and what a registrar sees beside.
  func json(_ wording: Wording, answers: [DecisionAnswer] = []) -> JSON {
    let beside: [JSON.Member] = [
      .init("ruleSet", .string(ruleSet)),
      .init("decidedOn", status == .decided ? JSON(datedOn.map { "\($0)" }) : .null),
      .init("answerBy", JSON(answerBy.map { "\($0)" })),
      .init("automated", version == 0 ? .null : .bool(officer == nil)), .init("officer", JSON(officer)),
    ]
    let said: [JSON.Member] = answers.isEmpty ? [] : [.init("answers", .array(answers.map(\.json)))]
    return .object(members(in: wording.catalogue) + beside + acts + said)
  }

  /// The decision for a reader at a terminal.
  func print(_ session: Session, answers: [DecisionAnswer] = []) throws {
    let wording = session.wording
    func line(_ label: (sv: String, en: String), _ value: String) throws {
      let label = session.say(sv: label.sv, en: label.en)
      try session.print(label + String(repeating: " ", count: max(1, 22 - label.count)) + value)
    }
    try session.print("\(outcome)  \(wording.text(outcome.verdict.rawValue))")
    if let reason = outcome.reason {
      try session.print(wording.sentence(code: reason.rawValue, facts: [:]))
    }
    try session.print("")
    try line(("Person", "Person"), number.masked)
    try line(("Inkomstår", "Income year"), "\(rules.year)")
    try line(
      ("Läge", "Status"),
      wording.text(status.rawValue) + (datedOn.map { " \($0)" } ?? "")
        + (version > 0 ? session.say(sv: ", version \(version)", en: ", version \(version)") : ""))
    if let document { try line(("Dokument", "Document"), "\(document)") }
    if let letter { try line(("Brev före avslag", "Letter before refusal"), "\(letter)") }
    if let answerBy {
      try line(
        ("Sista dag för svar", "Last day for answer"),
        "\(answerBy)"
          + (letter == nil
            ? session.say(
              sv: " tidigast; inget brev är skrivet", en: " at the earliest; no letter is written")
            : ""))
    }
    for window in windows {
      try line(
        ("Dagar som räknas", "Days that count"), "\(window.days.first)–\(window.days.last)  \(window.ring)")
    }
    try line(
      ("Närvaro", "Attendance"),
      session.say(
        sv: "\(outcome.count.attended) av \(outcome.count.counted)",
        en: "\(outcome.count.attended) of \(outcome.count.counted)")
        + (outcome.count.counted > 0 ? ", \(outcome.count.percent)\u{A0}%" : ""))
    if outcome.verdict == .granted { try line(("Belopp", "Amount"), wording.amount(outcome.amount)) }
    try line(("Regler", "Rules"), ruleSet)
    for (label, value) in actLines(session) { try line(label, value) }
    for answer in answers {
      try session.print("")
      try session.print(
        session.say(sv: "Svaret som kom \(answer.receivedOn)", en: "The answer of \(answer.receivedOn)"))
      try session.print(
        answer.text.map(\.printable)
          ?? session.say(sv: "Texten är gallrad.", en: "The text has been removed."))
    }
    if let prospect = outcome.prospect { try print(prospect, session) }
    try session.print("")
    try session.print(session.say(sv: "Villkor", en: "Conditions"))
    for reason in reasons { try reason.print(session) }
  }

  private func print(_ prospect: AttendanceProspect, _ session: Session) throws {
    guard !outcome.unmet.contains(.underAge) else {
      // Age alone is final before the lock (decision C-73), whatever the attendance comes to.
      try session.print("")
      return try session.print(
        session.say(
          sv: "Ålderskravet nås inte det här året, hur många sammankomster personen än är med vid.",
          en: "The condition of age is not met this year, however many occasions the person attends."))
    }
    let upcoming = prospect.upcoming
    let needed = prospect.isReachable ? prospect.needed : nil
    let sentence =
      switch (needed, upcoming) {
      case (0, 0):
        session.say(sv: "Kraven på närvaro är nådda.", en: "The conditions of attendance are met.")
      case (0, _):
        session.say(
          sv: "Kraven på närvaro nås även utan de sammankomster som är kallade och återstår.",
          en: "The conditions of attendance are met even without the occasions called and to come.")
      case (_?, 1):
        session.say(
          sv: "Kraven på närvaro nås med den sammankomst som är kallad och återstår.",
          en: "The conditions of attendance are met with the one occasion called and to come.")
      case (upcoming, _):
        session.say(
          sv: "Kraven på närvaro nås med alla de \(upcoming) sammankomster som är kallade och återstår.",
          en: "The conditions of attendance are met with all \(upcoming) occasions called and to come.")
      case (let needed?, _):
        session.say(
          sv:
            "Kraven på närvaro nås med \(needed) av de \(upcoming) sammankomster som är kallade och återstår.",
          en:
            "The conditions of attendance are met with \(needed) of the \(upcoming) occasions called and to come."
        )
      case (nil, 0):
        session.say(
          sv: "Ingen fler sammankomst är kallad, och kraven på närvaro är inte nådda.",
          en: "No further occasion is called, and the conditions of attendance are not met.")
      case (nil, 1):
        prospect.hasEnough
          ? session.say(
            sv: "Inte heller med den sammankomst som är kallad och återstår når närvaron kravet.",
            en: "Even with the one occasion called and to come the share cannot be reached.")
          : session.say(
            sv: "Även med den sammankomst som är kallad och återstår blir de för få.",
            en: "Even with the one occasion called and to come there are too few.")
      case (nil, _):
        prospect.hasEnough
          ? session.say(
            sv:
              "Inte heller med alla de \(upcoming) sammankomster som är kallade och återstår når närvaron kravet.",
            en: "Even with all \(upcoming) occasions called and to come the share cannot be reached.")
          : session.say(
            sv: "Även med de \(upcoming) sammankomster som är kallade och återstår blir de för få.",
            en: "Even with the \(upcoming) occasions called and to come there are too few.")
      }
    try session.print("")
    try session.print(
      sentence + session.say(sv: " Fler kan kallas.", en: " More may be called."))
  }
}

extension DecisionAnswer {
  fileprivate var json: JSON {
    ["receivedOn": .string("\(receivedOn)"), "text": JSON(text)]
  }
}

extension DecisionReason {
  fileprivate func print(_ session: Session) throws {
    let wording = session.wording
    let mark =
      switch state {
      case .holds: "+"
      case .fails: "–"
      case .waits: "?"
      }
    try session.print("\(mark) \(wording.sentence(for: self))")
    var ground = wording.citation(of: rule)
    if let parameter = facts["parameter"], let limit = facts["limit"], let from = facts["from"] {
      ground += session.say(
        sv: "; \(wording.code(parameter)) = \(wording.plain(limit)) från \(wording.plain(from))",
        en: "; \(wording.code(parameter)) = \(wording.plain(limit)) from \(wording.plain(from))")
    }
    try session.print("  \(ground)")
  }
}
