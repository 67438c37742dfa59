/// A postal address in Sweden: street or box, postcode and city.
public struct PostalAddress: Hashable, Sendable {
  /// Street and number, box, or c/o, on one line.
  public let street: String

  /// The postcode.
  public let postcode: Postcode

  /// The name of the post town.
  public let city: String

  /// Takes the three parts with spaces around them or not, the postcode as `12345` or `123 45`.
  ///
  /// A line has at most 100 characters, a city 50, and none that cannot be printed.
  public init(street: String, postcode: String, city: String) throws(IdentityFault) {
    self.street = try PostalAddress.streetLine(street)
    self.city = try PostalAddress.cityLine(city)
    self.postcode = try Postcode(postcode)
  }

  /// The address on one line, as running text has it.
  public var oneLine: String { "\(street), \(postcode.printed.replacing(" ", with: "\u{A0}")) \(city)" }

  static func streetLine(_ text: String) throws(IdentityFault) -> String { try line(text, limit: 100) }

  static func cityLine(_ text: String) throws(IdentityFault) -> String { try line(text, limit: 50) }

  private static func line(_ text: String, limit: Int) throws(IdentityFault) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { throw .addressLine }
    let line = text[first...last]
    // Scalars and not characters: one character can carry any number of combining marks.
    guard line.unicodeScalars.count <= limit, line.unicodeScalars.allSatisfy(isPrintable) else {
      throw .addressLine
    }
    return String(line)
  }

  /// Format characters are left out too, since they can turn the order of what is read.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: false
    default: true
    }
  }
}
