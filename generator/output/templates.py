"""The language of the page templates: what `{{ ... }}` gives, the filters, and kind errors.

A plain `{{ value }}` is escaped for Markdown and HTML alike; the filters give the other forms. So a
template that forgets to think about escaping is ugly at worst, never a hole.
"""

import textwrap
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from generator.diagnostics import Code, Diagnostic, Place
from generator.output.escape import (
    html_address,
    html_text,
    markdown_address,
    markdown_text,
    printable,
)
from generator.output.notes import note_html
from generator.output.running_text import text_html, text_markdown
from generator.pages.views import Span

Escape = Callable[[str], str]
_LINE_LENGTH = 72  # of plain text: what programs show and quote without breaking it anew
# What a template can raise while it runs: its own mistakes, not those of this program.
FAILURES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def _make_printer(escape: Escape) -> Callable[[object], object]:
    """Escape what a template prints by itself; `Markup` has been escaped already."""

    def print_value(value: object) -> object:
        if value is None:
            message = "a value is None; ask with {% if %} before printing it"
            raise UndefinedError(message)
        return value if hasattr(value, "__html__") else Markup(escape(str(value)))  # noqa: S704

    return print_value


def _html(value: object) -> Markup:
    """`{{ text | html }}`: lighter than plain `{{ text }}`, within a block of HTML only."""
    return Markup(html_text(str(value)))  # noqa: S704


def _lines(value: object) -> Markup:
    """`<pre>{{ text | lines }}</pre>`: a text with its line breaks, within a block of HTML."""
    return Markup("&#10;").join(_html(line) for line in str(value).rstrip("\n").split("\n"))


def _is_inside(url: str) -> bool:
    """Whether an address is one from the root, so that it must be made relative to the page."""
    return not url.startswith(("#", "http:", "https:", "mailto:"))


@pass_context
def _href(context: Context, url: str) -> Markup:
    """Give an address for an attribute: `<a href="{{ url | href }}">`."""
    if _is_inside(url):
        url = context["root"] + url or "./"
    return Markup(html_address(url))  # noqa: S704


@pass_context
def _link(context: Context, label: str, url: str) -> Markup:
    """`{{ label | link(url) }}`: a Markdown link; to a page it names the page's file.

    So the engine can check it, and an editor can follow it.
    """
    if _is_inside(url):
        path, mark, anchor = url.partition("#")
        if not path or path.endswith("/"):
            path += "index.md"
        url = context["root"] + path + mark + anchor
    return Markup(f"[{markdown_text(label)}]({markdown_address(url)})")  # noqa: S704


@pass_context
def _prose(context: Context, spans: Iterable[Span]) -> Markup:
    """`{{ lead | prose }}`: running text in Markdown, with its links and formulas."""
    return Markup(text_markdown(spans, lambda span: _link(context, span.text, span.url)))  # noqa: S704


@pass_context
def _spans(context: Context, spans: Iterable[Span]) -> Markup:
    """`{{ abstract | spans }}`: running text in a block of HTML, with its links and formulas."""

    def write_link(span: Span) -> str:
        # An address elsewhere stands in an abstract: nobody here has looked at what is there.
        rel = "" if _is_inside(span.url) else ' rel="nofollow"'
        return f'<a href="{_href(context, span.url)}"{rel}>{html_text(span.text)}</a>'

    return Markup(text_html(spans, write_link))  # noqa: S704


def _note(note: str) -> Markup:
    """`<div>{{ note | note }}</div>`: a curator's Markdown, as paragraphs in a block of HTML."""
    return Markup(note_html(note))  # noqa: S704


def _wrapped(text: str, before: str = "") -> Markup:
    """`{{ text | wrapped("> ") }}`: lines of at most 72 characters, in plain text only."""
    lines = (
        textwrap.wrap(
            printable(line),
            _LINE_LENGTH,
            initial_indent=before,
            subsequent_indent=before,
            break_long_words=False,
            break_on_hyphens=False,
        )
        or [before.rstrip()]
        for line in text.strip().split("\n")
    )
    return Markup("\n".join(line for wrapped in lines for line in wrapped))  # noqa: S704


def _number(value: int) -> str:
    """`{{ 1192 | number }}`: 1,192."""
    return f"{value:,}"


def _count(value: int, one: str, many: str = "") -> str:
    """`{{ 3 | count("paper") }}`: 3 papers."""
    return f"{value:,} {one if value == 1 else many or one + 's'}"


class Templates:
    """The templates of one site. Errors in them are findings, with file and line."""

    def __init__(self, folder: Path, *, root: Path, escape: Escape = markdown_text) -> None:
        """`folder` holds the templates; `root` is the site's, from which findings name files.

        `escape` is what a plain `{{ value }}` passes.
        """
        self._folder = folder
        self._root = root
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_make_printer(escape),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters |= {
            "count": _count,
            "href": _href,
            "html": _html,
            "lines": _lines,
            "link": _link,
            "note": _note,
            "number": _number,
            "prose": _prose,
            "spans": _spans,
            "wrapped": _wrapped,
        }

    def render(self, name: str, values: Mapping[str, object]) -> str | Diagnostic:
        """Render a template, or say where it is wrong."""
        try:
            return self._environment.get_template(name).render(values)
        except FAILURES as error:
            return self._diagnose(name, error)

    def _diagnose(self, name: str, error: Exception) -> Diagnostic:
        message = str(error) or type(error).__name__
        hint = "Correct the template; docs/templates.md lists the values that it may use."
        place = self._innermost(name, error)
        if isinstance(error, TemplateNotFound):
            message = f"there is no template {error.message or name}"
            hint = f"Put it into {self._named(self._folder)}, or restore it from version control."
        elif isinstance(error, TemplateSyntaxError) and error.filename:
            place = Place(file=self._named(Path(error.filename)), line=error.lineno)
        return Diagnostic(code=Code.TEMPLATE_ERROR, place=place, message=message, hint=hint)

    def _innermost(self, name: str, error: Exception) -> Place:
        """Find the last line of a template that was running; Jinja puts them into the traceback."""
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if Path(frame.filename).is_relative_to(self._folder):
                return Place(file=self._named(Path(frame.filename)), line=frame.lineno or 1)
        return Place(file=self._named(self._folder / name))

    def _named(self, path: Path) -> str:
        return (
            path.relative_to(self._root).as_posix()
            if path.is_relative_to(self._root)
            else path.as_posix()
        )
