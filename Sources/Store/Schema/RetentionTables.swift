/// The tables of retention, part of the first migration.
///
/// Triggers let rows go only while `retention_open` holds a row, which is there within the transaction of a run alone.
let retentionTables = """
  CREATE TABLE retention_open (
    entry INTEGER PRIMARY KEY
  ) STRICT;

  -- Persons with an open case, whose data a run leaves; filled and emptied within the transaction of the run.
  CREATE TABLE retention_waiting (
    person INTEGER PRIMARY KEY
  ) STRICT;

  -- Which years have been taken away, by the audit entry that counts what went.
  CREATE TABLE retention_run (
    entry INTEGER PRIMARY KEY,
    year INTEGER NOT NULL
  ) STRICT;
  \(appendOnly("retention_run"))

  """
