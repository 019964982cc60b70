"""The JSON Schemas of the data for machines, published beside it: `/api/v1/schemas/`.

Format: https://json-schema.org/draft/2020-12. They say what will stay: a key may be added to a
record any day, so none is forbidden; none that is described here goes or changes its meaning.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.pages.permalinks import API
from generator.pages.plan import PlannedFile

VERSION = 1
"""Of `/api/v1/`: another meaning of a key would be another version, at another address."""

_Schema = dict[str, Any]
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_DAY = r"[0-9]{4}/[0-9]{2}/[0-9]{2}/"
_ARXIV_ID = r"[0-9]{4}\.[0-9]{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/[0-9]{7}"


def schema_path(name: str) -> str:
    """Name the schema of the file `name`, from the folder of the data."""
    return f"schemas/{name}.schema.json"


def plan_schemas() -> Iterator[PlannedFile]:
    for name, (description, record) in _RECORDS.items():
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"{name}.json",
            **_object(
                "Addresses are from the site's root, without a slash before. Keys may be added.",
                {
                    "$schema": _text("Where this schema is, from the file's own address."),
                    "version": {"description": "Of the form of the data.", "const": VERSION},
                    name: _list(description, record),
                },
            ),
        }
        content = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        yield PlannedFile(path=API + schema_path(name), content=content)


def _object(
    description: str, properties: dict[str, _Schema], *, optional: tuple[str, ...] = ()
) -> _Schema:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
    }


def _list(description: str, items: _Schema, **limits: object) -> _Schema:
    return {"description": description, "type": "array", "items": items, **limits}


def _text(description: str, pattern: str = "", *, nullable: bool = False) -> _Schema:
    schema: _Schema = {
        "description": description,
        "type": ["string", "null"] if nullable else "string",
    }
    return schema | ({"pattern": f"^(?:{pattern})$"} if pattern else {})


def _words(description: str) -> _Schema:
    return {"description": description, "type": "string", "minLength": 1}


def _date(description: str) -> _Schema:
    return _text(description, "[0-9]{4}-[0-9]{2}-[0-9]{2}", nullable=True) | {"format": "date"}


def _number(description: str, *, least: int = 0, most: int | None = None) -> _Schema:
    limits = {"minimum": least} | ({} if most is None else {"maximum": most})
    return {"description": description, "type": "integer", **limits}


def _share(description: str) -> _Schema:
    return {"description": description, "type": "number", "minimum": 0, "maximum": 1}


def _flag(description: str) -> _Schema:
    return {"description": description, "type": "boolean"}


def _link(description: str) -> _Schema:
    return _text(description, "https?://.+")


_LABEL = _text("An id.", _SLUG)
_SAID = {
    "title": _words("The title as this digest had it, clean; only where it is another."),
    "title_raw": _text("The same, as received."),
    "abstract": _text("The abstract as this digest had it, clean; only where it is another."),
    "abstract_raw": _text("The same, as received."),
}
_MEASURED = {
    "path": _words("What names the entry in a file where lines say little: data[3]."),
    "votes": _number("Votes for the paper, as this digest has them."),
    "stars": _number("Stars of its code, as this digest has them."),
}
_APPEARANCE = _object(
    "A place in a digest.",
    {
        "digest": _words("The digest's id, as in digests.json."),
        "date": _date("The day of the digest; null for one without a date."),
        "file": _words("The file of the digest, from the folder of the site's sources."),
        "line": _number("The line of that file at which the title stands, from 1.", least=1),
        "position": _number("The number of the paper in the digest, from 1.", least=1),
        "url": _text("The card in the archive.", f"(?:{_DAY}|undated/{_SLUG}/)#{_SLUG}"),
        **_MEASURED,
        **_SAID,
    },
    optional=(*_MEASURED, *_SAID),
)
_PAPER = _object(
    "A paper, once, however often it appeared.",
    {
        "id": _text("The last part of its address. It never changes.", _SLUG),
        "url": _text("The address of its page.", f"papers/{_SLUG}/"),
        "redirects": _list(
            "Further addresses that lead to its page.",
            _text("An address.", f"papers/{_SLUG}/"),
            uniqueItems=True,
        ),
        "title": _words("The title as it is shown: clean, or corrected by a curator."),
        "title_raw": _text("The title as received."),
        "abstract": _text("The longest abstract that was received, clean."),
        "abstract_raw": _text("The same, as received."),
        "other_abstracts": _list(
            "Abstracts that other digests had, where they differ.",
            _object(
                "An abstract.",
                {"abstract": _text("Clean."), "abstract_raw": _text("As received.")},
            ),
        ),
        "authors": _list("All authors in their order, or the first alone.", _words("A name.")),
        "authors_complete": _flag("Whether `authors` names all of them."),
        "arxiv_id": _text(
            "Without a version; null where it is not known.", _ARXIV_ID, nullable=True
        ),
        "published": _date("The day of its first publication; null where it is not known."),
        "featured": _date("The day of the first digest that held it; null where none has a date."),
        "venues": _list("Where it was published, spelt out.", _words("A venue and a year.")),
        "doi": _text("Without an address before it; null where none is known.", nullable=True),
        "categories": _list("Its categories at arXiv.", _words("Such as cs.CL."), uniqueItems=True),
        "keywords": _list("Keywords, as a digest gave them.", _words("A word or a few.")),
        "links": _object(
            "Its pages elsewhere, as far as they are known. A curator's further ones are by their "
            "labels.",
            {
                "arxiv": _link("The abstract at arXiv."),
                "pdf": _link("The paper itself."),
                "huggingface": _link("Its page at Hugging Face."),
                "code": _link("The code, as a third party or a curator says."),
            },
            optional=("arxiv", "pdf", "huggingface", "code"),
        )
        | {"additionalProperties": _link("A page, by the label that a curator gave it.")},
        "topics": _list("Ids of its topics, its primary one first.", _LABEL, uniqueItems=True),
        "topics_by_rule": _list(
            "What rules alone give, before a curator's word.", _LABEL, maxItems=3, uniqueItems=True
        ),
        "tags": _list("Ids of its tags.", _LABEL, uniqueItems=True),
        "pick": _flag("Whether a curator recommends it."),
        "note": _text("What a curator says of it, in Markdown; may be empty."),
        "appearances": _list(
            "By date, those without one last; never none.", _APPEARANCE, minItems=1
        ),
    },
)
_ADDRESS = _object(
    "An address of papers: `papers/<id>/`.",
    {
        "id": _text("The last part of the address.", _SLUG),
        "to": _list(
            "Ids of the papers to which it leads: itself, if it is a paper's own; another, if it "
            "was one; several, if they share it; none, if a curator has hidden the paper.",
            _LABEL,
            uniqueItems=True,
        ),
        "title": _text("The title of the paper whose own it is; else null.", nullable=True),
    },
)
_DIGEST = _object(
    "A digest: one list as it was received.",
    {
        "id": _words("Its file, without folder and ending. It never changes."),
        "url": _text("The address of its page.", f"{_DAY}|undated/{_SLUG}/"),
        "section": _text("The id of its section on that page.", "digest_[0-9]+"),
        "name": _words("Its name for readers."),
        "date": _date("The day on which it was taken; null where there is none."),
        "ordinal": _number("Its number among the digests of its day, from 1.", least=1),
        "file": _words("Its file, from the folder of the site's sources."),
        "format": _words("The format in which it was received."),
        "entries": _number("Entries that were read, hidden papers among them."),
        "new": _number("Entries of papers that no earlier digest held."),
        "papers": _list("Ids of its papers in their order, each once.", _LABEL, uniqueItems=True),
        "ledger": _object(
            "How many lines of the file were what. A line may be two things at once.",
            {
                "lines": _number("Lines that are not blank; places, in a format of records."),
                "header": _number("Of the header."),
                "title": _number("Titles."),
                "abstract": _number("Abstracts."),
                "fact": _number("Authors, dates, votes and addresses on lines of their own."),
                "record": _number("Whole papers in one place: rows, objects."),
                "rejected": _number("Lines that are none of these."),
            },
        ),
    },
)
_TOPIC = _object(
    "A topic: one of a few sections.",
    {
        "id": _text("The last part of its address. It never changes.", _SLUG),
        "url": _text("The address of its page.", f"topics/{_SLUG}/"),
        "name": _words("Its name for readers."),
        "description": _text("One sentence."),
        "family": _words("The group of topics in which it is shown."),
        "hue": _number("The colour of its mark.", least=1, most=8),
        "form": _number("The form of its mark.", least=1, most=5),
        "count": _number("Papers with this topic."),
    },
)
_TAG = _object(
    "A tag: one of many labels.",
    {
        "id": _text("The last part of its address. It never changes.", _SLUG),
        "url": _text("The address of its page.", f"tags/{_SLUG}/"),
        "name": _words("Its name for readers."),
        "description": _text("One sentence; may be empty."),
        "aliases": _list("Other words for it.", _words("A word or a few.")),
        "count": _number("Papers with this tag."),
    },
)
_COLLECTION = _object(
    "A reading list.",
    {
        "id": _text("The last part of its address. It never changes.", _SLUG),
        "url": _text("The address of its page.", f"collections/{_SLUG}/"),
        "name": _words("Its name for readers."),
        "description": _text("For whom it is, and what it leads to."),
        "papers": _list(
            "In the order in which to read them.",
            _object(
                "A paper of the list.",
                {
                    "id": _LABEL,
                    "url": _text("The address of its page.", f"papers/{_SLUG}/"),
                    "comment": _text("Why it stands there, in Markdown; may be empty."),
                },
            ),
        ),
    },
)
_COUNT = _object(
    "A topic or tag.", {"id": _LABEL, "papers": _number("Papers of the month with it.", least=1)}
)
_MONTH = _object(
    "A month. A paper counts once, in the month of the first dated digest that held it.",
    {
        "month": _text("The month.", "[0-9]{4}-[0-9]{2}"),
        "url": _text("The address of its page, if it has one.", "[0-9/]{8}", nullable=True),
        "days": _number("Days with a digest."),
        "papers": _number("Papers that no dated digest of a month before held."),
        "topics": _list("Topics of these papers, in the curators' order.", _COUNT),
        "tags": _list("Tags of these papers, by id.", _COUNT),
    },
)
_RELATED = _object(
    "The papers near one by what they say.",
    {
        "id": _text("The paper's id, as in papers.json.", _SLUG),
        "url": _text("The address of its page.", f"papers/{_SLUG}/"),
        "related": _list(
            "Papers near it, the nearest first; none where none is near.",
            _object(
                "A paper near it.",
                {
                    "id": _LABEL,
                    "url": _text("The address of its page.", f"papers/{_SLUG}/"),
                    "nearness": _share("How near it is: above 0 and up to 1, in thousandths."),
                    "shared": _list(
                        "Words and phrases that both say, as the first one has them.",
                        _words("A word or a few."),
                        minItems=1,
                    ),
                },
            ),
            maxItems=3,
        ),
    },
)
_RECORDS = {
    "addresses": ("All addresses of papers that answer, by id.", _ADDRESS),
    "papers": ("All papers that are shown, by id.", _PAPER),
    "digests": ("All digests, by date, those without one last.", _DIGEST),
    "topics": ("All topics, in the curators' order.", _TOPIC),
    "tags": ("All tags, by id.", _TAG),
    "collections": ("All reading lists, in the curators' order.", _COLLECTION),
    "related": ("All papers that are shown, by id.", _RELATED),
    "trends": ("All months from the first digest to the last.", _MONTH),
}
