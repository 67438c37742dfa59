/// A person's number: a personal identity number (personnummer) or a coordination number (samordningsnummer).
///
/// A value has a birth date that its kind allows and a right check digit (18 § folkbokföringslagen, lag
/// 2022:1697, decision C-22). It prints masked: the birth number shows only in the forms asked for by name.
public struct IdentityNumber: Hashable, Sendable {
  /// The twelve digits as a number, `198507092388`.
  public let value: Int64

  /// What sort of number a person has.
  public enum Kind: Sendable {
    /// The number of a person who is or has been in the population register.
    case personalIdentityNumber
    /// The number of anyone else whom an authority needs to tell apart; 60 is added to the day of birth.
    case coordinationNumber
  }

  /// Takes twelve digits that were stored as a number, checking all but that the birth lies in the past.
  public init(stored value: Int64) throws(IdentityFault) {
    guard (0..<1_000_000_000_000).contains(value) else { throw .format }
    self.value = value
    let (year, month, day) = birthDigits
    guard year < IdentityNumber.firstReserveYear else { throw .reserveNumber }
    guard year >= IdentityNumber.firstYear else { throw .impossibleDate }
    switch kind {
    case .personalIdentityNumber:
      guard LocalDate(year: year, month: month, day: day) != nil else { throw .impossibleDate }
    case .coordinationNumber:
      // Hundreds were given with month 00, day 60 or a day that the month lacks; they are somebody's number.
      guard month <= 12, day <= IdentityNumber.coordinationShift + 31 else { throw .impossibleDate }
    }
    // Birth numbers are given from 001.
    guard birthNumber > 0 else { throw .format }
    guard Luhn.isValid(value % 10_000_000_000) else { throw .checkDigit }
  }

  /// What sort of number it is, as the day digits tell.
  public var kind: Kind {
    birthDigits.day < IdentityNumber.coordinationShift ? .personalIdentityNumber : .coordinationNumber
  }

  /// The date of birth in the number; none for a coordination number given without a possible date.
  ///
  /// Where the register knows a date of its own that one prevails: a number may carry a nearby day
  /// (18 § folkbokföringslagen).
  public var birthDate: LocalDate? {
    let (year, month, day) = birthDigits
    let shift = kind == .coordinationNumber ? IdentityNumber.coordinationShift : 0
    return LocalDate(year: year, month: month, day: day - shift)
  }

  /// Tells whether field 215 of a control statement takes the number; field 222 must be used for the others.
  ///
  /// The schema's own pattern refuses coordination numbers without a possible date.
  public var isSendableInField215: Bool { birthDate != nil }

  /// Nobody with a number was born before; the first were given in 1947.
  static let firstYear = 1800

  /// Reserve numbers of Region Stockholm begin with 99.
  private static let firstReserveYear = 9900

  /// What a coordination number adds to the day of birth.
  static let coordinationShift = 60

  var birthDigits: (year: Int, month: Int, day: Int) {
    (Int(value / 100_000_000), Int(value / 1_000_000 % 100), Int(value / 10_000 % 100))
  }

  private var birthNumber: Int64 { value / 10 % 1000 }
}

extension IdentityNumber: Comparable {
  /// Orders numbers by their twelve digits, which is by birth.
  public static func < (left: IdentityNumber, right: IdentityNumber) -> Bool {
    left.value < right.value
  }
}
