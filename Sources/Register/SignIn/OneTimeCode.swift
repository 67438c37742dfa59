/// A code that a letter brings, with which its reader signs in once: 16 characters of Crockford's base 32.
///
/// The first six find the code in the register, the other ten, 50 random bits, prove that the letter was read. So a
/// code is refused without the cost of a slow hash unless somebody holds a real one's beginning.
public struct OneTimeCode: Hashable, Sendable {
  /// The part that finds the code; not secret.
  public let locator: String

  /// The part that proves it.
  public let secret: String

  private static let locatorLength = 6
  private static let length = 16

  /// Makes a code of random bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == OneTimeCode.length else { return nil }
    let characters = bytes.map { CrockfordText.digits[Int($0 & 31)] }
    self.init(String(decoding: characters, as: UTF8.self))
  }

  /// Reads a code as people copy it.
  public init?(_ written: String) {
    guard let text = CrockfordText.mended(written), text.utf8.count == OneTimeCode.length else { return nil }
    self.locator = String(text.prefix(OneTimeCode.locatorLength))
    self.secret = String(text.dropFirst(OneTimeCode.locatorLength))
  }

  /// The code as a letter prints it: `K7QM-4T2P-9XWD-0A1B`.
  public var printed: String { CrockfordText.grouped(locator + secret, by: "-") }
}
