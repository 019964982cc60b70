"""The worker that keeps pages for when there is no network: told which edition it is of."""

from pathlib import Path

WORKER = "sw.js"
_UNNAMED = 'const EDITION = "none";'


def write_worker(theme: Path | None, site: Path, *, edition: str) -> None:
    """Write the theme's worker to the root of `site`, so that all of it is in its reach.

    `edition` stands for all that the site says: equal sites, equal workers. A theme may have none.
    """
    source = theme / WORKER if theme else None
    if source is None or not source.is_file():
        return
    text = source.read_text(encoding="utf-8")
    named = text.replace(_UNNAMED, f'const EDITION = "{edition[:16]}";', 1)
    (site / WORKER).write_text(named, encoding="utf-8")
