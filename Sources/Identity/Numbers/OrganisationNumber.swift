/// The number of a legal person (lag 1974:174): ten digits, of which the third is at least 2.
public struct OrganisationNumber: Hashable, Sendable {
  /// The ten digits as a number, `5560360793`.
  public let value: Int64

  /// Takes ten digits that were stored as a number.
  ///
  /// The first digit is the form, 5 for limited companies, say; none begins with 0 or 4.
  public init(stored value: Int64) throws(IdentityFault) {
    guard (1_000_000_000..<10_000_000_000).contains(value), value / 1_000_000_000 != 4,
      value / 10_000_000 % 10 >= 2
    else { throw .organisationNumber }
    guard Luhn.isValid(value) else { throw .checkDigit }
    self.value = value
  }

  /// Reads `556036-0793`, with or without hyphen, and with or without 16 before it.
  public init(parsing text: String) throws(IdentityFault) {
    try self.init(parsing: text.utf8.span)
  }

  /// Reads a number from the bytes of a file, in the forms of `init(parsing:)`.
  public init(parsing bytes: Span<UInt8>) throws(IdentityFault) {
    let text = bytes.extracting(bytes.boundsWithoutOuterSpaces)
    guard (10...13).contains(text.count) else { throw .organisationNumber }
    let ending = text.count - 4..<text.count
    let hasHyphen = text.count % 2 == 1
    let beginning = 0..<(hasHyphen ? ending.lowerBound - 1 : ending.lowerBound)
    guard !hasHyphen || text[beginning.upperBound] == UInt8(ascii: "-"),
      let first = text.number(in: beginning), let last = text.number(in: ending),
      beginning.count == 6 || first / 1_000_000 == OrganisationNumber.prefix
    else { throw .organisationNumber }
    try self.init(stored: Int64(first % 1_000_000) * 10_000 + Int64(last))
  }

  /// The form of most files, `5560360793`.
  public var tenDigits: String { String(value) }

  /// The form of letters, `556036-0793`.
  public var hyphenated: String {
    let digits = tenDigits
    return digits.prefix(6) + "-" + digits.suffix(4)
  }

  /// The form of control statements, `165560360793`, where it shares a field with personal numbers.
  public var twelveDigits: String { String(OrganisationNumber.prefix) + tenDigits }

  /// What fills the place of the century.
  private static let prefix = 16
}

extension OrganisationNumber: CustomStringConvertible {
  /// The form with a hyphen.
  public var description: String { hyphenated }
}
