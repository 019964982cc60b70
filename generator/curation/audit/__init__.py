"""An audit: what in rules, tags and entries may be better, though nothing in it is a mistake."""

from generator.corpus.model import Corpus
from generator.curation.audit.advice import Advice, Subject
from generator.curation.audit.authors import advise_on_names
from generator.curation.audit.labels import advise_on_aliases, advise_on_tags, advise_on_topics
from generator.curation.audit.papers import (
    advise_on_lookalikes,
    advise_on_missing_papers,
    advise_on_open_questions,
    advise_on_topics_of_papers,
)
from generator.curation.audit.rules import advise_on_common_phrases, advise_on_rules
from generator.curation.audit.tally import tally_rules
from generator.curation.model import CuratedCorpus, Curation

__all__ = ["Advice", "Subject", "audit"]


def audit(*, curation: Curation, corpus: Corpus, curated: CuratedCorpus) -> tuple[Advice, ...]:
    """Give all advice on a curation, by subject and then by place.

    `corpus` is as it was before any curator's word, `curated` what came of the two.
    """
    tally = tally_rules(curation, corpus)
    given = (
        *advise_on_missing_papers(curation, corpus),
        *advise_on_lookalikes(curated),
        *advise_on_open_questions(curation),
        *advise_on_names(curated),
        *advise_on_topics_of_papers(curated),
        *advise_on_topics(curated),
        *advise_on_tags(curation, curated),
        *advise_on_aliases(curation),
        *advise_on_rules(tally, corpus),
        *advise_on_common_phrases(tally),
    )
    order = tuple(Subject)
    return tuple(sorted(given, key=lambda a: (order.index(a.subject), a.place, a.message)))
