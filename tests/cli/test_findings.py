import json

import pytest

from generator.cli.findings import render_count, render_github, render_json, render_text
from generator.diagnostics import Code, Diagnostic, Place

ERROR = Diagnostic(
    code=Code.UNKNOWN_TOPIC,
    place=Place(file="content/curation/papers.yml", line=12, column=5),
    message="There is no topic `walter`.",
    hint="Did you mean `water`?",
)
WARNING = Diagnostic(
    code=Code.ODD_ITEMS,
    place=Place(file="content/digests/2025/2025-01-06.txt"),
    message="An odd number of items.",
)


def test_text_is_one_line_a_finding_and_its_hint_beneath() -> None:
    assert render_text([ERROR, WARNING]) == (
        "content/curation/papers.yml:12:5: unknown-topic: There is no topic `walter`.\n"
        "    hint: Did you mean `water`?\n"
        "content/digests/2025/2025-01-06.txt:1:1: odd-items: An odd number of items.\n"
    )


def test_colour_changes_no_word() -> None:
    coloured = render_text([ERROR, WARNING], colour=True)
    assert "\x1b[31munknown-topic\x1b[0m" in coloured
    assert "\x1b[33modd-items\x1b[0m" in coloured
    for code in ("\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == render_text([ERROR, WARNING])


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("a title with \x1b[2J in it", "a title with \\x1b[2J in it"),
        ("two\nlines\r", "two\\nlines\\r"),
        ("turned \u202eround", "turned \\u202eround"),
        ("half \ud800 a pair", "half \\ud800 a pair"),
        ("Ærø, 東京 and 🐟 are text", "Ærø, 東京 and 🐟 are text"),
    ],
)
def test_nothing_in_a_message_acts_on_a_terminal(message: str, shown: str) -> None:
    finding = Diagnostic(code=Code.ODD_ITEMS, place=Place(file="a\x07b"), message=message)
    assert render_text([finding]) == f"a\\x07b:1:1: odd-items: {shown}\n"


def test_json_is_one_object_of_plain_ascii() -> None:
    written = render_json([ERROR, WARNING], {"published": False})
    assert written.isascii()
    assert json.loads(written) == {
        "findings": [
            {
                "severity": "error",
                "code": "unknown-topic",
                "file": "content/curation/papers.yml",
                "line": 12,
                "column": 5,
                "message": "There is no topic `walter`.",
                "hint": "Did you mean `water`?",
            },
            {
                "severity": "warning",
                "code": "odd-items",
                "file": "content/digests/2025/2025-01-06.txt",
                "line": 1,
                "column": 1,
                "message": "An odd number of items.",
                "hint": "",
            },
        ],
        "errors": 1,
        "warnings": 1,
        "published": False,
    }


def test_github_gets_annotations() -> None:
    assert render_github([ERROR, WARNING]) == (
        "::error file=content/curation/papers.yml,line=12,col=5,title=unknown-topic"
        "::There is no topic `walter`.%0ADid you mean `water`?\n"
        "::warning file=content/digests/2025/2025-01-06.txt,line=1,col=1,title=odd-items"
        "::An odd number of items.\n"
    )


def test_github_names_files_from_where_the_command_runs() -> None:
    assert render_github([WARNING], folder="docs/site").startswith(
        "::warning file=docs/site/content/digests/2025/2025-01-06.txt,"
    )


def test_no_text_can_end_an_annotation_or_begin_another() -> None:
    finding = Diagnostic(
        code=Code.ODD_ITEMS,
        place=Place(file="a,b:c%0A\n::error ::d"),
        message="100% of it\r\n::error file=x::boo",
    )
    assert render_github([finding]) == (
        "::warning file=a%2Cb%3Ac%250A%0A%3A%3Aerror %3A%3Ad,line=1,col=1,title=odd-items"
        "::100%25 of it%0D%0A::error file=x::boo\n"
    )


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([], ""),
        ([ERROR], "1 error"),
        ([WARNING], "1 warning"),
        ([ERROR, WARNING, ERROR], "2 errors, 1 warning"),
        ([WARNING] * 1234, "1,234 warnings"),
    ],
)
def test_count(findings: list[Diagnostic], said: str) -> None:
    assert render_count(findings) == said
