public import Identity
public import Register

extension Connection {
  /// Notes a key that seals documents, unless it is known.
  public func noteSealKey(_ key: PublicKey, on day: LocalDate, entry: EntryNumber) throws {
    try run(
      "INSERT INTO seal_key (public_key, first_used_on, entry) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
      key.bytes, day, entry)
  }

  /// Every key that has sealed documents, the latest first.
  public func sealKeys() throws -> [(key: PublicKey, firstUsedOn: LocalDate)] {
    try all("SELECT public_key, first_used_on FROM seal_key ORDER BY id DESC") { row in
      (PublicKey(bytes: try row.bytes(0)), try row.date(1))
    }
  }
}
