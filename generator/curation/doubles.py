"""Topics and tags that a reader cannot tell apart, though their ids differ."""

from collections.abc import Iterator, Sequence

from generator.curation.model import Tag, Topic
from generator.curation.wording import nearest
from generator.diagnostics import Code, Diagnostic, Place

_LEAST_FAMILY_LIKENESS = 0.75
"""Of 1. More than among ids: families are few, and meant to differ."""


def find_double_names(labels: Sequence[Topic] | Sequence[Tag]) -> Iterator[Diagnostic]:
    """Find topics, or tags, of one name."""
    names: dict[str, Topic | Tag] = {}
    for label in labels:
        first = names.setdefault(label.name.casefold(), label)
        if first is not label:
            yield _report(
                label.place,
                f"The name {label.name} is that of `{first.id}` too, in {first.place}.",
                "Give one of them another name, or make one entry of the two.",
            )


def find_double_families(topics: Sequence[Topic]) -> Iterator[Diagnostic]:
    """Find families whose names differ by a slip of the pen."""
    families: dict[str, Place] = {}
    for topic in topics:
        known = {family: family for family in families if len(family) > 1}
        meant = nearest(topic.family, known, least=_LEAST_FAMILY_LIKENESS)
        if meant and topic.family not in families:
            yield _report(
                topic.place,
                f"Its family `{topic.family}` is nearly called as `{meant}`, in {families[meant]}.",
                f"Write `family: {meant}`, or a name that differs more.",
            )
        families.setdefault(topic.family, topic.place)


def _report(place: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=Code.LABELS_ALIKE, place=place, message=message, hint=hint)
