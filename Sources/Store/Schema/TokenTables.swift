/// The tables of the tokens by which programs reach the register, part of the first migration.
///
/// Of a token only its digest stands here: 32 random bytes need no slow hash.
let tokenTables = """
  CREATE TABLE api_token (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    user TEXT NOT NULL REFERENCES user,
    -- What it may be used for, words apart by blanks.
    scopes TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    expires_at INTEGER,
    used_at INTEGER,
    -- The audit entry that took it back.
    revoked INTEGER,
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX api_token_by_user ON api_token (user);

  -- What was answered to a request that may be sent again; kept for a day.
  CREATE TABLE api_answer (
    token INTEGER NOT NULL REFERENCES api_token,
    key TEXT NOT NULL,
    request BLOB NOT NULL CHECK (length(request) = 32),
    status INTEGER NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (token, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX api_answer_by_time ON api_answer (at);
  \(neverDeleted("api_token"))
  """
