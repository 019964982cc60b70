"""A digest that attacks, through the whole line: it is read, and nothing in it acts.

Each text carries several attacks at once. Where one of them worked, a script would have set
`window.pwned`, a request would have left the site, or an element would stand where text should.
"""

import json
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from generator.cli import run
from generator.corpus.text import clean_text, clean_title
from tests.browser.conftest import Visitor
from tests.cli.conftest import build_site, make_site
from tests.conftest import REAL_ADDRESS, Once

pytestmark = pytest.mark.browser

ISOLATE = "\u2068"
"""What cleaning puts before a text that would turn the direction of its neighbours."""
SCRIPT = "<script>window.pwned = 1</script>"
IMAGE = "<img src=https://evil.example/x onerror='window.pwned = 1'>"
FILLER = " The harbour master counts lamps at night, and every count is written into a book."
TITLES = {
    "html": f'</title></h1>{SCRIPT}{IMAGE}" onmouseover="window.pwned = 1" x="',
    "markdown": "# A [link](javascript:window.pwned=1) ![i](https://evil.example/i) `a` *b* __c__",
    "jinja": "{{ config.__class__ }} {% raw %} {# x #} ${7*7} {: onclick=window.pwned=1 }",
    "snippets": '--8<-- "mkdocs.yml" ::: generator.cli {! README.md !} [TOC] [[wiki]] [^1] ==m==',
    "front matter": "--- title: x: [y, !!python/object:os.system z] --- ${SITE_URL} !ENV HOME",
    "reference": "[a]: https://evil.example 'b' &lt;b&gt;&#60;i&#62; &amp;lt; <!-- x --> ]]> <?php",
    "directions": "right \u202eto left\u2066 open isolates \u0007\u0000\u001b[31m and controls",
    "placeholder": "\u0002wzxhzdk:0\u0003 \u0002klzzwxh:0001\u0003 stx and etx",
    "blocks": "!!! danger ??? note === tab /// details | x /// ~~~ ``` +++ %%% $$x$$ :smile:",
}
LONG = "lamp <b>*_`[{" * 23_000
NOTED = "A Very Long Line of Lamps"
NOTE = f"""
- paper: {NOTED}
  pick: true
  note: |-
    *Read* [it](javascript:window.pwned=1) <javascript:window.pwned=1> {SCRIPT}

    {IMAGE} [x](https://a.example/"onmouseover="window.pwned=1 'a"onmouseover="window.pwned=1')
"""


def abstract(name: str) -> str:
    attacks = f"{SCRIPT}{IMAGE} [a](javascript:window.pwned=1) https://x.example/(y)."
    return f"{TITLES[name]} {attacks}{FILLER * 4}"


@pytest.fixture(scope="module")
def hostile_site(once: Once) -> Path:
    return once("hostile", make_hostile_site) / "site/build/site"


def make_hostile_site(folder: Path) -> None:
    site = make_site(folder / "site")
    lines = ["Get trending papers in your email inbox!"]
    for name, title in TITLES.items():
        lines += [f"{name.title()} {title}", abstract(name)]
    lines += [NOTED, LONG + FILLER]
    folder = site / "content/digests/2025"
    folder.joinpath("2025-01-08.txt").write_text("\n\n".join(lines), encoding="utf-8")
    with (site / "content/curation/papers.yml").open("a", encoding="utf-8") as curation:
        curation.write(NOTE)
    build_site(site, SITE_URL=REAL_ADDRESS)


@pytest.fixture(scope="module")
def papers(hostile_site: Path) -> dict[str, dict[str, Any]]:
    """The hostile papers of the published data, by the name of their attack."""
    data = json.loads((hostile_site / "api/v1/papers.json").read_text(encoding="utf-8"))
    return {
        name: paper
        for paper in data["papers"]
        for name in (*TITLES, "a very long line of lamps")
        if paper["title"].lstrip(ISOLATE).lower().startswith(name)
    }


def seen(text: str) -> str:
    return " ".join(text.split())


def test_every_paper_is_published_with_its_texts(papers: dict[str, dict[str, Any]]) -> None:
    assert set(papers) == {*TITLES, "a very long line of lamps"}
    for name, title in TITLES.items():
        assert papers[name]["title"] == clean_title(f"{name.title()} {title}")
        assert papers[name]["abstract"] == clean_text(abstract(name))


