"""No text can act where it is put, and a reader sees the text itself."""

import html
import re

import html5lib
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from generator.output.escape import (
    front_matter_text,
    html_address,
    html_text,
    markdown_address,
    markdown_text,
    printable,
)
from tests.output.world import HOSTILE

# What mkdocs.yml turns on, and what a maintainer might, none of which may act on a paper's text.
EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta",
    "sane_lists", "smarty", "tables", "toc", "wikilinks", "pymdownx.arithmatex",
    "pymdownx.betterem", "pymdownx.blocks.admonition", "pymdownx.blocks.html", "pymdownx.caret",
    "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.escapeall",
    "pymdownx.fancylists", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys",
    "pymdownx.magiclink", "pymdownx.mark", "pymdownx.progressbar", "pymdownx.smartsymbols",
    "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
    "pymdownx.tilde",
]  # fmt: skip
CONFIGS = {
    "pymdownx.magiclink": {
        "repo_url_shorthand": True,
        "social_url_shorthand": True,
        "user": "someone",
        "repo": "something",
    },
    "pymdownx.snippets": {"check_paths": True},
}
SIGNS = st.text(
    st.sampled_from("`*_{}[]()<>#+-.!|:~^=$@/\\&;'\"%,? \n\t0123aix\u00a0\u200b\u202e\u2028é中")
)
TEXTS = st.one_of(st.text(), SIGNS, st.sampled_from(HOSTILE.split(" ")), SIGNS.map("1. ".__add__))
BLOCK = re.compile(r"\s+")


def convert(source: str) -> str:
    return Markdown(extensions=EXTENSIONS, extension_configs=CONFIGS).convert(source)


def parse(source: str) -> "html5lib.treebuilders.etree.Element":
    return html5lib.parseFragment(source, namespaceHTMLElements=False)


def collapsed(text: str) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", text).strip(" \t\n\r\f")


def seen(text: str) -> str:
    """What a reader should see of `text`."""
    return collapsed(printable(text))


def words(element: object) -> str:
    return collapsed("".join(element.itertext()))  # type: ignore[attr-defined]


@given(TEXTS)
@example(HOSTILE)
@example("1. One")
@example("iv) Four")
@example("the 2nd of (c) 1/2 --> x")
@example("www.example.org a@example.org someone/repo#12 GH-1")
@example("see ?1, or 0123456789abcdef0123456789abcdef01234567?")
@example("- [ ] task")
@example("*[HTML]: abbreviation")
@example("[^1]: note")
@example(": definition")
@example("| a | b |")
@example("key: value")
def test_text_in_markdown_shows_itself_and_makes_no_element(text: str) -> None:
    expected = seen(text)
    if not expected:
        return
    escaped = markdown_text(text)
    heading = parse(convert(f"# {escaped} {{: #here }}"))
    assert [(child.tag, child.attrib) for child in heading.iter()][1:] == [("h1", {"id": "here"})]
    assert words(heading) == expected

    item = parse(convert(f"- {escaped}\n- other"))
    assert [child.tag for child in item.iter()][1:] == ["ul", "li", "li"]
    assert words(item[0][0]) == expected

    link = parse(convert(f"before [{escaped}](target.md){{: .kind }} after"))
    assert [child.tag for child in link.iter()][1:] == ["p", "a"]
    assert link[0][0].attrib == {"class": "kind", "href": "target.md"}
    assert words(link[0][0]) == expected

    page = parse(convert(f"# Title\n\n{escaped}\n{{: .lead }}"))
    assert [child.tag for child in page.iter()][1:] == ["h1", "p"]
    assert page[1].attrib == {"class": "lead"}
    assert words(page[1]) == expected


@given(TEXTS)
@example(HOSTILE)
@example("```python")
@example("~~~")
@example('--8<-- "mkdocs.yml"')
@example("--8<--\nmkdocs.yml\n--8<--")
@example("/// html | b\n///")
@example("</p></li></ol>\n\n# Heading")
def test_text_in_a_block_of_html_shows_itself_and_makes_no_element(text: str) -> None:
    escaped = html_text(text)
    block = f'<ol class="list">\n<li title="{escaped}"><p>{escaped}</p></li>\n</ol>'
    for source in (block, f'<div class="x" markdown>\n\n# Title\n\n{block}\n\n</div>'):
        tree = parse(convert(f"before\n\n{source}\n\nafter"))
        lists = list(tree.iter("ol"))
        assert [child.tag for child in lists[0].iter()] == ["ol", "li", "p"]
        assert words(lists[0]) == seen(text)
        assert list(lists[0][0].attrib) == ["title"]
        if source is block:  # within a wrapper, md_in_html reads attributes twice
            assert collapsed(lists[0][0].attrib["title"]) == seen(text)
        assert [words(paragraph) for paragraph in tree.iter("p")][-1] == "after"


