"""An invented corpus of kites, boats and lighthouses, for the tests of this room."""

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Corpus
from tests.corpus.entries import digest, entry, fact

KITES = "Kites That Read the Wind"
LIGHTHOUSE = "Lighthouse Attention: Seeing Far Across the Bay"
SURVEY = "A Survey of Small Boats"
TIDES = "Tides Without Numbers"
HARBOURS = "On Harbours"


def harbour_world() -> Corpus:
    """Make a corpus in which one paper has no id and two have the title `On Harbours`."""
    return assemble_corpus(
        [
            digest(
                "2025-03-11",
                entry(KITES, "Kites read the wind. A wooden boat follows.", "2401.00001"),
                entry(LIGHTHOUSE, "A lighthouse attends to boats.", "2401.00002"),
                entry(HARBOURS, "Harbours with walls.", "2401.00010"),
            ),
            digest(
                "2025-03-12",
                entry(SURVEY, "We survey boats of every small kind.", "2401.00003"),
                entry(HARBOURS, "Harbours without walls.", "2401.00011"),
                entry(KITES, "Kites read the wind.", "2401.00001"),
                "A Survey of Very Small Boats",
            ),
            digest("shore", TIDES, "On Harbours and Their Walls"),
        ],
        [fact(SURVEY, "2401.00003", authors=("Ada Breeze", "Tom Knot"))],
    )
