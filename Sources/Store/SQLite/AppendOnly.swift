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

/// The SQL of triggers that refuse every change in a table, and every removal but that of a retention run.
///
/// So is what a yearly decision rests on, personal values that are removed when their time is up (decision C-100).
func keptUntilRetention(_ table: String) -> String {
  """
  CREATE TRIGGER \(table)_never_changes BEFORE UPDATE ON \(table)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  \(shrinksByRetention(table, "append-only"))
  """
}

/// The SQL of a trigger that refuses every removal but that of a retention run.
func shrinksByRetention(_ table: String, _ reason: String) -> String {
  """
  CREATE TRIGGER \(table)_never_shrinks BEFORE DELETE ON \(table)
  WHEN NOT EXISTS (SELECT 1 FROM retention_open)
  BEGIN SELECT RAISE(ABORT, '\(reason)'); END;
  """
}
