/// The register as it first was: persons, rings, occasions, attendance, training, decisions and documents.
///
/// Days are text such as `2027-01-15`, instants seconds since 1970, identity numbers their twelve digits as an integer.
/// `entry` is the number of the audit entry that wrote the row. It is no foreign key, since the entry is written last,
/// when the digest of its rows is known; `doctor` compares the two.
let migration001 = [
  auditTables, retentionTables,
  people,
  rings,
  occasions,
  training,
  trainingTables,
  year,
  documentTables,
  certificateTables,
  letterTables,
  controlFileTables,
  users,
  signInTables,
  verificationTables,
  tokenTables,
  keepsHistory(
    of: "person",
    """
    number INTEGER, given_name TEXT, family_name TEXT, protected INTEGER, born_on TEXT, deceased_on TEXT,
    id_level TEXT, merged_into INTEGER, entry INTEGER
    """),
  addressHistory,
  keepsHistory(
    of: "ring",
    """
    street TEXT, postcode TEXT, city TEXT, venue TEXT, interested_households INTEGER, active_households INTEGER,
    entry INTEGER
    """),
  keepsHistory(of: "ring_contact", "to_on TEXT, entry INTEGER"),
  keepsHistory(
    of: "membership",
    """
    household TEXT, joined_on TEXT, left_on TEXT, is_primary INTEGER, alias TEXT, of_contact INTEGER,
    entry INTEGER
    """),
  keepsHistory(
    of: "occasion",
    """
    kind TEXT, type TEXT, starts_at INTEGER, starts_on TEXT, ends_at INTEGER, called_on TEXT, called TEXT,
    status TEXT, police_present INTEGER, entry INTEGER
    """),
  keepsHistory(of: "provider", "name TEXT, entry INTEGER"),
  keepsHistory(of: "provider_approval", "valid_to TEXT, entry INTEGER"),
  keepsHistory(of: "trainer_approval", "valid_to TEXT, entry INTEGER"),
  ["ring_event", "start_grant", "year_lock", "rule_set"].map(appendOnly).joined(separator: "\n"),
  [
    "identity_number", "attendance", "decision", "decision_answer", "decision_closed", "decision_slip",
    "decision_service", "decision_withdrawn",
  ].map(keptUntilRetention).joined(separator: "\n"),
  neverDeleted("roster", "session"),
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
  CREATE INDEX person_by_survivor ON person (merged_into) WHERE merged_into IS NOT NULL;

  -- Numbers that a person no longer has; an entry made under one still finds the person.
  CREATE TABLE identity_number (
    number INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    entry INTEGER NOT NULL
  ) STRICT;
  """

/// Former addresses stand apart, since they are erased when a person's data become protected (decision C-96).
private let addressHistory = """
  CREATE TABLE address_history (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX address_history_of ON address_history (person);

  CREATE TRIGGER person_keeps_address BEFORE UPDATE OF street, postcode, city ON person
  WHEN OLD.street IS NOT NULL AND NEW.protected = 0
    AND (OLD.street, OLD.postcode, OLD.city) IS NOT (NEW.street, NEW.postcode, NEW.city)
  BEGIN
    INSERT INTO address_history (person, street, postcode, city, entry)
      VALUES (OLD.id, OLD.street, OLD.postcode, OLD.city, OLD.entry);
  END;

  CREATE TRIGGER address_history_never_changes BEFORE UPDATE ON address_history BEGIN
    SELECT RAISE(ABORT, 'append-only');
  END;

  CREATE TRIGGER person_erases_address AFTER UPDATE OF protected ON person WHEN NEW.protected = 1 BEGIN
    DELETE FROM address_history WHERE person = NEW.id;
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
  CREATE TABLE ring_event (
    id INTEGER PRIMARY KEY,
    ring INTEGER NOT NULL REFERENCES ring,
    state TEXT NOT NULL CHECK (state IN ('ansökt', 'kompletteras', 'registrerad', 'under tillsyn',
      'avregistrerad', 'avslagen', 'avvisad', 'avskriven')),
    day TEXT NOT NULL,
    last_day TEXT,
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
  CREATE INDEX membership_by_person ON membership (person, ring);
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
  CREATE TABLE roster (
    occasion INTEGER NOT NULL REFERENCES occasion,
    person INTEGER NOT NULL REFERENCES person,
    entry INTEGER NOT NULL,
    PRIMARY KEY (occasion, person)
  ) STRICT, WITHOUT ROWID;

  -- The entry with the highest version counts. status: 0 absent, 1 present, 2 excused; as a range, since SQLite
  -- builds a table for a list of three values at every insert.
  CREATE TABLE attendance (
    occasion INTEGER NOT NULL REFERENCES occasion,
    person INTEGER NOT NULL REFERENCES person,
    version INTEGER NOT NULL CHECK (version > 0),
    status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 2),
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
  -- Everything that the training of a person follows from, since decisions and progress read it of everybody.
  CREATE INDEX session_by_person ON session (
    person, starts_at, ends_at, programme, module, provider, trainer, supervisor, reversed);
  """

private let year = """
  CREATE TABLE year_lock (
    year INTEGER PRIMARY KEY,
    locked_on TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;

  -- The values by which a year was decided, as they stood then: key, value, first day and source of each.
  CREATE TABLE rule_set (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    from_on TEXT NOT NULL,
    body TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    year INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    ring INTEGER NOT NULL REFERENCES ring,
    outcome TEXT NOT NULL CHECK (outcome IN ('BEVILJAS', 'AVSLAG')),
    -- Every condition not met, one bit for each; reason is the first of them.
    unmet INTEGER NOT NULL,
    reason TEXT,
    amount_kr INTEGER NOT NULL CHECK (amount_kr >= 0),
    attended INTEGER NOT NULL CHECK (attended BETWEEN 0 AND counted),
    counted INTEGER NOT NULL,
    facts TEXT NOT NULL,
    rule_set INTEGER NOT NULL REFERENCES rule_set,
    status TEXT NOT NULL CHECK (status IN ('kommunicerad', 'beslutad')),
    -- The day of the decision or, of a refusal that the person first may answer, of the letter.
    dated_on TEXT NOT NULL,
    -- The last day for the answer.
    answer_by TEXT,
    document TEXT,
    -- The officer who decided, nothing when the decision was automated (28 § förvaltningslagen).
    officer TEXT,
    -- By which act a later version takes the place of an earlier decision, which always has an officer; why stands with
    -- the audit entry, since people write names into it. A first decision on other facts than the letter told changes none.
    change TEXT CHECK (change IN ('till fördel', 'samma utgång', 'till nackdel', 'efterbeskattning', 'dubblett')),
    -- The point of 66 kap. 27 § skatteförfarandelagen, and the day on which the inventory of an estate was filed (29 §).
    ground TEXT,
    inventory_filed_on TEXT,
    -- When the person's request came in, nothing when the authority acted by itself.
    requested_on TEXT,
    entry INTEGER NOT NULL,
    UNIQUE (person, year, version),
    CHECK ((status = 'kommunicerad') = (answer_by IS NOT NULL)),
    CHECK (version > 1 OR change IS NULL),
    CHECK (change IS NULL OR officer IS NOT NULL),
    CHECK (COALESCE(change = 'efterbeskattning', 0) = (ground IS NOT NULL))
  ) STRICT;
  CREATE INDEX decision_awaiting_answer ON decision (year, answer_by) WHERE answer_by IS NOT NULL;

  -- An answer to a letter; what it says stands with the audit entry.
  CREATE TABLE decision_answer (
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decision,
    received_on TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX decision_answer_of ON decision_answer (decision);

  -- What became of a refusal that the person might answer; a decision itself is never changed.
  CREATE TABLE decision_closed (
    decision INTEGER PRIMARY KEY REFERENCES decision,
    decided_on TEXT NOT NULL,
    document TEXT NOT NULL,
    officer TEXT,
    entry INTEGER NOT NULL
  ) STRICT;

  -- A slip put right (36 § förvaltningslagen): the same decision in a new document.
  CREATE TABLE decision_slip (
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decision,
    dated_on TEXT NOT NULL,
    document TEXT NOT NULL UNIQUE,
    officer TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX decision_slip_of ON decision_slip (decision);

  -- A change to detriment that was communicated and then let fall: the decision stands as it was.
  CREATE TABLE decision_withdrawn (
    decision INTEGER PRIMARY KEY REFERENCES decision,
    withdrawn_on TEXT NOT NULL,
    officer TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;

  -- How and when a letter or a decision reached the person; only service with proof tells of a receipt.
  CREATE TABLE decision_service (
    id INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decision,
    method TEXT NOT NULL CHECK (method IN ('brev', 'delgivning')),
    day TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX decision_service_of ON decision_service (decision);

  -- The last number given to a document of a year; numbers are never given again (decision C-52).
  CREATE TABLE document_serial (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
  ) STRICT;
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
