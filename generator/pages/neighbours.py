"""Neighbours: the papers that stand before and after one in its digests."""

from collections import defaultdict

from generator.identifiers import Slug
from generator.pages.catalogue import Catalogue, Entry
from generator.pages.permalinks import paper_url
from generator.pages.views import LinkView, NeighbourView


def find_neighbours(catalogue: Catalogue) -> dict[Slug, tuple[NeighbourView, ...]]:
    """Give each paper's neighbours in each of its digests, in the order of the digests.

    A paper that stands in a digest twice has the neighbours of its first place.
    """
    found: defaultdict[Slug, list[NeighbourView]] = defaultdict(list)
    for shelf in catalogue.shelves.values():
        entries: dict[Slug, Entry] = {}
        for entry in shelf.entries:
            entries.setdefault(entry.paper.id, entry)
        links = [_link(catalogue, entry) for entry in entries.values()]
        beside = zip([None, *links], entries.values(), [*links[1:], None], strict=False)
        for before, entry, after in beside:
            place = LinkView(label=shelf.label, url=f"{shelf.url}#{entry.paper.id}")
            found[entry.paper.id].append(NeighbourView(place=place, before=before, after=after))
    return {paper_id: tuple(places) for paper_id, places in found.items()}


def _link(catalogue: Catalogue, entry: Entry) -> LinkView:
    return LinkView(label=catalogue.said(entry.paper).title, url=paper_url(entry.paper.id))
