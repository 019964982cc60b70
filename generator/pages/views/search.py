"""The search page."""

from dataclasses import dataclass

from generator.pages.views.marks import Door, LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """Something that search results can be narrowed to, and how many papers there are of it.

    `hue` and `form` are those of a topic, 0 elsewhere. `within` is set for a month: its year.
    """

    value: str
    name: str
    count: int
    hue: int = 0
    form: int = 0
    within: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetGroup:
    """Values of one kind, in the order to be shown. `key` stands in the address of a search."""

    key: str
    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHint:
    """What can be searched for, and a search of this kind that finds something here."""

    name: str
    sentence: str
    example: LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    lead: str
    paper_count: int
    doors: tuple[Door, ...]
    facets: tuple[FacetGroup, ...] = ()
    hints: tuple[SearchHint, ...] = ()
