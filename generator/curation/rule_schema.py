"""What a person may write under `rule:` of a topic or a tag.

A rule is a list of lines of evidence. Each names phrases that mean much the same and says what they
weigh in a title and in an abstract. What is found is added up; from `threshold` on the rule is met.
docs/topics.md explains it by example.
"""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

Weight = Annotated[float, Field(strict=True, ge=-20, le=20)]
MAX_PHRASES_A_LINE = 120


def _check_phrase(phrase: str) -> str:
    if not any(c.isalnum() for c in phrase):
        raise ValueError("a phrase needs a letter or a digit")
    if "*" in phrase.removesuffix("*"):
        raise ValueError("a star stands only at the end of a phrase: `summar*`")
    if phrase.endswith("*") and not phrase[-2].isalnum():
        raise ValueError("a star follows a letter or a digit: `summar*`")
    if len(phrase) > 100:
        raise ValueError("a phrase has at most 100 characters")
    return phrase


PhraseText = Annotated[str, AfterValidator(_check_phrase)]
"""Words as a person writes them. Case, plural and British spelling do not count; a hyphen also
matches a space or nothing (`pre-training`); a star at the end matches any ending (`summar*`)."""
PhraseList = Annotated[tuple[PhraseText, ...], Field(min_length=1, max_length=MAX_PHRASES_A_LINE)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class EvidenceRule(_Strict):
    """One line of evidence: phrases that mean much the same, and what they weigh where.

    However many of its phrases stand in a text, a line counts `title` once, `abstract` once, and
    `again` for each further sentence of the abstract, of which three count. A negative weight
    speaks against.
    """

    any: PhraseList
    """The phrases. A star at the end of one matches any ending (`summar*`)."""
    with_: Annotated[tuple[PhraseText, ...], Field(alias="with")] = ()
    """The phrases count only in a sentence, or a title, in which one of these stands too."""
    all: tuple[PhraseText, ...] = ()
    """The line counts only where each of these stands somewhere in title or abstract."""
    not_: Annotated[tuple[PhraseText, ...], Field(alias="not")] = ()
    """The line does not count where one of these stands anywhere in title or abstract."""
    unless: tuple[PhraseText, ...] = ()
    """Longer phrases within which these mean something else (`law` in `scaling law`): an occurrence
    within one of them does not count."""
    title: Weight = 0
    """What a phrase in the title weighs."""
    abstract: Weight = 0
    """What a phrase in the abstract weighs, once."""
    again: Weight = 0
    """What each further sentence of the abstract weighs, at most three of them."""

    @model_validator(mode="after")
    def _weighs_something(self) -> "EvidenceRule":
        if not (self.title or self.abstract or self.again):
            raise ValueError("give `title`, `abstract` or `again` a weight that is not 0")
        return self


class RuleSchema(_Strict):
    """A rule: evidence, and the sum from which it is met."""

    phrases: Annotated[tuple[EvidenceRule, ...], Field(min_length=1)]
    """The lines of evidence, which are added up."""
    threshold: Annotated[float, Field(strict=True, gt=0, le=100)]
    """The sum from which the rule is met."""


class TopicRuleSchema(RuleSchema):
    """A topic's rule. A paper's primary topic is the one that passes its threshold by most."""

    primary: Weight = 0
    """Added, or taken away where negative, when a paper's primary topic is chosen."""
    before: tuple[str, ...] = ()
    """Topics that stand behind this one where both are given with about the same right: a benchmark
    of one subject is first about the subject, then about evaluation."""


class TagRuleSchema(RuleSchema):
    """A tag's rule, where its name and aliases found in a text are not enough or too much."""
