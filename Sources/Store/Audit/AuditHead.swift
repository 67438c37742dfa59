internal import Register

/// The signed tip of the audit log, kept in `<register>-head` and worth keeping elsewhere too.
///
/// It is written after each commit, so after a crash it may lag behind the log, never lead it: a log that
/// ends before its head has been cut.
public struct AuditHead: Hashable, Sendable, CustomStringConvertible {
  /// The entry that was signed.
  public let tip: AuditTip

  /// The signature, 64 bytes.
  public let signature: [UInt8]

  /// Signs a tip.
  init(_ tip: AuditTip, key: SigningKey) {
    self.tip = tip
    self.signature = key.signature(of: AuditHead.message(tip))
  }

  /// Reads the line that `description` writes, with or without its line break.
  public init?(_ text: String) {
    let line = text.hasSuffix("\n") ? text.dropLast() : text[...]
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[0].utf8.count == AuditHead.numberWidth, let number = Int64(words[0]),
      number >= 0,
      let hash = Hexadecimal.bytes(words[1]), hash.count == Digest.length,
      let signature = Hexadecimal.bytes(words[2]), signature.count == 64
    else { return nil }
    self.tip = AuditTip(number: number, hash: hash)
    self.signature = signature
  }

  /// Reads the file beside a register.
  init(contentsOf path: String) throws(StoreError) {
    guard let head = AuditHead(String(decoding: try PrivateFile.read(path), as: UTF8.self)) else {
      throw StoreError(.damaged, path)
    }
    self = head
  }

  /// Writes the file beside a register.
  func write(to path: String) throws(StoreError) {
    try PrivateFile.overwrite(path, Array("\(self)\n".utf8))
  }

  /// Whether the register's key signed it.
  public func isSigned(by key: PublicKey) -> Bool {
    key.verifies(signature, of: AuditHead.message(tip))
  }

  /// The number with twenty digits, the hash and the signature in hexadecimal, apart by spaces.
  ///
  /// The length never varies, so that the file can be written over in one call.
  public var description: String {
    let digits = String(tip.number)
    let number = String(repeating: "0", count: AuditHead.numberWidth - digits.utf8.count) + digits
    return "\(number) \(Hexadecimal.text(tip.hash)) \(Hexadecimal.text(signature))"
  }

  private static let numberWidth = 20

  private static func message(_ tip: AuditTip) -> [UInt8] {
    var digest = Digest("trygghetsregister audit head 1")
    digest.add(tip.number)
    digest.add(tip.hash)
    return digest.value()
  }
}
