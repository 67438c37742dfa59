/// Certificates beside their documents, and how they were taken back; both only grow until retention (decisions C-38,
/// C-92 and C-100).
let certificateTables = """
  CREATE TABLE certificate (
    -- The place in the status list of the badges, which is never given again.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL UNIQUE REFERENCES document,
    person INTEGER NOT NULL REFERENCES person,
    provider INTEGER NOT NULL REFERENCES provider,
    programme TEXT NOT NULL,
    -- The day of issue of the first certificate that this one corrects, itself where it corrects none.
    held_since TEXT NOT NULL,
    completed_on TEXT NOT NULL,
    valid_to TEXT,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX certificate_by_person ON certificate (person, programme);
  CREATE INDEX certificate_by_provider ON certificate (provider, programme);

  -- Why stands with the audit entry, since people write names into it.
  CREATE TABLE certificate_revocation (
    certificate INTEGER PRIMARY KEY REFERENCES certificate,
    from_on TEXT NOT NULL,
    from_beginning INTEGER NOT NULL CHECK (from_beginning IN (0, 1)),
    decided_on TEXT NOT NULL,
    decision TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;

  \(keptUntilRetention("certificate"))
  \(keptUntilRetention("certificate_revocation"))
  """