def test_raw_data_holds_no_sign_that_html_could_read(hostile_site: Path) -> None:
    for path in (hostile_site / "api/v1").glob("*.json"):
        assert not set("<>&").intersection(path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("name", [*TITLES, "a very long line of lamps"])
def test_a_page_shows_the_text_and_nothing_in_it_acts(
    name: str,
    papers: dict[str, dict[str, Any]],
    hostile_site: Path,
    serve: Callable[[Path], str],
    visit: Callable[..., Visitor],
) -> None:
    paper = papers[name]
    page = visit().page
    page.goto(serve(hostile_site) + paper["url"])
    assert seen(page.locator(".bs-paper h1").text_content() or "") == paper["title"]
    assert seen(page.locator(".bs-abstract").text_content() or "") == paper["abstract"]
    assert page.title() == f"{paper['title']} · The Harbour Review"
    assert page.evaluate("window.pwned") is None
    page.hover(".bs-paper h1")
    assert page.evaluate("window.pwned") is None
    inside = page.evaluate(
        "[...document.querySelectorAll('.bs-paper h1 *, .bs-abstract *')].map(e => e.localName)"
    )
    assert set(inside) <= {"a"}, "an abstract holds links of its addresses, a title nothing"
    hrefs = page.evaluate("[...document.querySelectorAll('[href]')].map(e => e.protocol)")
    assert set(filter(None, hrefs)) <= {"http:", "https:"}


def test_a_note_has_its_markdown_and_nothing_else_in_it_acts(
    papers: dict[str, dict[str, Any]],
    hostile_site: Path,
    serve: Callable[[Path], str],
    visit: Callable[..., Visitor],
) -> None:
    page = visit().page
    for address in (papers[NOTED.lower()]["url"], "2025/01/08/"):
        page.goto(serve(hostile_site) + address)
        note = page.locator(".bs-card__note")
        shown = seen(note.text_content() or "")
        assert shown.startswith("Read [it](javascript:window.pwned=1) <javascript:window.pwned=1>")
        assert SCRIPT in shown
        assert IMAGE in shown
        inside = note.locator("*").evaluate_all("all => all.map(e => e.localName)")
        assert inside == ["p", "em", "p", "a"]
        note.locator("a").hover()
        assert page.evaluate("window.pwned") is None


def test_lists_show_the_texts_and_nothing_in_them_acts(
    papers: dict[str, dict[str, Any]],
    hostile_site: Path,
    serve: Callable[[Path], str],
    visit: Callable[..., Visitor],
) -> None:
    page = visit().page
    page.goto(serve(hostile_site) + "2025/01/08/")
    shown = [seen(t) for t in page.locator(".bs-card__title").all_text_contents()]
    assert sorted(shown) == sorted(paper["title"] for paper in papers.values())
    assert page.evaluate("window.pwned") is None
    page.goto(serve(hostile_site))
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize(
    "query", ["window pwned lamps", "harbour lamps", '"><img src=x onerror=pwned=1>']
)
def test_search_shows_the_texts_and_nothing_in_them_acts(
    query: str,
    hostile_site: Path,
    serve: Callable[[Path], str],
    visit: Callable[..., Visitor],
) -> None:
    page = visit().page
    page.goto(serve(hostile_site) + "search/")
    page.fill("main input[type=search]", query)
    page.press("main input[type=search]", "Enter")
    page.wait_for_selector("main a[href*='papers/']")
    assert page.evaluate("window.pwned") is None
    assert page.locator("main :is(article, li) :is(script, img)").count() == 0


def test_a_mail_shows_the_texts_and_nothing_in_them_acts(
    papers: dict[str, dict[str, Any]],
    hostile_site: Path,
    tmp_path: Path,
    visit: Callable[..., Visitor],
) -> None:
    options = ("--site", str(hostile_site.parents[1]), "--date", "2025-01-08")
    assert run(["mail", *options, "--output", str(tmp_path / "mail.eml")]) == 0
    message = message_from_bytes((tmp_path / "mail.eml").read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    html = message.get_body(("html",))
    assert html
    page = visit().page
    page.set_content(html.get_content())
    shown = [seen(title) for title in page.locator("h3").all_text_contents()]
    assert sorted(shown) == sorted(paper["title"] for paper in papers.values())
    page.hover("h3 >> nth=0")
    assert page.evaluate("window.pwned") is None
    assert page.locator("script, img, iframe, link, form").count() == 0
    hrefs = page.evaluate("[...document.querySelectorAll('[href]')].map(e => e.protocol)")
    assert set(hrefs) <= {"http:", "https:", "mailto:"}
