"""Curators' notes: a little Markdown to HTML that cannot act.

Format: https://spec.commonmark.org/0.31.2/, of which a note has paragraphs, lists, emphasis, code,
breaks and links. Everything else, HTML and images above all, is text and shows as it was written.
"""

import re
from functools import lru_cache

from markdown_it import MarkdownIt

from generator.output.escape import settled_html

# Rules are allowed by name: what a later version of the library adds stays off.
_RULES = ("list", "newline", "escape", "backticks", "emphasis", "link", "autolink", "entity")
_MOST_NESTING = 100  # two a list; the library drops what lies deeper
_NOTES_AT_HAND = 10_000  # a note stands on the page of its paper and on each list that has it

_LEADS_OUT = re.compile(r"(?:https?://[^/?#]|mailto:.)", re.IGNORECASE)


class _NoteParser(MarkdownIt):
    def __init__(self) -> None:
        super().__init__("zero", {"maxNesting": _MOST_NESTING})
        self.enable(_RULES)

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Let a link lead to the web or to a mailbox; any other remains text."""
        return _LEADS_OUT.match(url) is not None


_PARSER = _NoteParser()


@lru_cache(maxsize=_NOTES_AT_HAND)
def note_html(note: str) -> str:
    """Render a curator's note as HTML on one line, for an element that may hold paragraphs.

    Text is escaped, links lead to `http`, `https` and `mailto` only, and as with `html_text` no
    sign is left on which Python-Markdown, its extensions or Jinja would act.
    """
    return settled_html(_PARSER.render(note))
