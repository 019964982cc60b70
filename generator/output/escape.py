"""Making text safe where it is put: in Markdown, in blocks of HTML, in front matter, in addresses.

Everything written into a page passes one of these functions, and they only ever replace characters
by character references: what a reader sees is the text itself, and nothing in it acts.

`markdown_text` is safe in every place of a page and is what a template's plain `{{ value }}` gives.
`html_text` is lighter, for text inside a block of HTML, where Markdown's signs mean nothing.
"""

import json
import re
from functools import lru_cache
from urllib.parse import quote

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_BREAKS = "\t\n\r\f\v"

# What HTML and YAML cannot hold: control characters, halves of surrogate pairs, noncharacters.
_NOWHERE = "\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_UNPRINTABLE = re.compile(f"[{_NOWHERE}]")

# Braces belong to Jinja (the macros plugin renders pages with it), to attribute lists and to critic
# mark-up; backtick and tilde open fences; separators end a line for some tools.
_ACTS_IN_PLUGINS = f"{{}}`~\u2028\u2029{_NOWHERE}"
_ACTS_AROUND_HTML = re.compile(f"[{_ACTS_IN_PLUGINS}]")
_ACTS_IN_HTML = re.compile(f"[&<>\"'{_ACTS_IN_PLUGINS}]")

_ACTS_IN_MARKDOWN = re.compile(
    r"""
    (?P<harmless>
        (?<=\w) - (?=[^\W_])             # a hyphen within a word
      | (?<=\w) \. (?=[ ]|$)            # a full stop after a word
      | (?<=\d) \. (?=\d)                # a decimal point
      | (?<=\w) : (?=[ ])                # a colon before a space: no emoji's name begins here
      | \( (?! (?:c|r|p|tm|pa) \) )      # a parenthesis that begins no (c) and no (tm)
      | \)
      | \? (?=[ ]|$)                     # a question mark that names no discussion
    )
    | (?P<word>
        (?<=\d) (?: st|nd|rd|th ) \b     # 2nd, which smart symbols would set high
      | \b [a-f0-9]{40}                 # a commit, to which magic links would lead
    )
    | [^A-Za-z0-9 ,;%]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIST_MARKER = re.compile(r"(\w+)([.)])(?!\w)")

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SAFE_SCHEMES = ("http:", "https:", "mailto:")
_IN_ADDRESS = "%/:=&?#,;@+!$()[]*'"
_IN_LINK = "%/:=&?#,;@+"
_LINKS_AT_HAND = 10_000  # the same few topics, tags and days are linked to from every page


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


def _printable_sign(match: re.Match[str]) -> str:
    return " " if match[0] in _BREAKS else "\ufffd"


def _html_sign(match: re.Match[str]) -> str:
    return _printable_sign(match) if _UNPRINTABLE.match(match[0]) else _reference(match[0])


def printable(text: str) -> str:
    """Give `text` on one line, with U+FFFD in place of what no page can hold."""
    return _UNPRINTABLE.sub(_printable_sign, text)


def html_text(text: str) -> str:
    """Escape `text` for an element or a quoted attribute within a block of HTML.

    It holds no line break, so it cannot end the block, and no sign that a preprocessor of
    Python-Markdown (fences, snippets, critic mark-up) or a plugin that renders Jinja acts on.
    """
    return _ACTS_IN_HTML.sub(_html_sign, text)


def settled_html(markup: str) -> str:
    """Put HTML that is safe already on one line, so that it stays as it is within a page.

    In its texts and quoted attributes, the signs that `html_text` keeps from preprocessors and
    plugins become references; tags have none of them.
    """
    return _ACTS_AROUND_HTML.sub(_html_sign, markup.strip())


def _markdown_sign(match: re.Match[str]) -> str:
    sign = match[0]
    if match["harmless"]:
        return sign
    if match["word"]:
        return _reference(sign[0]) + sign[1:]
    # Beyond ASCII only what nobody sees needs a reference: spaces and marks that steer direction.
    return sign if not sign.isascii() and sign.isprintable() else _reference(sign)


def markdown_text(text: str, *, piece: bool = False) -> str:
    """Escape `text` for Markdown that runs on: a heading, an item of a list, a link's label.

    Letters, digits and such punctuation as means nothing where it stands stay as they are, so that
    the page reads well as text. White space is collapsed, as Markdown would do; that at the ends
    goes, unless `text` is a `piece` of a longer one.
    """
    text = printable(_SPACES.sub(" ", text))
    if not piece:
        text = text.strip(" ")
    marker = _LIST_MARKER.match(text)  # "1. " or "iv) " would begin a list within an item
    if marker is None:
        return _ACTS_IN_MARKDOWN.sub(_markdown_sign, text)
    word = _ACTS_IN_MARKDOWN.sub(_markdown_sign, marker[1])
    return (
        word + _reference(marker[2]) + _ACTS_IN_MARKDOWN.sub(_markdown_sign, text[marker.end() :])
    )


def front_matter_text(text: str) -> str:
    """Write `text` as a YAML scalar that holds HTML, for `title` and `description`.

    Themes print both into the page's head as they are, so they are escaped here and nowhere else.
    A JSON string is a YAML scalar (https://yaml.org/spec/1.2.2/#13-terminology), on one line.
    """
    return json.dumps(html_text(text), ensure_ascii=False)


def _leads_nowhere(url: str) -> bool:
    scheme = _SCHEME.match(url)
    return scheme is not None and scheme[0].lower() not in _SAFE_SCHEMES


@lru_cache(maxsize=_LINKS_AT_HAND)
def html_address(url: str) -> str:
    """Escape an address for a quoted attribute; one that a browser might run leads to `#`."""
    url = printable(url).strip()
    return "#" if _leads_nowhere(url) else html_text(quote(url, safe=_IN_ADDRESS))


@lru_cache(maxsize=_LINKS_AT_HAND)
def markdown_address(url: str) -> str:
    """Escape an address for the target of a Markdown link; one that might run leads to `#`."""
    url = printable(url).strip()
    if _leads_nowhere(url):
        return "#"
    # `~` and `++` stand around struck out text and names of keys.
    return quote(url, safe=_IN_LINK).replace("~", "%7E").replace("++", "+%2B")
