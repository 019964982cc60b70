"""What a person may write in `content/curation`: the entries of each file.

The JSON Schemas in `schemas/`, with which editors complete and check, are made of these models; a
field's description is what an editor shows beside it.
"""

import json
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter, model_validator

from generator.curation.fields import (
    Answer,
    Entry,
    LabelId,
    Orcid,
    PaperName,
    Prose,
    RecordId,
    SlugText,
    WebAddress,
    Words,
)
from generator.curation.rule_schema import PhraseText, TagRuleSchema, TopicRuleSchema
from generator.curation.wording import make_id

MOST_TOPICS = 3


class TopicEntry(Entry):
    """A topic: one of a few sections of the site. The order of the file is that of the site."""

    id: LabelId = Field(
        description="Part of the topic's address. Never change it: `/topics/<id>/` is linked to."
    )
    name: Words = Field(description="The topic's name, as readers see it.")
    description: Words = Field(description="One sentence: what the papers of this topic do.")
    family: Words = Field(description="The group in which the topic is shown.")
    hue: int = Field(ge=1, le=8, description="The colour of its mark, 1 to 8: one a family.")
    form: int = Field(ge=1, le=5, description="The form of its mark, 1 to 5, within the family.")
    rule: TopicRuleSchema | None = Field(
        default=None, description="The phrases that give a paper this topic."
    )


class TagEntry(Entry):
    """A tag: one of many labels. Without a rule, its name and aliases are looked for in papers."""

    id: LabelId = Field(
        description="Part of the tag's address. Never change it: `/tags/<id>/` is linked to."
    )
    name: Annotated[PhraseText, StringConstraints(strip_whitespace=True, min_length=1)] = Field(
        description="The tag's name, as readers see it, and looked for in papers."
    )
    description: Words | None = Field(default=None, description="One sentence, if it needs one.")
    kind: bool | None = Field(
        default=None, description="true: it says what kind of paper it is, as a survey is one."
    )
    aliases: Annotated[tuple[PhraseText, ...], Field(max_length=60)] = Field(
        default=(), description="Other words for it, looked for in papers like its name."
    )
    rule: TagRuleSchema | None = Field(
        default=None, description="A rule, where name and aliases give too much or too little."
    )


class _LabelChange(Entry):
    """A curator's word on the labels of a paper: what to add or remove, or all of them."""

    add: tuple[Words, ...] | None = None
    remove: tuple[Words, ...] | None = None
    set: tuple[Words, ...] | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "_LabelChange":
        if self.set is not None and (self.add is not None or self.remove is not None):
            raise ValueError("`set` gives all of them already", "Use it without `add` or `remove`.")
        if self.set is None and not self.add and not self.remove:
            raise ValueError("nothing is said", "Say what to `add`, `remove` or `set`.")
        if both := set(self.add or ()) & set(self.remove or ()):
            message = f"`{min(both)}` is both added and removed"
            raise ValueError(message, "Keep it in one of the two.")
        return self


class TopicChange(_LabelChange):
    """`set` names all topics of the paper, its primary first; `add` puts some behind the rule's."""

    add: Annotated[tuple[Words, ...], Field(max_length=MOST_TOPICS)] | None = None
    set: Annotated[tuple[Words, ...], Field(max_length=MOST_TOPICS)] | None = None


class TagChange(_LabelChange):
    """`set` names all tags of the paper; `add` and `remove` change what the rules give."""


class LinkEntry(Entry):
    """A link of a paper."""

    label: Words = Field(description="What the reader sees: `Project page`.")
    url: WebAddress = Field(description="Where it leads: `https://...`.")


class PaperEntry(Entry):
    """What a curator says of one paper. It wins over every rule and every digest."""

    paper: PaperName = Field(description="Its arXiv id, its slug (`/papers/<slug>/`) or its title.")
    pick: bool | None = Field(default=None, description="true: it is worth a reader's time.")
    note: Prose | None = Field(
        default=None, description="A sentence or two in Markdown, for readers, in your own words."
    )
    hide: Words | None = Field(
        default=None, description="Why it is not shown; the reason stands on the data page."
    )
    title: Words | None = Field(default=None, description="The title as it should be shown.")
    abstract: Words | None = Field(default=None, description="The abstract as it should be shown.")
    authors: Annotated[tuple[Words, ...], Field(min_length=1)] | None = Field(
        default=None, description="All its authors, in order."
    )
    links: Annotated[tuple[LinkEntry, ...], Field(min_length=1)] | None = Field(
        default=None,
        description="Further links: a project page, a talk. `Code`, `PDF` and so on replace ours.",
    )
    topics: TopicChange | None = Field(default=None, description="Changes to its topics.")
    tags: TagChange | None = Field(default=None, description="Changes to its tags.")
    merge_into: PaperName | None = Field(
        default=None, description="The paper that this one is the same as."
    )
    slug: SlugText | None = Field(
        default=None, description="Another address; the old one leads to it."
    )

    @model_validator(mode="after")
    def _says_something(self) -> "PaperEntry":
        said = self.model_fields_set - {"paper"}
        if not said:
            raise ValueError("the entry says nothing", "Add `pick`, `note` or another word.")
        if "merge_into" in said and len(said) > 1:
            raise ValueError(
                "a paper that is merged into another has no words of its own",
                "Write them in an entry for that other paper.",
            )
        if self.pick and self.hide:
            raise ValueError("a paper that is hidden cannot be a pick", "Delete one of the two.")
        return self


