/// Supervisors, enrolments, prior learning and the counts of mediators, beside the providers, trainers and sessions.
let trainingTables = """
  CREATE TABLE supervisor_approval (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    kind TEXT NOT NULL CHECK (kind IN ('practice', 'handledare')),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    -- The decision it rests on; without one it rests on a certificate.
    basis TEXT,
    entry INTEGER NOT NULL,
    UNIQUE (person, kind, valid_from),
    CHECK (valid_to >= valid_from)
  ) STRICT;

  CREATE TABLE enrolment (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    programme TEXT NOT NULL,
    started_on TEXT NOT NULL,
    withdrawn_on TEXT,
    -- Who enrolled the participant; without one, the provider of the first session that stands.
    provider INTEGER REFERENCES provider,
    profession TEXT CHECK (profession IN ('socionom', 'psykolog', 'jurist')),
    profession_verified_on TEXT,
    employer TEXT,
    fte TEXT,
    -- That a check was made, never what it found (decision C-101).
    references_checked_on TEXT,
    background_checked_on TEXT,
    entry INTEGER NOT NULL,
    UNIQUE (person, programme, started_on),
    CHECK (withdrawn_on >= started_on)
  ) STRICT;
  CREATE INDEX enrolment_by_provider ON enrolment (provider) WHERE provider IS NOT NULL;

  -- The latest decision on a module counts.
  CREATE TABLE prior_learning (
    id INTEGER PRIMARY KEY,
    enrolment INTEGER NOT NULL REFERENCES enrolment,
    module TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    basis TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX prior_learning_of ON prior_learning (enrolment);

  -- Counts alone; a mediation's parties and content can be stored nowhere. The latest row of a month counts.
  CREATE TABLE mediation_count (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person,
    month TEXT NOT NULL,
    mediations INTEGER NOT NULL CHECK (mediations >= 0),
    agreements INTEGER NOT NULL CHECK (agreements BETWEEN 0 AND mediations),
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX mediation_count_of ON mediation_count (person, month);

  -- A session is taken back once, and nothing else of it ever changes.
  CREATE TRIGGER session_taken_back_once BEFORE UPDATE OF reversed ON session
  WHEN OLD.reversed IS NOT NULL OR NEW.reversed IS NULL
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
  CREATE TRIGGER session_never_changes BEFORE UPDATE OF provider, reference, programme, module, person,
    starts_at, ends_at, trainer, supervisor, entry ON session
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;

  CREATE INDEX session_by_supervisor ON session (supervisor, starts_at) WHERE supervisor IS NOT NULL;
  """
  + keepsHistory(of: "supervisor_approval", "valid_to TEXT, basis TEXT, entry INTEGER")
  + keepsHistory(
    of: "enrolment",
    """
    withdrawn_on TEXT, provider INTEGER, profession TEXT, profession_verified_on TEXT, employer TEXT, fte TEXT,
    references_checked_on TEXT, background_checked_on TEXT, entry INTEGER
    """)
  + keptUntilRetention("prior_learning") + keptUntilRetention("mediation_count")
