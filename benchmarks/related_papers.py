"""A draw of papers with those related to each, to be read and judged by a person.

usage: python -m benchmarks.related_papers ROOT SEED [PAPERS]

ROOT is the root of a site, whose content is read. As many papers as are asked for (40, if nothing
is said) are drawn of all that are shown, by the seed: the same content and seed give the same draw,
whatever is related. How such draws were judged stands in docs/adr/0018-related-papers.md.
"""

import random
import sys
from pathlib import Path

from generator.curation.model import CuratedCorpus
from generator.identifiers import Slug
from generator.pipeline import read_content
from generator.relations.relating import relate_papers
from generator.settings import read_environment, read_settings

PAPERS = 40


def draw(root: Path, seed: int, number: int) -> None:
    """Print each paper drawn, and those related to it with the reasons, their texts whole."""
    curated = read_content(read_settings(root, read_environment()), on_step=lambda _: None).curated
    rows = relate_papers(curated).rows
    none = sum(not row.relations for row in rows.values())
    tell(f"{len(rows)} papers, {none} without a related one; seed {seed}")
    for place, paper in enumerate(random.Random(seed).sample(sorted(rows), number), 1):  # noqa: S311
        tell(f"\n{'=' * 80}\n{place}. {describe(curated, paper)}")
        for letter, relation in zip("abc", rows[paper].relations, strict=False):
            tell(f"\n  {place}{letter}. {relation.nearness:.3f} {', '.join(relation.shared)}")
            tell(f"  {describe(curated, relation.paper)}")


def describe(curated: CuratedCorpus, paper: Slug) -> str:
    """Give the title of a paper, the days of its digests, its topics and tags, and its abstract."""
    said, known = curated.papers[paper], curated.corpus.papers[paper]
    days = (str(each.date or each.digest) for each in known.appearances)
    labels = ", ".join((*said.topics, "|", *said.tags))
    return f"{said.title}\n  [{', '.join(days)}; {labels}]\n  {known.abstract.clean}"


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")


def main(arguments: list[str]) -> None:
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    root, seed, *number = arguments
    draw(Path(root), int(seed), int(number[0]) if number else PAPERS)


if __name__ == "__main__":
    main(sys.argv[1:])
