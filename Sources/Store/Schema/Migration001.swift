/// The register as it first was: persons, rings, occasions, attendance, training, decisions and documents.
///
/// Days are text such as `2027-01-15`, instants seconds since 1970, identity numbers their twelve digits as an integer.
/// `entry` is the number of the audit entry that wrote the row. It is no foreign key, since the entry is written last,
/// when the digest of its rows is known; `doctor` compares the two.
let migration001 = [
  AuditSchema.tables,
  people, rings, occasions, training, year, users,
  appendOnly(
    "identity_number", "person_history", "ring_history", "ring_event", "start_grant", "occasion_history", "attendance",
    "year_lock", "decision", "document"),
  onceOnly("membership", "left_on", "household", "alias"),
  onceOnly("ring_contact", "to_on"),
  onceOnly("provider_approval", "valid_to"),
  onceOnly("trainer_approval", "valid_to"),
  onceOnly("session", "reversed"),
].joined(separator: "\n")

private let people = """
  CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE CHECK (number BETWEEN 180000000000 AND 299999999999),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    street TEXT,
    postcode TEXT,
    city TEXT,
    protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
    born_on TEXT,
    deceased_on TEXT,
    id_level TEXT CHECK (id_level IN ('osäker', 'sannolik', 'styrkt')),
    merged_into INTEGER REFERENCES person,
    entry INTEGER NOT NULL,
    CHECK ((street IS NULL) = (postcode IS NULL) AND (street IS NULL) = (city IS NULL)),
    CHECK (protected = 0 OR street IS NULL),
    CHECK (merged_into <> id)
  ) STRICT;

  -- Numbers that a person no longer has; an entry made under one still finds the person.
  CREATE TABLE identity_number (
    number INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    entry INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE person_history (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    number INTEGER NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    street TEXT,
    postcode TEXT,
    city TEXT,
    protected INTEGER NOT NULL,
    born_on TEXT,
    deceased_on TEXT,
    id_level TEXT,
    merged_into INTEGER,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX person_history_by_person ON person_history (person);

  CREATE TRIGGER person_keeps_history BEFORE UPDATE ON person BEGIN
    INSERT INTO person_history (person, number, given_name, family_name, street, postcode, city, protected,
        born_on, deceased_on, id_level, merged_into, entry)
      VALUES (OLD.id, OLD.number, OLD.given_name, OLD.family_name, OLD.street, OLD.postcode, OLD.city,
        OLD.protected, OLD.born_on, OLD.deceased_on, OLD.id_level, OLD.merged_into, OLD.entry);
  END;
  """

private let rings = """
  CREATE TABLE ring (
    id INTEGER PRIMARY KEY,
    municipality TEXT NOT NULL,
    serial INTEGER NOT NULL CHECK (serial > 0),
    name TEXT NOT NULL,
    street TEXT,
    postcode TEXT,
    city TEXT,
    venue TEXT,
    interested_households INTEGER,
    active_households INTEGER,
    applied_on TEXT NOT NULL,
    -- Lower case of what a search looks through, since SQLite folds only ASCII.
    folded_name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    entry INTEGER NOT NULL,
    UNIQUE (municipality, serial),
    UNIQUE (municipality, name, applied_on)
  ) STRICT;

  CREATE TABLE ring_history (
    id INTEGER PRIMARY KEY,
    ring INTEGER NOT NULL REFERENCES ring,
    street TEXT,
    postcode TEXT,
    city TEXT,
    venue TEXT,
    interested_households INTEGER,
    active_households INTEGER,
    entry INTEGER NOT NULL
  ) STRICT;

  CREATE TRIGGER ring_keeps_history BEFORE UPDATE ON ring BEGIN
    INSERT INTO ring_history (ring, street, postcode, city, venue, interested_households, active_households,
        entry)
      VALUES (OLD.id, OLD.street, OLD.postcode, OLD.city, OLD.venue, OLD.interested_households,
        OLD.active_households, OLD.entry);
  END;

  CREATE TABLE ring_event (
    id INTEGER PRIMARY KEY,
    ring INTEGER NOT NULL REFERENCES ring,
    state TEXT NOT NULL CHECK (state IN ('ansökt', 'kompletteras', 'registrerad', 'under tillsyn',
      'avregistrerad', 'avslagen', 'avvisad', 'avskriven')),
    day TEXT NOT NULL,
    reason TEXT,
    actor TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX ring_event_by_ring ON ring_event (ring, id);

  CREATE TABLE ring_contact (
    id INTEGER PRIMARY KEY,
    ring INTEGER NOT NULL REFERENCES ring,
    person INTEGER NOT NULL REFERENCES person,
    from_on TEXT NOT NULL,
    to_on TEXT,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX ring_contact_by_ring ON ring_contact (ring, from_on);
  CREATE INDEX ring_contact_by_person ON ring_contact (person);

  CREATE TABLE start_grant (
    id INTEGER PRIMARY KEY,
    ring INTEGER NOT NULL UNIQUE REFERENCES ring,
    amount_kr INTEGER NOT NULL,
    decided_on TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE membership (
    id INTEGER PRIMARY KEY,
    ring INTEGER NOT NULL REFERENCES ring,
    person INTEGER NOT NULL REFERENCES person,
    household TEXT,
    joined_on TEXT NOT NULL,
    left_on TEXT,
    is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
    alias TEXT,
    -- 1 for the membership that the register made for a contact person, until a list of members names it.
    of_contact INTEGER NOT NULL DEFAULT 0 CHECK (of_contact IN (0, 1)),
    entry INTEGER NOT NULL,
    UNIQUE (ring, person, joined_on),
    CHECK (left_on >= joined_on)
  ) STRICT;
  CREATE INDEX membership_by_person ON membership (person);
  """

