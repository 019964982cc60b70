"""The search page in a real browser, on an invented site: hostile texts, no script, no index."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.engine.search.index import write_search_index
from generator.pages.plan import SearchRecord
from generator.pages.views import CardView, MathElement
from tests.browser.conftest import Visitor
from tests.output.conftest import built
from tests.output.world import CARDS, EVIL, HOSTILE, LOOM, ROOTS

__all__ = ["built"]

pytestmark = pytest.mark.browser


def record(card: CardView) -> SearchRecord:
    known = card in (LOOM, EVIL)
    fields = {"title": card.title, "venue": card.venue}
    if card is LOOM:
        fields["authors"] = "Ada Loom; Ben Weft"
    if card is EVIL:
        fields |= {"code": "javascript:alert(1)", "arxiv": "3105.00001"}
    return SearchRecord(
        url=card.url,
        text="".join(span.text for span in card.abstract),
        fields=tuple((name, text) for name, text in fields.items() if text),
        keys=(card.title,),
        labels=(
            ("topic", ("weaving", "knots") if known else ("none",)),
            ("kind", ()),
            ("tag", ("felt", "c-plus") if known else ()),
            ("month", ("2031-05" if known else "unknown",)),
            ("code", ("1",) if card is LOOM else ()),
            ("pick", ()),
        ),
        date="2031-05-06" if known else "",
    )


def hostile_formula() -> SearchRecord:
    """A paper whose index attacks where its title's formula stands."""
    attack = (("onclick", "alert(1)"), ("href", "javascript:alert(1)"), ("stretchy", HOSTILE))
    script = MathElement(tag="script", text="alert(1)")
    word = MathElement(tag="mtext", attributes=attack, text=HOSTILE)
    math = MathElement(tag="math", children=(word, script))
    placed = (3, 9, (math,))
    return replace(record(ROOTS), text="Of nothing.", formulas=(("title", (placed,)),))


