"""Search as a reader meets it: every paper found, misspellings understood, results narrowed.

Hundreds of queries go through the page's own function, in one window, and what it puts into the
page is read from there.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Visitor, visits

pytestmark = pytest.mark.browser

Paper = dict[str, Any]

ASK = """async ([queries, follow]) => {
  const { parseAddress, search } = await import(
    new URL("assets/search/page.js", document.querySelector(".bs-wordmark").href));
  const seen = () => ({
    urls: [...document.querySelectorAll("#bs_results h3 a")].slice(0, 5).map((a) => a.href),
    meant: document.querySelector("#bs_meant a")?.textContent || "",
    said: document.querySelector("#bs_status").textContent,
  });
  const answers = [];
  for (const q of queries) {
    await search(parseAddress("?" + new URLSearchParams({ q })));
    const answer = seen();
    if (follow && answer.meant) {
      await search(parseAddress("?" + new URLSearchParams({ q: answer.meant })));
      answer.then = seen().urls;
    }
    answers.push(answer);
  }
  return answers;
}"""
NUMBERS = """() => [...document.querySelectorAll(".bs-facets label")].map((label) => [
  label.control.name, label.control.value,
  Number(label.querySelector(".bs-num").textContent.replace(",", "")),
])"""


@pytest.fixture(scope="session")
def papers(real_site: Path) -> list[Paper]:
    """The papers of the published data."""
    path = real_site / "build/site/api/v1/papers.json"
    listed: list[Paper] = json.loads(path.read_text(encoding="utf-8"))["papers"]
    assert len(listed) == 513
    return listed


@pytest.fixture(scope="session")
def kinds(real_site: Path) -> set[str]:
    """The tags that are kinds of paper."""
    tags = yaml.safe_load((real_site / "content/curation/tags.yml").read_text(encoding="utf-8"))
    return {tag["id"] for tag in tags if tag.get("kind")}


@pytest.fixture
def search_page(page: Page, address: str) -> Page:
    page.goto(address + "search/")
    return page


@pytest.fixture(scope="module")
def busy_page(browser: Browser, address: str) -> Iterator[Page]:
    """A window for hundreds of queries: what one of them has loaded serves the next."""
    with visits(browser) as visit:
        page = visit().page
        page.goto(address + "search/")
        yield page


def ask(page: Page, queries: Iterable[str], *, follow: bool = False) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = page.evaluate(ASK, [list(queries), follow])
    return answers


def words(text: str) -> list[str]:
    """Words as a reader would type them: no addresses, numbers or formulas."""
    stripped = (word.strip(".,;:!?()[]'\"") for word in text.casefold().split())
    return [word for word in stripped if re.fullmatch(r"[^\W\d_][\w-]{3,}", word)]


def test_an_exact_title_puts_its_paper_first(
    busy_page: Page, address: str, papers: list[Paper]
) -> None:
    answers = ask(busy_page, [paper["title"] for paper in papers])
    missed = [
        paper["title"]
        for paper, answer in zip(papers, answers, strict=True)
        if answer["urls"][:1] != [address + paper["url"]]
    ]
    assert missed == []


@pytest.mark.slow  # exact titles, authors and typos are tried each time
def test_three_rare_words_put_their_paper_among_the_first_five(
    busy_page: Page, address: str, papers: list[Paper]
) -> None:
    frequency = Counter(word for paper in papers for word in set(words(paper["abstract"])))

    def rarest(paper: Paper) -> str:
        ordered = sorted(set(words(paper["abstract"])), key=lambda word: (frequency[word], word))
        return " ".join(ordered[:3])

    answers = ask(busy_page, map(rarest, papers))
    missed = [
        (rarest(paper), answer["said"])
        for paper, answer in zip(papers, answers, strict=True)
        if address + paper["url"] not in answer["urls"]
    ]
    assert len(missed) <= 0.02 * len(papers), missed


@pytest.mark.parametrize(
    "form", ["{}", "arXiv:{}", "{}v2", "https://arxiv.org/abs/{}", "https://arxiv.org/pdf/{}v1"]
)
def test_an_arxiv_id_puts_its_paper_first(
    busy_page: Page, address: str, papers: list[Paper], form: str
) -> None:
    known = [paper for paper in papers if paper["arxiv_id"]]
    asked = known if form == "{}" else known[::20]
    assert len(known) > 500
    answers = ask(busy_page, [form.format(paper["arxiv_id"]) for paper in asked])
    wanted = {paper["arxiv_id"]: [address + paper["url"]] for paper in asked}
    found = {
        paper["arxiv_id"]: answer["urls"][:1] for paper, answer in zip(asked, answers, strict=True)
    }
    assert found == wanted


def test_an_authors_name_puts_a_paper_of_theirs_first(
    busy_page: Page, address: str, papers: list[Paper]
) -> None:
    """Whoever writes `Yi-Fan Zhang` means `Yifan Zhang` too."""

    def plain(name: str) -> str:
        return re.sub(r"[\W_]", "", name.casefold())

    by_author: dict[str, set[str]] = {}
    for paper in papers:
        for name in paper["authors"]:
            by_author.setdefault(plain(name), set()).add(address + paper["url"])
    assert len(by_author) > 1500
    names = sorted({name for paper in papers for name in paper["authors"]})[::4]
    answers = ask(busy_page, names)
    missed = [
        (name, answer)
        for name, answer in zip(names, answers, strict=True)
        if set(answer["urls"][: len(by_author[plain(name)])]) - by_author[plain(name)]
        or not answer["urls"]
    ]
    assert missed == []


def misspell(title: str, chance: random.Random) -> str:
    """Put one typo into a word of a title: a letter left out, doubled, changed, or two swapped."""
    places = [
        match.start() + chance.randrange(len(match[0]) - 1)
        for match in re.finditer(r"[A-Za-z]{4,}", title)
    ]
    at = chance.choice(places)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz".replace(title[at].lower(), ""))
    kind = chance.choice(["leave out", "put in", "change", "swap"])
    if kind == "swap" and title[at].lower() != title[at + 1].lower():
        return title[:at] + title[at + 1] + title[at] + title[at + 2 :]
    if kind == "put in":
        return title[:at] + letter + title[at:]
    return title[:at] + ("" if kind == "leave out" else letter) + title[at + 1 :]


def test_a_misspelt_title_is_understood(busy_page: Page, address: str, papers: list[Paper]) -> None:
    chance = random.Random(5)  # noqa: S311 - the same typos in every run
    chosen = chance.sample(papers, 100)
    misspelt = [misspell(paper["title"], chance) for paper in chosen]
    answers = ask(busy_page, misspelt, follow=True)
    missed = [
        (text, answer["meant"])
        for text, paper, answer in zip(misspelt, chosen, answers, strict=True)
        if answer.get("then", [])[:1] != [address + paper["url"]]
    ]
    assert len(missed) <= 10, missed


LSERVE = "lserve-efficient-long-sequence-llm-serving-with-unified-sparse-attention"
ORION = "orion-14b-open-source-multilingual-large-language-models"
PASTED = [
    ("https://arxiv.org/abs/2502.14866v2?context=cs", LSERVE),
    ("https://doi.org/10.48550/arXiv.2502.14866", LSERVE),
    ("https://huggingface.co/papers/2502.14866", LSERVE),
    ("[2502.14866] LServe: some title", LSERVE),
    ("https://www.github.com/OrionStarAI/Orion.git", ORION),
    ("Orion 14B", ORION),
    ("Yang, Shang", LSERVE),
    ("“unified sparse attention” serving", LSERVE),
    ("LServe: Efficient Long-sequence LLM Serving with Unified Sparse Attention | a site", LSERVE),
]
"""What readers paste or type, and the paper that they mean."""
NOT_THERE = [
    "https://arxiv.org/abs/2503.99999v2",
    "https://example.org/2024.acl-long.1/",
    "10.18653/v1/2024.acl-long.1",
    "*",
    '"sparse unified attention"',
]


def test_what_is_pasted_finds_its_paper(search_page: Page, address: str) -> None:
    answers = ask(search_page, [text for text, _ in PASTED])
    found = {text: answer["urls"][:1] for (text, _), answer in zip(PASTED, answers, strict=True)}
    assert found == {text: [f"{address}papers/{slug}/"] for text, slug in PASTED}


def test_what_is_not_there_finds_nothing(search_page: Page) -> None:
    answers = ask(search_page, NOT_THERE)
    assert [answer["urls"] for answer in answers] == [[]] * len(NOT_THERE)
    assert all(answer["said"].startswith("No paper") for answer in answers)


def test_initials_find_those_whose_they_are(
    search_page: Page, address: str, papers: list[Paper]
) -> None:
    forms = ["S. Yang", "Yang, S.", "s yang"]
    theirs = {
        address + paper["url"]
        for paper in papers
        if any(re.fullmatch(r"S\w* Yang", name) for name in paper["authors"])
    }
    assert len(theirs) > 1
    for answer in ask(search_page, forms):
        assert set(answer["urls"]) == theirs


def test_an_author_who_was_asked_for_is_named(page: Page, address: str) -> None:
    """However many stand before them."""
    page.goto(address + "search/?q=haotian+tang")
    by = page.locator("#bs_results article").first.locator(".bs-card__by")
    expect(by).to_contain_text("Shang Yang, Junxian Guo, Haotian Tang and 7 others")
    expect(by.locator("mark")).to_have_text("Haotian Tang")


def test_a_name_leads_to_the_page_of_its_author(page: Page, address: str) -> None:
    """Another name of theirs, too: a curator says that Frank Xu is Frank F. Xu."""
    page.goto(address + "search/?q=zhang,+g.")
    link = page.locator("#bs_status a")
    expect(link).to_have_text("Ge Zhang")
    expect(link).to_have_attribute("href", address + "authors/ge-zhang/")
    page.locator("main input[type=search]").fill("Frank Xu")
    expect(link).to_have_attribute("href", address + "authors/frank-f-xu/")
    page.locator("main input[type=search]").fill("language")
    expect(link).to_have_count(0)


def test_hints_are_there_before_and_where_nothing_is_found(page: Page, address: str) -> None:
    page.goto(address + "search/")
    hints = page.locator(".bs-hints a:visible")
    expect(hints).to_have_count(4)
    queries = hints.all_text_contents()
    for answer in ask(page, queries):
        assert answer["urls"]
    expect(hints).to_have_count(0)
    ask(page, ["qqqq"])
    expect(hints).to_have_count(4)
    hints.nth(1).click()
    expect(page.locator("main input[type=search]")).to_have_value(queries[1])
    expect(page.locator("#bs_results article").first).to_be_visible()


def test_a_word_and_its_number_belong_together(search_page: Page) -> None:
    """`gpt 4` is GPT-4, not all papers on GPT with a 4 in them."""
    apart, whole = ask(search_page, ["gpt 4", "gpt-4"])
    assert apart["urls"] == whole["urls"]
    assert ask(search_page, ["gpt 99"])[0]["said"].startswith("No paper")


# What narrows


def held(paper: Paper, kinds: set[str]) -> dict[str, set[str]]:
    """What a paper can be narrowed by, as the published data has it."""
    published = paper["published"]
    return {
        "topic": set(paper["topics"]) or {"none"},
        "kind": kinds & set(paper["tags"]),
        "tag": set(paper["tags"]) - kinds,
        "year": {published[:4] if published else "unknown"},
        "month": {published[:7]} if published else set(),
        "code": {"1"} if "code" in paper["links"] else set(),
        "pick": {"1"} if paper["pick"] else set(),
    }


def numbers_of(found: Iterable[Paper], kinds: set[str]) -> Counter[tuple[str, str]]:
    return Counter(
        (group, value)
        for paper in found
        for group, values in held(paper, kinds).items()
        for value in values
    )


def read_numbers(page: Page) -> dict[tuple[str, str], int]:
    return {(group, value): number for group, value, number in page.evaluate(NUMBERS)}


def box(page: Page, name: str) -> Locator:
    """Find a choice by its name, which its number follows."""
    return page.get_by_role("checkbox", name=re.compile(rf"^{name} \d+$"))


def read_results(page: Page, address: str) -> list[str]:
    """Show all results; give their addresses from the site's root."""
    more = page.locator("#bs_more")
    while more.is_visible():
        before = page.locator("#bs_results > li").count()
        more.press("Enter")  # new cards push it away from under a mouse
        expect(page.locator("#bs_results > li").nth(before)).to_be_attached()
    hrefs: list[str] = page.locator("#bs_results h3 a").evaluate_all(
        "all => all.map((a) => a.href)"
    )
    return [href.removeprefix(address) for href in hrefs]


