/// The code by which anyone who is given a document can ask whether it is genuine: 128 random bits (decision C-52).
public struct VerificationCode: Hashable, Sendable {
  /// The 26 characters of Crockford's base 32, the first 0 to 7.
  public let text: String

  /// Writes sixteen bytes, the highest first.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    let number = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    let characters = (0..<26).map {
      CrockfordText.digits[Int(truncatingIfNeeded: number >> (5 * (25 - $0)) & 31)]
    }
    self.text = String(decoding: characters, as: UTF8.self)
  }

  /// Reads a code as people copy it: any case, spaces and hyphens between, `I` and `L` for 1, `O` for 0.
  public init?(_ written: String) {
    guard let text = CrockfordText.mended(written), text.utf8.count == 26, let first = text.first,
      ("0"..."7").contains(first)
    else { return nil }
    self.text = text
  }

  /// The code in groups, easier to copy by hand: `0123 4567 …`.
  public var grouped: String { CrockfordText.grouped(text, by: " ") }
}
