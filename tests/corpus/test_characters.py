"""Characters: what stays, what goes, and directions that do not leak."""

import pytest

from generator.corpus.characters import settle_characters

_FSI, _LRI, _PDI, _RLO, _LRE, _PDF = "\u2068\u2066\u2069\u202e\u202a\u202c"


@pytest.mark.parametrize(
    "text",
    [
        "فارسی می\u200cخواهم",  # a non-joiner in a word
        "क्\u200dष",  # a joiner in a conjunct
        "👩\u200d👩\u200d👧 ❤\ufe0f",  # joiners and selectors of emoji
        "שלום \u200eC++\u200e עולם",  # marks of direction beside right-to-left letters
        "Việt Nam, Þórr, Ñandú, 𝔼[x], ½",
        "葛\U000e0100飾",  # a variant of an ideograph
        "\ufffd",
    ],
)
def test_what_writing_needs_stays(text: str) -> None:
    assert settle_characters(text) == text


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("a\u200db, a\u200c\u200cb", "ab, ab"),
        ("क\u200d\u200d\u200dष", "क\u200dष"),
        ("a\u200eb", "ab"),
        ("❤\ufe0f\ufe0f\ufe0e", "❤\ufe0f"),
        ("\ufe0fa", "a"),
        ("a\U000e0041\U000e007fb", "ab"),
        ("a\ufffe\uffff\U0001fffeb\ufdd0", "ab"),
        ("a\u3164b", "a b"),
        ("a\u2028b\u2029c\u3000d\x85e\x1ff", "a b c d e f"),
        ("\ud83d\ude00", "😀"),
        ("\ude00\ud83d", "\ufffd\ufffd"),
        ("A\u030a \u212b", "Å Å"),
        (" \u0301 a", "a"),
        ("e\u200b\u0301", "é"),
    ],
)
def test_what_only_hides_goes(text: str, settled: str) -> None:
    assert settle_characters(text) == settled


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        (f"a{_RLO}b", f"{_FSI}a{_RLO}b{_PDF}{_PDI}"),
        (f"a{_RLO}b{_PDF}c", f"{_FSI}a{_RLO}b{_PDF}c{_PDI}"),
        (f"{_FSI}a{_RLO}b{_PDF}{_PDI}", f"{_FSI}a{_RLO}b{_PDF}{_PDI}"),
        (f"{_FSI}a{_PDI}{_RLO}b{_PDF}", f"{_FSI}{_FSI}a{_PDI}{_RLO}b{_PDF}{_PDI}"),
        (f"{_FSI}a{_PDI}b{_FSI}c{_PDI}", f"{_FSI}a{_PDI}b{_FSI}c{_PDI}"),
        (f"a{_LRI}b", f"a{_LRI}b{_PDI}"),
        (f"a{_PDI}{_PDF}b", "ab"),
        (f"a{_RLO}{_PDF}{_LRI}{_PDI}b", "ab"),
        (f"{_LRI}a{_LRE}b{_PDI}c", f"{_FSI}{_LRI}a{_LRE}b{_PDF}{_PDI}c{_PDI}"),
        (f"{_LRE}a{_LRI}b{_PDF}c", f"{_FSI}{_LRE}a{_LRI}bc{_PDI}{_PDF}{_PDI}"),
        (f"{_RLO * 40}a", f"{_FSI}{_RLO * 16}a{_PDF * 16}{_PDI}"),
    ],
)
def test_directions_are_closed_and_overrides_isolated(text: str, settled: str) -> None:
    assert settle_characters(text) == settled
    assert settle_characters(settled) == settled
