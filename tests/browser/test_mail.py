"""The mail of the real digests as a mail program shows it: narrow and wide, light and dark."""

from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from generator.cli import run
from generator.output.letter import MOST_HTML
from tests.browser.conftest import Visitor
from tests.browser.test_accessibility import AXE

pytestmark = pytest.mark.browser

SLICES = {
    "days": ("--since", "2025"),
    "first": ("--date", "2025-03-11"),
    "two": ("--date", "2025-03-12"),
    "third": ("--date", "2025-03-14"),
    "topic": ("--topic", "agents", "--date", "2025-03-12"),
}
CLIP = 102_000


@pytest.fixture(scope="module")
def mails(site_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the mail of each slice."""
    folder = tmp_path_factory.mktemp("mails")
    for name, options in SLICES.items():
        file = folder / f"{name}.eml"
        assert run(["mail", "--site", str(site_root), *options, "--output", str(file)]) == 0
    return folder


def part_of(file: Path, kind: str) -> EmailMessage:
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    part = message.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return part


def html_of(file: Path) -> str:
    return str(part_of(file, "html").get_content())


def count_of(file: Path) -> int:
    """How many papers the subject speaks of."""
    message = message_from_bytes(file.read_bytes(), policy=default)
    return int(str(message["Subject"]).rpartition(": ")[2].split()[0])


@pytest.mark.parametrize("name", SLICES)
def test_no_mail_is_cut_off_by_a_program(name: str, mails: Path) -> None:
    travelling = part_of(mails / f"{name}.eml", "html").get_payload()
    assert isinstance(travelling, str)
    assert len(travelling) <= MOST_HTML < CLIP
    text = part_of(mails / f"{name}.eml", "plain").get_content()
    assert text.count("https://broadsheet.example/papers/") == count_of(mails / f"{name}.eml")


WIDE = """[...document.querySelectorAll("h1, h2, h3, p, div")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth)
  .map((element) => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [320, 600])
def test_a_mail_fits_its_window_in_both_schemes(
    width: int, mails: Path, visit: Callable[..., Visitor], axe: str
) -> None:
    for scheme, paper in (("light", "rgb(251, 250, 247)"), ("dark", "rgb(23, 25, 27)")):
        page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme).page
        page.set_content(html_of(mails / "two.eml"))
        assert page.evaluate("document.scrollingElement.scrollWidth") == width
        assert page.evaluate(WIDE) == []
        page.set_content(html_of(mails / "topic.eml"))
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
        page.add_script_tag(content=axe)
        assert page.evaluate(AXE.replace(', "best-practice"', ""))["found"] == []


def test_every_link_is_whole_and_leads_to_the_web(
    mails: Path, visit: Callable[..., Visitor]
) -> None:
    page = visit().page
    page.set_content(html_of(mails / "topic.eml"))
    hrefs = page.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert hrefs
    assert all(href.startswith(("https://", "mailto:")) for href in hrefs)
    assert page.locator("img, script, link, form, iframe").count() == 0
    assert page.get_by_role("link", name="Read it on the site").count() == 2


def test_a_mail_that_leaves_something_out_says_where_it_is(
    mails: Path, visit: Callable[..., Visitor]
) -> None:
    page = visit().page
    page.set_content(html_of(mails / "days.eml"))
    assert page.get_by_role("link", name="Read the rest on the site").count() == 2
    assert page.get_by_text("more papers on the site").count() > 5
