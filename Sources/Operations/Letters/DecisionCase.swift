import Documents
import Identity
import Legislation
import Register
import Store

/// A decision with all that its letter tells of it.
struct DecisionCase {
  let decision: StoredDecision
  let person: Person
  let rule: BenefitRule
  /// By what the values are known that the decision used.
  let ruleSet: String
  /// The decision that it takes the place of.
  let earlier: DocumentNumber?
  /// The document in which a slip was put right.
  let corrected: DocumentNumber?
  /// What sort of slip was put right.
  let slip: SlipKind?
  /// What the officer gave as reason.
  let statedReason: String?
  /// The last day for the answer that its letter asks for.
  let answerBy: LocalDate?
  /// Each occasion with how it counts, nothing where they no longer add up to what was decided.
  let occasions: [OccasionJudgement]?

  var outcome: BenefitOutcome { decision.facts.outcome }
  var isGranted: Bool { outcome.verdict == .granted }

  /// The number of its letter in the table.
  var letter: Int {
    if decision.status == .communicated { return 8 }
    if decision.slipEntry != nil { return 13 }
    guard earlier != nil, let change = decision.change else { return isGranted ? 9 : 10 }
    return change == .detriment || change == .lateDetriment ? 12 : 11
  }

  /// The least attendance that reaches the share.
  var needed: Int { rule.parameters.threshold.value.least(of: outcome.count.counted) }

  /// The conditions with their facts.
  var reasons: [DecisionReason] {
    decision.facts.reasons(by: rule, number: person.number, ring: decision.ring)
  }

  /// The conditions in words.
  func conditions(in catalogue: MessageCatalogue) -> [Statement.Condition] {
    reasons.map { Statement.Condition($0, in: catalogue) }
  }

  /// What of the identity is missing, where that is why.
  var identityGaps: [DecisionReason.IdentityGap] { reasons.flatMap(\.identityGaps) }

  /// Whether the letter lists occasions that do not count.
  var listsUncounted: Bool { occasions?.contains { $0.treatment.side == .uncounted } ?? false }

  /// The facts that words of its letter may name.
  func fill(_ facts: inout LetterFacts, in catalogue: MessageCatalogue) {
    let language = catalogue.language
    let parameters = rule.parameters
    let count = outcome.count
    facts[.year] = String(decision.year)
    facts[.sixthYear] = String(decision.year + 6)
    facts[.decision] = (decision.status == .communicated ? earlier : decision.document)?.description
    facts[.day] = language.date(decision.datedOn)
    facts[.amount] = language.amount(parameters.amount.value)
    facts[.attended] = String(count.attended)
    facts[.counted] = String(count.counted)
    facts[.percent] = count.percent
    facts[.limit] = catalogue.written(parameters.threshold.value)
    facts[.needed] = String(needed)
    facts[.missing] = String(max(0, needed - count.attended))
    facts[.floor] = String(rule.floor)
    facts[.age] = String(parameters.minimumAge.value)
    facts[.ageDay] = language.date(LocalDate.lastDay(of: decision.year))
    facts[.cap] = parameters.householdCap.value.map(String.init)
    facts[.reason] = statedReason
    facts[.ground] = decision.ground?.citation
    facts[.slip] = slip.map { catalogue.text("slip.\($0.rawValue)") }
    if let last = answerBy {
      facts[.lastDay] = language.date(last)
      facts[.dayAfter] = language.date(last.adding(days: 1))
    }
  }
}

extension Fraction {
  /// The least part of a whole that reaches the fraction.
  func least(of whole: Int) -> Int {
    (numerator * whole + denominator - 1) / denominator
  }
}
