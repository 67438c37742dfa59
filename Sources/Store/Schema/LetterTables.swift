/// The table of what each kept letter is of, part of the first migration.
///
/// `subject` is the act that the letter tells of, by which a run that was interrupted finds what it has written: a decision
/// with the audit entry that made it so, a ring's event, or a person who waits for a reason.
let letterTables = """
  CREATE TABLE letter (
    document TEXT PRIMARY KEY REFERENCES document,
    -- The number in the table of letters.
    letter INTEGER NOT NULL CHECK (letter > 0),
    subject TEXT UNIQUE,
    ring INTEGER REFERENCES ring,
    -- The last day for the answer that a letter before a refusal asks for.
    answer_by TEXT,
    entry INTEGER NOT NULL,
    CHECK ((letter = 8) = (answer_by IS NOT NULL))
  ) STRICT;
  CREATE INDEX letter_by_ring ON letter (ring) WHERE ring IS NOT NULL;
  \(keptUntilRetention("letter"))
  """
