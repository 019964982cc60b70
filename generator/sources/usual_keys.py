"""The usual names of columns and keys in lists of papers, and which fact each stands for.

Case, spaces and punctuation in a name do not count: `Paper Title`, `paper_title`, `paperTitle`.
"""

import re
from collections.abc import Iterable, Mapping

from generator.sources.values import read_arxiv_id, read_count, read_text

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_MEANS = {
    "title": "title papertitle name papername headline",
    "paper": "paper article work papertitlelink",
    "abstract": "abstract abstractnote papersummary abstracttext",
    "summary": "summary description tldr tl aisummary content details overview",
    "authors": "authors author authorlist creators creator writers authornames by authorsparsed",
    "first_author": "firstauthor",
    "arxiv_id": "arxiv arxivid arxivnumber arxivno eprint arxivurl arxivlink",
    "id": "id paperid key entryid identifier guid",
    "doi": "doi",
    "published": "published publishedat publisheddate publicationdate date pubdate datepublished "
    "submitted created createdat releasedate submissiondate firstsubmitted dateadded",
    "updated": "updated updatedat updateddate modified lastupdated",
    "urls": "url urls link links pdf pdfurl pdflink abs absurl paperurl paperlink href source "
    "openreview huggingface hfurl hf site",
    "code_url": "code github githubrepo githuburl githublink repo repository codeurl codelink "
    "sourcecode codebase implementation",
    "project_url": "project projectpage projecturl website homepage projectwebsite webpage",
    "votes": "votes upvotes likes upvote",
    "stars": "stars githubstars star",
    "comments": "numcomments commentcount",
    "comment": "comment comments notes remark arxivcomment",
    "keywords": "keywords keyword tags tag aikeywords topics labels",
    "categories": "categories category subjects subject arxivcategories primarycategory "
    "arxivcategory",
    "venues": "venue venues conference booktitle publishedin",
    "journal_ref": "journalref journal",
    "organisation": "organisation organization affiliation affiliations institution institutions "
    "lab company",
    "submitted_by": "submittedby submitter postedby",
    "media": "video videourl mediaurls media image demo",
}
_FACTS = {name: fact for fact, names in _MEANS.items() for name in names.split()}
_TITLES = ("title", "paper")
_BEYOND_DOUBT = frozenset({"abstract", "authors", "first_author", "arxiv_id", "doi", "urls"})


def name_fact(key: str) -> str:
    """Say which fact a key stands for; empty if it is none that is known."""
    return _FACTS.get(_NOT_WORD.sub("", key[:60].lower()), "")


def has_title(keys: Iterable[object]) -> bool:
    """Whether keys are those of a paper: one of them is its title."""
    return any(name_fact(key) in _TITLES for key in keys if isinstance(key, str))


def is_of_a_paper(keys: Iterable[object]) -> bool:
    """Whether keys are surely those of a paper: its title, and who wrote it or where it is."""
    facts = {name_fact(key) for key in keys if isinstance(key, str)}
    return bool(facts & set(_TITLES)) and bool(facts & _BEYOND_DOUBT)


def name_values(record: Mapping[str, object]) -> dict[str, object]:
    """Name the values of a record by what they are; the first of several of a kind counts."""
    found: dict[str, list[object]] = {}
    for key, value in record.items():
        fact = name_fact(key)
        if fact and value not in (None, "", [], {}):
            found.setdefault(fact, []).append(value)
    values: dict[str, object] = {fact: several[0] for fact, several in found.items()}
    urls = [text for value in found.get("urls", ()) for text in _list_texts(value)]
    paper = read_text(values.pop("paper", None))
    if "://" in paper:
        urls.append(paper)
    elif paper:
        values.setdefault("title", paper)
    id_ = read_text(values.pop("id", None))
    if id_ and read_arxiv_id(id_) and "arxiv_id" not in values:
        values["arxiv_id"] = id_
    if "abstract" not in values and "summary" in values:
        values["abstract"] = values.pop("summary")
    comment = values.get("comment")
    if comment is not None and read_count(comment) is not None:
        values["comments"] = values.pop("comment")
    if isinstance(values.get("categories"), str):
        values["categories"] = re.split(r"[\s,;]+", str(values["categories"]))
    values["urls"] = urls
    values["url"] = next((url for url in urls if url.startswith(("http://", "https://"))), "")
    return values


def _list_texts(value: object) -> list[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    items = value if isinstance(value, list | tuple) else [value]
    return [text for item in items if (text := read_text(item))]