private let occasions = """
  CREATE TABLE occasion (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    ring INTEGER NOT NULL REFERENCES ring,
    kind TEXT NOT NULL CHECK (kind IN ('meeting', 'activity')),
    type TEXT,
    starts_at INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_at INTEGER,
    called_on TEXT NOT NULL,
    called TEXT NOT NULL CHECK (called IN ('all', 'roster')),
    status TEXT CHECK (status IN ('held', 'cancelled')),
    police_present INTEGER CHECK (police_present IN (0, 1)),
    entry INTEGER NOT NULL,
    CHECK (kind = 'activity' OR called = 'all'),
    CHECK (called_on <= starts_on),
    CHECK (ends_at > starts_at)
  ) STRICT;
  CREATE INDEX occasion_by_ring ON occasion (ring, starts_on);

  CREATE TABLE occasion_history (
    id INTEGER PRIMARY KEY,
    occasion INTEGER NOT NULL REFERENCES occasion,
    kind TEXT NOT NULL,
    type TEXT,
    starts_at INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_at INTEGER,
    called_on TEXT NOT NULL,
    called TEXT NOT NULL,
    status TEXT,
    police_present INTEGER,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX occasion_history_by_occasion ON occasion_history (occasion);

  CREATE TRIGGER occasion_keeps_history BEFORE UPDATE ON occasion BEGIN
    INSERT INTO occasion_history (occasion, kind, type, starts_at, starts_on, ends_at, called_on, called,
        status, police_present, entry)
      VALUES (OLD.id, OLD.kind, OLD.type, OLD.starts_at, OLD.starts_on, OLD.ends_at, OLD.called_on, OLD.called,
        OLD.status, OLD.police_present, OLD.entry);
  END;

  CREATE TABLE roster (
    occasion INTEGER NOT NULL REFERENCES occasion,
    person INTEGER NOT NULL REFERENCES person,
    entry INTEGER NOT NULL,
    PRIMARY KEY (occasion, person)
  ) STRICT, WITHOUT ROWID;

  -- The entry with the highest version counts. status: 0 absent, 1 present, 2 excused.
  CREATE TABLE attendance (
    occasion INTEGER NOT NULL REFERENCES occasion,
    person INTEGER NOT NULL REFERENCES person,
    version INTEGER NOT NULL CHECK (version > 0),
    status INTEGER NOT NULL CHECK (status IN (0, 1, 2)),
    attested_by INTEGER REFERENCES person CHECK (attested_by <> person),
    entry INTEGER NOT NULL,
    PRIMARY KEY (occasion, person, version)
  ) STRICT, WITHOUT ROWID;
  """

private let training = """
  CREATE TABLE provider (
    id INTEGER PRIMARY KEY,
    organisation_number INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE provider_approval (
    id INTEGER PRIMARY KEY,
    provider INTEGER NOT NULL REFERENCES provider,
    programme TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    entry INTEGER NOT NULL,
    UNIQUE (provider, programme, valid_from),
    CHECK (valid_to >= valid_from)
  ) STRICT;

  CREATE TABLE trainer_approval (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    programme TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    entry INTEGER NOT NULL,
    UNIQUE (person, programme, valid_from),
    CHECK (valid_to >= valid_from)
  ) STRICT;

  CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    provider INTEGER NOT NULL REFERENCES provider,
    reference TEXT NOT NULL,
    programme TEXT NOT NULL,
    module TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    trainer INTEGER REFERENCES person,
    supervisor INTEGER REFERENCES person,
    entry INTEGER NOT NULL,
    -- The audit entry that took the session back; a reversed session counts nowhere and is never entered again.
    reversed INTEGER,
    CHECK (ends_at > starts_at AND ends_at - starts_at <= 86400)
  ) STRICT;
  CREATE UNIQUE INDEX session_by_reference ON session (provider, reference) WHERE reversed IS NULL;
  CREATE INDEX session_by_person ON session (person, starts_at);
  """

private let year = """
  CREATE TABLE year_lock (
    year INTEGER PRIMARY KEY,
    locked_on TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    year INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    ring INTEGER REFERENCES ring,
    outcome TEXT NOT NULL CHECK (outcome IN ('BEVILJAS', 'AVSLAG', 'AVVAKTAR')),
    reason TEXT,
    status TEXT NOT NULL CHECK (status IN ('kommunicerad', 'beslutad')),
    amount_kr INTEGER NOT NULL CHECK (amount_kr >= 0),
    attended INTEGER NOT NULL CHECK (attended BETWEEN 0 AND counted),
    counted INTEGER NOT NULL,
    facts TEXT NOT NULL,
    parameters_from TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    -- The officer who decided, nothing when the decision was automated (28 § förvaltningslagen).
    officer TEXT,
    entry INTEGER NOT NULL,
    UNIQUE (year, person, version)
  ) STRICT;
  CREATE INDEX decision_by_person ON decision (person);

  -- xml holds the canonical XML, which is the document; everything a person reads is a rendering of it.
  CREATE TABLE document (
    number TEXT PRIMARY KEY,
    serial INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person INTEGER REFERENCES person,
    ring INTEGER REFERENCES ring,
    decision INTEGER REFERENCES decision,
    issued_on TEXT NOT NULL,
    supersedes TEXT REFERENCES document,
    template_set TEXT NOT NULL,
    xml BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX document_by_person ON document (person);
  CREATE INDEX document_by_decision ON document (decision);
  """

private let users = """
  CREATE TABLE user (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    person INTEGER REFERENCES person,
    ring INTEGER REFERENCES ring,
    provider INTEGER REFERENCES provider,
    municipality TEXT,
    entry INTEGER NOT NULL,
    revoked INTEGER
  ) STRICT, WITHOUT ROWID;
  """
