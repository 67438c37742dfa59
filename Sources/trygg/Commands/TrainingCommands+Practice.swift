import CommandLine
import Identity
import Operations
import Register

extension TrainingCommands {
  private static let month = Option.optional(
    "month", .month, help: Text(sv: "Månaden som räknas, ÅÅÅÅ-MM.", en: "The month counted, YYYY-MM."),
    absence: Text(sv: "visa det som står", en: "show what stands"))
  private static let mediations = Option.defaulting(
    "mediations", .integer, to: "0", help: Text(sv: "Antalet medlingar.", en: "The number of mediations."))
  private static let agreements = Option.defaulting(
    "agreements", .integer, to: "0",
    help: Text(sv: "De som ledde till överenskommelse.", en: "Those that led to an agreement."))

  static let practice = Command.act(
    "practice",
    abstract: Text(
      sv: "Följ upp en medlares arbete: månader, antal medlingar och andelen överenskommelser.",
      en: "Follow up a mediator's work: months, number of mediations and share of agreements."),
    discussion: Text(
      sv: "Bara antal. Parter och innehåll kan inte lagras. En månad som anges igen ersätter det som stod.",
      en: "Counts alone. Parties and content cannot be stored. A month given again replaces what stood."),
    parameters: [Common.person, month, mediations, agreements],
    examples: [
      "trygg training practice --person 19910101-2392 --month 2027-05 --mediations 6 --agreements 5",
      "trygg training practice --person 19910101-2392",
    ]
  ) { session in
    let invocation = session.invocation
    let number = try invocation[Common.person].number(session, option: "--person")
    let registry = try session.registry()
    guard let month = invocation[month] else {
      let followUp = try registry.followUpMediations(of: number)
      return try session.answer(followUp.json(number)) { try followUp.print(session) }
    }
    let count = try MediationCount(
      month: month, mediations: invocation[mediations], agreements: invocation[agreements])
    try session.confirm(try registry.countMediations(count, of: number), masked: number)
  }
}

extension Notation where Value == LocalDate {
  /// A month, as its first day.
  fileprivate static var month: Notation {
    Notation(Text(sv: "ÅÅÅÅ-MM", en: "YYYY-MM")) { word in
      guard let day = LocalDate(word + "-01") else { throw Refusal(.dateFormat) }
      return day
    }
  }
}

extension MediationCount {
  /// The month as `2027-05`.
  var monthText: String { String("\(month)".prefix(7)) }
}

extension MediationFollowUp {
  fileprivate func json(_ number: IdentityNumber) -> JSON {
    [
      "person": .string(number.masked), "experienceMonths": JSON(experienceMonths),
      "mediations": .integer(mediations), "agreements": .integer(agreements),
      "meetsAgreementGoal": meetsAgreementGoal.map(JSON.bool) ?? .null,
      "months": .array(
        counts.map {
          [
            "month": .string($0.monthText), "mediations": .integer($0.mediations),
            "agreements": .integer($0.agreements), "withinGoal": .bool(goal.contains($0.mediations)),
          ]
        }),
    ]
  }

  fileprivate func print(_ session: Session) throws {
    var table = Table([
      .text(session.say(sv: "Månad", en: "Month")),
      .number(session.say(sv: "Medlingar", en: "Mediations")),
      .number(session.say(sv: "Överenskommelser", en: "Agreements")),
      .text(
        session.say(
          sv: "Mål \(goal.lowerBound)–\(goal.upperBound)", en: "Goal \(goal.lowerBound)–\(goal.upperBound)")),
    ])
    for count in counts {
      table.append([
        count.monthText, "\(count.mediations)", "\(count.agreements)",
        goal.contains(count.mediations)
          ? session.say(sv: "ja", en: "yes") : session.say(sv: "nej", en: "no"),
      ])
    }
    try session.invocation.output.print(table)
    let share = "\(agreementGoal)"
    if let meetsAgreementGoal {
      try session.print(
        session.say(
          sv:
            "\(agreements) av \(mediations) medlingar ledde till överenskommelse; målet är mer än \(share): "
            + (meetsAgreementGoal ? "nått." : "inte nått."),
          en:
            "\(agreements) of \(mediations) mediations led to an agreement; the goal is more than \(share): "
            + (meetsAgreementGoal ? "met." : "not met.")))
    }
    if let experienceMonths {
      try session.print(
        session.say(
          sv: "\(experienceMonths) månader sedan utbildningsbeviset.",
          en: "\(experienceMonths) months since the certificate."))
    }
  }
}
