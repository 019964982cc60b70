"""Made lists in the form of the provider's answers, and a site that has some."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

TODAY = date(2031, 5, 7)
"""A Wednesday: the day of `tests.network.clock.NOON`."""
TUESDAY = date(2031, 5, 6)
BEFORE = (date(2031, 4, 30), date(2031, 5, 1), date(2031, 5, 2), date(2031, 5, 5))


def make_item(day: date, number: int, *, votes: int = 3) -> dict[str, object]:
    title = f"Knots of the {day:%d.%m.} for Robots, Part {number}"
    return {
        "paper": {
            "id": f"{day:%y%m}.{day.day:02}{number:03}",
            "authors": [{"name": "Ada Knot", "hidden": False}],
            "publishedAt": f"{day.isoformat()}T00:00:00.000Z",
            "title": title,
            "summary": f"A robot that ties knots must know its rope, and number {number} does.",
            "upvotes": votes,
            "submittedOnDailyAt": f"{day.isoformat()}T00:00:00.000Z",
        },
        "title": title,
        "numComments": 1,
    }


def make_list(day: date, papers: int | Sequence[int] = 10, **facts: int) -> bytes:
    numbers = range(1, papers + 1) if isinstance(papers, int) else papers
    return json.dumps([make_item(day, number, **facts) for number in numbers]).encode()


def path_of(site: Path, day: date, ending: str = "json") -> Path:
    return site / f"content/digests/{day.year}/{day.isoformat()}.{ending}"


def put(site: Path, day: date, data: bytes | None = None) -> Path:
    path = path_of(site, day)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_list(day) if data is None else data)
    return path


def make_site(folder: Path) -> Path:
    """Make the least that is a site, with the lists of four days."""
    (folder / "site_templates/pages").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: Knots\nsite_url: https://knots.example/papers/\n", encoding="utf-8"
    )
    (folder / "content/digests").mkdir(parents=True)
    for day in BEFORE:
        put(folder, day)
    return folder


def read_all(site: Path) -> dict[str, bytes]:
    """Every file under content/digests, hidden ones too."""
    folder = site / "content/digests"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}
