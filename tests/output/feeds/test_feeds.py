"""Feeds as files: accepted by others' programs, and inert whatever stands in them."""

import json
import re
from dataclasses import replace
from urllib.parse import urlsplit

import feedparser
import html5lib
import pytest
from lxml import etree

from generator.output.feeds import render_feeds
from generator.output.feeds.paper_html import by_line, paper_html
from generator.pages.feeds.model import Feeds
from generator.pages.views import MathElement, Span
from tests.output.feeds.referees import find_faults, judge_atom, judge_json
from tests.output.feeds.world import document, entry, feed_link, invented_feeds
from tests.output.world import HARMLESS, HOSTILE

SITE = "https://example.org/repo/"
UNPRINTABLE = "a\x00b\x0bc\ud800d\ufffee]]>f\u2028g\u202eh\x85i"
FILES = dict(render_feeds(invented_feeds(HOSTILE), SITE))
SAFE_TAGS = {"p", "a", "em", "strong", "blockquote", "code", "br", "ul", "ol", "li", "span"}


def elements(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element of a piece of HTML, with the names of its attributes."""
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return [(element.tag, tuple(element.attrib)) for element in tree.iter()][1:]


def contents(files: dict[str, bytes]) -> list[str]:
    """The HTML of every entry, in both formats."""
    atom = [e.content[0].value for e in parse(files, "feed.xml")]
    return atom + [item["content_html"] for item in json.loads(files["feed.json"])["items"]]


def parse(files: dict[str, bytes], path: str) -> list[feedparser.FeedParserDict]:
    parsed = feedparser.parse(files[path], sanitize_html=False)
    assert not parsed.bozo
    entries: list[feedparser.FeedParserDict] = parsed.entries
    return entries


def test_every_feed_is_a_file_in_each_format() -> None:
    stems = ("feed", "2031/05/05/feed", "topics/weaving/feed", "collections/weave/feed")
    assert set(FILES) == {f"{stem}{s}" for stem in stems for s in (".xml", ".json")} | {
        "feeds.opml"
    }


@pytest.mark.parametrize("turned", [True, False])
def test_an_archive_that_is_not_turned_in_json_is_in_atom_alone(turned: bool) -> None:
    feeds = invented_feeds("Weaving")
    documents = tuple(replace(each, turned_in_json=turned) for each in feeds.documents)
    files = dict(render_feeds(replace(feeds, documents=documents), SITE))
    assert "2031/05/05/feed.xml" in files
    assert ("2031/05/05/feed.json" in files) == turned
    assert ("next_url" in json.loads(files["feed.json"])) == turned
    assert b'rel="prev-archive"' in files["feed.xml"]


@pytest.mark.parametrize("words", [HOSTILE, HARMLESS, UNPRINTABLE, "\x00", "x" * 3_000])
def test_no_text_spoils_a_feed(words: str) -> None:
    assert find_faults(dict(render_feeds(invented_feeds(words), SITE))) == []


def test_texts_come_through_as_they_are() -> None:
    (paper,) = parse(FILES, "feed.xml")
    assert paper.title == HOSTILE
    assert paper.title_detail.type == "text/plain"
    assert [author.name for author in paper.authors] == [HOSTILE, "Ben Weft"]
    (item,) = json.loads(FILES["feed.json"])["items"]
    assert item["title"] == HOSTILE
    assert item["authors"][0] == {"name": HOSTILE}
    assert item["tags"] == [HOSTILE, HOSTILE]
    for html in contents(FILES):
        tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
        assert HOSTILE in "".join(tree.itertext())


def test_no_text_acts() -> None:
    harmless = dict(render_feeds(invented_feeds(HARMLESS), SITE))
    for hostile, plain in zip(contents(FILES), contents(harmless), strict=True):
        assert elements(hostile) == elements(plain)
        assert {tag for tag, _ in elements(hostile)} <= SAFE_TAGS
    for path, content in FILES.items():
        if path.endswith(".json"):
            assert b"<" not in content, "inert even where it is served as HTML"
        else:
            assert [e.tag for e in etree.fromstring(content).iter()] == [
                e.tag for e in etree.fromstring(harmless[path]).iter()
            ]


def test_a_curators_note_is_markdown_that_cannot_act() -> None:
    html = paper_html(entry("x"), SITE)
    assert '<blockquote><p>Read it <em>beside</em> <a href="https://example.org/loom">' in html
    evil = paper_html(entry("x", note="<script>alert(1)</script>[l](javascript:x)"), SITE)
    assert {tag for tag, _ in elements(evil)} <= SAFE_TAGS
    assert 'href="javascript' not in evil


def test_every_address_is_whole() -> None:
    for path, content in FILES.items():
        if path.endswith(".json"):
            found = re.findall(r'"(?:\w*url)":"([^"]*)"', content.decode())
        else:
            root = etree.fromstring(content)
            names = ("href", "xmlUrl", "htmlUrl")
            found = [v for e in root.iter() for k, v in e.attrib.items() if k in names]
        assert found
        assert [url for url in found if not urlsplit(url).netloc] == []
    for html in contents(FILES):
        found = re.findall(r'href="([^"]*)"', html)
        assert len(found) >= 5
        assert [url for url in found if not urlsplit(url).netloc] == []


def test_an_entry_holds_all_that_is_to_be_read() -> None:
    made = entry("Threads", authors=("Ada Loom", "Ben Weft"), facts=("6 May 2031", "Textiles 2031"))
    files = dict(render_feeds(invented_feeds("Threads"), SITE))
    (paper,) = parse(files, "feed.xml")
    assert paper.id == "tag:example.org,2026:papers/0000000000000001"
    assert paper.link == f"{SITE}papers/loom/"
    assert paper.published == paper.updated == "2031-05-06T00:00:00Z"
    assert [(tag.term, tag.scheme, tag.label) for tag in paper.tags] == [
        ("weaving", f"{SITE}topics/", "Threads"),
        ("felt", f"{SITE}tags/", "Threads"),
        ("cs.LO", "http://arxiv.org/schemas/atom", None),
    ]
    assert [(link.rel, link.href) for link in paper.links] == [
        ("alternate", f"{SITE}papers/loom/"),
        ("related", "https://arxiv.org/abs/3105.00001"),
    ]
    assert paper_html(made, SITE) == (
        "<p>Ada Loom, Ben Weft · 6 May 2031 · Textiles 2031</p>"
        '<blockquote><p>Read it <em>beside</em> <a href="https://example.org/loom">the loom</a>.'
        "</p></blockquote>"
        '<p>Threads<a href="https://a.example/b">https://a.example/b</a></p>'
        f'<p><a href="{SITE}topics/weaving/">Threads</a> · <a href="{SITE}tags/felt/">Threads</a>'
        f'</p><p><a href="{SITE}papers/loom/">On this site</a> · '
        '<a href="https://arxiv.org/abs/3105.00001">Threads</a></p>'
    )
    (item,) = json.loads(files["feed.json"])["items"]
    assert item["url"] == paper.link
    assert item["external_url"] == "https://arxiv.org/abs/3105.00001"
    assert item["date_published"] == paper.published


def test_nothing_is_said_of_authors_that_is_not_known() -> None:
    unknown = entry("Threads", authors=(), authors_complete=False, facts=(), note="")
    first = entry("Threads", authors=("Ada Loom",), authors_complete=False, facts=())
    assert by_line(unknown) == "Authors not known"
    assert by_line(first) == "First author: Ada Loom"
    whole = document(feed_link("All", "", "all_papers"), unknown)
    files = dict(render_feeds(Feeds(site_name="x", documents=(whole,)), SITE))
    (paper,) = parse(files, "feed.xml")
    assert [author.name for author in paper.authors] == ["Authors not known"]
    assert "authors" not in json.loads(files["feed.json"])["items"][0]


def test_formulas_are_mathml_and_titles_are_text() -> None:
    root = MathElement(tag="msqrt", children=(MathElement(tag="mi", text="x"),))
    math = (MathElement(tag="math", children=(root,)),)
    abstract = (Span(text="A root, "), Span(text="√x", math=math, source=r"\sqrt{x}"))
    html = paper_html(entry("x", abstract=abstract), SITE)
    assert '<math alttext="√x" data-tex="\\sqrt&#123;x&#125;"><msqrt><mi>x</mi></msqrt>' in html


def test_a_feed_with_nothing_in_it_yet_is_one() -> None:
    parsed = feedparser.parse(FILES["collections/weave/feed.xml"])
    assert parsed.entries == []
    assert parsed.feed.updated == "1970-01-01T00:00:00Z"


def test_the_list_of_feeds_names_them_in_groups() -> None:
    root = etree.fromstring(FILES["feeds.opml"])
    groups = root.findall("body/outline")
    assert [group.get("text") for group in groups] == ["Everything", "Topics"]
    feeds = [outline for group in groups for outline in group]
    assert [feed.get("xmlUrl") for feed in feeds] == [
        f"{SITE}feed.xml",
        f"{SITE}topics/weaving/feed.xml",
        f"{SITE}collections/weave/feed.xml",
    ]
    assert {feed.get("type") for feed in feeds} == {"rss"}
    assert feeds[2].get("text") == HOSTILE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"title>", b"caption>"),
        (b"T00:00:00Z</updated>", b"</updated>"),
        (b' rel="alternate"', b' rel="enclosure"'),
        (b'href="', b'src="'),
    ],
)
def test_the_referees_find_faults_in_atom(before: bytes, after: bytes) -> None:
    content = dict(render_feeds(invented_feeds("x"), SITE))["feed.xml"]
    assert before in content
    assert list(judge_atom(content.replace(before, after)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"id":', b'"guid":'),
        (b'"content_html":', b'"summary":'),
        (b"T00:00:00Z", b""),
        (b"https://example.org/repo/papers", b"papers"),
    ],
)
def test_the_referees_find_faults_in_json(before: bytes, after: bytes) -> None:
    content = dict(render_feeds(invented_feeds("x"), SITE))["feed.json"]
    assert before in content
    assert list(judge_json(content.replace(before, after)))
