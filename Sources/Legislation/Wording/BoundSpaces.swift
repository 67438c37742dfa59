extension String {
  /// The text with what belongs together tied by spaces that do not break: `67 kap.`, `7 c §`, `2 000 kronor`.
  var bound: String {
    let source = Array(utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count + 16)
    for (index, byte) in source.enumerated() {
      if byte == UInt8(ascii: " "), source.isTied(at: index) {
        bytes += [0xC2, 0xA0]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Signs and words that may not begin a line.
  private static let tied = ["§", "kap.", "kronor"].map { Array($0.utf8) }

  /// Whether what follows the space at a place belongs to what stands before it.
  fileprivate func isTied(at space: Int) -> Bool {
    let next = self[(space + 1)...]
    if Self.tied.contains(where: next.starts(with:)) { return true }
    // The letter of a section, `3 a`.
    guard space > 0, UInt8(ascii: "0")...UInt8(ascii: "9") ~= self[space - 1], let letter = next.first,
      UInt8(ascii: "a")...UInt8(ascii: "h") ~= letter
    else { return false }
    return next.dropFirst().first.map { !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0) && $0 < 0x80 } ?? true
  }
}
