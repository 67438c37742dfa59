/// The tables of the audit log, part of the first migration.
///
/// `audit_personal` stands beside the chain: a row of it can go, but only after a row in `audit_redaction`
/// says by which entry, and the digest in that entry covers which rows went.
let auditTables =
  """
  CREATE TABLE audit_entry(
    number INTEGER PRIMARY KEY CHECK (number > 0),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    act TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'read')),
    subject TEXT,
    detail TEXT NOT NULL,
    rows_digest BLOB CHECK (length(rows_digest) = 32),
    personal_digest BLOB CHECK (length(personal_digest) = 32),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
  ) STRICT;

  -- What changed the register; whoever signs in changes nothing of it.
  CREATE INDEX audit_write ON audit_entry(number)
  WHERE outcome = 'done' AND act NOT IN ('sign-in', 'sign-out');

  -- Reads of many at once, which an extract looks up for each selection that its person belongs to.
  CREATE INDEX audit_read_of_many ON audit_entry(subject, number)
  WHERE outcome = 'read' AND personal_digest IS NULL;

  CREATE TABLE audit_personal(
    entry INTEGER PRIMARY KEY REFERENCES audit_entry(number),
    person INTEGER,
    salt BLOB NOT NULL CHECK (length(salt) = 32),
    value TEXT
  ) STRICT;

  CREATE INDEX audit_personal_by_person ON audit_personal(person) WHERE person IS NOT NULL;

  CREATE TABLE audit_redaction(
    entry INTEGER PRIMARY KEY REFERENCES audit_entry(number),
    ordered_by INTEGER NOT NULL REFERENCES audit_entry(number)
  ) STRICT;

  CREATE INDEX audit_redaction_by_order ON audit_redaction(ordered_by, entry);

  \(appendOnly("audit_entry"))
  \(appendOnly("audit_redaction"))
  CREATE TRIGGER audit_personal_never_changes BEFORE UPDATE ON audit_personal
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER audit_personal_shrinks_by_order BEFORE DELETE ON audit_personal
  WHEN NOT EXISTS (SELECT 1 FROM audit_redaction WHERE entry = OLD.entry)
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;

  """
