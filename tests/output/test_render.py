"""From a plan to files: the same every time, and whole."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Code
from generator.output import HandwrittenFile, Rendering, Templates, read_handwritten, render_plan
from generator.output.escape import html_text
from generator.pages.plan import Plan
from tests.output.world import HOSTILE, invented_plan
from tests.pages.plans import plan
from tests.pages.world import curate

PLAN = invented_plan()


def by_hand(path: str, content: bytes = b"# By hand\n") -> HandwrittenFile:
    return HandwrittenFile(path=path, source=f"content/pages/{path}", content=content)


@pytest.fixture(scope="module")
def templates(site_root: Path) -> Templates:
    return Templates(site_root / "site_templates/pages", root=site_root)


@pytest.fixture(scope="module")
def rendering(templates: Templates) -> Rendering:
    return render_plan(PLAN, templates=templates, handwritten=(by_hand("about.md"),))


def test_every_part_of_the_plan_is_there(rendering: Rendering) -> None:
    assert rendering.diagnostics == ()
    expected = [part.path for part in (*PLAN.pages, *PLAN.files, *PLAN.redirects)]
    assert list(rendering.files) == sorted([*expected, "about.md"])
    assert rendering.files["api/v1/papers.json"] == b"[]\n"
    assert rendering.files["about.md"] == b"# By hand\n"


def test_the_order_of_the_plan_does_not_matter(rendering: Rendering, templates: Templates) -> None:
    backwards = Plan(pages=PLAN.pages[::-1], files=PLAN.files[::-1], redirects=PLAN.redirects[::-1])
    again = render_plan(backwards, templates=templates, handwritten=(by_hand("about.md"),))
    assert list(again.files.items()) == list(rendering.files.items())


def test_front_matter_says_what_the_theme_needs(rendering: Rendering) -> None:
    source = rendering.files["topics/weaving/index.md"].decode()
    head = yaml.safe_load(source.split("---\n")[1])
    assert head == {
        "title": "Weaving",
        "description": "About Weaving",
        "layout": "broadsheet",
        "kind": "listing",
        "section": "topics",
        "updated": "2031-05-06",
        "head": '<link rel="alternate" type="application/atom+xml" '
        'title="Weaving · Broadsheet" href="feed.xml">'
        '<link rel="alternate" type="application/feed+json" '
        'title="Weaving · Broadsheet" href="feed.json">',
    }
    hostile = yaml.safe_load(rendering.files["papers/evil/index.md"].decode().split("---\n")[1])
    assert hostile["title"] == html_text(HOSTILE)
    root = yaml.safe_load(rendering.files["topics/index.md"].decode().split("---\n")[1])
    assert root["section_root"] is True


def test_a_site_without_a_digest_shows_no_mark_up(templates: Templates) -> None:
    rendered = render_plan(plan(curate()), templates=templates, handwritten=())
    assert rendered.diagnostics == ()
    pages = {path: text.decode() for path, text in rendered.files.items() if path.endswith(".md")}
    assert "index.md" in pages
    # Attributes with nothing before them, or for a heading without words, are shown as text.
    bare = re.compile(r"(?m)(?<=\n\n)\{:|^#+ +\{:")
    assert {path: bare.findall(text) for path, text in pages.items() if bare.search(text)} == {}


def test_pages_read_well_as_text(rendering: Rendering) -> None:
    for path, content in rendering.files.items():
        source = content.decode()
        if path.endswith("index.md"):
            assert len(re.findall(r"(?m)^# ", source)) == 1, path
            assert "\n\n\n" not in source, path
            assert not re.search(r"(?m)[ \t]$", source), path
            assert source.endswith("\n"), path
    assert "- [Weaving](../topics/weaving/index.md){: .bs-topic .t7 .f1 } 2\n" in (
        rendering.files["topics/index.md"].decode()
    )


def test_blocks_of_html_hold_no_blank_line(rendering: Rendering) -> None:
    """CommonMark ends a block of HTML there, so another engine would read the rest as Markdown."""
    blocks = 0
    for content in rendering.files.values():
        for block in re.findall(r"(?ms)^<(ol|table|ul|dl)\b(.*?)^</\1>", content.decode()):
            assert "\n\n" not in block[1]
            blocks += 1
    assert blocks > len(PLAN.pages)


def test_a_page_by_hand_may_not_take_the_address_of_another(templates: Templates) -> None:
    files = (
        by_hand("index.md"),
        by_hand("topics/README.md"),
        by_hand("papers/loom.md"),
        by_hand("papers/old-loom/index.html"),
        by_hand("api/v1/papers.json"),
        by_hand("fine.md"),
        by_hand("fine/index.md"),
    )
    rendering = render_plan(PLAN, templates=templates, handwritten=files)
    assert {finding.code for finding in rendering.diagnostics} == {Code.PAGE_COLLISION}
    assert [finding.place.file for finding in rendering.diagnostics] == [
        "content/pages/api/v1/papers.json",
        "content/pages/fine/index.md",
        "content/pages/index.md",
        "content/pages/papers/loom.md",
        "content/pages/papers/old-loom/index.html",
        "content/pages/topics/README.md",
    ]
    assert "content/pages/fine.md" in rendering.diagnostics[1].message


def test_a_mistake_in_a_template_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "paper.md.j2").write_text("{{ view.nothing }}\n")
    pages = tuple(page for page in PLAN.pages if page.template == "paper.md.j2")
    assert len(pages) == 4
    rendering = render_plan(
        replace(PLAN, pages=pages), templates=Templates(tmp_path, root=tmp_path)
    )
    assert [str(finding.place) for finding in rendering.diagnostics] == ["paper.md.j2:1:1"]


def test_files_by_hand_are_read_as_they_are(tmp_path: Path) -> None:
    pages = tmp_path / "content/pages"
    (pages / "img").mkdir(parents=True)
    (pages / "about.md").write_bytes(b"# About\r\n")
    (pages / "img/x.png").write_bytes(b"\x89PNG\xff")
    (pages / ".DS_Store").write_bytes(b"x")
    (pages / ".git").mkdir()
    (pages / ".git/config").write_bytes(b"x")
    assert read_handwritten(pages, root=tmp_path) == (
        by_hand("about.md", b"# About\r\n"),
        by_hand("img/x.png", b"\x89PNG\xff"),
    )
    assert read_handwritten(tmp_path / "nothing", root=tmp_path) == ()