def test_numbers_beside_all_choices_are_those_of_the_data(
    search_page: Page, papers: list[Paper], kinds: set[str]
) -> None:
    expected = numbers_of(papers, kinds)
    assert {group for group, _ in expected} == set(held(papers[0], kinds))
    assert read_numbers(search_page) == expected


@pytest.mark.parametrize(
    "query", ["kv cache", "multilingual", "reasoning", "no-such-word attention"]
)
def test_numbers_are_those_of_the_papers_found(
    page: Page, address: str, papers: list[Paper], kinds: set[str], query: str
) -> None:
    page.goto(f"{address}search/?q={query}")
    expect(page.locator("#bs_results > li").first).to_be_visible()
    found = read_results(page, address)
    assert len(found) == len(set(found)) > 1
    by_url = {paper["url"]: paper for paper in papers}
    expected = numbers_of((by_url[url] for url in found), kinds)
    shown = {place: number for place, number in read_numbers(page).items() if number}
    assert shown == expected
    expect(page.locator(".bs-facets input:not(:disabled)")).to_have_count(len(expected))


@pytest.mark.parametrize(
    "chosen",
    [
        {"topic": ["inference"]},
        {"topic": ["inference", "long-context"]},
        {"topic": ["evaluation"], "year": ["2023", "unknown"]},
        {"kind": ["survey"], "year": ["2023", "2025"]},
        {"year": ["unknown"], "code": ["1"]},
        {"month": ["2024-05"], "year": ["2024", "2025"]},
        {"month": ["2024-05", "2024-06"]},
        {"tag": ["quantization"], "code": ["1"]},
        {"pick": ["1"]},
        {"topic": ["multilingual"], "kind": ["benchmark"], "sort": ["date"]},
    ],
)
def test_what_is_chosen_is_what_is_left(
    page: Page, address: str, papers: list[Paper], kinds: set[str], chosen: dict[str, list[str]]
) -> None:
    """Topics, kinds and tags narrow; of years and months any will do."""

    def fits(paper: Paper) -> bool:
        has = held(paper, kinds)
        (year,) = has["year"]
        months = [month for month in chosen.get("month", []) if month.startswith(f"{year}-")]
        years = chosen.get("year", [])
        in_time = bool(has["month"] & set(months)) if months else year in years
        timed = bool(years or chosen.get("month"))
        narrowing = ("topic", "kind", "tag", "code", "pick")
        return (in_time or not timed) and all(
            set(chosen.get(group, [])) <= has[group] for group in narrowing
        )

    expected = [paper for paper in papers if fits(paper)]
    assert expected
    query = "&".join(f"{group}={value}" for group, values in chosen.items() for value in values)
    page.goto(f"{address}search/?{query}")
    noun = "paper" if len(expected) == 1 else "papers"
    expect(page.locator("#bs_status")).to_have_text(f"{len(expected)} {noun}")
    results = read_results(page, address)
    assert sorted(results) == sorted(paper["url"] for paper in expected)
    dates = {paper["url"]: paper["published"] or "" for paper in papers}
    assert [dates[url] for url in results] == sorted((dates[url] for url in results), reverse=True)


