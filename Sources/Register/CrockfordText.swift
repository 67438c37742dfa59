/// Letters and digits that people copy by hand without mistaking one for another (Crockford's base 32).
enum CrockfordText {
  static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// What somebody copied, as it was printed: any case, spaces and hyphens between, `I` and `L` for 1, `O` for 0.
  static func mended(_ written: String) -> String? {
    var text: [UInt8] = []
    text.reserveCapacity(written.utf8.count)
    for scalar in written.unicodeScalars {
      switch scalar {
      case " ", "-", "\u{A0}": continue
      case "I", "i", "L", "l": text.append(UInt8(ascii: "1"))
      case "O", "o": text.append(UInt8(ascii: "0"))
      default:
        let capital = ("a"..."z").contains(scalar) ? scalar.value - 0x20 : scalar.value
        guard let digit = UInt8(exactly: capital), digits.contains(digit) else { return nil }
        text.append(digit)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A text in groups of four.
  static func grouped(_ text: String, by separator: String) -> String {
    var groups: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      groups.append(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: separator)
  }
}
