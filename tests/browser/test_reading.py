"""What a reader sees is the clean text: every paper, every appearance, found by search.

The pages are read in a real browser under a sub-path. What they should say is taken from two sides:
from the published data, and from the digests as received through the rules of cleaning alone.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from generator.corpus.text import clean_text, clean_title
from generator.sources.digests import read_digests
from generator.sources.model import RawDigest
from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

VISITED = 9  # one paper of so many is gone to
ENTRIES = {
    "2025/2025-03-11": 113,
    "2025/2025-03-12": 63,
    "2025/2025-03-12-2": 80,
    "2025/2025-03-14": 90,
    "undated/language-modeling": 239,
}
PAPERS = 513

# What a page would fetch from elsewhere even where nothing was fetched: hints, lazy images.
FOREIGN = """
[...page.querySelectorAll("link[href]:not([rel=canonical]):not([rel=alternate]), [src]")]
  .map((element) => element.href || element.src)
  .filter((url) => !url.startsWith("data:") && new URL(url).origin !== location.origin)
"""
# An element's text; of a formula, the line that stands for it and keeps its source beside it.
TEXT = """(element) => {
  const copy = element && element.cloneNode(true);
  for (const math of copy ? copy.querySelectorAll("math") : []) {
    math.replaceWith(math.getAttribute("alttext") ?? "");
  }
  return copy && copy.textContent;
}"""
PAPER = f"""(page) => {{
  const all = (selector) => [...page.querySelectorAll(selector)].map({TEXT});
  return {{titles: all(".bs-paper h1"), abstracts: all(".bs-abstract"), foreign: {FOREIGN}}};
}}"""
PAPERS_READ = f"""(urls) => Promise.all(urls.map(async (url) => {{
  const answer = await fetch(url);
  return ({PAPER})(new DOMParser().parseFromString(await answer.text(), "text/html"));
}}))"""
DIGESTS = f"""() => {{
  const page = document;
  const text = {TEXT};
  const card = (article) => ({{
    id: article.id,
    title: text(article.querySelector(".bs-card__title")),
    abstract: text(article.querySelector(".bs-card__abstract")),
    others: [...article.querySelectorAll(".bs-other")].map(text),
  }});
  const again = (line) => ({{
    title: text(line.querySelector("p")),
    of: new URL(line.querySelector(".bs-again__where a").href).hash.slice(1),
  }});
  const lists = [...document.querySelectorAll("ol.bs-cards")].map((list) =>
    [...list.children].map((item) => {{
      const article = item.querySelector("article.bs-card");
      return article ? card(article) : again(item);
    }}));
  return {{lists, foreign: {FOREIGN}}};
}}"""


def collapsed(text: str) -> str:
    """White space as a browser shows it: one space for many, none at the ends."""
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(scope="session")
def papers(real_site: Path) -> list[dict[str, Any]]:
    """The papers of the published data."""
    path = real_site / "build/site/api/v1/papers.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    listed: list[dict[str, Any]] = data if isinstance(data, list) else data["papers"]
    return listed


@pytest.fixture(scope="session")
def digests(real_site: Path) -> dict[str, RawDigest]:
    """The digests as received, by id."""
    read, _ = read_digests(real_site / "content/digests", root=real_site)
    return {digest.id: digest for digest in read}


@dataclass(frozen=True)
class Entry:
    """What a digest says of a paper, in clean text."""

    title: str
    abstract: str


def entries(digest: RawDigest, corrected: dict[str, str]) -> list[Entry]:
    """What a page should show; a curator's title goes before the one received."""
    return [
        Entry(corrected.get(e.title, clean_title(e.title)), clean_text(e.abstract))
        for e in digest.entries
    ]


def pages_of_digests(digests: dict[str, RawDigest]) -> Iterator[tuple[str, list[RawDigest]]]:
    """The address of each page of digests, with its digests in order."""
    by_address: dict[str, list[RawDigest]] = {}
    for digest in sorted(digests.values(), key=lambda d: (str(d.date), d.ordinal, d.id)):
        address = f"{digest.date:%Y/%m/%d}/" if digest.date else f"{digest.id}/"
        by_address.setdefault(address, []).append(digest)
    yield from by_address.items()


