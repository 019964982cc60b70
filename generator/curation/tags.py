"""Deciding a paper's tags by rule, each explained."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.curation.rule_schema import EvidenceRule, RuleSchema
from generator.curation.scoring import CompiledRules, Score, compile_rules
from generator.identifiers import TagId


@dataclass(frozen=True, slots=True, kw_only=True)
class TagDecision:
    """The tags of a paper, in the order of the file, and what each rule found."""

    tags: tuple[TagId, ...]
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRules:
    """The rules of all tags, made ready. See `compile_tag_rules`."""

    compiled: CompiledRules


def rule_from_words(name: str, aliases: tuple[str, ...] = ()) -> RuleSchema:
    """Make the rule of a tag that has none of its own.

    It is met where the name or an alias stands in the title, or in two sentences of the abstract.
    """
    line = EvidenceRule(any=(name, *aliases), title=2, abstract=1, again=1)
    return RuleSchema(threshold=2, phrases=(line,))


def compile_tag_rules(rules: Mapping[TagId, RuleSchema]) -> TagRules:
    """Make the rules of tags ready to be asked about many papers."""
    return TagRules(compiled=compile_rules({str(id_): rule for id_, rule in rules.items()}))


def decide_tags(rules: TagRules, title: str, abstract: str) -> TagDecision:
    """Decide the tags of a paper by its clean title and abstract."""
    scores = rules.compiled.score(title, abstract)
    return TagDecision(
        tags=tuple(TagId(s.rule) for s in scores if s.margin >= 0),
        scores=scores,
    )
