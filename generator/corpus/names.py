"""Names of authors: which part is the family's, and which authors are no persons.

A name comes as it was received, in the order in which it is spoken, or with the family's first and
a comma. Only what its writing shows is told apart; nothing is looked up.
"""

import re
from dataclasses import dataclass

# Between a given name and a family's, in lower case, they belong to the family.
_PARTICLE = re.compile(
    r"af|al|av|bin|d[aeiou]s?|dal|degli|dei|dela|della|de[lnrs]|el|het|ibn|l[aeo]s?|mac|of|op|'t"
    r"|te|ten|ter|und|van|vom|von|y|zu[mr]?"
)
_AROUND = " ,;"
_BROKEN_NUMBER = re.compile(r"(?<=\d)\. (?=\d)")  # `GLM-4. 5 Team`
_BROKEN_INITIALS = re.compile(r"(?<=\.) (?=-\w)")  # `J. -P. Knot`
_SUFFIX = re.compile(r"(?:jr|sr)\.?|i{2,3}|iv", re.IGNORECASE)
# Words that stand in no person's name, and signs that do not.
_ORGANISATION = re.compile(
    r"""
    \b(?i:
        team|group|collaboration|consortium|alliance|initiative|project|community|committee
      | labs?|laborator(?:y|ies)|institutes?|universit(?:y|ies)|foundation|society|research
      | intelligence|technolog(?:y|ies)|corporation|company|inc|ltd|gmbh|llc
      | authors|contributors|developers
      | alibaba|anthropic|baidu|bytedance|deepmind|facebook|google|huawei|hugging\ face|microsoft
      | nvidia|openai|tencent
    )(?!\w)
    | \bAI$  # in capitals: a family may be called Ai
    | [&@/:;0-9]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An author. Whoever has no `given` name is `family` alone: an organisation, one word."""

    full: str
    """As received."""
    family: str
    given: str = ""
    suffix: str = ""
    """`Jr.`, `III`."""

    @property
    def inverted(self) -> str:
        """`van den Bosch, Antal`; one without a given name as it is."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))

    @property
    def spoken(self) -> str:
        """`Antal van den Bosch`, `Ada Knot, Jr.`."""
        if not self.given or "," not in self.full:
            return self.full
        return ", ".join(filter(None, (f"{self.given} {self.family}", self.suffix)))


def tidy_name(name: str) -> str:
    """Mend what lists of names do to a name: spaces, commas at its ends, broken numbers."""
    name = " ".join(name.split()).strip(_AROUND)
    return _BROKEN_INITIALS.sub("", _BROKEN_NUMBER.sub(".", name))


def parse_name(full: str) -> Name:
    """Tell the parts of a name apart.

    The last word is the family's, with the particles before it (`van den Bosch`); a comma, where
    there is one, stands behind the family's. An organisation, and a name of one word, stays whole.
    """
    words = full.split()
    if len(words) < 2 or _ORGANISATION.search(full):
        return Name(full=full, family=full)
    before, comma, after = full.partition(",")
    if comma and before.strip() and after.strip():
        if _SUFFIX.fullmatch(after.strip()):
            named = parse_name(before)
            return Name(full=full, family=named.family, given=named.given, suffix=after.strip())
        suffix, given = _split_suffix(after)
        return Name(full=full, family=before.strip(), given=given, suffix=suffix)
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    first = len(words) - 1
    while first > 1 and _is_particle(words, first - 1):
        first -= 1
    return Name(
        full=full, family=" ".join(words[first:]), given=" ".join(words[:first]), suffix=suffix
    )


def _split_suffix(after: str) -> tuple[str, str]:
    """Find a suffix behind the family's name, before or behind the given one: `Jr., Ada`."""
    first, _, last = (part.strip(_AROUND) for part in after.partition(","))
    if last and _SUFFIX.fullmatch(first):
        return first, last
    if last and _SUFFIX.fullmatch(last):
        return last, first
    return "", after.strip(_AROUND)


def _is_particle(words: list[str], at: int) -> bool:
    """Tell a particle; in capitals (`Van den Broeck`) only before one that is not."""
    word, after = words[at], words[at + 1]
    if _PARTICLE.fullmatch(word):
        return True
    return bool(_PARTICLE.fullmatch(word.lower()) and _PARTICLE.fullmatch(after))
