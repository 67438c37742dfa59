/// Which year's documents go to the archive, and into which file.
public struct ArchiveOrder: Sendable {
  /// The year.
  public let year: Int
  /// The file of the package.
  public let file: String
  /// The agreement on the delivery with whoever takes it over, if there is one.
  public let agreement: String?
  /// The version of the program, which the package names.
  public let version: String

  /// Describes an order.
  public init(year: Int, file: String, agreement: String?, version: String) {
    self.year = year
    self.file = file
    self.agreement = agreement
    self.version = version
  }
}

/// What went into the package of a year.
public struct ArchiveReport: Sendable {
  /// The year.
  public let year: Int
  /// Documents of each kind.
  public internal(set) var documents: [String: Int] = [:]
  /// How many of them are of persons with protected identity, which lie apart.
  public internal(set) var protected = 0
  /// Files, the manifest included.
  public internal(set) var files = 0
  /// The documents that could not be set as PDF; with one there is no package.
  public internal(set) var unset: [UnsetDocument] = []

  /// All documents.
  public var total: Int { documents.values.reduce(0, +) }

  init(year: Int) {
    self.year = year
  }
}
