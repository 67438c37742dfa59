/// A hash of 128 bits over the parts of a key, the same in every process and on every machine.
///
/// Two different keys of one file share a hash with a chance of about one in 10²⁶ for a million rows.
public struct KeyHash: Hashable, Sendable {
  /// The half that a filter takes a key's block from.
  private(set) var first: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The half that it takes the key's marks from.
  private(set) var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// Begins a key without parts.
  public init() {}

  /// Adds a number to the key.
  public mutating func combine(_ number: Int64) {
    mix(UInt64(bitPattern: number))
  }

  /// Adds a text to the key, so that it cannot run into the next part.
  public mutating func combine(_ text: String) {
    let bytes = text.utf8.span
    var word: UInt64 = 0
    for position in bytes.indices {
      word = word << 8 | UInt64(bytes[position])
      if position % 8 == 7 {
        mix(word)
        word = 0
      }
    }
    mix(word)
    mix(UInt64(bytes.count))
  }

  private mutating func mix(_ word: UInt64) {
    first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
    first ^= first >> 32
    second = (second &+ word) &* 0xC4CE_B9FE_1A85_EC53
    second ^= second >> 29
  }
}
