extension JSON {
  /// The value as a document by RFC 8259: UTF-8, indented by two spaces, with a line end at the end.
  public var document: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .object(let members):
      JSON.write(members, between: "{", "}", to: &bytes, depth) { member, bytes in
        JSON.write(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.write(to: &bytes, depth: depth + 1)
      }
    case .array(let values):
      JSON.write(values, between: "[", "]", to: &bytes, depth) { $0.write(to: &$1, depth: depth + 1) }
    case .string(let text): JSON.write(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .decimal(let digits):
      precondition(JSON.isDecimal(digits), "\(digits) is no decimal number")
      bytes.append(contentsOf: digits.utf8)
    case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    }
  }

  private static func write<Part>(
    _ parts: [Part], between open: Unicode.Scalar, _ close: Unicode.Scalar, to bytes: inout [UInt8],
    _ depth: Int, each: (Part, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(depth + 1, in: &bytes)
      each(part, &bytes)
    }
    if !parts.isEmpty { startLine(depth, in: &bytes) }
    bytes.append(UInt8(ascii: close))
  }

  private static func startLine(_ depth: Int, in bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var rest = text.utf8[...]
    while let stop = rest.firstIndex(where: {
      $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }) {
      bytes.append(contentsOf: rest[..<stop])
      writeEscape(of: rest[stop], to: &bytes)
      rest = rest[rest.index(after: stop)...]
    }
    bytes.append(contentsOf: rest)
    bytes.append(UInt8(ascii: "\""))
  }

  private static func writeEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }

  /// Tells whether the text is digits with perhaps a sign before and a point within, as RFC 8259 has them.
  private static func isDecimal(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).utf8.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let areDigits = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits.contains) }
    let whole = parts[0]
    return areDigits && parts.count <= 2 && (whole.count == 1 || whole.first != UInt8(ascii: "0"))
  }
}
