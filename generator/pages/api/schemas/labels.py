"""What the data says of topics, tags, reading lists and picks."""

from generator.pages.api.schemas.shapes import (
    LABEL,
    SLUG,
    list_of,
    number,
    record_of,
    text,
    words,
)

TOPIC = record_of(
    "A topic: one of a few sections.",
    {
        "id": text("The last part of its address. It never changes.", SLUG),
        "url": text("The address of its page.", f"topics/{SLUG}/"),
        "name": words("Its name for readers."),
        "description": text("One sentence."),
        "family": words("The group of topics in which it is shown."),
        "hue": number("The colour of its mark.", least=1, most=8),
        "form": number("The form of its mark.", least=1, most=5),
        "count": number("Papers with this topic."),
    },
)
TAG = record_of(
    "A tag: one of many labels.",
    {
        "id": text("The last part of its address. It never changes.", SLUG),
        "url": text("The address of its page.", f"tags/{SLUG}/"),
        "name": words("Its name for readers."),
        "description": text("One sentence; may be empty."),
        "aliases": list_of("Other words for it.", words("A word or a few.")),
        "count": number("Papers with this tag."),
    },
)
COLLECTION = record_of(
    "A reading list.",
    {
        "id": text("The last part of its address. It never changes.", SLUG),
        "url": text("The address of its page.", f"collections/{SLUG}/"),
        "name": words("Its name for readers."),
        "description": text("For whom it is, and what it leads to."),
        "papers": list_of(
            "In the order in which to read them.",
            record_of(
                "A paper of the list.",
                {
                    "id": LABEL,
                    "url": text("The address of its page.", f"papers/{SLUG}/"),
                    "comment": text("Why it stands there, in Markdown; may be empty."),
                },
            ),
        ),
    },
)
PICK = record_of(
    "A paper that a curator recommends.",
    {
        "id": text("The paper's id, as in papers.json.", SLUG),
        "url": text("The address of its page.", f"papers/{SLUG}/"),
        "title": words("Its title."),
        "note": text("What the curator says of it, in Markdown; may be empty."),
    },
)
