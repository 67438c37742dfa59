public import Identity

/// What the register holds, as a page on a day: no decision and no evidence, so it has neither number nor seal.
public struct Report: Sendable {
  /// What sort of report it is, by which its stylesheet and its schema are named.
  public let kind: String
  /// The day that it tells of.
  public let madeOn: LocalDate
  /// Who keeps the register.
  public let issuer: String
  /// Its canonical XML.
  public let xml: [UInt8]

  /// Describes a report.
  public init(kind: String, madeOn: LocalDate, issuer: String, xml: [UInt8]) {
    self.kind = kind
    self.madeOn = madeOn
    self.issuer = issuer
    self.xml = xml
  }
}

/// The shapes in which a report is given out; as text it is what the command prints.
public enum ReportForm: String, CaseIterable, Sendable {
  /// What the command prints.
  case text
  /// A page for reading and printing, complete in one file.
  case html
  /// Pages for printing and filing, with the XML inside.
  case pdf
  /// The XML.
  case xml
}