def test_a_search_is_its_address(page: Page, address: str, papers: list[Paper]) -> None:
    page.goto(address + "search/")
    page.locator("main input[type=search]").fill("language models")
    status = page.locator("#bs_status")
    expect(status).to_contain_text("papers with language models")
    box(page, "Inference").check()
    expect(status).to_contain_text("of")
    box(page, "2024").check()
    box(page, "Code").check()
    page.get_by_role("radio", name="Newest").check()
    asked = page.url
    assert asked == (
        address + "search/?q=language+models&topic=inference&year=2024&code=1&sort=date"
    )
    chips = page.locator("#bs_used button")
    expect(chips).to_have_count(3)
    settled = page.locator("#bs_results[aria-busy=false]")
    expect(settled).to_have_count(1)
    said, titles = status.text_content(), page.locator("#bs_results h3").all_text_contents()
    published = {paper["title"]: paper["published"] for paper in papers}
    dates = [published[title] for title in titles]
    assert dates == sorted(dates, reverse=True)
    assert all(date.startswith("2024") for date in dates)
    page.goto(address)
    page.goto(asked)
    expect(settled).to_have_count(1)
    expect(status).to_have_text(said or "")
    assert page.locator("#bs_results h3").all_text_contents() == titles
    chips.first.click()
    expect(chips).to_have_count(2)
    assert page.url == address + "search/?q=language+models&year=2024&code=1&sort=date"
    page.go_back()
    expect(chips).to_have_count(3)
    expect(status).to_have_text(said or "")


