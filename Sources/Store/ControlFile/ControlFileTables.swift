/// The tables of what was sent to Skatteverket in the yearly control file, part of the first migration.
///
/// The key of a record, which is its year, its number in field 570 and the number in field 215 or 222, is what a later
/// correction or removal must repeat (decision C-90). So it never changes; the history holds the amounts that were sent
/// before the last. Records lie in the order of the persons, as a file is made: one tree, and no look-up for each.
let controlFileTables = """
  CREATE TABLE control_file (
    entry INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    organisation INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    -- The last number in field 570 that had been given when the file was whole; none is left out or given again.
    last_specification INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE control_record (
    year INTEGER NOT NULL,
    -- The person of a decision, whose reference to the register's persons holds.
    person INTEGER NOT NULL,
    specification INTEGER NOT NULL CHECK (specification BETWEEN 1 AND 9999999999),
    field INTEGER NOT NULL CHECK (field IN (215, 222)),
    number INTEGER NOT NULL,
    amount_kr INTEGER NOT NULL CHECK (amount_kr BETWEEN 0 AND 9999999999),
    version INTEGER NOT NULL,
    -- The audit entries of the files that last changed the record and that removed it.
    entry INTEGER NOT NULL,
    removed_by INTEGER,
    PRIMARY KEY (year, person, specification)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX control_record_removed ON control_record (year, specification) WHERE removed_by IS NOT NULL;

  CREATE TABLE control_record_history (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    person INTEGER NOT NULL,
    specification INTEGER NOT NULL,
    amount_kr INTEGER NOT NULL,
    version INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    FOREIGN KEY (year, person, specification) REFERENCES control_record
  ) STRICT;
  CREATE INDEX control_record_history_of ON control_record_history (year, person, specification);

  CREATE TRIGGER control_record_keeps_its_key
  BEFORE UPDATE OF year, specification, person, field, number ON control_record BEGIN
    SELECT RAISE(ABORT, 'a control record is never renumbered');
  END;
  CREATE TRIGGER control_record_stays_removed BEFORE UPDATE ON control_record WHEN OLD.removed_by IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a removed control record is never sent again');
  END;
  CREATE TRIGGER control_record_keeps_history BEFORE UPDATE OF amount_kr, version ON control_record BEGIN
    INSERT INTO control_record_history (year, person, specification, amount_kr, version, entry)
      VALUES (OLD.year, OLD.person, OLD.specification, OLD.amount_kr, OLD.version, OLD.entry);
  END;
  \(neverDeleted("control_record"))

  CREATE TABLE control_receipt (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    specification INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('accepted', 'rejected')),
    code TEXT,
    text TEXT,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX control_receipt_of ON control_receipt (year, specification);
  \(appendOnly("control_file"))
  \(["control_record_history", "control_receipt"].map(keptUntilRetention).joined(separator: "\n"))
  """
