public import Identity

/// The register's own number of an enrolment.
public typealias EnrolmentID = RowID<Enrolment>

/// A participant's place in a programme.
public struct Enrolment: Hashable, Sendable {
  /// The register's own number.
  public let id: EnrolmentID
  /// The participant.
  public let person: PersonID
  /// The programme.
  public let programme: Programme
  /// The first day; the plan in force on it binds (decision C-29).
  public let startedOn: LocalDate
  /// The last day, or nothing while the participant goes on.
  public let withdrawnOn: LocalDate?
  /// The provider who enrolled the participant, or nothing when the registrar did.
  public let provider: ProviderID?
  /// What was known when the participant was admitted.
  public let facts: EnrolmentFacts

  /// Describes an enrolment.
  public init(
    id: EnrolmentID, person: PersonID, programme: Programme, startedOn: LocalDate, withdrawnOn: LocalDate?,
    provider: ProviderID?, facts: EnrolmentFacts
  ) {
    self.id = id
    self.person = person
    self.programme = programme
    self.startedOn = startedOn
    self.withdrawnOn = withdrawnOn
    self.provider = provider
    self.facts = facts
  }

  /// Tells whether a day lies in the enrolment, its first and its last inside (decision C-47).
  public func contains(_ day: LocalDate) -> Bool {
    startedOn <= day && (withdrawnOn.map { day <= $0 } ?? true)
  }
}

/// What is known of a participant: facts with days, never what a check found (decision C-101).
public struct EnrolmentFacts: Hashable, Sendable {
  /// The profession that opens the course in restorative justice.
  public var profession: Profession?
  /// The day the profession was verified.
  public var professionVerifiedOn: LocalDate?
  /// The employer.
  public var employer: String?
  /// The share of full time.
  public var fullTimeShare: Fraction?
  /// The day the references were checked.
  public var referencesCheckedOn: LocalDate?
  /// The day the background was checked.
  public var backgroundCheckedOn: LocalDate?

  /// Gathers facts; none of them is needed by every programme.
  public init(
    profession: Profession? = nil, professionVerifiedOn: LocalDate? = nil, employer: String? = nil,
    fullTimeShare: Fraction? = nil, referencesCheckedOn: LocalDate? = nil,
    backgroundCheckedOn: LocalDate? = nil
  ) {
    self.profession = profession
    self.professionVerifiedOn = professionVerifiedOn
    self.employer = employer
    self.fullTimeShare = fullTimeShare
    self.referencesCheckedOn = referencesCheckedOn
    self.backgroundCheckedOn = backgroundCheckedOn
  }

  /// The facts with what they lack taken from others, or nothing where the two differ (decision C-89).
  public func filled(from other: EnrolmentFacts) -> EnrolmentFacts? {
    func fill<Value: Equatable>(_ field: WritableKeyPath<EnrolmentFacts, Value?>) -> Bool {
      guard let given = other[keyPath: field] else { return true }
      guard let stored = filled[keyPath: field] else {
        filled[keyPath: field] = given
        return true
      }
      return stored == given
    }
    var filled = self
    let agree =
      fill(\.profession) && fill(\.professionVerifiedOn) && fill(\.employer) && fill(\.fullTimeShare)
      && fill(\.referencesCheckedOn) && fill(\.backgroundCheckedOn)
    return agree ? filled : nil
  }
}