def test_groups_show_their_most_frequent_values_and_then_all(search_page: Page) -> None:
    group = search_page.get_by_role("group", name="Tag", exact=True)
    shown = group.locator("label:visible")
    expect(shown).to_have_count(8)
    numbers = [int(text) for text in shown.locator(".bs-num").all_text_contents()]
    assert numbers == sorted(numbers, reverse=True)
    button = group.get_by_role("button")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(shown).to_have_count(group.locator("label").count())
    button.click()
    expect(shown).to_have_count(8)


def test_months_show_within_a_chosen_year(search_page: Page) -> None:
    months = search_page.locator("input[name=month]:visible")
    expect(months).to_have_count(0)
    box(search_page, "2024").check()
    expect(months).not_to_have_count(0)
    assert {m[:4] for m in months.evaluate_all("all => all.map((box) => box.value)")} == {"2024"}
    months.first.check()
    expect(search_page.locator("#bs_used button")).to_have_count(2)
    box(search_page, "2024").uncheck()
    expect(search_page.locator("#bs_used button")).to_have_count(0)
    expect(months).to_have_count(0)


def test_more_results_are_shown_and_the_reader_led_to_them(page: Page, address: str) -> None:
    page.goto(address + "search/?q=attention")
    items = page.locator("#bs_results > li")
    expect(items).to_have_count(10)
    page.get_by_role("button", name="Show more").press("Enter")
    expect(items).to_have_count(20)
    expect(items.nth(10).locator("h3 a")).to_be_focused()


