"""Pages that lead on."""

from html.parser import HTMLParser

import pytest

from generator.output.redirect import render_redirect
from generator.pages.plan import PlannedRedirect
from tests.output.world import HOSTILE


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(path: str, target: str, title: str) -> _Seen:
    parser = _Seen()
    parser.feed(render_redirect(PlannedRedirect(path=path, target=target, title=title)))
    return parser


@pytest.mark.parametrize(
    ("path", "target", "address"),
    [
        ("papers/old/index.html", "papers/new/", "../../papers/new/"),
        ("papers/old/index.html", "papers/new/#x", "../../papers/new/#x"),
        ("old/index.html", "", "../"),
        ("old.html", "", "./"),
    ],
)
def test_it_leads_on_wherever_the_site_lies(path: str, target: str, address: str) -> None:
    page = seen(path, target, "A title")
    refresh = [a for tag, a in page.tags if tag == "meta" and "http-equiv" in a]
    assert refresh == [{"http-equiv": "refresh", "content": f"0; url={address}"}]
    assert ("link", {"rel": "canonical", "href": address}) in page.tags
    assert ("a", {"href": address}) in page.tags
    assert ("meta", {"name": "robots", "content": "noindex"}) in page.tags
    assert "A title" in page.text


def test_no_title_acts() -> None:
    page = seen("papers/old/index.html", "papers/new/", HOSTILE)
    harmless = seen("papers/old/index.html", "papers/new/", "A title")
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in harmless.tags]
    assert page.text.count(HOSTILE) == 2
