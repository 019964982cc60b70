"""What the data says of papers, their addresses, and which are near one another."""

from generator.pages.api.schemas.shapes import (
    DAY,
    LABEL,
    SLUG,
    day,
    flag,
    link,
    list_of,
    number,
    record_of,
    share,
    text,
    words,
)

ARXIV_ID = r"[0-9]{4}\.[0-9]{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/[0-9]{7}"

SAID = {
    "title": words("The title as this digest had it, clean; only where it is another."),
    "title_raw": text("The same, as received."),
    "abstract": text("The abstract as this digest had it, clean; only where it is another."),
    "abstract_raw": text("The same, as received."),
}
MEASURED = {
    "path": words("What names the entry in a file where lines say little: data[3]."),
    "votes": number("Votes for the paper, as this digest has them."),
    "stars": number("Stars of its code, as this digest has them."),
    "comments": number("How many had spoken of it, as this digest has them."),
    "submitted_by": words("Who put it on the list."),
}
APPEARANCE = record_of(
    "A place in a digest.",
    {
        "digest": words("The digest's id, as in digests.json."),
        "date": day("The day of the digest; null for one without a date."),
        "file": words("The file of the digest, from the folder of the site's sources."),
        "line": number("The line of that file at which the title stands, from 1.", least=1),
        "position": number("The number of the paper in the digest, from 1.", least=1),
        "url": text("The card in the archive.", f"(?:{DAY}|undated/{SLUG}/)#{SLUG}"),
        **MEASURED,
        **SAID,
    },
    optional=(*MEASURED, *SAID),
)
SOURCE = record_of(
    "A source of facts, such as authors or code_url, by the keys of metadata files.",
    {
        "kind": text(
            "Who says so: a curator, metadata that people wrote, what a program found by the "
            "title, or a digest.",
            "curator|metadata|found|digest",
        ),
        "file": words("Its file, from the folder of the site's sources."),
        "line": number("The line of that file, from 1.", least=1),
        "path": text("What names the entry where lines say little; else null.", nullable=True),
        "gives": list_of("Facts that stand on its word.", words("A fact."), uniqueItems=True),
        "overruled": list_of(
            "Facts of which it says something else than what stands.",
            words("A fact."),
            uniqueItems=True,
        ),
    },
)
PAPER = record_of(
    "A paper, once, however often it appeared.",
    {
        "id": text("The last part of its address. It never changes.", SLUG),
        "url": text("The address of its page.", f"papers/{SLUG}/"),
        "redirects": list_of(
            "Further addresses that lead to its page.",
            text("An address.", f"papers/{SLUG}/"),
            uniqueItems=True,
        ),
        "title": words("The title as it is shown: clean, or corrected by a curator."),
        "title_raw": text("The title as received."),
        "abstract": text("The longest abstract that was received, clean."),
        "abstract_raw": text("The same, as received."),
        "other_abstracts": list_of(
            "Abstracts that other digests had, where they differ.",
            record_of(
                "An abstract.",
                {"abstract": text("Clean."), "abstract_raw": text("As received.")},
            ),
        ),
        "authors": list_of(
            "All authors in their order, or the first alone.", words("A name, as it is spoken.")
        ),
        "authors_complete": flag("Whether `authors` names all of them."),
        "arxiv_id": text("Without a version; null where it is not known.", ARXIV_ID, nullable=True),
        "published": day("The day of its first publication; null where it is not known."),
        "featured": day("The day of the first digest that held it; null where none has a date."),
        "venues": list_of("Where it was published, spelt out.", words("A venue and a year.")),
        "doi": text("Without an address before it; null where none is known.", nullable=True),
        "categories": list_of("Its arXiv categories.", words("Such as cs.CL."), uniqueItems=True),
        "keywords": list_of("Keywords, as a digest gave them.", words("A word or a few.")),
        "summary": text(
            "A sentence or two beside the abstract, as a source gives them; else null.",
            nullable=True,
        ),
        "summary_by": text(
            "Whose program wrote the summary; null where a person may have.", nullable=True
        ),
        "organisation": text("Who says that it is theirs; else null.", nullable=True),
        "journal_ref": text(
            "Where it appeared, in the words of a source; else null.", nullable=True
        ),
        "comment": text("The authors' own remark, such as 12 pages; else null.", nullable=True),
        "updated": day("The day of its last change; null where it is not known."),
        "media": list_of("Pictures and films of it, elsewhere.", link("One.")),
        "links": record_of(
            "Its pages elsewhere, as far as they are known. A curator's further ones are by their "
            "labels, as are a source's `Paper` and `Project`.",
            {
                "arxiv": link("The abstract at arXiv."),
                "pdf": link("The paper itself."),
                "huggingface": link("Its page at Hugging Face."),
                "code": link("The code, as a third party or a curator says."),
            },
            optional=("arxiv", "pdf", "huggingface", "code"),
        )
        | {"additionalProperties": link("A page, by the label that a curator gave it.")},
        "topics": list_of("Ids of its topics, its primary one first.", LABEL, uniqueItems=True),
        "topics_by_rule": list_of(
            "What rules alone give, before a curator's word.", LABEL, maxItems=3, uniqueItems=True
        ),
        "tags": list_of("Ids of its tags.", LABEL, uniqueItems=True),
        "pick": flag("Whether a curator recommends it."),
        "note": text("What a curator says of it, in Markdown; may be empty."),
        "sources": list_of(
            "Whence its facts are, in the order in which sources are believed: of two that differ, "
            "the first one counts.",
            SOURCE,
        ),
        "appearances": list_of(
            "By date, those without one last; never none.", APPEARANCE, minItems=1
        ),
    },
)
ADDRESS = record_of(
    "An address of papers: `papers/<id>/`.",
    {
        "id": text("The last part of the address.", SLUG),
        "to": list_of(
            "Ids of the papers to which it leads: itself, if it is a paper's own; another, if it "
            "was one; several, if they share it; none, if a curator has hidden the paper.",
            LABEL,
            uniqueItems=True,
        ),
        "title": text("The title of the paper whose own it is; else null.", nullable=True),
    },
)
RELATED = record_of(
    "The papers near one by what they say.",
    {
        "id": text("The paper's id, as in papers.json.", SLUG),
        "url": text("The address of its page.", f"papers/{SLUG}/"),
        "related": list_of(
            "Papers near it, the nearest first; none where none is near.",
            record_of(
                "A paper near it.",
                {
                    "id": LABEL,
                    "url": text("The address of its page.", f"papers/{SLUG}/"),
                    "nearness": share("How near it is: above 0 and up to 1, in thousandths."),
                    "shared": list_of(
                        "Words and phrases that both say, as the first one has them.",
                        words("A word or a few."),
                        minItems=1,
                    ),
                },
            ),
            maxItems=3,
        ),
    },
)
