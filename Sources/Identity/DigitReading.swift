extension Span<UInt8> {
  /// The part that is left when spaces and tabs at both ends are taken away.
  var boundsWithoutOuterSpaces: Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var bounds = 0..<count
    while let first = bounds.first, isSpace(self[first]) { bounds = first + 1..<bounds.upperBound }
    while let last = bounds.last, isSpace(self[last]) { bounds = bounds.lowerBound..<last }
    return bounds
  }

  /// The number that the bytes of a range write in ASCII digits, or nothing when one is something else.
  func number(in range: Range<Int>) -> Int? {
    var number = 0
    for position in range {
      let digit = self[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Tells whether every byte of a range is an ASCII digit or letter.
  func isAlphanumeric(in range: Range<Int>) -> Bool {
    range.allSatisfy { position in
      switch self[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: false
      }
    }
  }
}