def test_data_holds_every_paper_and_every_appearance(
    papers: list[dict[str, Any]], digests: dict[str, RawDigest]
) -> None:
    assert len(papers) == PAPERS
    assert {name: len(digest.entries) for name, digest in digests.items()} == ENTRIES
    appearances = Counter(a["digest"] for paper in papers for a in paper["appearances"])
    assert appearances == ENTRIES


@pytest.fixture(scope="session")
def corrections(real_site: Path) -> set[str]:
    """The titles that a curator has corrected, as corrected."""
    text = (real_site / "content/curation/papers.yml").read_text(encoding="utf-8")
    return {entry["title"] for entry in yaml.safe_load(text) if "title" in entry}


def test_data_is_the_clean_form_of_what_was_received(
    papers: list[dict[str, Any]], digests: dict[str, RawDigest], corrections: set[str]
) -> None:
    received = {(e.title, e.abstract) for digest in digests.values() for e in digest.entries}
    titles = {title for title, _ in received}
    abstracts = {abstract for _, abstract in received}
    for paper in papers:
        assert paper["title_raw"] in titles
        assert paper["abstract_raw"] in abstracts
        assert paper["abstract"] == collapsed(clean_text(paper["abstract_raw"]))
    corrected = {p["title"] for p in papers if p["title"] != clean_title(p["title_raw"])}
    assert corrected == corrections


def test_every_paper_page_shows_the_clean_text(
    page: Page, address: str, papers: list[dict[str, Any]]
) -> None:
    """As the browser reads each of them, and as some of them stand there when one goes to them."""
    page.goto(address)
    read = page.evaluate(PAPERS_READ, [address + paper["url"] for paper in papers])
    wrong = [
        mismatch
        for paper, seen in zip(papers, read, strict=True)
        if (mismatch := misread(paper, seen))
    ]
    for paper in papers[::VISITED]:
        page.goto(address + paper["url"], wait_until="domcontentloaded")
        if mismatch := misread(paper, page.evaluate(f"({PAPER})(document)")):
            wrong.append(mismatch)
    assert wrong == []


def misread(paper: dict[str, Any], seen: dict[str, Any]) -> tuple[object, ...]:
    """What a reader sees of a paper, and what was expected; nothing where both agree."""
    shown = {
        "titles": [collapsed(text) for text in seen["titles"]],
        "abstracts": [collapsed(text) for text in seen["abstracts"]],
        "foreign": seen["foreign"],
    }
    expected = {"titles": [paper["title"]], "abstracts": [paper["abstract"]], "foreign": []}
    return () if shown == expected else (paper["url"], shown, expected)


def test_every_page_of_digests_shows_the_clean_text(
    page: Page,
    address: str,
    papers: list[dict[str, Any]],
    digests: dict[str, RawDigest],
    corrections: set[str],
) -> None:
    corrected = {p["title_raw"]: p["title"] for p in papers if p["title"] in corrections}
    wrong: list[object] = []
    shown: Counter[str] = Counter()
    for path, held in pages_of_digests(digests):
        page.goto(address + path, wait_until="domcontentloaded")
        seen = page.evaluate(DIGESTS)
        assert seen["foreign"] == []
        assert len(seen["lists"]) == len(held)
        cards = {item["id"]: item for items in seen["lists"] for item in items if "id" in item}
        for digest, items in zip(held, seen["lists"], strict=True):
            for entry, item in zip(entries(digest, corrected), items, strict=True):
                shown[digest.id] += 1
                if mismatch := differs(entry, item, cards):
                    wrong.append((path, *mismatch))
    assert wrong == []
    assert shown == ENTRIES


def differs(
    entry: Entry, item: dict[str, Any], cards: dict[str, dict[str, Any]]
) -> tuple[object, ...]:
    """What a reader sees of an entry, and what was expected; nothing where both agree."""
    if "of" in item:
        # A digest's paper that an earlier digest of the day holds: its line leads to that card,
        # where this digest's abstract stands too if it is another one.
        card = cards[item["of"]]
        readings = [card["abstract"], *card["others"]]
        if collapsed(item["title"]) == entry.title and entry.abstract in map(collapsed, readings):
            return ()
        return item, readings, entry
    if Entry(collapsed(item["title"]), collapsed(item["abstract"])) == entry:
        return ()
    return item, entry


