"""Pages as plain Markdown: read back by a strict parser, every text is what it was."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.output.escape import printable
from generator.output.plain.sheets import plan_sheets, render_sheet
from generator.output.plain.text import plain_link, plain_note, plain_table, plain_text
from generator.pages.plan import PlannedPage
from generator.pages.site import plan_site
from tests.pages.world import curate, item, seen, small_world

SITE = "https://harbour.example/review/"
PLAN = plan_site(small_world(), site_name="The Review")
SHEETS = {page.path: render_sheet(page, site_url=SITE) for page in PLAN.pages}
PARSER = MarkdownIt("commonmark").enable("table")
HOSTILE = "<script>pwned</script> [a](javascript:x) ![i](https://evil.example/i) `c` **b** &lt; | x"


def words_of(markdown: str) -> str:
    """What a reader of rendered Markdown sees, on one line; only texts may be in it."""
    inline = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    children = [child for token in inline for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special"}
    return " ".join("".join(child.content for child in children).split())


@given(st.text(alphabet=st.sampled_from("ab1_*`[]()<>!&;#\\~|=+-.:/ \"'{}") | st.characters()))
@example(HOSTILE)
@example("__init__ _a_ 1. x")
@example("12) x")
@example("&amp; &#60;")
@example("a\n\n- b")
@example("--- x")
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    tokens = [token.type for token in PARSER.parse(plain_text(text))]
    assert tokens in ([], ["paragraph_open", "inline", "paragraph_close"])
    shown = " ".join(printable(" ".join(text.split())).split())
    assert words_of(plain_text(text)) == shown


def test_a_text_stays_readable() -> None:
    text = "GPT-4o at 50–60%: T_c, x², a < b (see https://a.example/b?c=1&d=2)."
    assert plain_text(text) == text.replace("<", "\\<")


def test_a_label_and_an_address_stay_in_their_link() -> None:
    (inline,) = [
        token
        for token in PARSER.parse(
            plain_link("a](https://evil.example) [b", "https://a.example/(x) y")
        )
        if token.type == "inline"
    ]
    links = [child for child in inline.children or () if child.type == "link_open"]
    assert [link.attrs["href"] for link in links] == ["https://a.example/%28x%29%20y"]


def test_a_note_keeps_its_markdown_and_no_html() -> None:
    assert plain_note("*Read* it\n\n<b>now</b>") == "> *Read* it\n>\n> \\<b>now\\</b>"


def test_cells_stay_in_their_columns() -> None:
    table = plain_table(("Name", "a | b"), [[plain_text("x | y"), "1"]])
    assert PARSER.render(table).count("<td>") == 2


def test_every_page_has_a_sheet_that_says_where_the_page_is() -> None:
    assert SHEETS.keys() == {page.path for page in PLAN.pages}
    for path, sheet in SHEETS.items():
        assert sheet.startswith("# "), path
        assert sheet.endswith(f"Page: {SITE}{path.removesuffix('index.md')}"), path
        assert "bs-" not in sheet
        assert "\n\n\n" not in sheet
        assert "{:" not in sheet


def test_a_link_to_a_page_leads_to_a_sheet() -> None:
    targets = {
        target
        for sheet in SHEETS.values()
        for target in re.findall(r"\]\((https://harbour\.example[^)]*)\)", sheet)
    }
    assert targets
    assert {target.removeprefix(SITE) for target in targets} <= SHEETS.keys()


def test_a_paper_has_all_that_is_known_of_it() -> None:
    sheet = SHEETS["papers/kites-in-strong-wind/index.md"]
    for said in (
        "# Kites in Strong Wind",
        "- Authors: Ada Gale, Bo Squall, Cy Breeze, Di Storm",
        "- Published: 2024-03-19",
        f"- Topics: [Kites]({SITE}topics/kites/index.md), [Boats]({SITE}topics/boats/index.md)",
        "[arXiv](https://arxiv.org/abs/2403.12345)",
        "> The best introduction.",
        "What is known of kites in strong wind, at some length.",
        f"- 2025-03-14 [Number 2 of 4]({SITE}2025/03/14/index.md) in the day’s digest",
        "```bibtex\n@",
    ):
        assert said in sheet


def test_a_day_has_its_papers_with_their_abstracts_and_a_listing_without() -> None:
    link = f"### [Boats That Never Sink]({SITE}papers/boats-that-never-sink/index.md)"
    for path, abstract in (("2025/03/12/index.md", True), ("topics/boats/index.md", False)):
        assert link in SHEETS[path]
        assert ("Short." in SHEETS[path]) is abstract


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("topics/index.md", f"- [Boats]({SITE}topics/boats/index.md), 3 papers: All that concerns"),
        ("tags/index.md", f"- [Sails]({SITE}tags/sails/index.md), 2"),
        ("archive/index.md", f"]({SITE}2025/03/12/index.md)"),
        ("2025/03/index.md", f"]({SITE}2025/03/12/index.md), 3 papers"),
        ("collections/index.md", f"- [First steps]({SITE}collections/first-steps/index.md), 2"),
        ("papers/harbour-lights/index.md", "arXiv 2403.00001"),
        ("index.md", "## Water"),
        (
            "authors/ada-gale/index.md",
            f"- [Kites in Strong Wind]({SITE}papers/kites-in-strong-wind/index.md), Ada Gale, ",
        ),
        ("authors/index.md", f"- [G]({SITE}authors/letters/g/index.md)"),
        ("authors/letters/g/index.md", f"- [Gale, Ada]({SITE}authors/ada-gale/index.md), 1"),
    ],
)
def test_a_list_names_what_it_is_of(path: str, said: str) -> None:
    assert said in SHEETS[path]


def test_without_an_address_links_are_relative() -> None:
    pages = {page.path: page for page in PLAN.pages}
    sheet = render_sheet(pages["2025/03/12/index.md"], site_url="")
    assert "](../../../papers/boats-that-never-sink/index.md)" in sheet
    assert sheet.endswith("Page: ./")


def test_nothing_in_a_hostile_paper_acts() -> None:
    world = curate(item(HOSTILE, seen("2025-03-11", 1), abstract=HOSTILE))
    pages: tuple[PlannedPage, ...] = plan_site(world, site_name="Review").pages
    for planned in plan_sheets(pages, site_url=SITE):
        html = PARSER.render(planned.data.decode())
        assert "<script" not in html, planned.path
        assert "<img" not in html
        assert 'href="javascript' not in html


@pytest.mark.parametrize("page", ["", "2025/03/12/", "topics/agents/", "papers/*/", "trends/"])
def test_the_sheet_of_a_page_is_announced_and_there(real_site: Path, page: str) -> None:
    site = real_site / "build/site"
    file = next(site.glob(f"{page}index.html"))
    assert 'type="text/markdown"' in file.read_text(encoding="utf-8")
    sheet = file.with_suffix(".md").read_text(encoding="utf-8")
    assert sheet.startswith("# ")
