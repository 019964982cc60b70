"""Heads of papers' pages, by the documented rules of Google Scholar and of Zotero."""

import json
import re
from html.parser import HTMLParser

from generator.output.head import render_head
from generator.pages.catalogue import make_catalogue
from generator.pages.citations import Reference
from generator.pages.citations.bibliography import Bibliography
from generator.pages.citations.heads import describe_article, list_meta
from generator.pages.plan import PageHead
from tests.pages.world import curate, item, seen

ADDRESS = "https://example.org/papers/kites/"


class Head(HTMLParser):
    """Collects what a program would read of a head."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.meta: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.tags: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        if tag == "meta":
            self.meta.append((found["name"] or "", found["content"] or ""))

    def handle_data(self, data: str) -> None:
        self.scripts.append(data)

    def values(self, name: str) -> list[str]:
        return [content for found, content in self.meta if found == name]


def head_of(reference: Reference, pdf: str = "") -> Head:
    head = PageHead(
        meta=tuple(list_meta(reference, pdf)), data=describe_article(reference, ["Kites"])
    )
    return Head(render_head(head, address=ADDRESS))


def make(**facts: object) -> Reference:
    one = item("Kites", seen("2025-03-11", 1), **facts)  # type: ignore[arg-type]
    return Bibliography(make_catalogue(curate(one))).reference(one.paper)


def test_scholar_reads_title_authors_in_order_and_date(real: tuple[Reference, ...]) -> None:
    for reference in real:
        head = head_of(reference)
        assert head.values("citation_title") == [reference.title]
        assert len(head.values("citation_author")) == len(reference.authors)
        assert not any(";" in author for author in head.values("citation_author"))
        dates = head.values("citation_publication_date")
        assert len(dates) == bool(reference.year)
        assert all(re.fullmatch(r"\d{4}(/\d{2}/\d{2})?", date) for date in dates)
        assert head.values("citation_arxiv_id") == [reference.arxiv_id] * bool(reference.arxiv_id)
        assert head.values("citation_abstract_html_url") == [ADDRESS]


def test_zotero_takes_one_author_for_one_and_a_preprint_for_a_preprint() -> None:
    """Of a single author it divides at a comma between several words: Embedded Metadata does."""
    alone = head_of(make(authors=["Ada Mary van den Berg"], arxiv_id="2403.00001"))
    assert alone.values("citation_author") == ["Ada Mary van den Berg"]
    assert alone.values("z:itemType") == ["preprint"]
    several = head_of(make(authors=["Ada Mary van den Berg", "Kite Team"], venues=["ICML 2024"]))
    assert several.values("citation_author") == ["van den Berg, Ada Mary", "Kite Team"]
    assert several.values("citation_conference_title") == ["ICML"]
    assert several.values("z:itemType") == []


def test_a_search_engine_reads_an_article() -> None:
    reference = make(authors=["Ada Gale", "Kite Team"], arxiv_id="2403.1", published="2024-03-19")
    (script,) = head_of(reference).scripts
    article = json.loads(script)
    assert article["@type"] == "ScholarlyArticle"
    assert (article["url"], article["datePublished"]) == (ADDRESS, "2024-03-19")
    assert [author["@type"] for author in article["author"]] == ["Person", "Organization"]
    assert article["keywords"] == ["Kites"]


def test_hostile_texts_end_neither_attribute_nor_script(hostile: tuple[Reference, ...]) -> None:
    for reference in hostile:
        head = head_of(reference)
        assert set(head.tags) == {"meta", "script"}
        assert head.values("citation_title") == [reference.title]
        (script,) = head.scripts
        assert json.loads(script)["headline"] == reference.title


def test_no_text_holds_a_brace_that_a_plugin_acts_on() -> None:
    markup = render_head(PageHead(meta=(("a", "{{ x }}"),), data={"b": "{{ x }}"}), address="")
    assert "{{" not in markup
    assert "%}" not in markup


def test_nothing_known_is_nothing_said() -> None:
    head = head_of(make())
    names = {name for name, _ in head.meta}
    assert names == {"citation_title", "citation_abstract", "citation_abstract_html_url"}
