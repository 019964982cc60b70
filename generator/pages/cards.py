"""Cards: a paper as it stands in a list.

A paper's card has three forms. In a digest it says what that digest said. In a month of a listing
it says only what no later month can change. Elsewhere it says all that is known.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.corpus.model import Appearance, Paper
from generator.identifiers import DigestId, Slug
from generator.pages.authors.bylines import by_line, link_some
from generator.pages.catalogue import Catalogue, Entry, Shelf
from generator.pages.citations.bibliography import Bibliography
from generator.pages.citations.coins import write_coins
from generator.pages.dates import Month, date_view
from generator.pages.links import list_links
from generator.pages.news import first_digest
from generator.pages.permalinks import paper_url
from generator.pages.running_text import split_text, split_title
from generator.pages.views import (
    AgainView,
    CardView,
    LinkView,
    OtherReading,
    Span,
    TagMark,
    TopicMark,
)
from generator.pages.words import capitalised, counted, figure, joined, number_word, ordinal_word

_BRIEF_LENGTH = 230  # characters of an abstract that a brief card shows, about


class Cards:
    """Makes cards; what all forms of a paper's card share is worked out once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.bibliography = Bibliography(catalogue)
        self._lasting: dict[Slug, CardView] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}

    def lasting(self, paper: Paper) -> CardView:
        """Make the card for the month in which a paper was first featured.

        It counts no digests, names the first alone, and holds only readings of that month or
        before, or without a date: what comes later leaves it as it is.
        """
        if (card := self._lasting.get(paper.id)) is None:
            card = self._lasting[paper.id] = self._make_lasting(paper)
        return card

    def full(self, paper: Paper) -> CardView:
        """Make the card for a list that is no digest: the longest reading, all appearances."""
        abstract, others = self.readings(paper, paper.appearances)
        return replace(
            self.lasting(paper),
            former=paper.redirects,
            author_spans=link_some(self.catalogue.authorship, paper),
            digests=_say_digests(paper, ()),
            elsewhere=self._link_appearances(paper, paper.appearances, {}),
            abstract=self.spans(abstract),
            long=len(abstract) > _BRIEF_LENGTH,
            others=others,
        )

    def received(self, entry: Entry, page: Sequence[Shelf]) -> CardView:
        """Make the card for a page of digests: what the entry's digest said.

        The other digests of the page that hold the paper are named on it, and where they gave
        another abstract, that stands on demand. A curator's correction of the title wins.
        """
        paper, shown = entry.paper, entry.appearance
        here = {shelf.digest.id: shelf for shelf in page}
        others: dict[str, Appearance] = {}
        for again in paper.appearances:
            if again.digest in here and again.abstract.clean not in {"", shown.abstract.clean}:
                others.setdefault(again.abstract.clean, again)
        title = self.title_of(entry)
        return replace(
            self.lasting(paper),
            former=paper.redirects,
            author_spans=link_some(self.catalogue.authorship, paper),
            title=title,
            title_spans=self.title_spans(title),
            digests=_say_digests(paper, page),
            elsewhere=self._link_appearances(
                paper, [a for a in paper.appearances if a.digest != shown.digest], here
            ),
            abstract=self.spans(shown.abstract.clean),
            long=len(shown.abstract.clean) > _BRIEF_LENGTH,
            others=tuple(
                OtherReading(
                    source=f"Number {figure(a.position)} of this digest"
                    if a.digest == shown.digest
                    else f"The {ordinal_word(here[a.digest].nth)} digest of the day",
                    abstract=self.spans(text),
                )
                for text, a in others.items()
            ),
        )

    def again(self, entry: Entry, where: str) -> AgainView:
        """Make the line for a paper whose card stands further up on the same page."""
        title = self.title_of(entry)
        return AgainView(
            title=title,
            title_spans=self.title_spans(title),
            url=f"#{entry.paper.id}",
            where=where,
            topics=self.topics_of(entry.paper),
        )

    def title_of(self, entry: Entry) -> str:
        """Give the title as the entry's digest has it, unless a curator has corrected it."""
        chosen = self.catalogue.said(entry.paper).title
        corrected = chosen != entry.paper.title.clean
        return chosen if corrected else entry.appearance.title.clean

    def topics_of(self, paper: Paper) -> tuple[TopicMark, ...]:
        marks = self.catalogue.topic_marks
        return tuple(marks[topic] for topic in self.catalogue.said(paper).topics)

    def tags_of(self, paper: Paper) -> tuple[TagMark, ...]:
        marks = self.catalogue.tag_marks
        return tuple(marks[tag] for tag in self.catalogue.said(paper).tags)

    def spans(self, text: str) -> tuple[Span, ...]:
        if (spans := self._spans.get(text)) is None:
            spans = self._spans[text] = split_text(text, self.catalogue.formulas.get(text, ()))
        return spans

    def title_spans(self, title: str) -> tuple[Span, ...]:
        return split_title(title, self.catalogue.formulas.get(title, ()))

    def readings(
        self, paper: Paper, known: Sequence[Appearance]
    ) -> tuple[str, tuple[OtherReading, ...]]:
        """Give the longest abstract of these appearances, and the others with their digests."""
        sources: dict[str, list[Appearance]] = {}
        for appearance in known:
            sources.setdefault(appearance.abstract.clean, []).append(appearance)
        longest = paper.abstract.clean
        if longest not in sources and len(known) < len(paper.appearances):
            longest = max(sources, key=len)
        return longest, tuple(
            OtherReading(source=self._name_digests(sources[text]), abstract=self.spans(text))
            for text in sorted(sources)
            if text not in {"", longest}
        )

    def _make_lasting(self, paper: Paper) -> CardView:
        first = paper.appearances[0]
        month = Month.of(first.date) if first.date else None
        abstract, others = self.readings(
            paper,
            [
                a
                for a in paper.appearances
                if a.date is None or (month is not None and Month.of(a.date) <= month)
            ],
        )
        said = self.catalogue.said(paper)
        return CardView(
            anchor=paper.id,
            since=first_digest(self.catalogue, paper),
            url=paper_url(paper.id),
            title=said.title,
            title_spans=self.title_spans(said.title),
            topics=self.topics_of(paper),
            tags=self.tags_of(paper),
            authors=by_line(paper.authors),
            published=date_view(paper.published) if paper.published else None,
            venue=", ".join(paper.venues),
            digests="",
            elsewhere=self._link_appearances(paper, (first,), {}),
            note=said.note,
            pick=said.pick,
            abstract=self.spans(abstract),
            long=len(abstract) > _BRIEF_LENGTH,
            others=others,
            links=tuple(list_links(paper, said).values()),
            coins=write_coins(self.bibliography.reference(paper)),
        )

    def _link_appearances(
        self, paper: Paper, appearances: Sequence[Appearance], here: dict[DigestId, Shelf]
    ) -> tuple[LinkView, ...]:
        """Link to the card in each digest; on a page of its own day, to the digest's section."""
        links = []
        for appearance in appearances:
            shelf = self.catalogue.shelves[appearance.digest]
            label = f"{shelf.label}, number {figure(appearance.position)}"
            anchor = shelf.section if shelf.digest.id in here else paper.id
            links.append(LinkView(label=label, url=f"{shelf.url}#{anchor}"))
        return tuple(links)

    def _name_digests(self, appearances: Sequence[Appearance]) -> str:
        shelves = dict.fromkeys(a.digest for a in appearances)
        return capitalised(joined([self.catalogue.shelves[digest].phrase for digest in shelves]))


def _say_digests(paper: Paper, page: Sequence[Shelf]) -> str:
    """Say in how many digests a paper is, where it is in several; `page` is where this is read."""
    digests = {appearance.digest for appearance in paper.appearances}
    here = sum(shelf.digest.id in digests for shelf in page)
    if len(digests) == 1:
        return ""
    if here < 2:
        return f"in {counted(len(digests), 'digest')}"
    if here == len(page):
        words = "both" if here == 2 else f"all {number_word(here)}"
        words = f"in {words} digests of this day"
    else:
        words = f"in {number_word(here)} of this day’s {number_word(len(page))} digests"
    others = len(digests) - here
    return f"{words} and {number_word(others)} more" if others else words
