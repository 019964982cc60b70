"""What the data says of digests and of months."""

from generator.pages.api.schemas.shapes import (
    DAY,
    LABEL,
    SLUG,
    day,
    list_of,
    number,
    record_of,
    text,
    words,
)

DIGEST = record_of(
    "A digest: one list as it was received.",
    {
        "id": words("Its file, without folder and ending. It never changes."),
        "url": text("The address of its page.", f"{DAY}|undated/{SLUG}/"),
        "section": text("The id of its section on that page.", "digest_[0-9]+"),
        "name": words("Its name for readers."),
        "date": day("The day on which it was taken; null where there is none."),
        "ordinal": number("Its number among the digests of its day, from 1.", least=1),
        "file": words("Its file, from the folder of the site's sources."),
        "format": words("The format in which it was received."),
        "entries": number("Entries that were read, hidden papers among them."),
        "new": number("Entries of papers that no earlier digest held."),
        "papers": list_of("Ids of its papers in their order, each once.", LABEL, uniqueItems=True),
        "ledger": record_of(
            "How many lines of the file were what. A line may be two things at once.",
            {
                "lines": number("Lines that are not blank; places, in a format of records."),
                "header": number("Of the header."),
                "title": number("Titles."),
                "abstract": number("Abstracts."),
                "fact": number("Authors, dates, votes and addresses on lines of their own."),
                "record": number("Whole papers in one place: rows, objects."),
                "rejected": number("Lines that are none of these."),
            },
        ),
    },
)
COUNT = record_of(
    "A topic or tag.", {"id": LABEL, "papers": number("Papers of the month with it.", least=1)}
)
MONTH_FILE = record_of(
    "A month and the file of its papers. A paper is in the month of its first digest.",
    {
        "month": text(
            "The month; null for papers without a date.", "[0-9]{4}-[0-9]{2}", nullable=True
        ),
        "url": text("The file.", "api/v1/months/(?:[0-9]{4}-[0-9]{2}|undated)\\.json"),
        "papers": number("Papers in it."),
    },
)
MONTH = record_of(
    "A month. A paper counts once, in the month of the first dated digest that held it.",
    {
        "month": text("The month.", "[0-9]{4}-[0-9]{2}"),
        "url": text("The address of its page, if it has one.", "[0-9/]{8}", nullable=True),
        "days": number("Days with a digest."),
        "papers": number("Papers that no dated digest of a month before held."),
        "topics": list_of("Topics of these papers, in the curators' order.", COUNT),
        "tags": list_of("Tags of these papers, by id.", COUNT),
    },
)
