/// The tables of signing in, part of the first migration.
///
/// They hold what proves a user, so nothing in them is secret by itself: of a code the slow hash, of a session the
/// digest of what the browser holds.
let signInTables = """
  -- A one-time code sent as a letter: the part that finds it, and the hash of the part that proves it.
  CREATE TABLE sign_in_code (
    locator TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES user,
    hash TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    -- Attempts made with it, counted before anything is hashed.
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    -- The audit entry by which it was used, or replaced by another.
    ended INTEGER,
    entry INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sign_in_code_by_user ON sign_in_code (user) WHERE ended IS NULL;

  CREATE TABLE web_session (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    user TEXT NOT NULL REFERENCES user,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ended_at INTEGER,
    entry INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX user_by_person ON user (person) WHERE person IS NOT NULL;
  \(neverDeleted("sign_in_code", "web_session"))
  """
