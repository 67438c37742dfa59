internal import CSQLite
public import Identity
public import Register

/// What a delivery has written, in a file of SQLite's own that vanishes with it: a million letters are many for a memory.
public final class DeliveryLedger {
  /// A letter that is given out, with what decides where it lies.
  public struct Letter: Hashable, Sendable {
    /// The document's number.
    public let number: DocumentNumber
    /// The recipient's number without the birth number.
    public let person: String
    /// The municipality whose letters it lies among, nothing where it cannot be posted as it is.
    public let municipality: MunicipalityCode?
    /// Whether Skatteverket forwards it to a person with protected identity (decision C-96).
    public let isRelayed: Bool
    /// The postcode of the address.
    public let postcode: String?
    /// SHA-256 of the XML.
    public let digest: [UInt8]
    /// Its pages, known when it is set as PDF.
    public var pages: Int?

    /// Describes a letter whose pages are not yet known.
    public init(
      number: DocumentNumber, person: String, municipality: MunicipalityCode?, isRelayed: Bool,
      postcode: String?,
      digest: [UInt8]
    ) {
      self.number = number
      self.person = person
      self.municipality = municipality
      self.isRelayed = isRelayed
      self.postcode = postcode
      self.digest = digest
    }
  }

  private let connection: Connection

  /// Opens an empty ledger.
  public init() throws(StoreError) {
    connection = try Connection(path: "", access: .write)
    // One transaction that is never ended: nothing of it is worth a wait for the disk.
    try connection.execute(
      """
      PRAGMA cache_size = -1000;
      PRAGMA secure_delete = OFF;
      CREATE TABLE file (name TEXT PRIMARY KEY, digest BLOB NOT NULL, is_written INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE letter (
        year INTEGER, serial INTEGER, person TEXT NOT NULL, municipality TEXT, is_relayed INTEGER NOT NULL,
        postcode TEXT, digest BLOB NOT NULL, pages INTEGER, print_file TEXT, PRIMARY KEY (year, serial)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX letter_by_place ON letter (is_relayed, municipality, postcode, year, serial) WHERE pages IS NOT NULL;
      BEGIN;
      """)
  }

  /// Notes what a file was when an earlier run had written it.
  public func know(_ name: String, _ digest: [UInt8]) throws {
    try connection.run("INSERT OR REPLACE INTO file VALUES (?1, ?2, 0)", name, digest)
  }

  /// What a file was when it was written last.
  public func digest(of name: String) throws -> [UInt8]? {
    try connection.value("SELECT digest FROM file WHERE name = ?1", name)
  }

  /// Notes a file that this run has written or found as it must be.
  public func note(_ name: String, _ digest: [UInt8]) throws {
    try connection.run("INSERT OR REPLACE INTO file VALUES (?1, ?2, 1)", name, digest)
  }

  /// Visits the files by name, those of this run alone or those of earlier runs as well.
  public func forEachFile(
    includingKnown: Bool, _ body: (_ name: String, _ digest: [UInt8]) throws -> Void
  ) throws {
    try connection.forEach(
      "SELECT name, digest FROM file WHERE is_written OR ?1 ORDER BY name", includingKnown
    ) { row in
      try body(try row.text(0), try row.bytes(1))
    }
  }

  /// Notes a letter that has been written.
  public func add(_ letter: Letter) throws {
    try connection.run(
      "INSERT OR REPLACE INTO letter VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)", letter.number.year,
      letter.number.serial, letter.person, letter.municipality, letter.isRelayed, letter.postcode,
      letter.digest,
      letter.pages)
  }

  /// Where letters set as PDF lie together, with how many they are: those that are forwarded, then each municipality's, last
  /// those without address.
  public func places() throws -> [(municipality: MunicipalityCode?, isRelayed: Bool, letters: Int)] {
    try connection.all(
      """
      SELECT municipality, is_relayed, count(*) FROM letter WHERE pages IS NOT NULL GROUP BY is_relayed, municipality
      ORDER BY is_relayed DESC, municipality NULLS LAST
      """
    ) { row in (try row.value(0), try row.value(1), try row.int(2)) }
  }

  /// Some letters of a place in the order of their postcodes.
  public func letters(
    to municipality: MunicipalityCode?, isRelayed: Bool, from first: Int, count: Int
  ) throws -> [Letter] {
    try connection.all(
      """
      SELECT year, serial, person, municipality, is_relayed, postcode, digest, pages FROM letter
      WHERE is_relayed = ?1 AND municipality IS ?2 AND pages IS NOT NULL
      ORDER BY postcode, year, serial LIMIT ?4 OFFSET ?3
      """, isRelayed, municipality, first, count, read: DeliveryLedger.readLetter)
  }

  /// Notes in which print file a letter lies.
  public func put(_ letter: Letter, in file: String) throws {
    try connection.run(
      "UPDATE letter SET print_file = ?3 WHERE year = ?1 AND serial = ?2", letter.number.year,
      letter.number.serial, file)
  }

  /// Visits the letters in the order of their numbers, those that are forwarded or all others.
  public func forEachLetter(
    isRelayed: Bool, _ body: (Letter, _ printFile: String?) throws -> Void
  ) throws {
    try connection.forEach(
      """
      SELECT year, serial, person, municipality, is_relayed, postcode, digest, pages, print_file FROM letter
      WHERE is_relayed = ?1 ORDER BY year, serial
      """, isRelayed
    ) { row in try body(try DeliveryLedger.readLetter(row), try row.value(8)) }
  }

  private static func readLetter(_ row: borrowing Row) throws -> Letter {
    var letter = Letter(
      number: DocumentNumber(year: try row.int(0), serial: try row.int(1)), person: try row.text(2),
      municipality: try row.value(3), isRelayed: try row.value(4), postcode: try row.value(5),
      digest: try row.bytes(6))
    letter.pages = try row.value(7)
    return letter
  }
}
