"""Digests from those who publish them: a day of theirs, a file of ours.

What decides is pure and gives its reasons. A file that is there is the last good one: it gives way
only to an answer that is better, or to a person's word.
"""

from generator.desk.deliveries.days import Calendar, choose_days
from generator.desk.deliveries.outcomes import DayReport, Outcome
from generator.desk.deliveries.providers import PROVIDERS, Provider
from generator.desk.deliveries.rounds import Round

__all__ = [
    "PROVIDERS",
    "Calendar",
    "DayReport",
    "Outcome",
    "Provider",
    "Round",
    "choose_days",
]
