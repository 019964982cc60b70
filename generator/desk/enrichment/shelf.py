"""Where what is found is put: facts beside the metadata, questions beside the curation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.desk.arrivals.shelving import hold_shelf
from generator.desk.deliveries.shelf import put_away
from generator.desk.enrichment.outcomes import Doubt
from generator.desk.enrichment.questions import draft_questions
from generator.desk.enrichment.rows import put_rows
from generator.desk.writing import DRAFT, plan_addition, write_addition
from generator.sources.facts import FOUND
from generator.sources.folders import shown_path
from generator.sources.model import RawFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The folders of a site into which facts and questions go.

    `on_wait` is called before a wait for another command that writes there.
    """

    metadata: Path
    curation: Path
    root: Path
    on_wait: Callable[[], None]

    def sweep(self) -> None:
        """Remove drafts that a writer left who was killed."""
        for folder in (self.metadata / FOUND, self.curation):
            for draft in folder.glob(f"{DRAFT}*"):
                draft.unlink(missing_ok=True)

    def put(
        self, file: str, rows: Sequence[RawFacts], doubts: Sequence[Doubt], *, source: str
    ) -> None:
        """Add facts to a source's file, and questions to the curator's, each whole or not at all.

        Raises Refusal where a file has a mistake or is a link, OSError where one cannot be written.
        """
        if not rows and not doubts:
            return
        self.metadata.mkdir(exist_ok=True)
        with hold_shelf(self.metadata, on_wait=self.on_wait):
            if rows:
                self._put_rows(self.metadata / FOUND / file, rows)
            if doubts:
                self.curation.mkdir(exist_ok=True)
                draft = draft_questions(doubts, source=source)
                write_addition(plan_addition(draft, self.curation, root=self.root))

    def _put_rows(self, path: Path, rows: Sequence[RawFacts]) -> None:
        before = path.read_bytes() if path.exists() else None
        data = put_rows(before, rows, shown_path(path, self.root))
        if data != before:
            put_away(path, data)
