"""Which entries are one paper.

Entries are one paper where their arXiv id is the same, or their title. Equal titles with two
different ids stay two papers; an entry of that title without an id is then a third, because
nothing says which of the two it is. Only sets are looked at, never an order of arrival.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.identifiers import ArxivId, TitleKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What an entry is known by: the key of its title, and the id its digest gave, if any."""

    key: TitleKey
    arxiv_id: ArxivId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One paper's entries, as indexes into the signs that were given, and its id, if known."""

    members: tuple[int, ...]
    arxiv_id: ArxivId | None


_Part = tuple[TitleKey, ArxivId | None]


def ids_by_title(signs: Iterable[Sign]) -> dict[TitleKey, frozenset[ArxivId]]:
    """Collect the ids that are known for each title."""
    found: defaultdict[TitleKey, set[ArxivId]] = defaultdict(set)
    for sign in signs:
        if sign.arxiv_id is not None:
            found[sign.key].add(sign.arxiv_id)
    return {key: frozenset(ids) for key, ids in found.items()}


def identify(
    signs: Sequence[Sign], known_ids: Mapping[TitleKey, frozenset[ArxivId]]
) -> tuple[Identity, ...]:
    """Group entries into papers. `known_ids` are all ids known for a title, facts' included."""
    parts: defaultdict[_Part, list[int]] = defaultdict(list)
    for index, sign in enumerate(signs):
        ids = known_ids.get(sign.key, frozenset())
        arxiv_id = next(iter(ids)) if len(ids) == 1 else sign.arxiv_id
        parts[sign.key, arxiv_id].append(index)
    papers: defaultdict[ArxivId | _Part, list[int]] = defaultdict(list)
    for part, members in parts.items():
        papers[part[1] or part].extend(members)
    return tuple(
        Identity(members=tuple(sorted(members)), arxiv_id=None if isinstance(name, tuple) else name)
        for name, members in papers.items()
    )
