"""Facts that papers lack, from those who have them: by equal titles and ids, never by a guess.

What decides is pure and gives its reasons. What is not certain goes to a curator, and an answer
that cannot be used changes nothing that is there.
"""

from generator.desk.enrichment.asking import Source
from generator.desk.enrichment.gaps import Fact, Gap, find_gaps
from generator.desk.enrichment.matching import Known, list_known
from generator.desk.enrichment.memory import Memory
from generator.desk.enrichment.outcomes import Doubt, Standing, StepReport, Verdict
from generator.desk.enrichment.registers import REGISTERS
from generator.desk.enrichment.rounds import Round
from generator.desk.enrichment.shelf import Shelf

__all__ = [
    "REGISTERS",
    "Doubt",
    "Fact",
    "Gap",
    "Known",
    "Memory",
    "Round",
    "Shelf",
    "Source",
    "Standing",
    "StepReport",
    "Verdict",
    "find_gaps",
    "list_known",
]