@pytest.fixture(scope="session")
def searchable(
    built: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> str:
    """The address of the invented site with its index."""
    folder = tmp_path_factory.mktemp("searchable")
    shutil.copytree(built, folder / "site")
    found = write_search_index(
        [*(record(card) for card in CARDS if card is not ROOTS), hostile_formula()],
        folder / "site",
        kept=folder / "index",
        environment=[("PATH", os.environ["PATH"])],
        lock=None,
    )
    assert found == ()
    return serve(folder / "site")


def test_hostile_text_is_found_and_shown_as_text(
    visit: Callable[..., Visitor], searchable: str
) -> None:
    page = visit().page
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(f"{searchable}search/?q=smile&tag=felt")
    title = page.locator("#bs_results .bs-card__title")
    expect(title).to_have_count(1)
    assert title.text_content() == HOSTILE
    assert title.locator("a").get_attribute("href") == f"{searchable}papers/evil/"
    assert page.locator("#bs_results :is(script, b, i, img, iframe)").count() == 0
    assert page.locator("#bs_results .bs-card__abstract").text_content() == HOSTILE
    expect(page.locator("#bs_results .bs-card__foot a")).to_have_text(["arXiv"])
    expect(page.locator("#bs_status")).to_have_text("1 paper with smile")
    expect(page.locator("#bs_used button")).to_have_text(f"Tag: {HOSTILE}\u00a0×, take off")
    assert page.locator("#bs_content :is(script, iframe, img)").count() == 0
    assert dialogs == []


def test_a_formula_of_the_index_is_mathematics_and_nothing_else(
    visit: Callable[..., Visitor], searchable: str
) -> None:
    page = visit().page
    page.goto(f"{searchable}search/?q=again")
    math = page.locator("#bs_results .bs-card__title math")
    expect(math).to_have_attribute("alttext", "x = √y")
    assert math.text_content() == HOSTILE
    inner = math.evaluate("(math) => math.innerHTML.split('>')[0]")
    assert inner.startswith('<mtext stretchy="')
    assert "onclick" not in inner.split('stretchy="')[0]
    assert page.locator("#bs_results :is(script, b, i, img, iframe)").count() == 0


@pytest.mark.parametrize("group", ["topic", "kind", "tag", "year", "month", "code", "pick"])
def test_an_address_is_shown_as_text(
    visit: Callable[..., Visitor], searchable: str, group: str
) -> None:
    hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3Ezzzz"
    page = visit().page
    page.goto(f"{searchable}search/?q=%22{hostile}%22")
    expect(page.locator("#bs_status")).to_contain_text("<img src=x onerror=alert(1)>")
    page.goto(f"{searchable}search/?{group}={hostile}")
    expect(page.locator("#bs_used button")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("#bs_status")).to_have_text("No paper has all of these. Take one off.")
    assert page.locator("main img").count() == 0
    page.locator("#bs_used button").click()
    assert page.url == f"{searchable}search/"


def test_nothing_found_is_said_with_a_way_on(
    visit: Callable[..., Visitor], searchable: str
) -> None:
    page = visit().page
    page.goto(f"{searchable}search/?q=qqqq")
    expect(page.locator("#bs_status")).to_contain_text("No paper has qqqq. Try fewer")
    expect(page.locator("#bs_results li")).to_have_count(0)
    expect(page.locator(".bs-facets")).to_be_hidden()
    expect(page.locator(".bs-switch:visible")).to_have_count(0)


def test_nothing_is_offered_that_would_find_nothing(
    visit: Callable[..., Visitor], searchable: str
) -> None:
    page = visit().page
    page.goto(f"{searchable}search/?q=plain")
    rows = page.locator(".bs-facets label:visible")
    expect(rows).to_have_text([re.compile("No topic yet +1"), re.compile("Not known +1")])
    page.locator("main input[type=search]").fill("loom")
    expect(rows.first).to_contain_text("Weaving")
    expect(page.get_by_label("No topic yet")).to_be_hidden()


def test_nothing_left_is_said_with_what_to_take_off(
    visit: Callable[..., Visitor], searchable: str
) -> None:
    page = visit().page
    page.goto(f"{searchable}search/?q=plain&topic=weaving")
    expect(page.locator("#bs_status")).to_have_text(
        "No paper has both plain and Topic Weaving. Take that off."
    )
    page.get_by_role("button", name="Topic: Weaving").click()
    expect(page.locator("#bs_status")).to_have_text("1 paper with plain")
    expect(page.locator("main input[type=search]")).to_be_focused()


@pytest.mark.parametrize("query", ["Loom", "threads strong", "Weft", "plain"])
def test_papers_are_found_by_title_abstract_and_authors(
    visit: Callable[..., Visitor], searchable: str, query: str
) -> None:
    page = visit().page
    page.goto(f"{searchable}search/")
    page.locator("main input[type=search]").fill(query)
    first = page.locator("#bs_results .bs-card__title").first
    wanted = CARDS[query == "plain"].title
    expect(first).to_have_text(wanted)
    assert page.url.endswith(f"?q={query.replace(' ', '+')}")
    page.locator("main input[type=search]").fill("")
    expect(page.locator("#bs_results li")).to_have_count(0)
    assert page.url == f"{searchable}search/"


def test_results_show_topics_and_what_was_found(
    visit: Callable[..., Visitor], searchable: str
) -> None:
    page = visit().page
    page.goto(f"{searchable}search/?q=loom")
    card = page.locator("#bs_results .bs-card").first
    expect(card.locator(".bs-topic")).to_have_text(["Weaving", "Knots & loops"])
    expect(card.locator("h3 mark")).to_have_text("Loom")
    expect(card.locator(".bs-card__by")).to_contain_text("6 May 2031")
    assert card.locator(".bs-topic").first.get_attribute("href") == f"{searchable}topics/weaving/"


def test_going_back_goes_to_the_search_before(
    visit: Callable[..., Visitor], searchable: str
) -> None:
    page = visit().page
    page.goto(f"{searchable}search/?q=loom")
    field = page.locator("main input[type=search]")
    status = page.locator("#bs_status")
    expect(status).to_contain_text("loom")
    field.press("End")
    field.press_sequentially(" wea")
    expect(status).to_contain_text("loom wea")
    field.press_sequentially("v")
    expect(status).to_contain_text("loom weav")
    page.get_by_label("Knots & loops").check()
    expect(page.locator("#bs_used button")).to_have_count(1)
    page.go_back()
    expect(page.locator("#bs_used button")).to_have_count(0)
    assert not page.get_by_label("Knots & loops").is_checked()
    expect(status).to_contain_text("loom weav")
    page.go_back()
    expect(status).to_have_text("1 paper with loom")
    assert field.input_value() == "loom"
    page.go_forward()
    expect(status).to_contain_text("loom weav")


def test_without_a_script_it_offers_other_ways(
    visit: Callable[..., Visitor], searchable: str
) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(f"{searchable}search/")
    expect(page.locator(".bs-nojs")).to_be_visible()
    for selector in ("form", "fieldset", "input", "#bs_beginning"):
        assert page.locator(f"main {selector}:visible").count() == 0
    expect(page.locator("main .bs-doors a")).to_have_count(2)


def test_without_an_index_it_says_so(
    visit: Callable[..., Visitor], built: Path, serve: Callable[[Path], str]
) -> None:
    visitor = visit()
    visitor.page.goto(f"{serve(built)}search/?q=loom")
    expect(visitor.page.locator("#bs_status")).to_contain_text("could not be loaded")
    assert any("404" in error for error in visitor.errors)
    visitor.errors.clear()
