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

  func view(of person: Person, year: Int, from connection: Connection) throws -> DecisionView {
    let current = try currentView(of: person, year: year, from: connection)
    guard let stored = try connection.decision(of: person.id, year: year) else {
      guard let current else { throw Refusal(.unknownDecision, ["year": .count(year)]) }
      return current
    }
    let (rules, digest) = try connection.ruleSet(stored.ruleSet)
    // A decision is explained by the day that it is made on, whatever the register says now.
    let rule = BenefitRule(
      try BenefitParameters(year: year, in: rules.parameters), asOf: Moment(startOf: stored.datedOn))
    return DecisionView(
      person: person.id, number: person.number, outcome: stored.facts.outcome,
      windows: stored.facts.windows,
      reasons: stored.facts.reasons(by: rule, number: person.number, ring: stored.ring), rules: rules,
      ruleSet: rules.name(digest), status: stored.status, version: stored.version, ring: stored.ring,
      datedOn: stored.datedOn, answerBy: stored.status == .communicated ? stored.answerBy : nil,
      document: stored.document, officer: stored.officer, occasions: current?.occasions ?? [])
  }

  /// What the rule gives now, in the ring that would issue the decision.
  private func currentView(of person: Person, year: Int, from connection: Connection) throws -> DecisionView?
  {
    let rules = try RuleSet(year: year, in: parameters)
    let rule = BenefitRule(try BenefitParameters(year: year, in: rules.parameters), asOf: now)
    let reader = try YearFactsReader(year: year, asOf: today, under: parameters, from: connection)
    var facts = YearFacts(year: year)
    var tried: Set<RingID> = []
    for membership in try connection.memberships(of: person.id) where tried.insert(membership.ring).inserted {
      try reader.load(membership.ring, into: &facts)
      guard let position = facts.members.firstIndex(where: { $0.person == person.id }) else { continue }
      let outcome = rule.outcomes(in: facts)[position]
      guard outcome.ring == 0 else { continue }
      return DecisionView(
        person: person.id, number: person.number, outcome: outcome,
        windows: rule.windows(of: position, in: facts),
        reasons: rule.reasons(for: outcome, of: position, in: facts), rules: rules,
        ruleSet: rules.name(Digest.sha256(Array(rules.text.utf8))), status: .preliminary, version: 0,
        ring: facts.rings[0].number, datedOn: nil, answerBy: nil, document: nil, officer: nil,
        occasions: rule.occasions(of: position, in: facts))
    }
    return nil
  }
}

extension RuleSet {
  /// By what a rule set is known: the first day of its values and the beginning of their digest.
  func name(_ digest: [UInt8]) -> String {
    let letters = Array("0123456789abcdef")
    let beginning = digest.prefix(4).map { "\(letters[Int($0 >> 4)])\(letters[Int($0 & 15)])" }
    return "\(from)/\(beginning.joined())"
  }
}
