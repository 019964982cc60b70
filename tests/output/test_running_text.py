"""Running text in a page: formulas, what is kept beside them, and no sign that acts."""

import html
import re

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from generator.corpus.text import read_text
from generator.output.escape import html_text
from generator.output.running_text import text_html, text_markdown
from generator.pages.running_text import split_text
from generator.pages.views import MathElement, Span
from tests.output.world import HOSTILE, formula

X = Span(text="x", math=(MathElement(tag="math", children=(MathElement(tag="mi", text="x"),)),))
LONG = formula("x = y_{i,j}", "y", "s")


def shown(*parts: str | Span) -> str:
    """What is written of words and formulas, each formula as `§` and each bond as `[...]`."""
    spans = (Span(text=part) if isinstance(part, str) else part for part in parts)
    written = text_html(spans, lambda span: f"({span.text})")
    written = re.sub(r"<math.*?</math>", "§", written)
    return html.unescape(written.replace('<span class="bs-math">', "[").replace("</span>", "]"))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((X,), "§"),
        (("at ", X, " now"), "at § now"),
        (("at (", X, "), now"), "at [(§),] now"),
        (("the ", X, "-norm of"), "the [§-norm] of"),
        (("non-", X, " it"), "[non-§] it"),
        (("the ", X, "-dimensional one"), "the [§-]dimensional one"),
        (("a hypersuper", X, "hypersuper"), "a hypersuper§hypersuper"),
        (("at ", X, ",", X, "."), "at [§,][§.]"),
        (("(", LONG, ")-th"), "[(§][§)-]th"),
        ((LONG, ", so"), "§[§,] so"),
        (("(", LONG), "[(§]§"),
        ((X, Span(text="a.example", url="u"), X), "§(a.example)§"),
    ],
)
def test_what_touches_a_formula_is_kept_beside_it(
    parts: tuple[str | Span, ...], expected: str
) -> None:
    assert shown(*parts) == expected


def test_a_formula_says_its_line_and_its_source_once() -> None:
    span = formula("x = √y", "y", r"x=\sqrt{y}")
    assert text_html((span,), str) == (
        '<math alttext="x = √y" data-tex="x=\\sqrt&#123;y&#125;"><mi>x</mi><mo form="infix">=</mo>'
        "</math><math><msqrt><mtext>y</mtext></msqrt></math>"
    )


@given(st.text() | st.sampled_from(HOSTILE.split(" ")))
def test_in_markdown_a_formula_is_the_same_html(word: str) -> None:
    span = formula(word, word, word)
    line = text_markdown((Span(text="A "), span, Span(text=" b")), str)
    assert "\n" not in line
    written = Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(f"# {line}")
    expected = text_html((Span(text="A "), span, Span(text=" b")), str)
    assert html.unescape(written) == f"<h1>{html.unescape(expected)}</h1>"


@given(st.text(r"\{}$^_()&%#<>'\"~= abx12αl", max_size=50).map(r"$\frac{{{0}}}{{b}}$ {0}".format))
@example(r"$\text{</math><script>}_i$ & $\mathbf{<b>}$")
def test_whatever_is_received_is_words_and_mathematics(raw: str) -> None:
    text = read_text(raw)
    written = text_html(split_text(text.clean, text.formulas), lambda span: html_text(span.text))
    root = html5lib.parseFragment(written, treebuilder="etree")
    for element in list(root.iter())[1:]:
        namespace, _, name = element.tag.removeprefix("{").partition("}")
        if name == "span":
            assert element.attrib == {"class": "bs-math"}
            continue
        assert namespace == "http://www.w3.org/1998/Math/MathML"
        assert name.startswith("m")
        assert not {name for name in element.attrib if name.startswith(("on", "href", "style"))}
    for math in root.iter("{http://www.w3.org/1998/Math/MathML}math"):
        math.text, math[:] = math.get("alttext", ""), []
    assert "".join(root.itertext()) == text.clean
