extension Schema {
  /// The names of tables, indices and triggers that are not as the migrations make them.
  ///
  /// A trigger that was dropped no longer keeps its table from changes.
  func differences(from connection: Connection) throws -> [String] {
    let pristine = try Connection(path: ":memory:", access: .write)
    try migrate(pristine)
    let expected = try Schema.objects(of: pristine)
    let found = try Schema.objects(of: connection)
    return Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
  }

  private static func objects(of connection: Connection) throws -> [String: String] {
    // SQLite's own tables, of statistics say, come and go.
    let rows = try connection.all(
      "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ) {
      row in (try row.text(0), try row.value(1, as: String?.self) ?? "")
    }
    return Dictionary(rows) { first, _ in first }
  }
}
