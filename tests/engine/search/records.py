"""Invented papers as search knows them."""

from generator.pages.plan import SearchRecord


def make_record(slug: str, title: str = "", **changes: object) -> SearchRecord:
    values: dict[str, object] = {
        "url": f"papers/{slug}/",
        "text": f"All about {slug}.",
        "fields": (("title", title or slug.capitalize()),),
        "keys": (title or slug.capitalize(),),
        "labels": (("topic", ("none",)),),
        "date": "",
    }
    return SearchRecord(**(values | changes))  # type: ignore[arg-type]
