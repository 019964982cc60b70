"""Topics and tags for the invented corpus of kites and boats, and what they come to."""

from dataclasses import dataclass

from generator.corpus.model import Corpus
from generator.curation.application import apply_curation
from generator.curation.lookup import PaperSearch
from generator.curation.model import CuratedCorpus, Curation
from tests.curation.world import harbour_world
from tests.curation.writing import curate_text

TOPICS = """\
- id: kites
  name: Kites
  description: All that flies on a line.
  family: Sea
  hue: 1
  form: 1
  rule:
    threshold: 3
    phrases:
      - any: [kite, "wind*"]
        title: 2
        abstract: 1
        again: 0.5
      - any: [boat]
        abstract: -0.5
- id: boats
  name: Boats
  description: All that floats.
  family: Sea
  hue: 1
  form: 2
  rule:
    threshold: 2
    phrases:
      - any: [boat]
        title: 3
        abstract: 1.5
- id: charts
  name: Charts
  description: Maps of the sea. It has no rule.
  family: Sea
  hue: 1
  form: 3
"""
TAGS = """\
- id: survey
  name: Survey
  aliases: [overview]
- id: wooden
  name: Wooden boat
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sea:
    """A corpus, a curation, and the two together."""

    corpus: Corpus
    curation: Curation
    curated: CuratedCorpus
    search: PaperSearch


def sea(
    papers: str = "",
    *,
    topics: str = TOPICS,
    tags: str = TAGS,
    collections: str = "",
    authors: str = "",
) -> Sea:
    corpus = harbour_world()
    texts = {"papers": papers, "collections": collections, "authors": authors}
    given = {kind: text for kind, text in texts.items() if text}
    curation = curate_text(topics=topics, tags=tags, **given)
    return Sea(
        corpus=corpus,
        curation=curation,
        curated=apply_curation(curation, corpus),
        search=PaperSearch(corpus, curation.edits),
    )
