"""What templates can say, and what a maintainer is told when one is wrong."""

from pathlib import Path

import pytest

from generator.diagnostics import Code, Diagnostic, Severity
from generator.output import Templates
from generator.pages.views import Span


def render(tmp_path: Path, source: str, /, **values: object) -> str | Diagnostic:
    folder = tmp_path / "site_templates/pages"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.md.j2").write_text(source, encoding="utf-8")
    return Templates(folder, root=tmp_path).render("page.md.j2", {"root": "../../", **values})


SPANS = (
    Span(text="See "),
    Span(text="https://x.org/a_b", url="https://x.org/a_b"),
    Span(text=" & more."),
)


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("{{ x }}", {"x": "a_b <c>"}, "a&#95;b &#60;c&#62;"),
        ("{{ x | html }}", {"x": "a_b <c>"}, "a_b &#60;c&#62;"),
        ("{{ 3 }} {{ x }}", {"x": 7}, "3 7"),
        ("{{ 'a' ~ x }}", {"x": "_"}, "a&#95;"),
        ("{{ 'papers/x/' | href }}", {}, "../../papers/x/"),
        ("{{ '' | href }}", {}, "../../"),
        ("{{ '' | href }}", {"root": ""}, "./"),
        ("{{ '#x' | href }}", {}, "#x"),
        ("{{ 'https://x.org/' | href }}", {}, "https://x.org/"),
        ("{{ 'javascript:x' | href }}", {"root": ""}, "#"),
        ("{{ x | link('topics/a/') }}", {"x": "A*"}, "[A&#42;](../../topics/a/index.md)"),
        ("{{ 'A' | link('') }}", {}, "[A](../../index.md)"),
        ("{{ 'A' | link('') }}", {"root": ""}, "[A](index.md)"),
        ("{{ 'A' | link('a/#b') }}", {}, "[A](../../a/index.md#b)"),
        ("{{ 'A' | link('api/v1/p.json') }}", {}, "[A](../../api/v1/p.json)"),
        ("{{ 'A' | link('#b') }}", {}, "[A](#b)"),
        ("{{ 'A' | link('https://x.org/(a)') }}", {}, "[A](https://x.org/%28a%29)"),
        ("{{ 1192 | number }} {{ 3 | count('paper') }}", {}, "1,192 3 papers"),
        ("{{ 1 | count('paper') }} {{ 0 | count('entry', 'entries') }}", {}, "1 paper 0 entries"),
        (
            "{{ x | spans }}",
            {"x": SPANS},
            'See <a href="https://x.org/a_b" rel="nofollow">https://x.org/a_b</a> &#38; more.',
        ),
        (
            "{{ x | prose }}",
            {"x": SPANS},
            "See [https&#58;&#47;&#47;x&#46;org&#47;a&#95;b](https://x.org/a_b) &#38; more.",
        ),
    ],
)
def test_what_is_printed(
    tmp_path: Path, source: str, values: dict[str, object], expected: str
) -> None:
    assert render(tmp_path, source, **values) == expected


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("fine\n{% if %}\n", 2, "Expected an expression"),
        ("fine\n\n{{ x | nosuch }}", 3, "nosuch"),
        ("fine\n{{ nothing }}\n", 2, "'nothing' is undefined"),
        ("a\nb\nc\n{{ x.y }}", 4, "has no attribute 'y'"),
        ("a\n{{ nil }}", 2, "None"),
        ("a\n{{ 1 / 0 }}", 2, "division by zero"),
        ("a\n{{ 'x' + 1 }}", 2, "can only concatenate"),
        ("a\n\n{% include 'other.md.j2' %}", 3, "other.md.j2"),
    ],
)
def test_a_mistake_is_a_finding_with_its_line(
    tmp_path: Path, source: str, line: int, words: str
) -> None:
    finding = render(tmp_path, source, x="text", nil=None)
    assert isinstance(finding, Diagnostic)
    assert finding.code is Code.TEMPLATE_ERROR
    assert finding.severity is Severity.ERROR
    assert words in finding.message
    assert finding.hint
    assert str(finding.place) == f"site_templates/pages/page.md.j2:{line}:1"


def test_a_mistake_within_an_included_template_names_that_one(tmp_path: Path) -> None:
    parts = tmp_path / "site_templates/pages/parts"
    parts.mkdir(parents=True)
    (parts / "card.md.j2").write_text("{% macro card() %}\n{{ nothing }}\n{% endmacro %}")
    finding = render(tmp_path, "{% import 'parts/card.md.j2' as c %}\n\n{{ c.card() }}")
    assert isinstance(finding, Diagnostic)
    assert str(finding.place) == "site_templates/pages/parts/card.md.j2:2:1"


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "site_templates/pages"
    finding = Templates(folder, root=tmp_path).render("home.md.j2", {})
    assert isinstance(finding, Diagnostic)
    assert finding.place.file == "site_templates/pages/home.md.j2"
    assert "home.md.j2" in finding.message
