/// The tables of what anyone may learn of a document and of what members report, part of the first migration.
let verificationTables = """
  -- A wrong birth date given for a document; five within a day close it for a day (decision C-102).
  CREATE TABLE verification_guess (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document,
    at INTEGER NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX verification_guess_of ON verification_guess (document, at);

  -- Whether the code of a document answers, as the member last chose; the latest row counts.
  CREATE TABLE verification_choice (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX verification_choice_of ON verification_choice (document);

  -- A member's word that the own attendance is recorded wrongly; what it says stands with the audit entry.
  CREATE TABLE attendance_report (
    id INTEGER PRIMARY KEY,
    occasion INTEGER NOT NULL REFERENCES occasion,
    person INTEGER NOT NULL REFERENCES person,
    received_on TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX attendance_report_of ON attendance_report (occasion);
  \(["verification_guess", "verification_choice", "attendance_report"].map(keptUntilRetention).joined(separator: "\n"))
  """
