"""Whether a provider's record is of a paper. Equal titles are needed, and not always enough."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from rapidfuzz import fuzz

from generator.corpus.names import parse_name, tidy_name
from generator.corpus.resemblance import have_like_titles
from generator.corpus.text import clean_name, clean_text
from generator.curation.model import CuratedCorpus
from generator.desk.arrivals.acquaintance import have_strange_abstracts
from generator.desk.enrichment.gaps import Fact, Gap
from generator.desk.enrichment.outcomes import Doubt, Record, Standing, Verdict
from generator.desk.enrichment.rows import make_row
from generator.identifiers import ArxivId, Slug, slug_from_name

_LEAST_SAME_ABSTRACT = 90.0
"""Of 100: from there on two abstracts are versions of one, whatever their titles."""
_WHOLE_ABSTRACT = 300
"""Characters from which on a text is no summary, of which two papers may have the same."""
_A_YEAR = timedelta(days=366)
_ZONES = timedelta(days=2)
"""What days may differ by since they begin at different times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the site knows besides the paper that is asked about.

    `owners` are the papers that have an arXiv id; `answers` what a curator was asked of a paper and
    a record: whether they are one, None where nobody has said.
    """

    owners: Mapping[ArxivId, tuple[Slug, str]] = field(default_factory=dict)
    answers: Mapping[tuple[Slug, ArxivId], bool | None] = field(default_factory=dict)

    def is_refused(self, gap: Gap, record: Record) -> bool:
        return self.answers.get((gap.paper, record.arxiv_id)) is False


def list_known(curated: CuratedCorpus) -> Known:
    """Gather what a site knows."""
    return Known(
        owners={
            paper.arxiv_id: (slug, curated.papers[slug].title)
            for slug, paper in curated.corpus.papers.items()
            if paper.arxiv_id
        },
        answers={(match.paper, match.record): match.same for match in curated.matches},
    )


def judge(
    gap: Gap,
    records: Sequence[Record],
    known: Known,
    *,
    by_id: bool,
    gives: Collection[Fact],
    incomplete: bool = False,
) -> Verdict:
    """Say which of a provider's records is a paper's, if that is certain.

    `incomplete`: the provider has more records that may have this title.
    """
    records = [record for record in records if not known.is_refused(gap, record)]
    if by_id:
        records = [record for record in records if record.arxiv_id == gap.arxiv_id]
        if records and gap.confirmed:
            return _found(gap, records[0], gives)
        if not any(gap.keys & record.keys for record in records):
            return _doubt(gap, records[:1], _say_other_title)
    equal = {record.arxiv_id: record for record in records if gap.keys & record.keys}
    if len(equal) > 1:
        count = len(equal)
        return _doubt(gap, list(equal.values()), lambda _r: f"{count} records bear this title")
    for record in equal.values():
        if why := _find_contradiction(gap, record, known):
            return _doubt(gap, [record], lambda _r: why)
        if incomplete:
            return _doubt(gap, [record], lambda _r: "too many papers have such a title to see all")
        return _found(gap, record, gives)
    near = [(r, why) for r in records if (why := _find_likeness(gap, r))]
    reasons = {record.arxiv_id: why for record, why in near}
    return _doubt(gap, [r for r, _ in near], lambda record: reasons[record.arxiv_id])


def _found(gap: Gap, record: Record, gives: Collection[Fact]) -> Verdict:
    row, facts = make_row(gap, record, gap.lacks & set(gives))
    return Verdict(gap=gap, standing=Standing.FOUND, record=record, row=row, facts=facts)


def _doubt(gap: Gap, records: Sequence[Record], say: Callable[[Record], str]) -> Verdict:
    """Leave records to a curator; where there is none, the provider has nothing of the paper."""
    doubts = tuple(Doubt(gap=gap, record=record, why=say(record)) for record in records)
    standing = Standing.DOUBTFUL if doubts else Standing.ABSENT
    return Verdict(gap=gap, standing=standing, doubts=doubts)


def _say_other_title(record: Record) -> str:
    return f"the record with the id {record.arxiv_id} has another title"


def _find_contradiction(gap: Gap, record: Record, known: Known) -> str:
    """Say what is known of a paper that a record of the same title contradicts."""
    return next(_list_contradictions(gap, record, known), "")


def _list_contradictions(gap: Gap, record: Record, known: Known) -> Iterator[str]:
    owner = known.owners.get(record.arxiv_id)
    if owner and owner[0] != gap.paper:
        yield f"another paper here has that id: “{owner[1]}”"
    names = record.facts.authors
    if gap.first_author and names and not _are_alike(gap.first_author, names[0]):
        yield f"the first author is {gap.first_author} here and {names[0]} there"
    day = record.facts.published
    if day and gap.published and abs(day - gap.published) > _A_YEAR:
        yield f"it was published on {gap.published} here and on {day} there"
    if day and gap.featured and day > gap.featured + _ZONES:
        yield f"it was published on {day}, after the digest of {gap.featured}"
    if have_strange_abstracts(gap.abstract, [clean_text(record.abstract)]):
        yield "it has quite another abstract"


def _are_alike(name: str, other: str) -> bool:
    """Whether two names may be one person's: an initial is no contradiction, accents are none."""
    one, two = (parse_name(tidy_name(clean_name(each))) for each in (name, other))
    if slug_from_name(one.spoken) == slug_from_name(two.spoken):
        return True
    same_family = slug_from_name(one.family) == slug_from_name(two.family)
    return same_family and one.given[:1].casefold() == two.given[:1].casefold()


def _find_likeness(gap: Gap, record: Record) -> str:
    """Say what makes a record look like a paper whose title is another."""
    if any(have_like_titles(mine, theirs) for mine in gap.keys for theirs in record.keys):
        return "the titles are almost equal"
    abstract = " ".join(record.abstract.split())
    is_whole = len(gap.abstract) >= _WHOLE_ABSTRACT
    if is_whole and fuzz.ratio(gap.abstract, abstract) >= _LEAST_SAME_ABSTRACT:
        return "the titles differ, the abstracts hardly do"
    return ""
