/// A Swedish postcode: five digits, of which the first is not zero.
public struct Postcode: Hashable, Sendable {
  /// The digits as stored, `12345`.
  public let digits: String

  /// Reads `12345` or `123 45`, with spaces around it or not.
  public init(_ text: String) throws(IdentityFault) {
    let bytes = text.utf8.span
    let code = bytes.extracting(bytes.boundsWithoutOuterSpaces)
    let isSpaced = code.count == 6 && code[3] == UInt8(ascii: " ")
    guard code.count == 5 || isSpaced, let first = code.number(in: 0..<3), first >= 100,
      code.number(in: code.count - 2..<code.count) != nil, isSpaced || code.number(in: 3..<4) != nil
    else { throw .postcode }
    digits = text.filter(\.isNumber)
  }

  /// The form of letters, `123 45`.
  public var printed: String { digits.prefix(3) + " " + digits.suffix(2) }
}
