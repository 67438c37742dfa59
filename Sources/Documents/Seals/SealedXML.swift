import Foundation

/// A document as its XML is given out: the canonical XML, and its seal on a line of its own after it.
///
///     <?trygghetsregister-seal key="64 hexadecimal digits" signature="64 bytes in base 64"?>
///
/// The seal is a processing instruction, so the file is as valid by its schema as the document in it and any stylesheet
/// renders both alike. What stands before the line feed in front of the seal is the document to the byte: Ed25519 over its
/// SHA-256. The key in the seal only says which of the known keys to check with; it is trusted for nothing.
public struct SealedXML: Sendable {
  /// What a seal says.
  public struct Seal: Hashable, Sendable {
    /// The public key, 64 hexadecimal digits.
    public let key: String
    /// The signature, 64 bytes.
    public let signature: [UInt8]

    /// Describes a seal.
    public init(key: String, signature: [UInt8]) {
      self.key = key
      self.signature = signature
    }
  }

  /// The document.
  public let canonical: [UInt8]
  /// The seal, or nothing where the file has none.
  public let seal: Seal?

  /// Puts a seal to a document.
  public init(_ canonical: [UInt8], seal: Seal) {
    self.canonical = canonical
    self.seal = seal
  }

  /// Takes a file apart; one without a seal that can be read is all document.
  ///
  /// White space after the seal is passed over, since editors and mail add it.
  public init(reading file: [UInt8]) {
    let end = (file.lastIndex { !SealedXML.isSpace($0) } ?? -1) + 1
    let lineFeed = file[..<end].lastIndex(of: UInt8(ascii: "\n"))
    let line = lineFeed.map { String(decoding: file[($0 + 1)..<end], as: UTF8.self) }
    self.seal = line.flatMap(SealedXML.seal)
    self.canonical = if seal != nil, let lineFeed { Array(file[..<lineFeed]) } else { file }
  }

  /// The file.
  public var file: [UInt8] {
    guard let seal else { return canonical }
    let signature = Data(seal.signature).base64EncodedString()
    let parts = [SealedXML.opening, seal.key, SealedXML.middle, signature, SealedXML.closing]
    return canonical + Array("\n\(parts.joined())\n".utf8)
  }

  private static let opening = "<?trygghetsregister-seal key=\""
  private static let middle = "\" signature=\""
  private static let closing = "\"?>"

  private static func seal(_ line: String) -> Seal? {
    guard line.hasPrefix(opening), line.hasSuffix(closing) else { return nil }
    let parts = line.dropFirst(opening.count).dropLast(closing.count).split(
      separator: middle, omittingEmptySubsequences: false)
    guard parts.count == 2, let signature = Data(base64Encoded: String(parts[1])) else { return nil }
    return Seal(key: String(parts[0]), signature: Array(signature))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(byte)
  }
}
