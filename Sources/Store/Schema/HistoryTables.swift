/// A table of what each row of another said before every change, and the triggers that fill it and refuse deletion.
func keepsHistory(of table: String, _ columns: String) -> String {
  let names = columns.split(separator: ",").compactMap { $0.split(whereSeparator: \.isWhitespace).first }
  let list = names.joined(separator: ", ")
  let old = names.map { "OLD.\($0)" }.joined(separator: ", ")
  return """
    CREATE TABLE \(table)_history (
      id INTEGER PRIMARY KEY,
      \(table) INTEGER NOT NULL REFERENCES \(table),
      \(columns)
    ) STRICT;
    CREATE INDEX \(table)_history_of ON \(table)_history (\(table));
    CREATE TRIGGER \(table)_keeps_history BEFORE UPDATE ON \(table) BEGIN
      INSERT INTO \(table)_history (\(table), \(list)) VALUES (OLD.id, \(old));
    END;
    \(keptUntilRetention("\(table)_history"))
    \(neverDeleted(table))
    """
}

/// Triggers that refuse to delete rows, which may still be changed with their history kept.
func neverDeleted(_ tables: String...) -> String {
  tables.map { shrinksByRetention($0, "\($0) is never deleted") }.joined(separator: "\n")
}
