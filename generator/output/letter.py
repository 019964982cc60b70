"""A mail's HTML and plain text, from its templates. Nothing here reads a disk or sends anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from quopri import encodestring

import css_inline

from generator.diagnostics import Diagnostic
from generator.output.escape import html_text, printable
from generator.output.templates import Templates
from generator.pages.mail import shorten
from generator.pages.views import MailView

MOST_HTML = 100_000
"""Bytes of the HTML as it travels: Gmail cuts a message off after 102 kB."""
_ABSTRACTS = (1_200, 800, 600, 500, 400, 330, 270, 220, 180, 140, 0)
"""Characters of an abstract, as long as it may be: the first length that fits is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Both forms of a mail's body. The text has all papers with their whole abstracts."""

    html: str
    text: str


def render_letter(mail: MailView, folder: Path, *, root: Path) -> Letter | Diagnostic:
    """Render a mail from the templates in `folder`; where they are wrong, say so.

    The HTML is as full as it can be in `MOST_HTML` bytes: abstracts are cut before papers are.
    `root` is the site's folder, from which findings name files.
    """
    html = Templates(folder, root=root, escape=html_text)
    plain = Templates(folder, root=root, escape=printable)
    text = plain.render("mail.txt.j2", {"mail": mail})
    rules = html.render("mail.css", {})
    if isinstance(text, Diagnostic):
        return text
    if isinstance(rules, Diagnostic):
        return rules
    inliner = _make_inliner(rules)
    rendered = ""
    for shorter in _list_shorter(mail):
        page = html.render("mail.html.j2", {"mail": shorter})
        if isinstance(page, Diagnostic):
            return page
        rendered = inliner.inline(page)
        if measure(rendered) <= MOST_HTML:
            break
    return Letter(html=rendered, text=text)


def _list_shorter(mail: MailView) -> Iterator[MailView]:
    """Give the mail whole, then ever shorter, to a paper of each topic."""
    yield mail
    for abstracts in _ABSTRACTS:
        yield shorten(mail, abstracts=abstracts)
    for percent in range(95, -1, -5):
        yield shorten(mail, abstracts=0, share=percent / 100)


def _make_inliner(rules: str) -> css_inline.CSSInliner:
    """Make what puts rules into the elements of a page; its own `<style>` stays as it is."""
    return css_inline.CSSInliner(
        extra_css=rules,
        inline_style_tags=False,
        keep_style_tags=True,
        minify_css=True,
        load_remote_stylesheets=False,
    )


def measure(html: str) -> int:
    """Give the bytes of a part as it travels, in quoted-printable."""
    encoded = encodestring(html.encode())
    return len(encoded) + encoded.count(b"\n")  # a line ends with two signs
