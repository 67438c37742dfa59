/// The SQL of triggers that refuse every change and every removal in a table.
///
/// Decisions, issued documents, training hours, corrections and the audit log only grow.
func appendOnly(_ table: String) -> String {
  """
  CREATE TRIGGER \(table)_never_changes BEFORE UPDATE ON \(table)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER \(table)_never_shrinks BEFORE DELETE ON \(table)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  """
}
