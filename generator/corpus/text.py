r"""Clean text: titles, abstracts and names as their authors meant them.

The rules below are the whole of it: each mends one kind of damage, in this order. Those for prose
never see an address, a formula or code. What is not certain is left alone, and the raw text stays
beside the clean one. docs/text-cleaning.md shows every rule by examples; the tests read them there.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from generator.corpus import addresses, encodings, macros, remnants, typography
from generator.corpus.braces import Edit, apply_edits
from generator.corpus.characters import settle_characters
from generator.corpus.formulas import set_formulas, show_formulas
from generator.corpus.latex import find_math
from generator.corpus.model import Text

_MOST_ROUNDS = 8
_CODE = re.compile(r"(?<![`\w])`(?=[^\s`'])[^`']{1,100}(?<=\S)`(?![`\w])")


class Scope(Enum):
    """What a rule is given to see."""

    CHARACTERS = auto()
    """The whole text; what these rules give is the least that every clean text is."""
    TEXT = auto()
    """The whole text."""
    PROSE = auto()
    """The text with a hole for each address, formula and piece of code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of damage and what mends it. A text that holds none of `signs` has none of it."""

    name: str
    scope: Scope = Scope.PROSE
    mend: Callable[[str], str]
    signs: tuple[str, ...] = ("",)

    def __call__(self, text: str) -> str:
        return self.mend(text) if any(sign in text for sign in self.signs) else text


def _free_name(text: str) -> str:
    return re.sub(r"[{}\\]", "", text.replace("~", " ")).strip(" ,;")


_CHARACTER_RULES = (
    Rule(name="entities", scope=Scope.TEXT, mend=encodings.decode_entities, signs=("&",)),
    Rule(name="escapes", scope=Scope.TEXT, mend=encodings.decode_escapes, signs=(r"\u", r"\x")),
    Rule(name="double encoding", scope=Scope.CHARACTERS, mend=encodings.decode_twice_encoded),
    Rule(name="characters", scope=Scope.CHARACTERS, mend=settle_characters),
)
_LETTER_RULES = (
    Rule(name="doubled backslashes", mend=macros.reduce_backslashes, signs=(r"\\",)),
    Rule(name="accents", mend=macros.compose_accents, signs=("\\",)),
    Rule(name="letters", mend=macros.compose_letters, signs=("\\",)),
    Rule(name="spaces", mend=macros.show_spaces, signs=("\\",)),
    Rule(name="signs", mend=macros.unescape_signs, signs=("\\",)),
)
_MATHEMATICS = Rule(
    name="mathematics", scope=Scope.TEXT, mend=show_formulas, signs=("$", r"\(", r"\[")
)
TEXT_RULES = (
    *_CHARACTER_RULES,
    Rule(name="colours", scope=Scope.TEXT, mend=macros.strip_colours, signs=("{",)),
    Rule(
        name="addresses",
        scope=Scope.TEXT,
        mend=addresses.unwrap_addresses,
        signs=("url", "href", "://"),
    ),
    Rule(name="labels", scope=Scope.TEXT, mend=addresses.unwrap_labels, signs=("://",)),
    _MATHEMATICS,
    *_LETTER_RULES,
    Rule(name="styles", mend=macros.strip_styles, signs=("{",)),
    Rule(name="citations", mend=macros.show_citations, signs=(r"\cite",)),
    Rule(name="abbreviations", mend=macros.spell_abbreviations, signs=("\\",)),
    Rule(name="degrees", mend=macros.show_degrees, signs=("circ", "deg")),
    Rule(name="symbols", mend=macros.show_symbols, signs=("\\",)),
    Rule(name="unknown macros", mend=macros.name_unknown_macros, signs=("\\",)),
    Rule(name="ties", mend=typography.loosen_ties, signs=("~",)),
    Rule(name="lost punctuation", mend=remnants.restore_punctuation, signs=("x20", "u20")),
    Rule(name="lost times", mend=remnants.restore_times, signs=("times",)),
    Rule(
        name="lost relations",
        mend=remnants.restore_relations,
        signs=("sim", "geq", "leq", " pm ", " rightarrow "),
    ),
    Rule(name="superscripts", mend=remnants.restore_superscripts, signs=("^",)),
    Rule(name="subscripts", mend=remnants.restore_subscripts, signs=("_",)),
    Rule(name="double quotes", mend=typography.curl_double_quotes, signs=("``",)),
    Rule(name="single quotes", mend=typography.curl_single_quotes, signs=("`",)),
    Rule(name="dashes", mend=typography.set_dashes, signs=("--",)),
)
_RULES_AROUND_FORMULAS = tuple(rule for rule in TEXT_RULES if rule is not _MATHEMATICS)
NAME_RULES = (*_CHARACTER_RULES, *_LETTER_RULES, Rule(name="marks in names", mend=_free_name))


def read_text(raw: str) -> Text:
    """Clean a title or any running text, and find the formulas that a page can show better.

    They are looked for in the text as the other rules leave it. Where that, with each formula as a
    line, is not the clean text itself, a rule has reached into one, and none is named.
    """
    clean = clean_text(raw)
    if not any(sign in raw for sign in _MATHEMATICS.signs):
        return Text(raw=raw, clean=clean)
    lines, formulas = set_formulas(apply_rules(raw, _RULES_AROUND_FORMULAS))
    return Text(raw=raw, clean=clean, formulas=formulas if lines == clean else ())


def clean_text(raw: str) -> str:
    """Clean an abstract, or any running text of a paper."""
    return apply_rules(raw, TEXT_RULES)


def clean_title(raw: str) -> str:
    """Clean a title. The rules are those of running text: `$100K` is money in both."""
    return apply_rules(raw, TEXT_RULES)


def clean_name(raw: str) -> str:
    """Clean the name of one person or group; it has no mathematics, quotes or dashes to set."""
    return apply_rules(raw, NAME_RULES)


def apply_rules(raw: str, rules: Iterable[Rule]) -> str:
    """Mend `raw` by `rules`, in their order, until it no longer changes.

    So the result is a fixed point, and cleaning it again changes nothing. A text that does not
    come to rest, such as thousands of braces in braces, is not mended at all: only its characters
    are settled. Time is in proportion to the text's length.
    """
    rules = tuple(rules)
    settled = text = _settle(raw, rules)
    for _ in range(_MOST_ROUNDS):
        mended = _mend(text, rules)
        if mended == text:
            return text
        text = mended
    return settled


def _mend(settled: str, rules: tuple[Rule, ...]) -> str:
    text = settled
    for rule in rules:
        if rule.scope is Scope.TEXT or (rule.scope is Scope.CHARACTERS and text != settled):
            text = rule(text)
    text, filling = _make_holes(text)
    for rule in rules:
        if rule.scope is Scope.PROSE:
            text = rule(text)
    text = _fill_holes(text, filling)
    return text if text == settled else _settle(text, rules)


def _settle(text: str, rules: tuple[Rule, ...]) -> str:
    floor = [rule for rule in rules if rule.scope is Scope.CHARACTERS]
    while True:
        settled = text
        for rule in floor:
            settled = rule(settled)
        if settled == text:
            return text
        text = settled


def _make_holes(text: str) -> tuple[str, list[str]]:
    """Take out what rules for prose must not touch, and leave a hole where each piece stood."""
    spans = [*addresses.find_address_like(text)]
    spans += [(span.start, span.stop) for span in find_math(text)]
    if "`" in text:
        spans += [match.span() for match in _CODE.finditer(text)]
    holes = []
    end = 0
    for start, stop in sorted(spans):
        if start >= end:
            holes.append(Edit(start, stop, typography.HOLE))
            end = stop
    return apply_edits(text, holes), [text[hole.start : hole.stop] for hole in holes]


def _fill_holes(text: str, filling: list[str]) -> str:
    """Put the pieces back; no rule adds or takes away a hole, nor changes their order."""
    prose = text.split(typography.HOLE)
    return "".join(part for pair in zip(prose, [*filling, ""], strict=True) for part in pair)
