"""What the entries of all files have in common: kinds of text, and how strict they are."""

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
)

from generator.curation.scalars import Unquoted, WrittenFloat, WrittenInt
from generator.identifiers import parse_arxiv_id

_ANSWERS = {"yes": True, "true": True, "no": False, "false": False}


def _as_written(value: object) -> object:
    """Take an arXiv id for what was written, not for the number that YAML sees in it."""
    return value.written if isinstance(value, WrittenInt | WrittenFloat) else value


def _check_address(url: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\.[^\s]+", url):
        raise ValueError("this is no web address", "It begins with `https://`, without a space.")
    return url


def _check_orcid(text: str) -> str:
    """Check an ORCID iD and its last sign, which is made of the others.

    Format: https://support.orcid.org/hc/en-us/articles/360006897674
    """
    id_ = re.sub(r"^https?://orcid\.org/", "", text)
    if not re.fullmatch(r"(\d{4}-){3}\d{3}[\dX]", id_):
        raise ValueError(
            "this is no ORCID iD", "It has four groups of four digits: `0000-0002-1825-0097`."
        )
    total = 0
    for digit in id_.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != id_[-1]:
        raise ValueError("this ORCID iD cannot be", "A digit is wrong: copy it from orcid.org.")
    return id_


def _check_record(text: str) -> str:
    arxiv_id = parse_arxiv_id(text)
    if not arxiv_id:
        raise ValueError("this is no arXiv id", "It looks like `2403.05798`.")
    return arxiv_id


def _read_answer(value: object) -> object:
    """Take `yes` and `no`, too: they stand where a person answers a question."""
    word = value.text if isinstance(value, Unquoted) else value
    if isinstance(word, str):
        word = _ANSWERS.get(word.strip().lower(), word)
    if isinstance(word, bool) or word == "open":
        return str(word).lower()
    raise ValueError(
        "this is no answer", "Write `same: true` or `same: false`, or leave `same: open`."
    )


def _on_one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


Words = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_on_one_line)
]
"""Text that is shown on one line, or flows: line breaks are spaces."""
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_composed)
]
"""Text whose line breaks count, as in Markdown."""
LabelId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
SlugText = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
PaperName = Annotated[
    Words,
    BeforeValidator(_as_written),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
WebAddress = Annotated[Words, AfterValidator(_check_address)]
RecordId = Annotated[PaperName, AfterValidator(_check_record)]
Answer = Annotated[
    Literal["true", "false", "open"],
    BeforeValidator(_read_answer),
    WithJsonSchema({"enum": ["open", True, False]}),
]
Orcid = Annotated[Words, AfterValidator(_check_orcid)]


class Entry(BaseModel):
    """What all entries have in common: no key that is not known, no value of another type.

    A check raises a ValueError with what is wrong and, after it, what to do.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
