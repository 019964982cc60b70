"""Invented digests for `broadsheet add`: pages of papers, and answers of an API."""

import json
import random

_THINGS = ("Lamp", "Buoy", "Gull", "Anchor", "Net", "Tide", "Pier", "Crane", "Ferry", "Rope")
_DOING = ("Counting", "Mending", "Timing", "Drawing", "Finding", "Weighing")
_WHERE = ("Fog", "Winter", "a Storm", "the Dark", "Low Water", "August")


def make_papers(number: int, seed: int = 0) -> list[tuple[str, str]]:
    """Titles and abstracts as papers have them, all different."""
    chance = random.Random(seed)  # noqa: S311 - the same papers each time
    papers = []
    for n in range(number):
        thing, doing, where = chance.choice(_THINGS), chance.choice(_DOING), chance.choice(_WHERE)
        title = f"{doing} the {thing} of Harbour {seed * 100 + n} in {where}"
        about = f"{doing} the {thing.lower()} of a harbour in {where.lower()} is hard. "
        abstract = about + " ".join(
            f"In the {chance.randint(2, 900)} nights of study {n} we found that a {thing.lower()} "
            f"is {chance.choice(('slower', 'brighter', 'older', 'wetter'))} than "
            f"{chance.randint(2, 900)} others, which no earlier method could show."
            for _ in range(4)
        )
        papers.append((title, abstract))
    return papers


def page(papers: list[tuple[str, str]], day: str = "") -> str:
    """A page of papers as it is copied from a browser."""
    head = ["new", "Get trending papers in your email inbox!", "Subscribe"]
    lines = [*head, "byAK and the research community", *([day] if day else [])]
    for title, abstract in papers:
        lines += [title, abstract]
    return "\n\n".join(lines) + "\n"


def answer(papers: list[tuple[str, str]], month: str = "2501") -> str:
    """The same as an API tells it."""
    items = [
        {
            "paper": {
                "id": f"{month}.{9000 + n:05}",
                "authors": [{"name": f"Ada Quay {n}"}, {"name": "Bo Hitch"}],
                "publishedAt": f"20{month[:2]}-{month[2:]}-02T00:00:00.000Z",
                "title": title,
                "summary": abstract,
                "upvotes": n,
            },
            "title": title,
        }
        for n, (title, abstract) in enumerate(papers, start=1)
    ]
    return json.dumps(items, indent=1)
