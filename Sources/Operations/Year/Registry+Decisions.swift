public import Identity
import Register
import Store

extension Registry {
  /// The decision of a person for a year, and before it where the person stands (decision C-73).
  ///
  /// - Throws: `UNKNOWN_PERSON`, for a member who asks about another as if nobody had the number;
  ///   `UNKNOWN_DECISION` for a person without a membership in the year.
  public func showDecision(of number: IdentityNumber, year: Int) throws -> DecisionView {
    try tellingFaults(of: store.files.database) {
      let asked = try store.read { connection in try connection.personID(numbered: number) }
      return try read(.decisionShow, ActRecord(subject: String(year), person: asked)) { connection, _ in
        let person = try connection.knownPerson(number)
        guard actor.role != .member || actor.person == person.id else {
          throw Refusal(.unknownPerson, column: "person")
        }
        return try view(of: person, year: year, from: connection)
      }
    }
  }

  /// - Parameters:
  ///   - training: The person's ring training, where it is known already.
  ///   - history: The versions of the decision, likewise.
  func view(
    of person: Person, year: Int, training: RingTraining? = nil, history: DecisionHistory? = nil,
    from connection: Connection
  ) throws -> DecisionView {
    let judged = try judge(person, year: year, training: training, from: connection)
    let history = try history ?? connection.decisionHistory(of: person.id, year: year)
    guard let stored = history.current else {
      try connection.checkKept(year, for: person.id)
      guard let judged else { throw Refusal(.unknownDecision, ["year": .count(year)]) }
      return DecisionView(judged)
    }
    let values = try ruleBook.year(ofDecision: stored, from: connection)
    // A decision is explained by the day that it is made on, whatever the register says now.
    let rule = BenefitRule(values.benefit, asOf: Moment(startOf: stored.datedOn))
    var view = DecisionView(
      person: person.id, number: person.number, outcome: stored.facts.outcome,
      windows: stored.facts.windows,
      reasons: stored.facts.reasons(by: rule, number: person.number, ring: stored.ring), rules: values.rules,
      ruleSet: values.name, status: stored.status, version: stored.version, ring: stored.ring,
      datedOn: stored.datedOn, answerBy: stored.status == .communicated ? stored.answerBy : nil,
      document: stored.document, officer: stored.officer, occasions: judged?.occasions ?? [])
    view.letter = stored.letter
    view.change = stored.change
    view.ground = stored.ground
    view.statedReason = try connection.statedReason(of: stored.entry)
    view.slip = try stored.slipEntry.map { entry throws in
      DecisionView.Slip(
        kind: try connection.slipKind(of: entry), correctedOn: try connection.moment(of: entry)?.day,
        document: try connection.document(beforeSlipIn: stored.id),
        reason: try connection.statedReason(of: entry))
    }
    view.answeredOn = stored.answeredOn
    view.services = try connection.services(of: stored.id)
    view.supersedes = history.document(before: stored)
    if stored.status == .decided {
      view.appealBy = ReviewTimes(year: year).lastAppeal(
        decidedOn: stored.datedOn, receivedOn: view.services.last { $0.method == .proven }?.day)
    }
    view.proposal = history.open.flatMap { $0.id == stored.id ? nil : DecisionView.Proposal($0) }
    return view
  }
}

extension DecisionView {
  /// What the rule gives now, before any decision.
  fileprivate init(_ judged: PersonYear) {
    self.init(
      person: judged.person.id, number: judged.person.number, outcome: judged.outcome,
      windows: judged.frozen.windows, reasons: judged.reasons, rules: judged.values.rules,
      ruleSet: judged.values.name, status: .preliminary,
      version: 0, ring: judged.ring.number, datedOn: nil, answerBy: nil, document: nil, officer: nil,
      occasions: judged.occasions)
  }
}

extension DecisionView.Proposal {
  fileprivate init(_ stored: StoredDecision) {
    let last = ReviewTimes(year: stored.year).lastDetriment
    // Unless an answer comes, it is decided at the earliest the day after.
    let isOutlasted = stored.change == .detriment && (stored.answerBy.map { $0 >= last } ?? false)
    self.init(
      version: stored.version, outcome: stored.facts.outcome, communicatedOn: stored.datedOn,
      answerBy: stored.answerBy, answeredOn: stored.answeredOn, ground: stored.ground,
      groundNeededAfter: isOutlasted ? last : nil)
  }
}
