public import Identity
public import Register
import Store

/// What a person has said of a year, beside what the register says of it.
public struct PersonsWord: Sendable {
  /// The answers before a decision, the first first.
  public let answers: [DecisionAnswer]
  /// The last day on which the person reported an error in the own attendance, by occasion.
  public let reports: [OccasionID: LocalDate]
}

extension Registry {
  /// The decision of a person for a year, or where the person stands, with what the person has said of it.
  ///
  /// Who may see the decision may see the words, and the reading is logged with the decision's own.
  ///
  /// - Throws: As `showDecision`; `YEAR_BEFORE_ACT` for a year in which there was nothing to decide.
  public func showYear(
    of number: IdentityNumber, year: Int
  ) throws -> (decision: DecisionView, word: PersonsWord) {
    if let first = parameters.commencement?.year, year < first {
      throw Refusal(.yearBeforeAct, ["year": .count(first)], column: "year")
    }
    let decision = try showDecision(of: number, year: year)
    return try tellingFaults(of: store.files.database) {
      try store.read { connection in
        let word = PersonsWord(
          answers: try connection.answers(of: decision.person, year: year),
          reports: try connection.reportDays(of: decision.person, year: year))
        return (decision, word)
      }
    }
  }
}
