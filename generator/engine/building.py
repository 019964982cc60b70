"""From `build/docs` to a published site, or to findings and the site as it was."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from generator.diagnostics import Diagnostic
from generator.engine.command import run_engine
from generator.engine.fingerprint import compute_edition, compute_fingerprint
from generator.engine.finishing import finish_site, put_beside
from generator.engine.model import Engine, Workplace
from generator.engine.offline import write_worker
from generator.engine.search.index import digest_records, write_search_index
from generator.engine.shelf import Shelf
from generator.pages.plan import SearchRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """What came of it. `changed` says that `build/site` is another version than before."""

    changed: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def build_site(
    place: Workplace,
    engine: Engine,
    *,
    newest: date | None,
    lock: int | None,
    on_step: Callable[[str], None],
    records: Sequence[SearchRecord] = (),
) -> Building:
    """Publish the site of what lies under `place.docs`, unless it is published already.

    Whoever calls holds the build's lock, whose descriptor `lock` is. `newest` is the date of the
    newest content, `on_step` is told in a few words what is at work, `records` are the papers that
    search finds. Raises OSError where files cannot be read or written; then, too, the site is as it
    was.
    """
    shelf = Shelf(build=place.build)
    fingerprint = compute_fingerprint(place, engine, search=digest_records(records))
    shelf.clear()
    name = shelf.find(fingerprint)
    if name and name == shelf.published():
        return Building(changed=False)
    if not name:
        try:
            diagnostics = _make(
                place, engine, newest=newest, lock=lock, on_step=on_step, records=records
            )
            if diagnostics:
                return Building(changed=False, diagnostics=diagnostics)
            edition = compute_edition(place, search=digest_records(records))
            write_worker(place.theme, place.next, edition=edition)
            on_step("Publishing")
            name = shelf.add(place.next, fingerprint)
        finally:
            # Nobody needs half a site, least of all a disk that is full.
            shutil.rmtree(place.next, ignore_errors=True)
    shelf.publish(name)
    with suppress(OSError):  # the site is published; the next build clears what is left
        shelf.clear()
    return Building(changed=True)


def _make(
    place: Workplace,
    engine: Engine,
    *,
    newest: date | None,
    lock: int | None,
    on_step: Callable[[str], None],
    records: Sequence[SearchRecord],
) -> tuple[Diagnostic, ...]:
    """Make the site in `place.next`, up to the first step with a finding."""
    on_step("Building the pages")
    if diagnostics := run_engine(place, engine, newest=newest, lock=lock):
        return diagnostics
    docs_name = place.relative(place.docs)
    if diagnostics := finish_site(place.docs, place.next, docs_name=docs_name):
        return diagnostics
    put_beside(place.beside, place.next)
    on_step("Indexing the papers for search")
    return write_search_index(
        records, place.next, kept=place.index, environment=place.environment, lock=lock
    )
