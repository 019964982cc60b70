"""Which addresses a plan answers at, and which its views lead to."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.pages.plan import Plan, PlannedPage
from generator.pages.views import CardSection, CardView


def planned_addresses(plan: Plan) -> set[str]:
    """Give every address at which something will answer, those with an anchor too."""
    addresses = {redirect.path.removesuffix("index.html") for redirect in plan.redirects}
    addresses |= {file.path for file in plan.files}
    for page in plan.pages:
        url = page_address(page)
        addresses.add(url)
        addresses |= {f"{url}#{anchor}" for anchor in anchors(page)}
    return addresses


def answering_addresses(plan: Plan) -> set[str]:
    """Give all of these, and those of the files beside pages."""
    return planned_addresses(plan) | {file.path for file in plan.attachments}


def page_address(page: PlannedPage) -> str:
    return page.path.removesuffix("index.md")


def anchors(page: PlannedPage) -> list[str]:
    """Give every id that a page's view asks for, as often as it asks."""
    found = []
    for value in walk(page.view):
        if isinstance(value, CardView):
            found += [value.anchor, *value.aliases] if value.anchor else list(value.aliases)
        if isinstance(value, CardSection):
            found.append(value.id)
    return found


def linked_addresses(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give every page with every address of this site that it links to, `#...` made whole."""
    for page in plan.pages:
        for value in walk(page.view):
            for url in _urls(value):
                if not url.startswith(("https://", "http://")):
                    there = page_address(page) + url if url.startswith("#") else url
                    yield page.path, there.partition("?")[0]
    for redirect in plan.redirects:
        yield redirect.path, redirect.target


def walk(value: Any) -> Iterator[Any]:
    """Give a view and everything in it."""
    yield value
    if isinstance(value, tuple):
        for part in value:
            yield from walk(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name))


def _urls(value: Any) -> Iterator[str]:
    if is_dataclass(value):
        for field in fields(value):
            url = getattr(value, field.name)
            if (field.name == "url" or field.name.endswith("_url")) and url:
                yield url
