public import Identity
public import Register

/// An issued document: its canonical XML, and what the register knows it by.
public struct IssuedDocument: Sendable {
  /// The number.
  public let number: DocumentNumber
  /// What sort of document it is, by which its stylesheets are named.
  public let kind: String
  /// The day of issue.
  public let issuedOn: LocalDate
  /// The XML, which is the document; everything a person reads is a rendering of it.
  public let xml: [UInt8]

  /// Describes an issued document.
  public init(number: DocumentNumber, kind: String, issuedOn: LocalDate, xml: [UInt8]) {
    self.number = number
    self.kind = kind
    self.issuedOn = issuedOn
    self.xml = xml
  }
}
