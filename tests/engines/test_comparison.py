"""The comparison sees what a reader would see, and passes over what nobody sees."""

from pathlib import Path

import pytest

from tests.engines.comparison import Difference, compare_sites, render_section
from tests.engines.reading import read_page, read_site

ADDRESS = "https://harbour.example/review/"
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="engine one">
<meta name="description" content="On boats.">
<title>Boats</title>
<link rel="canonical" href="https://harbour.example/review/boats/">
<link rel="stylesheet" href="../assets/stylesheets/main.1.css">
<link rel="stylesheet" href="../assets/ours.css">
</head>
<body>
<a class="md-skip" href="#t">Skip</a>
<h1 id="t">Boats</h1>
<p>See <a href="../quays/">quays</a>, <a href="#t">above</a> or <a href="./.">here</a>.</p>
<ol><li class="bs-card" id="one"><h2>One</h2> <p>Of paper.</p></li></ol>
<script>let seen = false;</script>
</body>
</html>
"""
UNSEEN = [
    ("engine one", "engine two"),
    ("stylesheets/main.1.css", "stylesheets/modern/main.2.css"),
    ("Skip</a>", "Skip it all</a>"),
    ("../quays/", "../../review/quays/"),
    ("let seen = false", "let seen = true"),
    ("<h2>One</h2> <p>", "<h2>\n  One\n</h2>\n\n<p>"),
]
SEEN = [
    ("title", "<title>Boats", "<title>Ships"),
    ("head", "On boats.", "On ships."),
    ("head", "/review/boats/", "/review/ships/"),
    ("head", "assets/ours", "assets/theirs"),
    ("head", '<html lang="en">', '<html lang="de">'),
    ("headings", "<h1 ", "<h2 "),
    ("headings", "<h2>One</h2>", "<h2>Two</h2>"),
    ("links", "../quays/", "../quay/"),
    ("links", '<a href="#t">above</a>', "above"),
    ("ids", 'id="one"', 'id="two"'),
    ("cards", "Of paper.", "Of tin."),
    ("text", "See <a", "Look at <a"),
    ("moved to", "<title>", '<meta http-equiv="refresh" content="0; url=../quays/"><title>'),
]


def read(html: str) -> dict[str, tuple[str, ...]]:
    return read_page(html.encode(), page=f"{ADDRESS}boats/", address=ADDRESS)


def test_a_page_in_full() -> None:
    assert read(PAGE) == {
        "title": ("Boats",),
        "head": (
            "canonical: boats/",
            "description: On boats.",
            "language en",
            "stylesheet: assets/ours.css",
        ),
        "moved to": (),
        "headings": ("h1 Boats", "h2 One"),
        "links": ("quays → quays/", "above → #t", "here → boats/"),
        "ids": ("t", "one"),
        "cards": ("one One Of paper.",),
        # The title, the heading, a paragraph in seven pieces, a card in two.
        "text": (
            *("Boats", "Boats"),
            *("See", "quays", ",", "above", "or", "here", "."),
            *("One", "Of paper."),
        ),
    }


@pytest.mark.parametrize(("old", "new"), UNSEEN)
def test_what_nobody_sees_is_no_difference(old: str, new: str) -> None:
    assert old in PAGE
    assert read(PAGE.replace(old, new)) == read(PAGE)


@pytest.mark.parametrize(("aspect", "old", "new"), SEEN)
def test_what_a_reader_sees_is_a_difference(aspect: str, old: str, new: str) -> None:
    assert old in PAGE
    first, second = {"boats/": read(PAGE)}, {"boats/": read(PAGE.replace(old, new))}
    assert aspect in {difference.aspect for difference in compare_sites(first, second)}
    assert compare_sites(first, first) == ()


def test_the_same_difference_on_many_pages_is_one() -> None:
    first = {name: read(PAGE) for name in ("a/", "b/", "c/")}
    second = {name: read(PAGE.replace("On boats.", "On ships.")) for name in ("a/", "b/")}
    assert compare_sites(first, second | {"c/": first["c/"]}) == (
        Difference(
            aspect="head",
            lost=("description: On boats.",),
            gained=("description: On ships.",),
            addresses=("a/", "b/"),
        ),
    )


def test_another_order_is_a_difference() -> None:
    first, second = {"a/": {"links": ("b", "c")}}, {"a/": {"links": ("c", "b")}}
    (difference,) = compare_sites(first, second)
    assert (difference.aspect, difference.lost, difference.gained) == ("links", (), ())


def test_files_that_one_engine_leaves_out_or_changes(tmp_path: Path) -> None:
    sites = [tmp_path / name for name in ("first", "second")]
    for site, extra in zip(sites, ("only-first.txt", "only-second.txt"), strict=True):
        (site / "assets/javascripts").mkdir(parents=True)
        (site / "index.html").write_text(PAGE)
        (site / "data.json").write_text(site.name)
        (site / extra).write_text("")
        (site / "assets/javascripts/bundle.js").write_text(site.name)
        (site / "sitemap.xml").write_text(
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            f"<url><loc>{ADDRESS}</loc><lastmod>2031-05-06</lastmod></url>"
            f"<url><loc>{ADDRESS}{site.name}/</loc></url></urlset>"
        )
    found = compare_sites(*(read_site(site, address=ADDRESS) for site in sites))
    assert [(d.aspect, d.lost, d.gained) for d in found if d.aspect != "content"] == [
        ("addresses", (f"{ADDRESS}first/",), (f"{ADDRESS}second/",)),
        ("pages and files", (), ("only-second.txt",)),
        ("pages and files", ("only-first.txt",), ()),
    ]
    assert [d.addresses for d in found if d.aspect == "content"] == [("data.json",)]


def test_a_section_lists_each_difference() -> None:
    difference = Difference(
        aspect="text", lost=("a|b",), gained=("c" * 99, "d"), addresses=("", "boats/")
    )
    section = render_section("mkdocs", (difference,))
    assert section.endswith(
        "| what | where | only with mkdocs | only with mkdocs |\n"
        "| --- | --- | --- | --- |\n"
        f"| text | `/` and other pages | `a\\|b` | `{'c' * 79}…`<br>`d` |\n"
    )
    assert render_section("mkdocs", ()).endswith(": nothing.\n")
