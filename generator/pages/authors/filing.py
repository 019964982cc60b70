"""Filing: under which letter a name stands, and where among the others."""

import unicodedata
from dataclasses import dataclass

from generator.corpus.names import parse_name
from generator.identifiers import slug_from_name

OTHER = "other"
"""Stands for every first letter that is none of A to Z."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledName:
    """`shown` begins with the family's name; `key` puts names in order, and `letter` is its own.

    Particles in small letters do not count: `van den Oord, Aäron` stands under O.
    """

    shown: str
    letter: str
    key: tuple[str, str, str]


def file_name(name: str) -> FiledName:
    parsed = parse_name(name)
    words = parsed.family.split()
    while parsed.given and len(words) > 1 and words[0].islower():
        words.pop(0)
    family, given = (slug_from_name(part or "-") for part in (" ".join(words), parsed.given))
    first = next((c for word in words for c in word if c.isalnum()), "")
    latin = unicodedata.name(first, "").startswith("LATIN") and family[:1].isalpha()
    return FiledName(
        shown=parsed.inverted,
        letter=family[0].upper() if latin else OTHER,
        key=(family, given, name),
    )
