"""Topics, tags and curators' words, and a corpus to which they have been applied."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.corpus.authorship import Person
from generator.corpus.model import Corpus, Formula
from generator.curation.rule_schema import RuleSchema, TopicRuleSchema
from generator.diagnostics import Diagnostic, Place
from generator.identifiers import ArxivId, Slug, TagId, TopicId

LabelT = TypeVar("LabelT", TopicId, TagId)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase of a rule, its weight in a title and in an abstract."""

    text: str
    title: float
    abstract: float
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One of a few curated sections. `hue` 1 to 8 and `form` 1 to 5 make its swatch."""

    id: TopicId
    name: str
    description: str
    family: str
    hue: int
    form: int
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One of many flat labels. `aliases` are other words for it, found in text like its name.

    `kind` says that it tells what kind of paper one is: a survey, a benchmark.
    """

    id: TagId
    name: str
    description: str
    aliases: tuple[str, ...]
    place: Place
    kind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a person wrote in a file, and where: a name that is yet to be looked up."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelChange(Generic[LabelT]):
    """A curator's word on a paper's topics or tags; where `set` is given it is all of them."""

    add: tuple[LabelT, ...] = ()
    remove: tuple[LabelT, ...] = ()
    set: tuple[LabelT, ...] | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLink:
    """A link that a curator gives a paper. No two of a paper have the same `key`."""

    label: str
    url: str

    @property
    def key(self) -> str:
        """The label without capitals and spaces: `Hugging Face` is `huggingface`."""
        return "".join(self.label.casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperEdit:
    """All that one entry says of a paper; what it does not say is empty or None."""

    paper: Written
    pick: bool = False
    note: str = ""
    hide: str = ""
    title: str = ""
    abstract: str = ""
    authors: tuple[str, ...] = ()
    links: tuple[PaperLink, ...] = ()
    topics: LabelChange[TopicId] | None = None
    tags: LabelChange[TagId] | None = None
    merge_into: Written | None = None
    slug: Written | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorEdit:
    """An author as an entry has them; `id` is that of their name where none is written."""

    id: Written
    name: Written
    names: tuple[Written, ...] = ()
    papers: tuple[Written, ...] = ()
    affiliation: str = ""
    orcid: str = ""
    homepage: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEdit:
    """A paper of a reading list as it is written."""

    paper: Written
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionEdit:
    """A reading list as it is written."""

    id: str
    name: str
    description: str
    papers: tuple[ListedEdit, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchEdit:
    """A record that may be a paper's, as it is written, and the curator's answer, if there is one.

    `entry` is where the entry begins.
    """

    paper: Written
    record: ArxivId
    same: bool | None = None
    entry: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A record that may be of a paper: it is (`same`), it is not, or nobody has said (None)."""

    paper: Slug
    record: ArxivId
    same: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Curation:
    """All that curators wrote, apart from any paper.

    `topics` and `tags` are in the order of their files; topics without a rule are not in
    `topic_rules`, tags without one have that of their name and aliases. `phrases` are those of the
    rules, by the id that they speak for. `edits`, `authors` and `collections` are in the order of
    their files.
    `diagnostics` are all that was found in reading.
    """

    topics: tuple[Topic, ...] = ()
    tags: tuple[Tag, ...] = ()
    topic_rules: dict[TopicId, TopicRuleSchema] = field(default_factory=dict)
    tag_rules: dict[TagId, RuleSchema] = field(default_factory=dict)
    topic_phrases: dict[TopicId, tuple[Phrase, ...]] = field(default_factory=dict)
    tag_phrases: dict[TagId, tuple[Phrase, ...]] = field(default_factory=dict)
    edits: tuple[PaperEdit, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    collections: tuple[CollectionEdit, ...] = ()
    authors: tuple[AuthorEdit, ...] = ()
    matches: tuple[MatchEdit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPaper:
    """A paper of a collection; `comment` may be empty."""

    id: Slug
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A hand-ordered reading list. `papers` are in the curator's order; some may be hidden."""

    id: str
    name: str
    description: str
    papers: tuple[ListedPaper, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A phrase of a rule in a text: its words as they stand there, in the title if they do."""

    words: str
    in_title: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Generic[LabelT]):
    """Why a rule gave a label: what was found of its phrases, the weightiest first, each once.

    `total` is what all that was found weighs, `threshold` from where on the label is given. A total
    below it means that no topic reached its own, and this one was the nearest.
    """

    label: LabelT
    found: tuple[Found, ...]
    total: float
    threshold: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedPaper:
    """What is said of one paper: by rule, and by a curator, whose word wins."""

    id: Slug
    title: str
    """The title to show: the curator's correction, else the clean one."""
    title_formulas: tuple[Formula, ...] = ()
    """What a page can show better than `title` does, where that is a curator's."""
    topics: tuple[TopicId, ...]
    """Primary first, at most three by rule."""
    topics_by_rule: tuple[TopicId, ...]
    tags: tuple[TagId, ...]
    pick: bool = False
    note: str = ""
    hidden: str = ""
    """The reason for which it is hidden; empty where it is shown."""
    links: tuple[PaperLink, ...] = ()
    """Links from a curator, which win over known ones of the same key."""
    edits: tuple[Place, ...] = ()
    """Where a curator speaks of it: the entry, then its `topics` and `tags`."""
    facts: tuple[str, ...] = ()
    """Facts that a curator gives, as metadata names them: `authors`, `code_url`."""
    topic_reasons: tuple[Reason[TopicId], ...] = ()
    """Why rules gave `topics_by_rule`, in that order."""
    tag_reasons: tuple[Reason[TagId], ...] = ()
    """Why rules gave tags, those too that a curator took away."""
    topic_leanings: Mapping[TopicId, float] = field(default_factory=dict)
    """How far each rule came that found anything for it: its total, 1 at its threshold."""
    tag_leanings: Mapping[TagId, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedCorpus:
    """`topics` in the order of the file, `tags` by name; `papers` by the ids of the corpus.

    `corpus` is the one that was given, after a curator's merges, addresses, abstracts and authors:
    a paper that was merged is gone from it, and every address it had redirects. `diagnostics` are
    what was found in reading and applying curation; those of the corpus are not among them.
    """

    corpus: Corpus
    topics: tuple[Topic, ...]
    tags: tuple[Tag, ...]
    papers: dict[Slug, CuratedPaper]
    diagnostics: tuple[Diagnostic, ...]
    collections: tuple[Collection, ...] = ()
    persons: tuple[Person, ...] = ()
    matches: tuple[Match, ...] = ()
    """Records of which a person was asked whether they are of a paper."""
