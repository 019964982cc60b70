"""A curator's note becomes a little HTML, and nothing else in it acts."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.output import Templates, render_plan
from generator.output.notes import note_html
from tests.output.test_escape import convert, parse, words
from tests.output.world import HOSTILE, invented_plan, with_words

ELEMENTS = {"DOCUMENT_FRAGMENT", "p", "ul", "ol", "li", "em", "strong", "code", "br", "a"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
LINKS = ["https://x.org/i.png", "https://x.org/%22onclick=%22x"]
"""Where the links of the attack lead: a quotation mark ends no attribute."""
ATTACK = """\
<script>window.pwned = 1</script> <img src=x onerror=alert(1)> <b onclick="x">bold</b>
[run](javascript:alert(1)) [run](JavaScript&colon;alert(1)) [run](&#106;avascript:alert(1))
[run](data:text/html,x) [run](vbscript:x) [run](file:///etc) <javascript:alert(1)> [run](//x.org)
![seen](https://x.org/i.png) ![run](javascript:alert(1)) [r]

[r]: javascript:alert(1)
{{ 7*7 }} {% raw %} {: onclick=x } --8<-- "mkdocs.yml" ~~~ &lt;i&gt; <!-- c -->

<div onmouseover=x>

```python
x
```

</p></li></ol>

- [x](https://x.org/"onclick="x 'a" onfocus="b') <a@b.org?"onclick=x>
"""
NOTES = st.one_of(
    st.text(),
    st.text(
        st.sampled_from(
            "`*_{}[]()<>#+-.!|:~^=$@/\\&;'\"%,? \n\n\t0123aix\u00a0\u2028\x00\x02\ud800"
        )
    ),
    st.lists(
        st.sampled_from(
            (*HOSTILE.split(" "), *ATTACK.split(" "), "https://x.org", "](", "- ", "\n")
        )
    ).map(" ".join),
)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Plain words.", "<p>Plain words.</p>"),
        ("One\nline.", "<p>One line.</p>"),
        ("*a* **b** _c_", "<p><em>a</em> <strong>b</strong> <em>c</em></p>"),
        ("`a < {b}`", "<p><code>a &lt; &#123;b&#125;</code></p>"),
        ("One.\n\nTwo\\\nlines.", "<p>One.</p> <p>Two<br> lines.</p>"),
        ("- a\n- b", "<ul> <li>a</li> <li>b</li> </ul>"),
        ("3. a\n4. b", '<ol start="3"> <li>a</li> <li>b</li> </ol>'),
        ("[a](https://x.org/?a=1&copy=2)", '<p><a href="https://x.org/?a=1&amp;copy=2">a</a></p>'),
        ("[a](http://x.org '{t}')", '<p><a href="http://x.org" title="&#123;t&#125;">a</a></p>'),
        ("[a](mailto:a@x.org)", '<p><a href="mailto:a@x.org">a</a></p>'),
        ("<https://x.org/~a>", '<p><a href="https://x.org/&#126;a">https://x.org/&#126;a</a></p>'),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>"),
        ("[a](/papers/loom/)", "<p>[a](/papers/loom/)</p>"),
        ("[a](https:)", "<p>[a](https:)</p>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("# a\n---\n> b", "<p># a --- &gt; b</p>"),
        ("a &mdash; &amp;lt;", "<p>a — &amp;lt;</p>"),
    ],
)
def test_what_a_note_becomes(note: str, expected: str) -> None:
    assert note_html(note) == expected


def test_an_attack_is_text() -> None:
    tree = parse(note_html(ATTACK))
    shown = words(tree)
    for text in (
        "<script>window.pwned = 1</script>",
        "<img src=x onerror=alert(1)>",
        "[run](javascript:alert(1))",
        "[run](data:text/html,x)",
        "[r]: javascript:alert(1)",
        "<div onmouseover=x>",
        "</p></li></ol>",
        "{{ 7*7 }}",
    ):
        assert text in shown
    assert [link.get("href") for link in tree.iter("a")] == LINKS


@given(NOTES)
@example(ATTACK)
@example(HOSTILE)
@example("- " * 40 + "deep")
@example("\x02wzxhzdk:0\x03")
def test_only_what_is_allowed_is_there_and_a_page_takes_it_over_as_it_is(note: str) -> None:
    made = note_html(note)
    assert not re.search(r"[{}`~\n\r\t\u2028\u2029\ud800-\udfff]", made)
    tree = parse(made)
    for element in tree.iter():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set())
        if element.tag == "a":
            assert urlsplit(element.attrib["href"]).scheme in {"http", "https", "mailto"}
    block = f'<ol class="list">\n<li><div class="note">{made}</div></li>\n</ol>'
    wrapped = f'<div markdown>\n\n# Title\n\n<div class="note">{made}</div>\n\n</div>'
    for source in (block, wrapped):
        page = parse(convert(f"before\n\n{source}\n\nafter"))
        (placed,) = (e for e in page.iter("div") if e.get("class") == "note")
        assert [(e.tag, e.attrib, words(e)) for e in placed.iter()][1:] == [
            (e.tag, e.attrib, words(e)) for e in tree.iter()
        ][1:]
        assert [words(paragraph) for paragraph in page.iter("p")][-1] == "after"


def test_deep_lists_lose_no_word() -> None:
    assert words(parse(note_html("- " * 40 + "deep"))) == "deep"


def test_notes_stand_on_cards_and_on_the_papers_page(site_root: Path) -> None:
    note = f"Read *it*.\n\n- [Loom](https://x.org/)\n\n{ATTACK}"
    plan = with_words(invented_plan(), note)
    templates = Templates(site_root / "site_templates/pages", root=site_root)
    rendering = render_plan(plan, templates=templates)
    assert rendering.diagnostics == ()
    for path in ("papers/evil/index.md", "collections/weave/index.md"):
        tree = parse(convert(rendering.files[path].decode().split("---\n", 2)[2]))
        notes = [e for e in tree.iter() if e.get("class") == "bs-card__note"]
        (hostile,) = (e for e in notes if "pwned" in words(e))
        assert words(hostile).startswith("Read it. Loom <script>window.pwned = 1</script>")
        assert [(e.tag, words(e)) for e in hostile.iter("em")] == [("em", "it")]
        assert [e.get("href") for e in hostile.iter("a")] == ["https://x.org/", *LINKS]
        assert not list(tree.iter("script"))
