import Identity
public import Register
import Store

extension Registry {
  /// Judges everybody's year by the values in force and by others, and stores nothing.
  ///
  /// Decisions already made do not matter: the same facts are judged twice, as they stand now.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE`.
  public func compareYear(
    _ year: Int, with other: Parameters, ringsPerBatch: Int = 200,
    progress: (_ rings: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> YearComparison {
    try tellingFaults(of: store.files.database) {
      let record = ActRecord(subject: String(year))
      let rings = try read(.yearCompare, record) { connection, _ in try connection.ringsToDecide(in: year) }
      let (before, after) = try (judge(of: year, by: parameters), judge(of: year, by: other))
      let parts = stride(from: 0, to: rings.count, by: ringsPerBatch).map {
        rings[$0..<min($0 + ringsPerBatch, rings.count)]
      }
      var ends = (YearEnds(), YearEnds())
      try OrderedWork<Survey>(parts: parts.count, workers: 2, ahead: 4).run { part in
        try Survey(
          before: before.ends(in: parts[part]), after: after.ends(in: parts[part]), rings: parts[part].count)
      } take: { survey in
        ends.0.add(survey.before)
        ends.1.add(survey.after)
        try progress(survey.rings, rings.count)
      }
      let smallest = try parameters.value(of: .exportMinimum, on: today)
      let outcomes = OutcomeComparison(YearEnds.counts(ends.0, ends.1), from: smallest)
      let granted = outcomes.row(YearEnd(.granted))
      return YearComparison(
        year: year, changes: changes(from: parameters, to: other, in: year), outcomes: outcomes,
        amountBefore: granted.before.map { $0 * before.rule.parameters.amount.value },
        amountAfter: granted.after.map { $0 * after.rule.parameters.amount.value }, smallestShown: smallest)
    }
  }

  /// Judges everybody, whether decided or not.
  private func judge(of year: Int, by parameters: Parameters) throws -> YearJudge {
    let rule = BenefitRule(try BenefitParameters(year: year, in: parameters), asOf: now)
    return YearJudge(store: store, parameters: parameters, rule: rule) { _ in true }
  }

  private func changes(
    from parameters: Parameters, to other: Parameters, in year: Int
  ) -> [YearComparison.Change] {
    let day = LocalDate.firstDay(of: year)
    func value(_ key: String, _ parameters: Parameters) -> String {
      (try? parameters.dated(key, on: day).value.text) ?? "–"
    }
    return ParameterDefinition.known.compactMap { definition in
      let (before, after) = (value(definition.key, parameters), value(definition.key, other))
      guard before != after else { return nil }
      return YearComparison.Change(key: definition.key, before: before, after: after)
    }
  }
}

/// How the years of some rings' members end by either set of values.
private struct Survey: Sendable {
  let before: [(person: PersonID, end: UInt8)]
  let after: [(person: PersonID, end: UInt8)]
  let rings: Int
}

/// How everybody's year ends, one byte for each person, since by other values another ring may issue the decision.
private struct YearEnds {
  private var ends: [UInt8] = []
  private static let none = UInt8.max

  /// The byte of each end, its place in `YearEnd.all`.
  static let places = Dictionary(
    uniqueKeysWithValues: YearEnd.all.enumerated().map { ($1, UInt8(clamping: $0)) })

  mutating func add(_ found: [(person: PersonID, end: UInt8)]) {
    for (person, end) in found {
      let index = Int(person.value)
      if index >= ends.count {
        ends.append(contentsOf: repeatElement(YearEnds.none, count: index + 1 - ends.count))
      }
      ends[index] = end
    }
  }

  static func counts(_ before: YearEnds, _ after: YearEnds) -> [YearEnd: [YearEnd: Int]] {
    var table = [Int](repeating: 0, count: 1 << 16)
    for (from, to) in zip(before.ends, after.ends) { table[Int(from) << 8 | Int(to)] += 1 }
    var counts: [YearEnd: [YearEnd: Int]] = [:]
    for (from, end) in YearEnd.all.enumerated() {
      for (to, other) in YearEnd.all.enumerated() where table[from << 8 | to] > 0 {
        counts[end, default: [:]][other] = table[from << 8 | to]
      }
    }
    return counts
  }
}

extension YearJudge {
  /// How the years of the members end whose decision one of the rings issues, each as its place in `YearEnd.all`.
  fileprivate func ends(in rings: ArraySlice<RingID>) throws -> [(person: PersonID, end: UInt8)] {
    var ends: [(person: PersonID, end: UInt8)] = []
    try forEach(rings) { facts, _ in
      for (position, outcome) in rule.outcomes(in: facts).enumerated() where outcome.ring == 0 {
        guard let end = YearEnds.places[YearEnd(outcome)] else { continue }
        ends.append((facts.members[position].person, end))
      }
    }
    return ends
  }
}
