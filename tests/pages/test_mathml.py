"""Formulas as MathML: what is shown, what is not, and that nothing else can come out."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.pages.mathml import read_formula
from generator.pages.views import MathElement

ELEMENTS = """
    math mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover
    mmultiscripts mprescripts mphantom mpadded mtable mtr mtd
"""
ATTRIBUTES = """
    accent accentunder depth displaystyle form height linethickness lspace mathvariant maxsize
    minsize movablelimits rspace scriptlevel stretchy symmetric voffset width
"""
MACROS = r"""
    \frac \sqrt \text \textbf \mathbb \mathcal \mathrm \left( \right) \left[ \right] \sum \hat \bar
    \begin{matrix} \end{matrix} \begin{cases} \end{cases} \\ & \hspace{9em} \color{red} \href{x}{y}
    \def\a \newcommand{\a} \label{x} \ref{x} \tag{1} \cancel \boxed \over \operatorname \underset
    \big( \phantom \raisebox{1em} \begin{align} \end{align} \rm \cal \, \! \quad \% % # ~ ' { } ^ _
    <script> <i> " &lt; &amp; alpha \alpha \le x 12
"""
LATEX = st.lists(st.sampled_from(MACROS.split()) | st.text(max_size=2), max_size=20).map(" ".join)


def elements(math: tuple[MathElement, ...]) -> Iterator[MathElement]:
    for element in math:
        yield element
        yield from elements(element.children)


def outline(element: MathElement) -> str:
    """An element as `msub(x i)`, a text as itself."""
    if element.text:
        return element.text
    return f"{element.tag}({' '.join(map(outline, element.children))})"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"x_{i}", "math(msub(x i))"),
        (r"\frac{1}{2}", "math(mfrac(1 2))"),
        (r"\sqrt[3]{y}", "math(mroot(y 3))"),
        (r"\mathbb{R}^d", "math(msup(ℝ d))"),
        (r"\mbox{rank}\,\ensuremath{k}", "math(rank mspace() k)"),
        (r"{}^{3}P_0", "math(msup(mrow() 3) msub(P 0))"),
        (r"\textbf{S}^2", "math(msup(S 2))"),
        (r"\bf{x}y", "math(𝐱 y)"),
        (r"\vec{v}", "math(mover(v →))"),
        (r"\left(a\right)", "math(mrow(( a )))"),
        (r"\widetilde{x}", "math(mover(x ~))"),
        ("α≤β", "math(α ≤ β)"),
    ],
)
def test_a_formula_is_mathml(source: str, expected: str) -> None:
    (formula,) = read_formula(source)
    assert outline(formula) == expected


@pytest.mark.parametrize(
    "source",
    [
        "",
        " ",
        r"\,",
        r"\nonesuch",
        r"\nonesuch x",
        "x^",
        "{x",
        "a & b",
        r"a \% b % c",
        r"\href{javascript:alert(1)}{x}",
        r"\def\a{x}\a",
        r"\newcommand{\a}{\a\a}\a",
        r"\let\a=b\a",
        r"\hspace{99em}x",
        r"\raisebox{50em}{x}",
        r"\cancel{x}",
        r"\begin{align}a\label{x}\end{align}\ref{x}",
        r"\includegraphics{x}",
        "x\ud800",
        "x\x00",
        "x" * 1001,
        "{" * 500,
        r"\hat{" * 60 + "x" + "}" * 60,
        r"\frac{x}{" * 90 + "y" + "}" * 90,
        r"\left(" * 50 + r"\right)" * 50,
    ],
    ids=ascii,
)
def test_what_cannot_be_shown_whole_and_safely_is_not_shown(source: str) -> None:
    assert read_formula(source) == ()


def test_html_in_a_formula_is_text() -> None:
    (formula,) = read_formula(r"\text{</math><script>}_i")
    assert outline(formula) == "math(msub(</math><script> i))"


def test_colours_and_styles_are_left_out() -> None:
    (formula,) = read_formula(r"\color{red}x\hspace{-9em}_i")
    assert [element.attributes for element in elements((formula,)) if element.attributes] == []


@given(LATEX)
@example(r"\begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}")
def test_only_allowed_elements_and_attributes_come_out(source: str) -> None:
    for element in elements(read_formula(source)):
        assert element.tag in ELEMENTS.split()
        assert {name for name, _ in element.attributes} <= set(ATTRIBUTES.split())
        assert not (element.text and element.children)


def test_a_short_formula_is_whole() -> None:
    assert len(read_formula("a=b+c_i")) == 1


def test_a_long_formula_is_divided_after_its_signs() -> None:
    pieces = read_formula(r"f(x_1, x_2) = \sum_{k=0}^{n} a_k x_1^k + \sum_{k=0}^{n} b_k x_2^k")
    assert [outline(piece)[-2] for piece in pieces[:-1]] == ["=", "+"]
    assert all(("form", "infix") in piece.children[-1].attributes for piece in pieces[:-1])


def test_dividing_a_formula_loses_nothing() -> None:
    source = "+".join(f"x_{{{number}}}" for number in range(100))
    pieces = read_formula(source)
    assert len(pieces) > 10
    whole = [child.text for piece in pieces for child in elements(piece.children)]
    assert [text for text in whole if text] == "+".join(f"x {n}" for n in range(100)).replace(
        "+", " + "
    ).split()


def test_a_piece_that_no_phone_has_room_for_is_not_shown() -> None:
    assert read_formula(r"\sqrt{" + "+".join("abcdefgh") + "}") == ()
    assert read_formula(r"\text{" + "words " * 9 + "}") == ()
