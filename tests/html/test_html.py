"""Our mark-up is without a fault: for a browser's parser, and for html-validate.

What the theme's own frame does is listed here, and nothing else is let pass.
"""

import json
import re
from collections import defaultdict
from pathlib import Path

import html5lib
import pytest

from tests.conftest import Once
from tests.engines.building import build_invented_once
from tests.html.validator import CONFIG, HERE, Finding, Validator, install_validator

REASONS = {
    "aria-label-misuse": "lists may be named too (WAI-ARIA 1.2, role list)",
    "doctype-style": "`<!doctype html>` is as good as in capitals",
    "form-dup-name": "boxes of one name are a list of values, as the address of a search has it",
    "long-title": "a paper's title is as long as its authors made it",
    "no-inline-style": "`--v` and `--w` hand a figure to the style sheet; Markdown aligns cells so",
    "no-trailing-whitespace": "spaces at the end of a line are no fault of mark-up",
    "require-sri": "nothing is loaded from another host",
    "valid-id": "an id may begin with a digit, as addresses of papers do (HTML Standard, 3.2.6)",
}
"""Why a rule is not as html-validate has it."""

OF_THE_THEME = {
    # Material's frame, that of pages by hand, begins with two switches, for its drawer and its
    # search, which it hides.
    ("valid-autocomplete", "#__drawer"),
    ("valid-autocomplete", "#__search"),
    ("input-missing-label", "#__drawer"),
    ("input-missing-label", "#__search"),
}
"""What Material's `base.html` brings to pages by hand, outside of all its blocks."""

FAULTS = {
    "no-dup-id": '<p id="a">x</p><p id="a">y</p>',
    "aria-label-misuse": '<p aria-label="x">y</p>',
    "no-inline-style": '<p style="color: red">x</p>',
    "element-permitted-content": "<span><div>x</div></span>",
    "heading-level": "<h3>x</h3>",
    "wcag/h37": '<img src="x.svg">',
    "valid-id": '<p id="a b">x</p>',
    "no-missing-references": '<p aria-labelledby="nobody">x</p>',
}

_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head>'
    "<body><h1>x</h1>{}</body></html>"
)


@pytest.fixture(scope="session")
def invented_site(once: Once) -> Path:
    return build_invented_once(once, "mkdocs")


@pytest.fixture(scope="session")
def validator() -> Validator:
    return install_validator()


# The parser


def parse_errors(html: bytes) -> list[str]:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    parser.parse(html)
    lines = html.decode().splitlines()
    return [
        f"{code} at {line}:{column}: {lines[line - 1][max(0, column - 60) : column + 20]}"
        for (line, column), code, _ in parser.errors
    ]


def test_the_real_site_parses_without_an_error(real_site: Path) -> None:
    pages = sorted((real_site / "build/site").rglob("*.html"))
    assert len(pages) > 600
    found = {page.name: parse_errors(page.read_bytes()) for page in pages}
    assert {name: errors for name, errors in found.items() if errors} == {}


def test_hostile_texts_and_pages_by_hand_parse_without_an_error(invented_site: Path) -> None:
    pages = sorted(invented_site.rglob("*.html"))
    assert invented_site / "papers/evil/index.html" in pages
    assert invented_site / "handbook/index.html" in pages
    found = {str(page): parse_errors(page.read_bytes()) for page in pages}
    assert {page: errors for page, errors in found.items() if errors} == {}


@pytest.mark.parametrize("fault", ["<p>x</p></div>", "<p a=1 a=2>x</p>", "<b><p>x</b></p>", "&#0;"])
def test_the_parser_finds_a_fault(fault: str) -> None:
    assert parse_errors(_PAGE.format("").encode()) == []
    assert len(parse_errors(_PAGE.format(fault).encode())) >= 1


@pytest.mark.parametrize(
    ("page", "description"),
    [
        ("404.html", 'Of "looms" & <knots>'),
        ("handbook/index.html", 'What a maintainer may write, "by hand".'),
    ],
)
def test_words_of_a_maintainer_stay_in_their_place(
    invented_site: Path, page: str, description: str
) -> None:
    html = (invented_site / page).read_bytes()
    root = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    metas = {meta.get("name"): meta.get("content") for meta in root.iter("meta")}
    assert metas["description"] == description
    assert metas["author"] == 'Ada "Weft" Loom'


# html-validate


def ours(findings: list[Finding]) -> list[str]:
    return [str(f) for f in findings if (f.rule, f.selector) not in OF_THE_THEME]


def test_html_validate_finds_nothing_in_one_page_of_each_kind(
    real_site: Path, validator: Validator
) -> None:
    site = real_site / "build/site"
    pages = choose_pages(site)
    assert ours(validator.validate(pages, root=site)) == []


def choose_pages(site: Path) -> list[Path]:
    """Of each kind of page the largest."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for page in sorted(site.rglob("*.html")):
        html = page.read_bytes()
        kind = re.search(rb'class="bs (?:bs-page-)?([\w-]+)', html)
        kinds[kind[1].decode() if kind else "redirect"].append(page)
    assert {"bs-404", "md-typeset", "home", "digest", "paper", "search"} <= kinds.keys()
    return [max(pages, key=lambda page: page.stat().st_size) for pages in kinds.values()]


def test_html_validate_finds_nothing_where_texts_are_hostile(
    invented_site: Path, validator: Validator
) -> None:
    pages = sorted(invented_site.rglob("*.html"))
    assert invented_site / "papers/old-loom/index.html" in pages  # a redirect
    assert ours(validator.validate(pages, root=invented_site)) == []


def test_the_theme_does_what_is_listed(invented_site: Path, validator: Validator) -> None:
    """So that the list shrinks when the theme mends something."""
    findings = validator.validate([invented_site / "handbook/index.html"], root=invented_site)
    assert {(finding.rule, finding.selector) for finding in findings} == OF_THE_THEME


def test_html_validate_finds_faults(tmp_path: Path, validator: Validator) -> None:
    for number, fault in enumerate(FAULTS.values()):
        (tmp_path / f"{number}.html").write_text(_PAGE.format(fault), encoding="utf-8")
    found = validator.validate(sorted(tmp_path.iterdir()), root=tmp_path)
    for number, rule in enumerate(FAULTS):
        assert rule in {finding.rule for finding in found if finding.page == f"{number}.html"}


def test_every_rule_that_is_set_has_its_reason() -> None:
    config = json.loads(CONFIG.read_text(encoding="utf-8"))
    assert config["root"] is True
    assert config["rules"].keys() == REASONS.keys()


def test_the_lock_names_hashes_and_no_address() -> None:
    text = (HERE / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: entry for name, entry in json.loads(text)["packages"].items() if name}
    assert len(packages) > 20
    assert "resolved" not in text
    assert "://" not in re.sub(r'"(?:url|funding)": "[^"]*"', "", text)
    for name, entry in packages.items():
        assert entry["integrity"].startswith("sha512-"), name
        assert re.fullmatch(r"\d+\.\d+\.\d+", entry["version"]), name
