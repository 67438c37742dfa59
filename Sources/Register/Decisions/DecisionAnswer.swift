public import Identity

/// What a person answered before a decision on a year.
public struct DecisionAnswer: Hashable, Sendable {
  /// The day on which it came.
  public let receivedOn: LocalDate
  /// What it says, until it is redacted.
  public let text: String?

  /// Puts one together.
  public init(receivedOn: LocalDate, text: String?) {
    (self.receivedOn, self.text) = (receivedOn, text)
  }
}

/// A case that the person has answered and that an officer therefore decides (decision C-75).
public struct AnsweredCase: Hashable, Sendable {
  /// The person.
  public let number: IdentityNumber
  /// The income year.
  public let year: Int
  /// The ring that issues the decision.
  public let ring: RingNumber
  /// The letter that was answered, where one is written here.
  public let letter: DocumentNumber?
  /// The day of the last answer.
  public let answeredOn: LocalDate

  /// Puts one together.
  public init(
    number: IdentityNumber, year: Int, ring: RingNumber, letter: DocumentNumber?, answeredOn: LocalDate
  ) {
    (self.number, self.year, self.ring) = (number, year, ring)
    (self.letter, self.answeredOn) = (letter, answeredOn)
  }
}
