"""Deciding tags by name, alias and rule, and the tags of this site."""

from collections import Counter

import pytest

from generator.curation.phrases import fold_phrase
from generator.curation.reading import read_curation
from generator.curation.tags import compile_tag_rules, decide_tags, rule_from_words
from generator.identifiers import TagId
from tests.conftest import ROOT
from tests.curation.gold import seed_papers

# title, abstract, whether the tag "Kite flying" (alias "kiting") is given
GIVEN = [
    ("Kite Flying for All", "", True),
    ("Kiting", "", True),
    ("Winds", "Kite flying is old. We study kiting.", True),
    ("Winds", "Kite flying and kiting are old.", False),
    ("Winds", "Kites are flying.", False),
]


@pytest.mark.parametrize(("title", "abstract", "given"), GIVEN)
def test_a_tag_without_a_rule_is_found_by_its_words(title: str, abstract: str, given: bool) -> None:
    rules = compile_tag_rules({TagId("kite"): rule_from_words("Kite flying", ("kiting",))})
    decision = decide_tags(rules, title, abstract)
    assert decision.tags == (("kite",) if given else ())
    for score in decision.scores:
        assert score.total == sum(e.weight for e in score.evidence)


def test_no_tag_of_this_site_is_given_to_most_papers_and_most_are_given() -> None:
    curation, findings = read_curation(ROOT / "content" / "curation", root=ROOT)
    assert not findings
    rules = compile_tag_rules(curation.tag_rules)
    papers = seed_papers()
    count = Counter(t for p in papers for t in decide_tags(rules, p.title, p.abstract).tags)
    assert max(count.values()) <= 0.4 * len(papers)
    assert len(count) >= 0.8 * len(curation.tags)


def test_no_two_tags_of_this_site_share_a_word() -> None:
    curation, _ = read_curation(ROOT / "content" / "curation", root=ROOT)
    owners: dict[str, str] = {}
    for tag in curation.tags:
        for form in {form for word in (tag.name, *tag.aliases) for form in fold_phrase(word)}:
            assert owners.setdefault(form, tag.id) == tag.id, f"{form!r}: {owners[form]}, {tag.id}"
