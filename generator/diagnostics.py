"""Findings: what is wrong in a person's files, where, and what to do about it.

Exceptions are for unusable settings and for I/O. Everything a person can get wrong in content is a
`Diagnostic`, and all of them are collected, so that one bad line never hides the next. Every code
has a section of its own in docs/diagnostics.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a finding does: an error stops publication, a warning is published in the ledger."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every kind of finding, by the name that a person reads and can look up."""

    # Digests
    UNREADABLE_BYTES = "unreadable-bytes"
    UNKNOWN_FORMAT = "unknown-format"
    EMPTY_DIGEST = "empty-digest"
    BAD_DIGEST_NAME = "bad-digest-name"
    HEADER_DAY_DIFFERS = "header-day-differs"
    TITLE_WITHOUT_ABSTRACT = "title-without-abstract"
    ABSTRACT_WITHOUT_TITLE = "abstract-without-title"
    ODD_ITEMS = "odd-items"
    BROKEN_DIGEST = "broken-digest"
    REJECTED_RECORD = "rejected-record"
    ODD_VALUE = "odd-value"
    NEAR_DUPLICATE_TITLE = "near-duplicate-title"
    SAME_TITLE_TWO_IDS = "same-title-two-ids"
    SAME_DOI_TWO_IDS = "same-doi-two-ids"
    # Metadata
    BAD_METADATA = "bad-metadata"
    # Curation
    BYTE_ORDER_MARK = "byte-order-mark"
    LINE_ENDINGS = "line-endings"
    CONTROL_CHARACTER = "control-character"
    YAML_SYNTAX = "yaml-syntax"
    YAML_TAB = "yaml-tab"
    YAML_INDENT = "yaml-indent"
    YAML_COLON = "yaml-colon"
    YAML_QUOTES = "yaml-quotes"
    YAML_COMMENT = "yaml-comment"
    YAML_ALIAS = "yaml-alias"
    YAML_DOCUMENTS = "yaml-documents"
    YAML_UNQUOTED = "yaml-unquoted"
    EMPTY_FILE = "empty-file"
    UNKNOWN_FILE = "unknown-file"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    WRONG_VALUE = "wrong-value"
    DUPLICATE_ID = "duplicate-id"
    LABELS_ALIKE = "labels-alike"
    DUPLICATE_PAPER = "duplicate-paper"
    UNKNOWN_TOPIC = "unknown-topic"
    UNKNOWN_TAG = "unknown-tag"
    UNKNOWN_PAPER = "unknown-paper"
    AMBIGUOUS_PAPER = "ambiguous-paper"
    TWO_RECORDS = "two-records"
    MERGE_CIRCLE = "merge-circle"
    UNKNOWN_AUTHOR = "unknown-author"
    NAME_TAKEN = "name-taken"
    ADDRESS_TAKEN = "address-taken"
    # Pages and engine
    PAGE_COLLISION = "page-collision"
    TEMPLATE_ERROR = "template-error"
    ENGINE_ERROR = "engine-error"

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        Code.HEADER_DAY_DIFFERS,
        Code.TITLE_WITHOUT_ABSTRACT,
        Code.ABSTRACT_WITHOUT_TITLE,
        Code.ODD_ITEMS,
        Code.REJECTED_RECORD,
        Code.ODD_VALUE,
        Code.NEAR_DUPLICATE_TITLE,
        Code.SAME_TITLE_TWO_IDS,
        Code.SAME_DOI_TWO_IDS,
        Code.BYTE_ORDER_MARK,
        Code.LINE_ENDINGS,
        Code.LABELS_ALIKE,
        Code.UNKNOWN_AUTHOR,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A position in a file: its path from the site's root with `/`, line and column from 1.

    `path` names a record within a file where lines say little: `data[3]`.
    """

    file: str
    line: int = 1
    column: int = 1
    path: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" + (f" ({self.path})" if self.path else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding. `message` says what is wrong, `hint` what to do, each in one sentence or two."""

    code: Code
    place: Place
    message: str
    hint: str = ""

    @property
    def severity(self) -> Severity:
        return self.code.severity


def sort_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Order findings by file, line and column, each once."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.place, d.code, d.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.severity is Severity.ERROR for d in diagnostics)
