"""Clean text: each rule by its examples, and what holds for any text whatever."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus.braces import Edit, apply_edits
from generator.corpus.text import (
    NAME_RULES,
    TEXT_RULES,
    apply_rules,
    clean_name,
    clean_text,
    clean_title,
)
from tests.conftest import ROOT
from tests.corpus.examples import Example, read_examples

_EXAMPLES = read_examples()
_OF_RULES = [example for example in _EXAMPLES if example.rule != "Left alone"]
_LEFT_ALONE = [example for example in _EXAMPLES if example.rule == "Left alone"]
_NAME_RULE = NAME_RULES[-1].name
_CLEANERS = (clean_text, clean_title, clean_name)

# Pieces that rules look for, so that a drawn text is more than letters.
_WORDS = r"""
    $ $$ \( \) \[ \] { } \ \\ ^ _ ~ ` `` ' '' " -- --- & ; amp; # % < > | * + = ! / : . , ( )
    \alpha \times \foo \foo{} \textbf{ textit{ {\em \url{ url{ \href{ https://x.org/a http:// x.org/
    \'e \" \c{c} \o \ss \eg \cite{ \frac{ \sqrt \bar \mathbb{R} \u0107 \ud83d \xE9 \xc3 x2013 u201c
    times sim geq pm rightarrow circ teal{ 10 2 0.5 S L_2 word Ã © é α ש م
"""
_SPACES = st.sampled_from([" ", "\n", "\u00a0", "\u200b", "\u200d", "\u202e", "\u2068", "\u2069"])
_PIECES = st.sampled_from(_WORDS.split()) | _SPACES
_HOSTILE = st.lists(_PIECES | st.text(max_size=3), max_size=25).map("".join)
_ANY = st.text(st.characters(codec=None), max_size=60) | _HOSTILE


def _clean(example: Example, without: str = "") -> str:
    rules = NAME_RULES if example.rule == _NAME_RULE else TEXT_RULES
    return apply_rules(example.received, [rule for rule in rules if rule.name != without])


def _spell(example: Example) -> str:
    return f"{example.rule}: {example.received!a}"


@pytest.mark.parametrize("example", _EXAMPLES, ids=_spell)
def test_an_example_is_shown_as_documented(example: Example) -> None:
    assert _clean(example) == example.shown


@pytest.mark.parametrize("example", _OF_RULES, ids=_spell)
def test_an_example_needs_the_rule_under_which_it_stands(example: Example) -> None:
    assert _clean(example, without=example.rule) != example.shown


@pytest.mark.parametrize("example", _LEFT_ALONE, ids=_spell)
def test_what_is_left_alone_is_left_alone_in_titles_too(example: Example) -> None:
    assert clean_title(example.received) == example.received


def test_every_rule_is_documented_in_its_order() -> None:
    documented = list(dict.fromkeys(example.rule for example in _EXAMPLES))
    assert documented == [*(r.name for r in TEXT_RULES), _NAME_RULE, "Left alone"]


@pytest.mark.parametrize("rule", [*TEXT_RULES, NAME_RULES[-1]], ids=lambda rule: rule.name)
def test_a_rule_is_asked_wherever_it_would_change_something(rule) -> None:  # type: ignore[no-untyped-def]
    for example in _OF_RULES:
        if rule.mend(example.received) != example.received:
            assert any(sign in example.received for sign in rule.signs)


@pytest.mark.parametrize("clean", _CLEANERS)
@given(raw=_ANY)
def test_any_text_is_settled(clean, raw: str) -> None:  # type: ignore[no-untyped-def]
    shown = clean(raw)
    assert clean(shown) == shown
    assert unicodedata.is_normalized("NFC", shown)
    assert shown == " ".join(shown.split())
    categories = {unicodedata.category(character) for character in shown}
    assert categories.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not re.search("[\u00ad\u200b\ufeff\ufdd0-\ufdef\ufffe\uffff]", shown)
    shown.encode("utf-8")


@given(raw=_ANY)
def test_no_text_leaks_its_direction(raw: str) -> None:
    opened: list[str] = []
    for character in clean_text(raw):
        if character in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
            opened.append(character)
        elif character == "\u202c":
            assert opened.pop() in "\u202a\u202b\u202d\u202e"
        elif character == "\u2069":
            assert opened.pop() in "\u2066\u2067\u2068"
        elif opened:
            assert opened[0] in "\u2066\u2067\u2068", "an override stands outside of any isolate"
    assert opened == []


@given(words=st.lists(st.from_regex(r"[A-Za-z]{1,9}[,.;:?!]?|\d{1,4}%?", fullmatch=True)))
def test_plain_words_are_left_alone(words: list[str]) -> None:
    text = " ".join(words)
    lost = re.search(r"(?<=\d)times|[xu]20\d\d|\b(?:sim|geq|leq|rightarrow)\b", text)
    assert lost or clean_text(text) == text


def test_no_latex_is_left_in_the_digests() -> None:
    """Over all lines of the five digests; what a rule may not reach would stand here."""
    lines = [
        line
        for path in sorted(ROOT.glob("content/digests/**/*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    shown = [clean_text(line) for line in lines]
    assert sum(map(bool, shown)) > 1170
    left = r"\\|``|''|\^\{|\{https?:|url\{|\}\{|x20[0-9a-f]{2}|\dtimes|\$(?!100K Budget)"
    assert [text for text in shown if re.search(left, text)] == []
    changed = [text for text, raw in zip(shown, lines, strict=True) if text != raw.strip()]
    assert 80 <= len(changed) <= 130, "a rule has begun to reach much more, or much less"


@pytest.mark.parametrize(
    "piece",
    [
        "$", "$x", "$^{", "{", "{\\em ", "\\url{", "\\href{a}{", "https://x{https://x}", "\\bar",
        "\\textbf{", "textbf{textit{", "&amp;", "``", "\\", "^{2}", "1.", "a-", "sim 1", "\u202e",
        "e\u0301", "\ud800", "Ã\x83Â", "\\frac{", "\\'{",
    ],
)  # fmt: skip
def test_long_runs_come_to_an_end(piece: str) -> None:
    """Each of these made some first draft of a rule grow with the square of the length."""
    text = piece * (30_000 // len(piece))
    assert clean_text(clean_text(text)) == clean_text(text)


def test_a_text_that_does_not_come_to_rest_is_only_settled() -> None:
    deep = "&" + "#38;" * 50 + "  \\%"
    assert clean_text(deep) == deep.replace("  ", " ")


def test_edits_that_overlap_are_made_once() -> None:
    assert apply_edits("abcdef", [Edit(3, 5, "y"), Edit(1, 4, "x")]) == "axef"


@pytest.mark.parametrize("gap", ["IRMÃ\u00a0MARIA", "«MANHÃ»", "»Spaß«", "Ü\u00a0"])
def test_accents_beside_spaces_and_quotes_are_no_double_encoding(gap: str) -> None:
    assert clean_text(gap) == gap.replace("\u00a0", " ").strip()
