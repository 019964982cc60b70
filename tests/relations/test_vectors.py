"""How alike papers are by their terms, those of their texts and those of their subjects."""

import pytest

from generator.relations.vectors import SUBJECTS, Vectors

FILLING = tuple({f"w{n}": 1.0, f"v{n}": 1.0} for n in range(40))
"""Papers with terms of their own, so that those of two are rare."""


def alike(*papers: tuple[dict[str, float], dict[str, float]]) -> list[float]:
    """Say how alike papers, as terms of texts and subjects, are to the first of them."""
    vectors = Vectors(
        [*(text for text, _ in papers), *FILLING], [*(s for _, s in papers), *({} for _ in FILLING)]
    )
    return list(vectors.measure(0)[1 : len(papers)])


def test_texts_and_subjects_each_have_their_part() -> None:
    kite, sea = {"kite": 1.0}, {"topic:sea": 2.0}
    both, text, subject = alike(
        (kite, sea),
        (kite, sea),
        (kite, {"topic:air": 1.0}),
        ({"rope": 2.0}, sea),
        ({"rope": 1.0}, {"topic:air": 1.0}),
    )[:3]
    assert (both, text, subject) == pytest.approx((1, 1 - SUBJECTS, SUBJECTS))


def test_without_subjects_the_text_is_all() -> None:
    kite = {"kite": 1.0}
    assert alike((kite, {}), (kite, {})) == pytest.approx([1])


def test_what_weighs_less_than_one_does_not_make_a_subject_common() -> None:
    kite, sea = {"kite": 1.0}, {"topic:sea": 1.0}
    some = [({f"x{n}": 1.0, "kite": 1.0}, {"topic:sea": 0.5}) for n in range(12)]
    many = [({f"x{n}": 1.0, "kite": 1.0}, {"topic:sea": 1.0}) for n in range(12)]
    subject = ({"rope": 1.0}, sea)
    assert alike((kite, sea), subject, *some)[0] > 0
    assert alike((kite, sea), subject, *many)[0] == 0
