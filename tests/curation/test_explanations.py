"""Words for what does not fit a schema, where no file on disk can show them."""

from generator.curation.explanations import Misfit, explain
from generator.diagnostics import Code


def test_a_kind_of_misfit_without_words_of_its_own_is_told_too() -> None:
    misfit = Misfit(
        kind="finite_number",
        value=1.0,
        key="hue",
        is_item=False,
        keys=(),
        about="The colour.",
        limits={},
    )
    assert explain(misfit) == (
        Code.WRONG_VALUE,
        "`hue` does not fit: finite_number.",
        "The colour.",
    )