class ListedEntry(Entry):
    """A paper of a collection."""

    paper: PaperName = Field(description="Its arXiv id, its slug or its title.")
    comment: Prose | None = Field(
        default=None, description="In Markdown, why it stands in this list, and here."
    )


class CollectionEntry(Entry):
    """A reading list, in its order."""

    id: LabelId = Field(description="Part of its address. Never change it once it is published.")
    name: Words = Field(description="Its name, as readers see it.")
    description: Words = Field(description="For whom it is, and what it leads to.")
    papers: Annotated[tuple[ListedEntry, ...], Field(min_length=1)] = Field(
        description="The papers, in the order in which to read them."
    )


class AuthorEntry(Entry):
    """Who is behind a name, or several: one person's spellings, or one of several of one name."""

    name: Words = Field(description="The name as readers see it: `Jane Doe`.")
    names: Annotated[tuple[Words, ...], Field(min_length=1)] | None = Field(
        default=None, description="Their other names and spellings, which lead to this page too."
    )
    papers: Annotated[tuple[PaperName, ...], Field(min_length=1)] | None = Field(
        default=None,
        description="Where others share their name: those of its papers that are theirs, each by "
        "arXiv id, slug or title. Without it all are.",
    )
    id: SlugText | None = Field(
        default=None,
        description="Part of their address, `/authors/<id>/`; without it, that of their name.",
    )
    affiliation: Words | None = Field(
        default=None, description="Where they work, which tells them from others of their name."
    )
    orcid: Orcid | None = Field(default=None, description="Their ORCID iD: `0000-0002-1825-0097`.")
    homepage: WebAddress | None = Field(default=None, description="Their own page: `https://...`.")
    note: Prose | None = Field(
        default=None, description="A sentence or two in Markdown, for readers."
    )

    @model_validator(mode="after")
    def _says_something(self) -> "AuthorEntry":
        if self.papers and not self.id:
            raise ValueError(
                "one of several authors of one name needs an address of their own",
                f"Add a line `id: …` that tells them apart, such as `{make_id(self.name)}-oslo`.",
            )
        if not self.model_fields_set - {"name"}:
            raise ValueError("the entry says nothing", "Add `names`, `papers` or another word.")
        return self


class MatchEntry(Entry):
    """A record of a provider that may be of a paper here: `broadsheet enrich` asks, you answer."""

    paper: PaperName = Field(description="The paper here: its slug, arXiv id or title.")
    record: RecordId = Field(description="The arXiv id of the record that may be of this paper.")
    title: Words | None = Field(default=None, description="The title of the record.")
    authors: Words | None = Field(default=None, description="The authors of the record.")
    published: Words | None = Field(default=None, description="The day of the record.")
    source: Words | None = Field(default=None, description="Who has the record.")
    doubt: Words | None = Field(default=None, description="Why a program cannot tell.")
    same: Answer = Field(
        description="Your answer: `true` if both are one paper, `false` if not, until then `open`."
    )


FileKind = Literal["topics", "tags", "papers", "authors", "collections", "matches"]
ENTRY_MODELS: dict[FileKind, type[Entry]] = {
    "topics": TopicEntry,
    "tags": TagEntry,
    "papers": PaperEntry,
    "authors": AuthorEntry,
    "collections": CollectionEntry,
    "matches": MatchEntry,
}


def render_schemas() -> dict[str, str]:
    """Give the JSON Schema of each kind of file, by its name under `schemas/`."""
    return {
        f"{kind}.schema.json": _render_schema(kind, model) for kind, model in ENTRY_MODELS.items()
    }


def _render_schema(kind: str, model: type[Entry]) -> str:
    adapter: TypeAdapter[Any] = TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"content/curation: {kind}",
        **_simplify(adapter.json_schema(by_alias=True)),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _simplify(node: Any) -> Any:
    """Leave out "or null", since a key without a value is a mistake, and names of no use."""
    if isinstance(node, list):
        return [_simplify(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {
        key: _simplify(value)
        for key, value in node.items()
        if key != "default" and not (key == "title" and isinstance(value, str))
    }
    choices = [choice for choice in node.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del node["anyOf"]
        node = {**choices[0], **node}
    return node
