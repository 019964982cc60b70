"""Signs that a digest is damaged or misread, though a reader took it.

Each is weighed against 4,395 papers in 278 real files: what is whole shows none or next to none.
What leaves no sign, such as a cut exactly between two papers, nobody can tell.
"""

from datetime import date

from generator.desk.arrivals.signs.days import find_days
from generator.desk.arrivals.signs.endings import find_endings
from generator.desk.arrivals.signs.fields import find_foreign_values
from generator.desk.arrivals.signs.letters import find_misread_letters
from generator.desk.arrivals.signs.losses import find_losses
from generator.desk.arrivals.signs.pairs import find_mismatches
from generator.sources.model import RawDigest


def find_signs(digest: RawDigest, text: str) -> tuple[str, ...]:
    """Say in a sentence each what makes the digest look damaged; nothing where it looks whole.

    `text` is that of its file.
    """
    return (
        *find_losses(digest, text),
        *find_endings(digest, text),
        *find_foreign_values(digest.entries),
        *find_mismatches(digest.entries),
        *find_misread_letters(digest.entries, text),
    )


def find_signs_of_day(digest: RawDigest, day: date, today: date) -> tuple[str, ...]:
    """Say what speaks against the day that a digest is to have."""
    return tuple(find_days(digest, day, today))
