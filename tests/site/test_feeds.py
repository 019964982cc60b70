"""Whatever is done to a site, nobody's program shows a paper anew that it has shown."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import feedparser
import html5lib
import pytest
from lxml import etree

from generator import pipeline
from generator.diagnostics import has_errors
from generator.output.feeds import render_feeds
from generator.pages.cards import Cards
from generator.pages.catalogue import make_catalogue
from generator.pages.feeds.plan import plan_feeds
from generator.settings import Environment, SettingsError, read_settings
from tests.cli.conftest import make_site
from tests.output.feeds.referees import ATOM, find_faults
from tests.site.test_permanence import BODY, EVENTS, HEADER, RIVERS, add_digest

HOST = "https://harbour.example/review/"
REAL = "https://broadsheet.example/repo/"
FORMER = "harbour.example,2026:review/"


def read_feeds(site: Path, url: str = "") -> dict[str, bytes]:
    """Give the feeds of a site, and build nothing else of it."""
    settings = read_settings(site, Environment(site_url=url))
    reading = pipeline.read_content(settings, on_step=lambda _: None)
    assert not has_errors(reading.diagnostics), reading.diagnostics
    cards = Cards(make_catalogue(reading.curated))
    return dict(render_feeds(plan_feeds(cards, settings.name, settings.feed_ids), settings.url))


def build_feeds(site: Path) -> dict[str, bytes]:
    """Give the feeds that lie beside the pages of a site."""
    edition = pipeline.read_edition(read_settings(site, Environment()), on_step=lambda _: None)
    assert not has_errors(edition.diagnostics), edition.diagnostics
    suffixes = ("feed.xml", "feed.json", ".opml")
    return {path: file for path, file in edition.attachments.items() if path.endswith(suffixes)}


def parse(content: bytes) -> dict[str, str]:
    """Give the day of each entry, by its id."""
    return {
        entry.findtext(f"{ATOM}id", ""): entry.findtext(f"{ATOM}published", "")
        for entry in etree.fromstring(content).iter(f"{ATOM}entry")
    }


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return read_feeds(make_site(tmp_path_factory.mktemp("former") / "site"))


@pytest.fixture(scope="session")
def real_feeds(site_root: Path) -> dict[str, bytes]:
    """The feeds of the real papers."""
    return read_feeds(site_root, REAL)


COMES_AND_GOES = {
    "an older digest": (1, 0),
    "a newer digest": (1, 0),
    "a digest that was undated before": (1, 0),
    "a title that differs in an accent": (1, 0),
    "a retitling by its id": (0, 0),
    "an id": (0, 0),
    "an id that merges": (0, 1),
    "a corrected title": (0, 0),
    "a merge": (0, 1),
    "a hidden paper": (0, 1),
    "a new slug": (0, 0),
}
"""Of each thing that may happen, how many entries it brings and how many it takes away."""


@pytest.mark.parametrize("event", EVENTS)
def test_what_happens_to_a_paper_is_no_news(
    event: str, tmp_path: Path, former: Mapping[str, bytes]
) -> None:
    site = make_site(tmp_path / "site")
    EVENTS[event](site)
    files = read_feeds(site)
    before, after = parse(former["feed.xml"]), parse(files["feed.xml"])
    assert len(before) == 4
    assert (len(after.keys() - before), len(before.keys() - after)) == COMES_AND_GOES[event]
    moved = {each for each in before.keys() & after if before[each] != after[each]}
    assert len(moved) == (event == "an older digest"), "it was new on that older day"
    assert find_faults(files) == []


def change_templates(site: Path) -> None:
    for path in (site / "site_templates/pages").rglob("*.j2"):
        path.write_text(path.read_text("utf-8") + "\nOnce more.\n", "utf-8")


def correct_titles(site: Path) -> None:
    papers = site / "content/curation/papers.yml"
    papers.write_text(f"{papers.read_text('utf-8')}- paper: '{RIVERS}'\n  title: Rivers, Slow\n")


def reverse_topics(site: Path) -> None:
    topics = site / "content/curation/topics.yml"
    head, *entries = topics.read_text("utf-8").split("\n- ")
    topics.write_text("\n- ".join([head, *reversed(entries)]), "utf-8")


@pytest.mark.parametrize("change", [change_templates, correct_titles, reverse_topics])
def test_a_rebuild_keeps_ids_and_dates(
    change: Callable[[Path], None], tmp_path: Path, former: Mapping[str, bytes]
) -> None:
    site = make_site(tmp_path / "site")
    change(site)
    files = build_feeds(site)
    for path, content in former.items():
        if path.endswith(".xml"):
            assert parse(files[path]) == parse(content), path
            newest = etree.fromstring(content).findtext(f"{ATOM}updated")
            assert etree.fromstring(files[path]).findtext(f"{ATOM}updated") == newest


def test_a_digest_that_is_taken_away_and_put_back_changes_nothing(
    tmp_path: Path, former: Mapping[str, bytes]
) -> None:
    site = make_site(tmp_path / "site")
    digest = site / "content/digests/2025/2025-01-07.txt"
    kept = digest.read_bytes()
    digest.unlink()
    without = read_feeds(site)
    assert len(parse(without["feed.xml"])) < len(parse(former["feed.xml"]))
    digest.write_bytes(kept)
    assert read_feeds(site) == former


def test_an_undated_digest_brings_no_news(tmp_path: Path, former: Mapping[str, bytes]) -> None:
    site = make_site(tmp_path / "site")
    path = site / "content/digests/undated/letters.txt"
    path.write_text(f"{HEADER}A Letter That Nobody Dated\n\n{BODY.strip()}", "utf-8")
    files = read_feeds(site)
    assert parse(files["feed.xml"]) == parse(former["feed.xml"])
    assert not any(b"A Letter That Nobody Dated" in content for content in files.values())


def test_a_hostile_digest_stays_inert(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    evil = '</content></entry><script>alert(1)</script> ]]> & <img src=x onerror="alert(2)">'
    name = "2025/2025-03-01.txt"
    add_digest(site, name, f"A Title {evil}")
    digest = site / "content/digests" / name
    digest.write_text(digest.read_text("utf-8").replace("An abstract", f"An abstract {evil}", 1))
    files = read_feeds(site)
    assert find_faults(files) == []
    paper, *_ = feedparser.parse(files["feed.xml"], sanitize_html=False).entries
    assert paper.title == f"A Title {evil}"
    html = html5lib.parseFragment(paper.content[0].value, namespaceHTMLElements=False)
    assert {element.tag for element in html.iter()} == {"DOCUMENT_FRAGMENT", "p", "a"}
    assert evil in "".join(html.itertext())


# Settings


def test_ids_come_from_the_address_and_can_stay_when_a_site_moves(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    moved = "https://elsewhere.example:8443/"
    assert read_settings(site, Environment()).feed_ids == f"tag:{FORMER}"
    assert (
        read_settings(site, Environment(site_url=moved)).feed_ids == "tag:elsewhere.example,2026:"
    )
    config = site / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}\nextra:\n  feed_ids: 'tag:{FORMER}'\n", "utf-8")
    assert read_settings(site, Environment(site_url=moved)).feed_ids == f"tag:{FORMER}"


def test_a_beginning_of_ids_that_is_none_is_refused(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    config = site / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}\nextra:\n  feed_ids: harbour\n", "utf-8")
    with pytest.raises(SettingsError, match=r"feed_ids looks like tag:example\.org,2026:"):
        read_settings(site, Environment())


def test_a_site_that_does_not_know_its_address_has_no_feeds(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    config = site / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("site_url")]
    config.write_text("\n".join(kept), "utf-8")
    assert build_feeds(site) == {}


# The real papers


def test_every_feed_of_the_real_papers_is_accepted(real_feeds: Mapping[str, bytes]) -> None:
    assert len(real_feeds) > 300
    assert find_faults(real_feeds) == []


def walk(feeds: Mapping[str, bytes], path: str, relation: str) -> Iterator[str]:
    while path:
        yield path
        link = etree.fromstring(feeds[path]).find(f"{ATOM}link[@rel='{relation}']")
        path = "" if link is None else link.get("href", "").removeprefix(REAL)


def test_the_archive_leads_through_the_whole_history(real_feeds: Mapping[str, bytes]) -> None:
    paths = list(walk(real_feeds, "feed.xml", "prev-archive"))
    assert len(paths) > 1
    ids = [each for path in paths for each in parse(real_feeds[path])]
    assert len(ids) == len(set(ids)) > 250
    every = {i for p, c in real_feeds.items() if p.endswith(".xml") for i in parse(c)}
    assert set(ids) == every
    assert list(walk(real_feeds, paths[-1], "next-archive")) == paths[:0:-1]
    for path in paths[1:]:
        assert b"<fh:archive" in real_feeds[path]
        assert list(walk(real_feeds, path, "current")) == [path, "feed.xml"]
