import Register
import Store
import Synchronization

/// The values of income years, put together once and not for every page: those of the law data, and those that decisions
/// were made by, which never change.
final class RuleBook: Sendable {
  /// The values of a year.
  struct Year: Sendable {
    let rules: RuleSet
    /// The same as the rule reads them.
    let benefit: BenefitParameters
    /// By what they are known.
    let name: String

    fileprivate init(_ rules: RuleSet, digest: [UInt8]) throws(Refusal) {
      self.rules = rules
      self.benefit = try BenefitParameters(year: rules.year, in: rules.parameters)
      self.name = rules.name(digest)
    }
  }

  private let parameters: Parameters
  private let current = Mutex<[Int: Year]>([:])
  private let kept = Mutex<[[UInt8]: Year]>([:])

  init(_ parameters: Parameters) {
    self.parameters = parameters
  }

  /// The values of the law data for a year.
  ///
  /// - Throws: `PARAMETER_NOT_IN_FORCE` for a year before the register act.
  func year(_ year: Int) throws(Refusal) -> Year {
    if let known = current.withLock({ $0[year] }) { return known }
    let rules = try RuleSet(year: year, in: parameters)
    let made = try Year(rules, digest: Digest.sha256(Array(rules.text.utf8)))
    current.withLock { $0[year] = made }
    return made
  }

  /// The values that a decision was made by.
  func year(ofDecision decision: StoredDecision, from connection: Connection) throws -> Year {
    let digest = try connection.digest(ofRuleSet: decision.ruleSet)
    if let known = kept.withLock({ $0[digest] }) { return known }
    let made = try Year(try connection.ruleSet(decision.ruleSet).rules, digest: digest)
    kept.withLock { $0[digest] = made }
    return made
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