def test_on_a_phone_choices_are_closed_at_first(
    visit: Callable[..., Visitor], address: str
) -> None:
    page = visit(viewport={"width": 390, "height": 844}).page
    page.goto(address + "search/?q=attention&topic=inference")
    expect(page.locator("#bs_results > li").first).to_be_visible()
    expect(page.locator(".bs-facets fieldset").first).to_be_hidden()
    page.get_by_text("Narrow these results").click()
    expect(page.locator(".bs-facets fieldset").first).to_be_visible()
    box(page, "Code").check()
    enough = page.get_by_role("button", name=re.compile(r"^Show \d+ papers?$"))
    expect(enough).to_be_in_viewport()
    enough.click()
    expect(page.locator(".bs-facets fieldset").first).to_be_hidden()
    expect(page.locator("#bs_results h3").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_was_found_is_marked_and_the_abstract_opens_in_place(
    page: Page, address: str, papers: list[Paper]
) -> None:
    page.goto(address + "search/?q=kv+cache")
    card = page.locator("#bs_results article").first
    expect(card.locator("mark").first).to_be_visible()
    marked = [text.casefold() for text in card.locator("mark").all_text_contents()]
    assert all("kv" in text or "cache" in text for text in marked)
    abstract = card.locator(".bs-card__abstract")
    whole = {paper["title"]: paper["abstract"] for paper in papers}
    assert abstract.text_content() == whole[card.locator("h3").text_content() or ""]
    before = abstract.bounding_box()
    card.locator(".bs-more summary").click()
    after = abstract.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"]


def test_a_search_that_was_overtaken_shows_nothing(search_page: Page) -> None:
    """Of many searches at once only the last is shown, whichever is done first."""
    shown = search_page.evaluate(
        """async () => {
          const { parseAddress, search } = await import("../assets/search/page.js");
          const ask = (q) => search(parseAddress("?" + new URLSearchParams({ q })));
          return Promise.all(["language model", "attention", "kv", "kv cache"].map(ask));
        }"""
    )
    assert shown == [False, False, False, True]
    expect(search_page.locator("#bs_status")).to_contain_text("with kv cache")
