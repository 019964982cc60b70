"""The tables: what `papers.db` is made of, and what it means.

Names and types stay: `/api/v1/` only grows. A column holds what the key of its
name does in the JSON, and is null where that is not known.
"""

USER_VERSION = 1
"""Of the form of the data, as `PRAGMA user_version` gives it."""

TABLES = """
CREATE TABLE papers (
  id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  title_raw TEXT NOT NULL,
  authors TEXT NOT NULL,
  authors_complete INTEGER NOT NULL,
  abstract TEXT NOT NULL,
  abstract_raw TEXT NOT NULL,
  arxiv_id TEXT,
  published TEXT,
  featured TEXT,
  doi TEXT,
  pick INTEGER NOT NULL,
  note TEXT NOT NULL,
  summary TEXT,
  summary_by TEXT,
  organisation TEXT,
  journal_ref TEXT,
  comment TEXT,
  updated TEXT
);
CREATE TABLE authors (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE venues (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  venue TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE categories (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  category TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE keywords (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  keyword TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE media (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE links (
  paper TEXT NOT NULL REFERENCES papers (id),
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY (paper, name)
) WITHOUT ROWID;
CREATE TABLE sources (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  path TEXT,
  gives TEXT NOT NULL,
  overruled TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE other_abstracts (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  abstract TEXT NOT NULL,
  abstract_raw TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE addresses (
  id TEXT NOT NULL,
  paper TEXT REFERENCES papers (id),
  UNIQUE (id, paper)
);
CREATE TABLE digests (
  id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  section TEXT NOT NULL,
  name TEXT NOT NULL,
  date TEXT,
  ordinal INTEGER NOT NULL,
  file TEXT NOT NULL,
  format TEXT NOT NULL,
  entries INTEGER NOT NULL,
  new INTEGER NOT NULL
);
CREATE TABLE appearances (
  paper TEXT NOT NULL REFERENCES papers (id),
  digest TEXT NOT NULL REFERENCES digests (id),
  position INTEGER NOT NULL,
  date TEXT,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  url TEXT NOT NULL,
  path TEXT,
  votes INTEGER,
  stars INTEGER,
  title TEXT,
  title_raw TEXT,
  abstract TEXT,
  abstract_raw TEXT,
  comments INTEGER,
  submitted_by TEXT,
  PRIMARY KEY (digest, position, paper)
) WITHOUT ROWID;
CREATE TABLE topics (
  id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  family TEXT NOT NULL,
  hue INTEGER NOT NULL,
  form INTEGER NOT NULL,
  count INTEGER NOT NULL
);
CREATE TABLE paper_topics (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  topic TEXT NOT NULL REFERENCES topics (id),
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE paper_topics_by_rule (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  topic TEXT NOT NULL REFERENCES topics (id),
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE tags (
  id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  count INTEGER NOT NULL
);
CREATE TABLE tag_aliases (
  tag TEXT NOT NULL REFERENCES tags (id),
  position INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (tag, position)
) WITHOUT ROWID;
CREATE TABLE paper_tags (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  tag TEXT NOT NULL REFERENCES tags (id),
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
CREATE TABLE collections (
  id TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL
);
CREATE TABLE collection_papers (
  collection TEXT NOT NULL REFERENCES collections (id),
  position INTEGER NOT NULL,
  paper TEXT NOT NULL REFERENCES papers (id),
  comment TEXT NOT NULL,
  PRIMARY KEY (collection, position)
) WITHOUT ROWID;
CREATE TABLE related (
  paper TEXT NOT NULL REFERENCES papers (id),
  position INTEGER NOT NULL,
  other TEXT NOT NULL REFERENCES papers (id),
  nearness REAL NOT NULL,
  shared TEXT NOT NULL,
  PRIMARY KEY (paper, position)
) WITHOUT ROWID;
"""

INDEXES = """
CREATE INDEX papers_by_arxiv_id ON papers (arxiv_id);
CREATE INDEX papers_by_featured ON papers (featured);
CREATE INDEX authors_by_name ON authors (name);
CREATE INDEX appearances_by_paper ON appearances (paper);
CREATE INDEX paper_topics_by_topic ON paper_topics (topic);
CREATE INDEX paper_tags_by_tag ON paper_tags (tag);
"""

SEARCH = """
CREATE VIRTUAL TABLE papers_fts USING fts5 (
  title, authors, abstract,
  content = 'papers', tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO papers_fts (papers_fts, rank) VALUES ('rank', 'bm25(4.0, 2.0, 1.0)');
"""
"""Words of titles, authors and abstracts: https://sqlite.org/fts5.html. It holds no text itself."""
