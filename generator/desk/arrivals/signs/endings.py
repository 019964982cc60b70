"""Ends that are none: a file that is cut off, and texts that are."""

import re
from collections.abc import Iterator

from generator.desk.arrivals.signs.losses import hold
from generator.desk.arrivals.signs.wording import count, end_of, place
from generator.sources.lines import quoted
from generator.sources.model import RawDigest
from generator.sources.values import read_arxiv_id

_ADDRESS_AT_END = re.compile(r"https?://\S{4,}\s*$")
_ENDS = re.compile(r"[.!?…。！？][\"'’”»)\]}*_$]*$")
_FULL_STOP = re.compile(r"[a-z)]\. ")
_CUT_FROM = 80
"""Characters from which on a text is a sentence that wants an end."""
_MOSTLY = 0.5
_FEW = 3
_TAIL = 12
_LOOKED_AT = 500
"""Characters of a text's end that are looked at, so that none costs more than its share."""
_BY_LINES = frozenset({"table", "blocks", "markdown", "yaml-list"})
"""Formats in which nothing closes the last value but the end of its line."""
_PAGES = frozenset({"capture", "page-capture"})
_WITH_LINKS = frozenset({"page-capture", "markdown"})
_CLOSES = re.compile(r"(?:[.!?…。！？)\]}\"',\t]|\s\|)$")
_OFTEN = 0.3
_LEAST_CUT = {"page-capture": 1}
_OPEN_LINK = re.compile(r"\]\([^()\s]*$|\[[^\[\]]*$")
# Of links, headings, rows, elements, and texts within data.
_MARKS_IN_TEXT = re.compile(
    r"\]\(https?:|\s#{2,6}\s|\|\s+\||</?[a-z]{2,10}>|\\n(?=[\W\dA-Z])|\"\s?:\s?[\"\[{]"
)
_OF_A_PAGE = re.compile(r"huggingface\.co/(?:login\?next=|papers/[\w.]{4,12}#community)")


def find_endings(digest: RawDigest, text: str) -> Iterator[str]:
    if digest.entries:
        yield from _lacking_end(digest)
        yield from _sentence_without_end(digest, text)
        yield from _line_without_end(digest, text)
        yield from _sentences_without_end(digest)
        yield from _marks_in_texts(digest, text)


def _lacking_end(digest: RawDigest) -> Iterator[str]:
    """See whether the last paper lacks what all others have."""
    *before, end = digest.entries
    common = [
        name
        for name in (hold(before[0]) if before else ())
        if all(name in hold(entry) for entry in before)
    ]
    lacking = [name for name in common if name not in hold(end)]
    if lacking and (len(before) > 1 or digest.format == "page-capture"):
        yield (
            f"The last paper, {quoted(end.title)}, lacks what all others have "
            f"({', '.join(lacking)}): is the file whole?"
        )


def _sentence_without_end(digest: RawDigest, text: str) -> Iterator[str]:
    """See whether the last abstract breaks off where the others end."""
    *before, end = digest.entries
    last = end.abstract.rstrip()
    if not last or not text.rstrip("\"' \t\r\n").endswith(last[-_TAIL:]):
        return  # what follows closes it: a brace, another column
    told = [entry.abstract for entry in before if len(entry.abstract) >= _CUT_FROM]
    ended = sum(map(_ends, told))
    # Few others say little; then it must have ended sentences itself.
    usual = ended >= _MOSTLY * len(told) if len(told) >= _FEW else bool(_FULL_STOP.search(last))
    long = len(last) >= _CUT_FROM or len(told) >= _FEW
    # A page shows whole abstracts, however short, and more stands below the last.
    if ((usual and long) or digest.format in _PAGES) and not _ENDS.search(last[-_LOOKED_AT:]):
        yield (
            f"The last abstract breaks off in the middle of a sentence, “…{end_of(last)}”: "
            "is the file whole?"
        )


def _line_without_end(digest: RawDigest, text: str) -> Iterator[str]:
    """See whether the last line breaks off, in formats of lines: most programs end it."""
    if text.endswith(("\n", "\r")):
        return
    last = text[-300:].splitlines()[-1]
    word = last.rpartition(" ")[2].rpartition(",")[2].rpartition("\t")[2]
    whole = _CLOSES.search(last.rstrip()) or read_arxiv_id(word)
    if (digest.format in _BY_LINES and not whole) or (
        digest.format in _WITH_LINKS and _OPEN_LINK.search(last)
    ):
        yield f"The last line has no end, “…{end_of(last)}”: is the file whole?"


def _sentences_without_end(digest: RawDigest) -> Iterator[str]:
    """See whether many abstracts break off, as where a program shows lines up to a width.

    In no real digest of two or more papers do three in ten lack the end of their last sentence.
    """
    told = [entry for entry in digest.entries if len(entry.abstract) >= _CUT_FROM]
    cut = [entry for entry in told if not _ends(entry.abstract)]
    if len(cut) >= _LEAST_CUT.get(digest.format, 2) and len(cut) >= _OFTEN * len(told):
        yield (
            f"{count(len(cut), 'abstract breaks', 'abstracts break')} off in the middle of a "
            f"sentence: {place(cut[0])} “…{end_of(cut[0].abstract.rstrip())}”"
        )


def _ends(text: str) -> bool:
    end = text.rstrip()[-_LOOKED_AT:]
    return bool(_ENDS.search(end) or _ADDRESS_AT_END.search(end))


def _marks_in_texts(digest: RawDigest, text: str) -> Iterator[str]:
    """See whether what frames texts is within them: then their own ends are missing."""
    if digest.format not in _WITH_LINKS:
        return
    found = [e for e in digest.entries if _MARKS_IN_TEXT.search(f"{e.title}\n{e.abstract}")]
    if found:
        yield (
            f"In {count(len(found), 'paper', 'papers')} the text holds marks that ought to stand "
            f"around it: {place(found[0])} {quoted(found[0].title)}"
        )
    if digest.format == "markdown" and _OF_A_PAGE.search(text):
        yield "It is a part of a page of Hugging Face, whose beginning is missing."
