/// The tables of issued documents, of the keys that seal them and of the templates they are rendered by.
///
/// A document is its canonical XML; everything a person reads is a rendering of it. So that the rendering stays the same
/// for as long as the document does, the files of its template set stay here, each once however many sets hold it.
let documentTables = """
  -- Every key that has sealed a document; what it sealed can be checked long after another took its place.
  CREATE TABLE seal_key (
    id INTEGER PRIMARY KEY,
    public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
    first_used_on TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE template_file (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    bytes BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE template_set (
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    name TEXT NOT NULL,
    file BLOB NOT NULL REFERENCES template_file,
    entry INTEGER NOT NULL,
    PRIMARY KEY (digest, name)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE document (
    number TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    person INTEGER REFERENCES person,
    ring INTEGER REFERENCES ring,
    decision INTEGER REFERENCES decision,
    -- Among which year's papers it belongs: the income year that it tells of, else that of its issue.
    year INTEGER NOT NULL,
    issued_on TEXT NOT NULL,
    supersedes TEXT REFERENCES document,
    -- What the public page of verification is asked for: 128 random bits.
    verification_code TEXT NOT NULL UNIQUE,
    template_set BLOB NOT NULL,
    xml BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    seal_key INTEGER NOT NULL REFERENCES seal_key,
    seal BLOB NOT NULL CHECK (length(seal) = 64),
    entry INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX document_by_person ON document (person);
  CREATE INDEX document_by_year ON document (year, number);
  CREATE INDEX document_by_decision ON document (decision);
  CREATE INDEX document_by_superseded ON document (supersedes) WHERE supersedes IS NOT NULL;

  \(keptUntilRetention("document"))
  \(["seal_key", "template_file", "template_set"].map(appendOnly).joined(separator: "\n"))
  """
