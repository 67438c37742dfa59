/// The tables of what was sent to Skatteverket in the yearly control file, part of the first migration.
///
/// The key of a record, which is its year, its number in field 570 and the number in field 215 or 222, is what a later
/// correction or removal must repeat (decision C-90). So it never changes; the history holds the amounts that were sent
/// before the last.
let controlFileTables = """
  CREATE TABLE control_file (
    entry INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    organisation INTEGER NOT NULL,
    written_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE control_record (
    year INTEGER NOT NULL,
    specification INTEGER NOT NULL CHECK (specification BETWEEN 1 AND 9999999999),
    person INTEGER NOT NULL REFERENCES person,
    field INTEGER NOT NULL CHECK (field IN (215, 222)),
    number INTEGER NOT NULL,
    amount_kr INTEGER NOT NULL CHECK (amount_kr BETWEEN 0 AND 9999999999),
    version INTEGER NOT NULL,
    -- The audit entries of the files that first held the record, that last changed it and that removed it.
    first_entry INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    removed_by INTEGER,
    PRIMARY KEY (year, specification)
  ) STRICT, WITHOUT ROWID;
  -- Nobody has two records in force for one year.
  CREATE UNIQUE INDEX control_record_in_force ON control_record (person, year) WHERE removed_by IS NULL;
  CREATE INDEX control_record_of_person ON control_record (person) WHERE removed_by IS NOT NULL;

  CREATE TABLE control_record_history (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    specification INTEGER NOT NULL,
    amount_kr INTEGER NOT NULL,
    version INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    FOREIGN KEY (year, specification) REFERENCES control_record
  ) STRICT;
  CREATE INDEX control_record_history_of ON control_record_history (year, specification);

  CREATE TRIGGER control_record_keeps_its_key
  BEFORE UPDATE OF year, specification, person, field, number, first_entry ON control_record BEGIN
    SELECT RAISE(ABORT, 'a control record is never renumbered');
  END;
  CREATE TRIGGER control_record_stays_removed BEFORE UPDATE ON control_record WHEN OLD.removed_by IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a removed control record is never sent again');
  END;
  CREATE TRIGGER control_record_keeps_history BEFORE UPDATE OF amount_kr, version ON control_record BEGIN
    INSERT INTO control_record_history (year, specification, amount_kr, version, entry)
      VALUES (OLD.year, OLD.specification, OLD.amount_kr, OLD.version, OLD.entry);
  END;
  CREATE TRIGGER control_record_never_deleted BEFORE DELETE ON control_record BEGIN
    SELECT RAISE(ABORT, 'control_record is never deleted');
  END;

  CREATE TABLE control_receipt (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    specification INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('accepted', 'rejected')),
    code TEXT,
    text TEXT,
    entry INTEGER NOT NULL,
    FOREIGN KEY (year, specification) REFERENCES control_record
  ) STRICT;
  CREATE INDEX control_receipt_of ON control_receipt (year, specification);
  \(["control_file", "control_record_history", "control_receipt"].map(appendOnly).joined(separator: "\n"))
  """