@pytest.mark.parametrize("path", ["", "archive/", "2025/03/12/", "topics/", "tags/", "about/data/"])
def test_pages_are_whole_without_scripts_and_fetch_nothing_from_elsewhere(
    visit: Callable[..., Visitor], address: str, path: str
) -> None:
    page = visit(java_script_enabled=False).page
    answer = page.goto(address + path)
    assert answer is not None
    assert answer.status == 200
    assert page.locator("main h1").count() == 1
    assert collapsed(page.locator("main").inner_text())


def test_a_missing_page_helps(
    visit: Callable[..., Visitor], address: str, papers: list[dict[str, Any]]
) -> None:
    visitor = visit()
    page = visitor.page
    answer = page.goto(address + "papers/no-such/paper/")
    assert answer is not None
    assert answer.status == 404
    assert len(visitor.errors) == 1  # the browser's own line about the 404
    visitor.errors.clear()
    links = page.locator("main a").evaluate_all("all => all.map((a) => a.href)")
    assert len(links) > 2
    for link in links:
        assert link.startswith(address)
        assert page.request.get(link).status == 200
    page.locator("main input[type=search]").fill(papers[0]["title"])
    page.keyboard.press("Enter")
    first = page.locator("main #bs_results h3 a").first
    first.wait_for()
    assert first.evaluate("(a) => a.href") == address + papers[0]["url"]


# Search

QUERY = """async ([address, queries]) => {
  const pagefind = await import(address + "pagefind/pagefind.js");
  const pages = {};
  const {results} = await pagefind.search(null);
  await Promise.all(results.map(async (result) => {
    pages[result.id] = new URL((await result.data()).url, location.href).href;
  }));
  const found = [];
  for (const query of queries) {
    found.push((await pagefind.search(query)).results.map((result) => pages[result.id]));
  }
  return {pages: Object.values(pages), found};
}"""


def words(text: str) -> list[str]:
    """Words as a reader would type them: no addresses, numbers or formulas."""
    stripped = (word.strip(".,;:!?()[]'\"") for word in text.casefold().split())
    return [word for word in stripped if re.fullmatch(r"[^\W\d_][\w-]{3,}", word)]


def queries_by(field: str, papers: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Queries, each with the address of the paper that it must find."""
    if field == "authors":
        return [(p["authors"][0], p["url"]) for p in papers if p["authors"]]
    if field == "title":
        return [(p["title"], p["url"]) for p in papers]
    frequency = Counter(word for p in papers for word in set(words(p["abstract"])))

    def rarest(paper: dict[str, Any]) -> str:
        ordered = sorted(set(words(paper["abstract"])), key=lambda word: (frequency[word], word))
        return " ".join(ordered[:4])

    return [(rarest(p), p["url"]) for p in papers]


def test_search_finds_every_paper(page: Page, address: str, papers: list[dict[str, Any]]) -> None:
    """By its title, by rare words of its abstract, by the name of its first author.

    Titles and names may be made of words that many papers have, so that others come before.
    """
    page.goto(address + "search/", wait_until="domcontentloaded")
    missed = []
    for field, least, within in (
        ("title", PAPERS, None),
        ("abstract", PAPERS, 3),
        ("authors", 400, None),
    ):
        queries = queries_by(field, papers)
        assert len(queries) >= least
        answer = page.evaluate(QUERY, [address, [query for query, _ in queries]])
        assert sorted(answer["pages"]) == sorted(address + paper["url"] for paper in papers)
        missed += [
            (query, url)
            for (query, url), found in zip(queries, answer["found"], strict=True)
            if address + url not in found[:within]
        ]
    assert missed == []


@pytest.mark.parametrize("nth", range(0, PAPERS, 73))
def test_search_page_leads_to_the_paper(
    page: Page, address: str, papers: list[dict[str, Any]], nth: int
) -> None:
    paper = papers[nth]
    page.goto(address + "search/")
    page.locator("main input[type=search]").fill(paper["title"])
    page.keyboard.press("Enter")
    first = page.locator("main #bs_results h3 a").first
    first.wait_for()
    assert first.evaluate("(a) => a.href") == address + paper["url"]
    asked = page.url
    assert asked.startswith(address + "search/?q=")
    # The address alone gives the same results.
    page.goto(address)
    page.goto(asked)
    first.wait_for()
    first.click()
    page.wait_for_url(address + paper["url"])
    assert collapsed(page.locator(".bs-paper h1").inner_text()) == paper["title"]
