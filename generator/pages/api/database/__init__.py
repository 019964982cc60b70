"""The database: the records of all lists as tables of SQLite, with full-text search."""

from generator.pages.api.database.filling import make_database

__all__ = ["make_database"]
