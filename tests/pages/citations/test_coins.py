"""COinS, read as Zotero reads it: its rules are those of `parseContextObject` of its utilities."""

from html import unescape
from urllib.parse import unquote

import pytest

from generator.output.escape import html_text
from generator.pages.citations import Reference
from generator.pages.citations.coins import write_coins
from generator.pages.citations.references import Kind

_TYPES = {"journal": "journalArticle", "dc": "webpage"}


def read(text: str) -> dict[str, list[str]]:
    """Divide at `&` and `=`, a plus for a space; what is divided wrongly would raise."""
    found: dict[str, list[str]] = {}
    for part in unescape(html_text(text)).split("&"):
        key, value = part.split("=")
        found.setdefault(key, []).append(unquote(value.replace("+", " "), errors="strict"))
    return found


def item_type(found: dict[str, list[str]]) -> str:
    form = found["rft_val_fmt"][0].removeprefix("info:ofi/fmt:kev:mtx:")
    if form == "book":
        assert found["rft.genre"] == ["proceeding"]
        return "conferencePaper"
    return found.get("rft.type", [_TYPES[form]])[0]


def test_zotero_reads_every_paper(
    real: tuple[Reference, ...], hostile: tuple[Reference, ...]
) -> None:
    for reference in (*real, *hostile):
        found = read(write_coins(reference))
        is_article = reference.kind in {Kind.CONFERENCE, Kind.JOURNAL}
        assert found["rft.atitle" if is_article else "rft.title"] == [reference.title]
        people = [name for name in reference.authors if name.given]
        expected = [name.inverted if " " in name.family else name.full for name in people]
        assert found.get("rft.au", []) == expected
        others = [name.family for name in reference.authors if not name.given]
        assert found.get("rft.aucorp", []) == others
        assert found.get("rft_id", []) == ([reference.url] if reference.url else [])
        assert len(found.get("rft.date", [])) == bool(reference.year)


@pytest.mark.parametrize(
    ("kind", "expected"), [(Kind.PREPRINT, "preprint"), (Kind.CONFERENCE, "conferencePaper")]
)
def test_zotero_knows_what_kind_it_is(
    real: tuple[Reference, ...], kind: Kind, expected: str
) -> None:
    of_kind = [reference for reference in real if reference.kind is kind]
    assert of_kind
    assert {item_type(read(write_coins(reference))) for reference in of_kind} == {expected}
