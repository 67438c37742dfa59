/// By which act a decision took the place of another (66 kap. skatteförfarandelagen, decision C-79).
public enum DecisionChange: String, CaseIterable, Sendable {
  /// The member gets more than before (19 §).
  case advantage = "till fördel"
  /// Other facts and the same amount.
  case neutral = "samma utgång"
  /// The member gets less than before (21 §).
  case detriment = "till nackdel"
  /// The member gets less, decided after the two years for that (27 §).
  case lateDetriment = "efterbeskattning"
  /// The person had two numbers and a decision under each; this one falls (decision C-71).
  case duplicate = "dubblett"

  /// Names the change from one outcome to another, by what it does to the member.
  public init(from old: BenefitOutcome, to new: BenefitOutcome) {
    if new.amount == old.amount {
      self = .neutral
    } else {
      self = new.amount > old.amount ? .advantage : .detriment
    }
  }
}

/// The grounds on which a decision may be changed to detriment after two years, by their points in 66 kap. 27 §.
///
/// Points that cannot concern participation, such as samples of goods, are left out.
public enum LateDetrimentGround: String, CaseIterable, Sendable {
  /// The member gave wrong information in the matter.
  case wrongInformation = "1a"
  /// The member gave wrong information in court.
  case wrongInformationInCourt = "1b"
  /// The member did not give information that was asked for.
  case informationWithheld = "1c"
  /// A miscalculation, a slip of the pen or another obvious oversight.
  case oversight = "2"
  /// A control statement that came unasked was missing or wrong.
  case controlStatement = "3"
  /// It follows from a decision on another year or another person.
  case otherDecision = "4a"

  /// The point as it is cited, `1 a`, with a space that does not break.
  public var citation: String {
    rawValue.map { $0.isLetter ? "\u{A0}\($0)" : "\($0)" }.joined()
  }
}
