public import Documents
public import Identity

/// Which statements are wanted, in which forms and where.
public struct StatementOrder: Sendable {
  /// The income year.
  public let year: Int
  /// The municipality whose rings alone are meant, or nothing for all.
  public let municipality: MunicipalityCode?
  /// The forms.
  public let forms: [DocumentForm]
  /// The folder.
  public let folder: String

  /// Describes an order.
  public init(year: Int, municipality: MunicipalityCode? = nil, forms: [DocumentForm], folder: String) {
    self.year = year
    self.municipality = municipality
    self.forms = forms
    self.folder = folder
  }
}

/// What the making of statements did.
public struct StatementsReport: Sendable {
  /// Statements issued now.
  public internal(set) var issued = 0
  /// Statements that had been issued before.
  public internal(set) var unchanged = 0
  /// The sum in kronor of both.
  public internal(set) var amount = 0
  /// Files of statements written now.
  public internal(set) var written = 0
  /// Files of statements that an earlier run had written.
  public internal(set) var kept = 0
  /// Files for the printers.
  public internal(set) var printFiles = 0
  /// Whether persons with protected identity were left out, since the order named a municipality.
  public internal(set) var leavesOutProtected = false
  /// The statements that could not be set as PDF.
  public internal(set) var unset: [UnsetDocument] = []
}
