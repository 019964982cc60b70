"""Which papers are near one another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.identifiers import Slug

Terms = Mapping[str, float]
"""The terms of a paper's texts and how much each is of them; see `terms.py`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A paper near another: how near, above 0 and up to 1, and words that both say.

    `shared` are words and phrases as the other one has them, the most telling first. They may be
    none, where two papers are near by their topics and tags alone.
    """

    paper: Slug
    nearness: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The relations of one paper, nearest first; `sum` stands for all of its own that counted."""

    sum: str
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The rows of all papers that are shown, and the terms of their texts, by the texts' sum.

    The next build may use all of it, and needs none.
    """

    rows: Mapping[Slug, Row] = field(default_factory=dict)
    terms: Mapping[str, Terms] = field(default_factory=dict)
