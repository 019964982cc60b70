"""Making a mail shorter: abstracts first, and only then papers."""

from dataclasses import replace
from math import ceil

from generator.pages.views import MailPaper, MailSection, MailView
from generator.pages.words import shortened


def shorten(mail: MailView, *, abstracts: int, share: float = 1.0) -> MailView:
    """Cut abstracts to so many characters, and each section to a `share` of its papers, 0 to 1.

    At least one paper of each section stays.
    """
    longest = max(len(paper.abstract) for section in mail.sections for paper in section.papers)
    return replace(
        mail,
        sections=tuple(_shorten_section(section, abstracts, share) for section in mail.sections),
        shortened=longest > abstracts or share < 1,
    )


def _shorten_section(section: MailSection, abstracts: int, share: float) -> MailSection:
    kept = section.papers[: max(1, ceil(len(section.papers) * share))]
    return replace(
        section,
        papers=tuple(_shorten_paper(paper, abstracts) for paper in kept),
        left_out=len(section.papers) - len(kept),
    )


def _shorten_paper(paper: MailPaper, length: int) -> MailPaper:
    return replace(paper, abstract=shortened(paper.abstract, length) if length else "")
