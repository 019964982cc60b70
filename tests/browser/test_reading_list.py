"""The reader's own list: notes, order, as a file, as a link, and what strangers put into both."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visitor
from tests.browser.test_accessibility import AXE, DESK, PHONE

pytestmark = pytest.mark.browser

LIST = "reading-list/"
MARKS = "bs-papers:/repo/"
HOSTILE = "<img src=x onerror=alert(1)>\u202e & <b>more"


@pytest.fixture(scope="session")
def papers(real_site: Path) -> list[dict[str, Any]]:
    path = real_site / "build/site/api/v1/papers.json"
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["papers"]
    return found


@pytest.fixture(scope="session")
def kept(papers: list[dict[str, Any]]) -> dict[str, Any]:
    """Four saved papers, one of them read, one with a note, one gone; and a hidden one."""
    marks = {
        paper["id"]: {
            "title": paper["title"],
            "by": "Somebody · 5 Jan 2024",
            "saved": f"2025-03-1{place}T10:00:00.000Z",
        }
        for place, paper in enumerate(papers[5:8])
    }
    marks[papers[5]["id"]]["read"] = "2025-03-14T10:00:00.000Z"
    marks[papers[6]["id"]]["note"] = "Compare with the first.\nAsk again."
    marks["gone"] = {"title": "A paper that is gone", "saved": "2025-01-01T10:00:00.000Z"}
    marks[papers[9]["id"]] = {"title": papers[9]["title"], "hidden": "2025-01-01T10:00:00.000Z"}
    return marks


def marks(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{MARKS}')") or "{}")


def open_list(page: Page, address: str, known: dict[str, Any], *, rest: str = "") -> None:
    page.goto(address + "404.html")
    page.evaluate("([k, v]) => localStorage.setItem(k, v)", [MARKS, json.dumps(known)])
    page.goto(address + LIST + rest)
    page.wait_for_load_state("networkidle")


def titles(page: Page, where: str = "#bs_list") -> list[str]:
    return page.locator(f"{where} .bs-card:not(.is-away) h3").all_text_contents()


def item(page: Page, slug: str) -> Locator:
    return page.locator(f'#bs_list .bs-card[id="{slug}"]')


def said(page: Page) -> str:
    return page.locator("#bs_said").text_content() or ""


def give(page: Page, text: str) -> None:
    file = {"name": "list.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("#bs_import").set_input_files(file)  # type: ignore[arg-type]
    page.wait_for_function("document.querySelector('#bs_said').textContent !== ''")


def test_what_is_saved_stands_there_with_notes_counts_and_orders(
    page: Page, address: str, kept: dict[str, Any], papers: list[dict[str, Any]]
) -> None:
    open_list(page, address, kept)
    newest = [papers[n]["title"] for n in (7, 6, 5)] + ["A paper that is gone"]
    assert titles(page) == newest
    assert page.locator("#bs_count").text_content() == "4 papers, 1 read, 1 with a note"
    assert item(page, papers[6]["id"]).locator("textarea").input_value() == (
        "Compare with the first.\nAsk again."
    )
    page.get_by_label("Title", exact=True).check()
    assert titles(page) == sorted(newest, key=str.casefold)
    page.get_by_label("Unread").check()
    assert titles(page)[-1] == papers[5]["title"]
    page.get_by_label("Mine").check()
    last = page.get_by_role("button", name="Up: A paper that is gone")
    for _ in range(2):
        last.press("Enter")  # the focus goes along
    assert titles(page) == [newest[0], newest[3], *newest[1:3]]
    assert said(page) == "Number 2 of 4"
    page.reload()
    assert titles(page) == [newest[0], newest[3], *newest[1:3]]


def test_a_note_is_kept_as_it_is_written(
    page: Page, address: str, kept: dict[str, Any], papers: list[dict[str, Any]]
) -> None:
    open_list(page, address, kept)
    slug = papers[7]["id"]
    field = item(page, slug).locator("textarea")
    field.fill(HOSTILE)
    field.press("j")  # a letter here
    page.wait_for_function(f"localStorage.getItem('{MARKS}').includes('onerror')")
    assert field.evaluate("(field) => field === document.activeElement")
    field.press("k")
    page.goto(address)  # before the next pause
    assert marks(page)[slug]["note"] == HOSTILE + "jk"
    page.go_back()
    assert item(page, slug).locator("textarea").input_value() == HOSTILE + "jk"
    assert page.locator("img").count() == 0


def test_what_is_removed_is_a_line_that_saves_it_again(
    page: Page, address: str, kept: dict[str, Any], papers: list[dict[str, Any]]
) -> None:
    open_list(page, address, kept)
    slug = papers[6]["id"]
    item(page, slug).get_by_role("button", name="Remove").click()
    assert slug not in marks(page)
    assert page.locator("#bs_count").text_content() == "3 papers, 1 read, 0 with a note"
    assert page.locator(":focus").text_content() == "Save again"
    page.keyboard.press("Enter")
    assert marks(page)[slug] == kept[slug]
    item(page, slug).get_by_role("button", name="Remove").click()
    page.keyboard.press("u")
    assert marks(page)[slug] == kept[slug]
    page.get_by_role("button", name=f"Show again: {papers[9]['title']}").click()
    assert page.locator("#bs_hidden_count").text_content() == "No paper is hidden."


def test_what_has_become_of_papers_is_said(
    page: Page, address: str, kept: dict[str, Any], papers: list[dict[str, Any]]
) -> None:
    renamed = kept | {papers[7]["id"]: {"title": "As it was called", "saved": "2025"}}
    open_list(page, address, renamed)
    gone = item(page, "gone")
    assert gone.locator(".bs-fate").text_content() == "No longer on this site"
    assert gone.locator("h3 a").get_attribute("href") is None
    assert papers[7]["title"] in titles(page)
    assert page.locator(".bs-fate:visible").count() == 1


def test_windows_agree_on_the_list(page: Page, address: str, kept: dict[str, Any]) -> None:
    open_list(page, address, kept)
    other = page.context.new_page()
    other.goto(address + LIST)
    other.get_by_role("button", name="Remove: A paper that is gone").click()
    item(page, "gone").get_by_text("Removed").wait_for()
    assert len(titles(page)) == 3


# As a file


def test_a_file_brings_everything_to_another_browser(
    visit: Callable[..., Visitor], address: str, kept: dict[str, Any]
) -> None:
    page, other = visit().page, visit().page
    open_list(page, address, kept)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    assert download.value.suggested_filename == "reading-list.json"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    other.goto(address + LIST)
    give(other, text)
    assert said(other) == "Imported 5 papers, 5 of them new here."
    assert marks(other) == marks(page) == kept
    assert titles(other) == titles(page)
    give(other, text)
    assert marks(other) == kept


def test_an_import_loses_nothing(
    page: Page, address: str, kept: dict[str, Any], papers: list[dict[str, Any]]
) -> None:
    open_list(page, address, kept)
    slug = papers[6]["id"]
    theirs = {"id": slug, "title": "x", "note": "Theirs.", "saved": "2024-01-01T00:00:00Z"}
    theirs["read"] = "2025-03-14T10:00:00.000Z"
    add = {"id": papers[20]["id"], "title": papers[20]["title"], "saved": "2024-01-01T00:00:00Z"}
    give(page, document(theirs, add))
    found = marks(page)
    assert found[slug] == kept[slug] | {
        "saved": "2024-01-01T00:00:00Z",
        "read": "2025-03-14T10:00:00.000Z",
        "note": "Compare with the first.\nAsk again.\n\nTheirs.",
    }
    assert {name: found[name] for name in kept if name != slug} == {
        name: entry for name, entry in kept.items() if name != slug
    }
    assert titles(page)[-1] == papers[20]["title"]


def document(*entries: Any) -> str:
    return json.dumps({"format": "broadsheet reading list", "version": 1, "papers": entries})


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"x"', '{"papers": []}', document().replace("1", "2")],
)
def test_another_file_changes_nothing(
    page: Page, address: str, kept: dict[str, Any], text: str
) -> None:
    open_list(page, address, kept)
    give(page, text)
    assert said(page) == "This is no file of a reading list, so nothing was changed."
    assert page.locator("#bs_said").is_visible()
    assert marks(page) == kept


def test_a_hostile_file_is_only_text(page: Page, address: str, kept: dict[str, Any]) -> None:
    saved = {"saved": "2024-01-01T00:00:00Z"}
    open_list(page, address, kept)
    give(
        page,
        document(
            *(None, 7, [], "x", {}, {"id": None}, {"id": "__proto__", **saved}),
            *({"id": bad, **saved} for bad in ("../x", "a/b", "<b>", "a" * 151, "A", "-a", "")),
            {"id": "no-mark", "title": "t", "saved": "tomorrow", "note": 7, "read": True},
            {"id": "constructor", "title": HOSTILE, "note": "n" * 99999, "by": HOSTILE, **saved},
        ),
    )
    assert said(page) == "Imported 1 paper, 1 of them new here. 15 entries could not be read."
    found = marks(page)
    assert set(found) == {*kept, "constructor"}
    assert len(found["constructor"]["note"]) == 10000
    assert found["constructor"]["title"] == HOSTILE.replace("\u202e", "")
    page.reload()
    assert HOSTILE.replace("\u202e", "") in titles(page)
    assert page.locator("main img, main b").count() == 0


# As a link


def test_a_link_shares_papers_and_keeps_the_rest(
    visit: Callable[..., Visitor], address: str, kept: dict[str, Any], papers: list[dict[str, Any]]
) -> None:
    page = visit().page
    open_list(page, address, kept)
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("Link to this list").input_value()
    assert link == f"{address}{LIST}#papers=" + ",".join(papers[n]["id"] for n in (7, 6, 5))

    friend = visit()
    asked: list[str] = []
    friend.page.on("request", lambda request: asked.append(request.url))
    open_list(friend.page, address, {"own": {"title": "My own", "saved": "2025"}})
    friend.page.goto(link)
    friend.page.locator("#bs_shared .bs-card").first.wait_for()
    shared = [papers[n]["title"] for n in (7, 6, 5)]
    assert titles(friend.page, "#bs_shared") == shared
    assert set(marks(friend.page)) == {"own"}
    assert "Somebody shared 3 papers" in (friend.page.locator("#bs_shared").text_content() or "")
    # What the list holds is asked of nobody.
    assert [url for url in asked if any(paper["id"] in url for paper in papers[5:8])] == []
    friend.page.locator("#bs_shared [data-mark=saved]").nth(1).click()
    assert set(marks(friend.page)) == {"own", papers[6]["id"]}
    friend.page.get_by_role("button", name="Save all").click()
    assert set(titles(friend.page)) == {"My own", *shared}
    friend.page.get_by_role("button", name="Put it away").click()
    assert friend.page.url == address + LIST
    assert not friend.page.locator("#bs_shared").is_visible()


@pytest.mark.parametrize(
    "fragment",
    [
        "#papers=",
        "#papers=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "#papers=<img src=x onerror=alert(1)>,javascript:alert(1),__proto__,constructor",
        "#papers=" + "a," * 50000,
        "#papers=" + "a" * 100000,
    ],
)
def test_a_hostile_link_shows_no_paper(page: Page, address: str, fragment: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(address + LIST + fragment)
    page.get_by_text("This link holds no paper of this site.").wait_for()
    assert page.locator("#bs_shared .bs-card, main img").count() == 0
    assert not page.get_by_role("button", name="Save all").is_visible()
    assert marks(page) == {}


def test_a_damaged_link_gives_what_it_holds(
    page: Page, address: str, papers: list[dict[str, Any]]
) -> None:
    slug = papers[3]["id"]
    page.goto(f"{address}{LIST}#papers={slug},{slug},no-such-paper,%00")
    page.get_by_text("Some of what the link held is not on this site.").wait_for()
    assert titles(page, "#bs_shared") == [papers[3]["title"]]


def test_a_link_is_bounded(page: Page, address: str, papers: list[dict[str, Any]]) -> None:
    known = {
        paper["id"]: {"title": paper["title"], "saved": "2025-03-14T10:00:00Z"}
        for paper in papers[:120]
    }
    open_list(page, address, known)
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("Link to this list").input_value()
    assert link.count(",") == 99
    assert said(page) == "A link to 100 papers, the first of 120; a file holds all"
    assert page.locator("#bs_said").is_visible()


# For everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_on_a_list(
    visit: Callable[..., Visitor],
    address: str,
    kept: dict[str, Any],
    papers: list[dict[str, Any]],
    axe: str,
    device: dict[str, Any],
    scheme: str,
) -> None:
    page = visit(**device, color_scheme=scheme).page
    open_list(page, address, kept, rest=f"#papers={papers[30]['id']}")
    page.locator("#bs_shared .bs-card").wait_for()
    page.get_by_label("Mine").check()
    page.get_by_role("button", name="Make a link").click()
    item(page, "gone").get_by_role("button", name="Remove").click()
    page.evaluate(axe)
    result = page.evaluate(AXE)
    assert {"color-contrast", "label", "target-size"} <= set(result["passed"])
    assert result["found"] == []


def test_everything_is_forgotten_when_the_reader_says_so(
    page: Page, address: str, kept: dict[str, Any]
) -> None:
    open_list(page, address, kept)
    page.evaluate("localStorage.setItem('bs-papers:/other/', '{}')")
    page.evaluate("localStorage.setItem('bs-scheme', 'dark')")
    button = page.get_by_role("button", name="Forget everything on this machine")
    page.once("dialog", lambda dialog: dialog.dismiss())
    button.click()
    assert marks(page) == kept
    page.once("dialog", lambda dialog: dialog.accept())
    button.click()
    assert page.evaluate("Object.keys(localStorage)") == ["bs-papers:/other/"]
    assert titles(page) == []
    assert page.get_by_text("Nothing is saved yet.").is_visible()
    page.goto(address + "about/")
    assert button.is_visible()


def test_without_a_script_the_page_says_why_it_is_empty(
    visit: Callable[..., Visitor], address: str
) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(address + LIST)
    assert page.get_by_text("kept by JavaScript, which is off").is_visible()
    assert page.locator("main button:visible, main input:visible").count() == 0
