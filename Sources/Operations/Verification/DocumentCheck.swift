public import Documents
public import Identity
public import Register
import Store

/// Whether a file is a document of a register, and what it says; needs the register's public keys and nothing else.
public struct DocumentCheck: Sendable {
  /// What the seal says; the raw value is the code of its message.
  public enum Seal: String, Hashable, Sendable, CaseIterable {
    /// It was made by a known key over exactly this document.
    case holds = "SEAL_HOLDS"
    /// It names a known key, which never sealed this document: something has been changed.
    case broken = "SEAL_BROKEN"
    /// There is none.
    case missing = "SEAL_MISSING"
    /// It names a key that is not known.
    case keyUnknown = "SEAL_KEY_UNKNOWN"

    /// `genuine`, `altered` or `unknown`.
    public var verdict: String {
      switch self {
      case .holds: "genuine"
      case .broken: "altered"
      case .missing, .keyUnknown: "unknown"
      }
    }
  }

  /// What a document says of itself, to be believed only where its seal holds.
  public struct Claim: Sendable {
    /// What sort of document it is.
    public let kind: String
    /// Its number.
    public let number: DocumentNumber
    /// The day of issue.
    public let issuedOn: LocalDate
    /// The income year that it tells of: as it says, else that before its issue.
    let year: Int
  }

  /// What the seal says.
  public let seal: Seal

  /// What the document says of itself, or nothing where it cannot be read.
  public let claim: Claim?

  private let file: [UInt8]

  /// The document as it is rendered, or nothing where it says nothing of itself.
  public var document: IssuedDocument? {
    claim.map { IssuedDocument(number: $0.number, kind: $0.kind, issuedOn: $0.issuedOn, xml: file) }
  }

  /// SHA-256 of the document without its seal.
  let sha256: [UInt8]

  /// Checks the XML of a document.
  public init(_ file: [UInt8], by keys: SealKeys) {
    let sealed = SealedXML(reading: file)
    self.file = file
    sha256 = Digest.sha256(sealed.canonical)
    claim = try? Claim(parsing: sealed.canonical)
    seal =
      if let stated = sealed.seal {
        if let key = keys.key(named: stated.key) {
          key.verifies(stated.signature, of: sha256) ? .holds : .broken
        } else {
          .keyUnknown
        }
      } else {
        .missing
      }
  }
}

extension DocumentCheck.Claim {
  fileprivate init(parsing document: [UInt8]) throws(XMLFault) {
    let root = try MarkupElement(parsing: document, file: "")
    kind = root["kind"] ?? root.name
    number = try root.required("number") { DocumentNumber($0) }
    issuedOn = try root.required("issued") { LocalDate($0) }
    year = root["year"].flatMap { Int($0) } ?? issuedOn.year - 1
  }
}
