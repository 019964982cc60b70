"""What few sources say of a paper, on its own page."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.corpus.model import Appearance, Paper
from generator.pages.links import is_web_address
from generator.pages.views import LinkView, ParticularsView
from generator.pages.words import counted, joined

_OF_ARXIV = re.compile(r"\barxiv\b|^corr\b", re.IGNORECASE)
# A picture of the title that Hugging Face makes for other sites to show; it says nothing more.
_TITLE_PICTURE = "cdn-thumbnails.huggingface.co/social-thumbnails/"
_KINDS = {
    "Film": (".mp4", ".mov", ".webm", ".m4v", ".mkv"),
    "Picture": (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"),
}
_OTHER_KIND = "Recording"


def show_particulars(paper: Paper) -> ParticularsView:
    said = paper.particulars
    return ParticularsView(
        summary=said.summary,
        summary_origin=_say_origin(said.summary_by),
        keywords=tuple(dict.fromkeys(paper.keywords)),
        organisation=said.organisation,
        journal_ref="" if _OF_ARXIV.search(said.journal_ref) else said.journal_ref,
        comment=said.comment,
        media=tuple(_name_media(said.media)),
    )


def say_response(appearance: Appearance) -> str:
    """Say what became of a paper in a digest: `, submitted by Ada Knot, with 3 votes`."""
    counts = [
        counted(count, noun)
        for count, noun in ((appearance.votes, "vote"), (appearance.comments, "comment"))
        if count
    ]
    who = f", submitted by {appearance.submitted_by}" if appearance.submitted_by else ""
    return who + (f", with {joined(counts)}" if counts else "")


def _say_origin(program_of: str) -> str:
    if program_of:
        return f"In short, as a program of {program_of} wrote it"
    return "In short, as a source has it"


def _name_media(addresses: tuple[str, ...]) -> Iterator[LinkView]:
    """Name each by its kind, with a number where there are several of it."""
    shown = [
        (_name_kind(url), url)
        for url in dict.fromkeys(addresses)
        if is_web_address(url) and _TITLE_PICTURE not in url
    ]
    totals = Counter(kind for kind, _ in shown)
    nth: Counter[str] = Counter()
    for kind, url in shown:
        nth[kind] += 1
        yield LinkView(label=f"{kind} {nth[kind]}" if totals[kind] > 1 else kind, url=url)


def _name_kind(url: str) -> str:
    path = url.partition("?")[0].partition("#")[0].lower()
    return next((kind for kind, ends in _KINDS.items() if path.endswith(ends)), _OTHER_KIND)
