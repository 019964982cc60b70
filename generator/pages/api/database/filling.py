"""From records to the bytes of a database.

Nothing is changed or taken away once it is written, so no page of the file is free and it needs no
VACUUM, which might renumber the rows that the full-text index names.
"""

import re
import sqlite3
from contextlib import closing
from typing import Any

from generator.pages.api.database.rows import LISTS, Row, spread
from generator.pages.api.database.tables import INDEXES, SEARCH, TABLES, USER_VERSION
from generator.pages.api.records import Records

# Bytes. Of smaller pages a paper fills three quarters of one, and the next begins another.
_PAGE_SIZE = 16384
# So much of the full-text index is kept before it is written that it is written once: in one piece
# it is smallest, and a search reads one tree.
_AT_ONCE = 1 << 30  # bytes
_USUALLY_AT_ONCE = 1 << 20
# What SQLite cannot hold, for it is no UTF-8: https://sqlite.org/invalidutf.html.
_SURROGATE = re.compile("[\ud800-\udfff]")
# Where the file names the version of the library that wrote it, which says nothing of the papers:
# https://sqlite.org/fileformat.html, 1.3.
_LIBRARY = slice(96, 100)


def make_database(records: Records) -> bytes:
    """Give the file. The same records give the same bytes, as far as SQLite lays them out alike."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        database.execute(f"PRAGMA user_version = {USER_VERSION}")
        database.executescript(TABLES)
        with database:
            for name in LISTS:
                for record in records.list(name):
                    for table, row in spread(name, record):
                        _insert(database, table, row)
        database.executescript(INDEXES)
        database.executescript(SEARCH)
        _fill_search(database)
        written = bytearray(database.serialize())
    written[_LIBRARY] = bytes(4)
    return bytes(written)


def _insert(database: sqlite3.Connection, table: str, row: Row) -> None:
    """Add a row. Tables and columns are names of this program's own; values are bound."""
    columns, holes = ", ".join(row), ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({columns}) VALUES ({holes})"  # noqa: S608
    database.execute(statement, [_value(value) for value in row.values()])


def _value(value: Any) -> Any:
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def _fill_search(database: sqlite3.Connection) -> None:
    configure = "INSERT INTO papers_fts (papers_fts, rank) VALUES ('hashsize', ?)"
    with database:
        database.execute(configure, [_AT_ONCE])
        database.execute("INSERT INTO papers_fts (papers_fts) VALUES ('rebuild')")
    with database:
        database.execute(configure, [_USUALLY_AT_ONCE])
