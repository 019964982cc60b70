"""The invented plan as a reader gets it: built by the real engine, read as a browser reads it."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import html5lib
import pytest

from generator.pages.views import CardView
from tests.output.conftest import ADDRESS
from tests.output.world import CARDS, HARMLESS, HOSTILE

PAGES = (
    "index.html",
    "2031/05/06/index.html",
    "2031/05/index.html",
    "2031/index.html",
    "archive/index.html",
    "topics/index.html",
    "topics/weaving/index.html",
    "tags/index.html",
    "trends/index.html",
    "papers/loom/index.html",
    "papers/evil/index.html",
    "papers/roots/index.html",
    "papers/shared/index.html",
    "papers/old-loom/index.html",
    "about/index.html",
    "about/data/index.html",
    "search/index.html",
    "subscribe/index.html",
    "collections/weave/index.html",
    "404.html",
)


@cache
def tree(path: Path) -> ET.Element:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root: ET.Element = parser.parse(path.read_bytes())
    assert parser.errors == [], path
    return root


def classed(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


def only(elements: list[ET.Element]) -> ET.Element:
    assert len(elements) == 1
    return elements[0]


def text(element: ET.Element) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", _read(element)).strip(" ")


def _read(element: ET.Element) -> str:
    """Read an element's text, a formula as the line that stands for it."""
    if str(element.tag).endswith("}math"):
        return element.get("alttext", "")
    inner = "".join(_read(child) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def abstract(paper: CardView) -> str:
    return "".join(span.text for span in paper.abstract)


def test_every_page_is_without_errors_of_parsing(built: Path) -> None:
    for path in built.rglob("*.html"):
        tree(path)


@pytest.mark.parametrize("address", ["2031/05/06/index.html", "topics/weaving/index.html"])
def test_cards_show_their_texts(built: Path, address: str) -> None:
    cards = classed(tree(built / address), "bs-card")
    assert [card.get("id") for card in cards] == [paper.anchor for paper in CARDS]
    for card, paper in zip(cards, CARDS, strict=True):
        assert text(only(classed(card, "bs-card__title"))) == paper.title
        assert text(only(classed(card, "bs-card__abstract"))) == abstract(paper)
        assert text(only(classed(card, "bs-card__by"))).startswith(paper.authors)
        assert [text(note) for note in classed(card, "bs-card__note")] == [paper.note] * bool(
            paper.note
        )
        assert [text(other) for other in classed(card, "bs-other")] == [
            other.abstract[0].text for other in paper.others
        ]
        assert len(classed(card, "bs-more")) == paper.long


@pytest.mark.parametrize("paper", CARDS, ids=lambda paper: paper.anchor)
def test_a_paper_shows_its_texts(built: Path, paper: CardView) -> None:
    root = tree(built / f"papers/{paper.anchor}/index.html")
    body = only(classed(root, "bs-paper"))
    assert text(only(list(body.iter("h1")))) == paper.title
    assert text(only(classed(body, "bs-abstract"))) == abstract(paper)
    assert text(only(classed(body, "bs-authors"))) == paper.authors
    assert text(only(list(root.iter("title")))) == f"{paper.title} · Broadsheet"
    description = only([meta for meta in root.iter("meta") if meta.get("name") == "description"])
    assert description.get("content") == f"About {paper.title}"


def test_a_repeated_paper_is_a_line_and_no_card(built: Path) -> None:
    line = only(classed(tree(built / "2031/05/06/index.html"), "bs-again"))
    assert text(line).count(CARDS[0].title) == 2  # once seen, once within the hidden text
    assert [link.get("href") for link in line.iter("a")] == ["#loom"]
    assert "bs-card" not in line.get("class", "").split()


def _skeleton(root: ET.Element) -> list[tuple[str, object]]:
    """Every element with its attributes, and every comment, but without any text of a digest."""
    return [
        (
            str(element.tag),
            {name: value.replace(HOSTILE, HARMLESS) for name, value in element.attrib.items()}
            if isinstance(element.tag, str)
            else element.text,
        )
        for element in root.iter()
    ]


@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_a_digest_acts(built: Path, harmless: Path, page: str) -> None:
    """A page is the same, element by element, whether its texts are hostile or not."""
    assert _skeleton(tree(built / page)) == _skeleton(tree(harmless / page))


@pytest.mark.parametrize("page", PAGES)
def test_no_text_breaks_out_of_the_head(built: Path, harmless: Path, page: str) -> None:
    heads = [only(list(tree(site / page).iter("head"))) for site in (built, harmless)]
    for hostile, plain in zip(*(head.iter() for head in heads), strict=True):
        assert hostile.tag == plain.tag
        assert list(hostile.attrib) == list(plain.attrib)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_asks_another_host(built: Path, page: str) -> None:
    for element in tree(built / page).iter():
        if element.tag in {"link", "script", "img", "source", "form"}:
            leads = element.get("href") or element.get("src") or element.get("action") or ""
            if element.get("rel") != "canonical":
                assert not urlsplit(leads).netloc, leads


def _addresses(built: Path) -> Iterator[tuple[str, Path]]:
    for path in built.rglob("*.html"):
        inner = path.relative_to(built).as_posix()
        yield ADDRESS + inner.removesuffix("index.html"), path


def test_every_link_and_anchor_resolves(built: Path) -> None:
    ids = {
        address: {element.get("id") for element in tree(path).iter() if element.get("id")}
        for address, path in _addresses(built)
    }
    broken = []
    for address, path in _addresses(built):
        for element in tree(path).iter():
            for name in ("href", "src", "action"):
                target = urljoin(address, element.get(name, ""))
                if element.get(name) is None or not target.startswith(ADDRESS):
                    continue
                target, _, anchor = target.partition("#")
                file = built / unquote(target.removeprefix(ADDRESS))
                if not (file.is_file() or (file / "index.html").is_file()):
                    broken.append((address, target))
                elif anchor and anchor not in ids[target]:
                    broken.append((address, f"{target}#{anchor}"))
    assert broken == []


def test_ids_of_a_page_are_its_own(built: Path) -> None:
    for path in built.rglob("*.html"):
        ids = [element.get("id") for element in tree(path).iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path


@pytest.mark.parametrize(
    ("page", "current"),
    [
        ("index.html", {"Latest": "page"}),
        ("topics/index.html", {"Topics": "page"}),
        ("topics/weaving/index.html", {"Topics": "true"}),
        ("2031/05/06/index.html", {"Archive": "true"}),
        ("search/index.html", {"Search": "page"}),
        ("about/index.html", {"About": "page"}),
        ("about/data/index.html", {"About": "true"}),
        ("papers/loom/index.html", {}),
        ("404.html", {}),
    ],
)
def test_the_header_is_the_maintainers_nav(built: Path, page: str, current: object) -> None:
    nav = only(classed(tree(built / page), "bs-nav"))
    links = list(nav.iter("a"))
    words = ["Latest", "Topics", "Tags", "Trends", "Archive", "Search", "About"]
    assert [text(link) for link in links] == words
    assert {text(a): a.get("aria-current") for a in links if a.get("aria-current")} == current


def test_a_maintainer_sets_name_logo_pages_and_navigation(customised: Path) -> None:
    root = tree(customised / "guides/second/index.html")
    name = "Looms & <Threads>"
    wordmark = only(classed(root, "bs-wordmark"))
    assert text(wordmark) == name
    assert [image.get("src") for image in wordmark.iter("img")] == ["../../assets/logo.svg"]
    assert (customised / "assets/logo.svg").is_file()
    nav = only(classed(root, "bs-nav"))
    assert [(text(a), a.get("href"), a.get("aria-current")) for a in nav.iter("a")][6:] == [
        ("Guides", "../first/", "true"),
        ("Elsewhere", "https://example.org/", None),
    ]
    assert text(only(list(root.iter("title")))) == f"The second · {name}"
    first = tree(customised / "guides/first/index.html")
    assert text(only(list(first.iter("title")))) == f"First & last · {name}"
    assert text(only(classed(first, "bs-footer"))).startswith(f"{name} Our <curated> digest")
    loom = tree(customised / "papers/loom/index.html")
    assert text(only(list(loom.iter("title")))) == f"{CARDS[0].title} · {name}"
    for path in customised.rglob("*.html"):
        tree(path)


def test_a_missing_page_helps_at_any_depth(built: Path) -> None:
    root = tree(built / "404.html")
    leads = [link.get("href", "") for link in root.iter("a")]
    local = {lead for lead in leads if not lead.startswith("#")}
    assert {"/repo/search/", "/repo/archive/", "/repo/topics/", "/repo/tags/"} <= local
    assert all(lead.startswith("/repo/") for lead in local)
    assert [form.get("action") for form in root.iter("form")] == ["/repo/search/"]
    for element in root.iter():
        if element.tag in {"link", "script"} and (lead := element.get("href", element.get("src"))):
            assert lead.startswith("/repo/"), lead


def test_the_sitemap_takes_its_dates_from_the_content(built: Path) -> None:
    sitemap = (built / "sitemap.xml").read_bytes()
    assert gzip.decompress((built / "sitemap.xml.gz").read_bytes()) == sitemap
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    entries = {
        url.findtext(f"{name}loc"): url.findtext(f"{name}lastmod")
        for url in ET.fromstring(sitemap).iter(f"{name}url")  # noqa: S314 - our own file
    }
    assert entries[ADDRESS] == "2031-05-06"
    assert entries[f"{ADDRESS}papers/loom/"] == "2031-05-06"
    assert entries[f"{ADDRESS}about/"] is None
    assert f"{ADDRESS}papers/old-loom/" not in entries
    assert set(entries.values()) == {"2031-05-06", None}


def test_the_head_names_the_canonical_address(built: Path) -> None:
    root = tree(built / "topics/weaving/index.html")
    canonical = only([link for link in root.iter("link") if link.get("rel") == "canonical"])
    assert canonical.get("href") == f"{ADDRESS}topics/weaving/"


def test_materials_script_is_not_loaded(built: Path) -> None:
    for page in PAGES:
        for script in tree(built / page).iter("script"):
            assert "bundle" not in script.get("src", "")


def test_headings_go_down_one_step_at_a_time(built: Path) -> None:
    for path in built.rglob("*.html"):
        levels = [
            int(element.tag[1])
            for element in tree(path).iter()
            if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag)
        ]
        if "old-loom" not in path.parts:
            assert levels[0] == 1
            assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