@given(TEXTS)
@example(HOSTILE)
def test_no_escaped_text_is_a_template_or_breaks_its_line(text: str) -> None:
    for escaped in (html_text(text), markdown_text(text), front_matter_text(text)):
        assert not re.search(r"[{}\n\r\u2028\u2029]", escaped)


@given(TEXTS)
@example(HOSTILE)
@example("---\ntitle: other")
def test_front_matter_holds_html_that_shows_the_text(text: str) -> None:
    read = yaml.safe_load(f"title: {front_matter_text(text)}\n")
    title = read["title"]
    assert not set("<>\"'") & set(title)
    assert html.unescape(title) == printable(text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Plain words, one after another", "Plain words, one after another"),
        ("mBLIP: Efficient Pre-training (LLMs)", "mBLIP: Efficient Pre-training (LLMs)"),
        ("1.3 times faster.", "1.3 times faster."),
        ("What? 99% of them; é ß 中 ² “so” – …", "What? 99% of them; é ß 中 ² “so” – …"),
        ("Don't", "Don&#39;t"),
        ("a_b*c", "a&#95;b&#42;c"),
        ("1. One", "1&#46; One"),
        ("C++ & <x>", "C&#43;&#43; &#38; &#60;x&#62;"),
        ("a\u00a0b", "a&#160;b"),
        ("  spaced \n out ", "spaced out"),
        ("{{ x }}", "&#123;&#123; x &#125;&#125;"),
        (":smile: x:y", "&#58;smile: x&#58;y"),
        ("on the 2nd day", "on the 2&#110;d day"),
        ("\x00\x02\ud800", "\ufffd\ufffd\ufffd"),
    ],
)
def test_markdown_stays_readable(text: str, escaped: str) -> None:
    assert markdown_text(text) == escaped


def test_a_piece_of_a_text_keeps_the_spaces_at_its_ends() -> None:
    assert markdown_text(" and ", piece=True) == " and "


def test_html_stays_light() -> None:
    assert html_text("A (b) [c] *d* 1. e: f's") == "A (b) [c] *d* 1. e: f&#39;s"


def test_a_very_long_text_passes_at_once() -> None:
    text = "<b>*{x}*</b> & so on " * 15_000
    assert len(text) > 300_000
    block = f"<ol>\n<li>{html_text(text)}</li>\n</ol>"
    tree = parse(convert(f"# Title\n\n{block}"))
    assert words(tree.find("ol")) == seen(text)
    assert html.unescape(markdown_text(text)) == seen(text)


@pytest.mark.parametrize(
    ("url", "in_html", "in_markdown"),
    [
        ("papers/some-slug/", "papers/some-slug/", "papers/some-slug/"),
        ("https://x.org/a?b=1&c=2#d", "https://x.org/a?b=1&#38;c=2#d", "https://x.org/a?b=1&c=2#d"),
        ("https://x.org/a(b)_c~d", "https://x.org/a(b)_c&#126;d", "https://x.org/a%28b%29_c%7Ed"),
        ('https://x.org/" onclick="x', "https://x.org/%22%20onclick=%22x", None),
        ("https://x.org/{{ 7*7 }}", "https://x.org/%7B%7B%207*7%20%7D%7D", None),
        ("https://x.org/é%20ok", "https://x.org/%C3%A9%20ok", "https://x.org/%C3%A9%20ok"),
        ("javascript:alert(1)", "#", "#"),
        (" JAVASCRIPT:alert(1)", "#", "#"),
        ("java\nscript:alert(1)", "java%20script:alert(1)", "java%20script:alert%281%29"),
        ("data:text/html,x", "#", "#"),
        ("mailto:a@x.org", "mailto:a@x.org", "mailto:a@x.org"),
    ],
)
def test_addresses(url: str, in_html: str, in_markdown: str | None) -> None:
    assert html_address(url) == in_html
    assert in_markdown is None or markdown_address(url) == in_markdown


@given(st.one_of(st.text(), SIGNS))
@example("x](y) ![z](w")
@example("https://x.org/++a++ $b$ `c`")
def test_an_address_stays_within_its_link(url: str) -> None:
    tree = parse(convert(f"before [label]({markdown_address(url) or '#'}) after"))
    assert [child.tag for child in tree.iter()][1:] == ["p", "a"]
    assert list(tree[0][0].attrib) == ["href"]
    attribute = parse(f'<a href="{html_address(url)}">x</a>')
    assert [child.tag for child in attribute.iter()][1:] == ["a"]
    assert list(attribute[0].attrib) == ["href"]
