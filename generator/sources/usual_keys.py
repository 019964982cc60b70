"""The usual names of columns and keys in lists of papers, and which fact each stands for.

Case, spaces and punctuation in a name do not count: `Paper Title`, `paper_title`, `paperTitle`.
"""

import re
from collections.abc import Iterable, Mapping

from generator.sources.values import read_arxiv_id, read_count, read_text, says_nothing
from generator.sources.wrapped_records import unwrap

_NOT_WORD = re.compile(r"[\W_]+")
_OWNER_AND_NAME = re.compile(r"[\w.-]{1,60}/[\w.-]{1,100}", re.ASCII)
_MEANS = {
    "title": "title titles headline displayname 标题 题目 论文标题 原文标题 英文标题",
    "name": "name method model",
    "paper": "paper article work papertitlelink 论文",
    "abstract": "abstract abstracts abstractnote abstracttext abstractinvertedindex 摘要",
    "summary": "summary summaries description tldr tl aisummary content details overview",
    "authors": "authors author authorlist creators creator writers authornames by authorsparsed "
    "authorstring authorships authorsstring 作者",
    "first_author": "firstauthor",
    "arxiv_id": "arxiv arxivid arxivnumber arxivno eprint arxivurl arxivlink basearxivid",
    "id": "id paperid key entryid identifier guid",
    "doi": "doi",
    "published": "published publishedat publisheddate publishdate publicationdate date pubdate "
    "datepublished submitted created createdat releasedate submissiondate firstsubmitted dateadded "
    "firstpublicationdate 日期 发布日期 发表日期",
    "updated": "updated updatedat updateddate modified lastupdated",
    "urls": "url urls link links pdf pdfurl pdflink abs absurl paperurl paperlink href source "
    "openreview huggingface hfurl hf site urlabs urlpdf openaccesspdf primarylocation "
    "paperurlabs paperurlpdf 链接 论文链接 论文地址",
    "code_url": "code github githubrepo githuburl githublink repo repository codeurl codelink "
    "sourcecode codebase implementation repourl codelinks 代码 代码链接",
    "project_url": "project projectpage projecturl website homepage projectwebsite webpage",
    "votes": "votes upvotes likes upvote",
    "stars": "stars githubstars star",
    "comments": "numcomments commentcount",
    "comment": "comment comments notes remark arxivcomment",
    "keywords": "keywords keyword tags tag aikeywords topics labels 关键词",
    "categories": "categories category subjects subject arxivcategories primarycategory "
    "arxivcategory terms 分类",
    "venues": "venue venues conference booktitle publishedin",
    "journal_ref": "journalref journal journaltitle containertitle",
    "organisation": "organisation organization affiliation affiliations institution institutions "
    "lab company",
    "submitted_by": "submittedby submitter postedby",
    "media": "video videourl mediaurls media image demo",
}
_FACTS = {name: fact for fact, names in _MEANS.items() for name in names.split()}
_TITLES = ("title", "paper", "name")
"""Each may hold it; the first of these that says something does."""
_BEYOND_DOUBT = frozenset({"abstract", "authors", "first_author", "arxiv_id", "doi", "urls"})


def name_fact(key: str) -> str:
    """Say which fact a key stands for; empty if it is none that is known."""
    name = _NOT_WORD.sub("", key[:60].lower())
    return _FACTS.get(name) or _FACTS.get(name.removeprefix("paper"), "")


def has_title(keys: Iterable[object]) -> bool:
    """Whether keys are those of a paper: one of them is its title."""
    return any(name_fact(key) in _TITLES for key in keys if isinstance(key, str))


def is_of_a_paper(keys: Iterable[object]) -> bool:
    """Whether keys are surely those of a paper: its title, and who wrote it or where it is."""
    facts = {name_fact(key) for key in keys if isinstance(key, str)}
    return bool(facts & set(_TITLES)) and bool(facts & _BEYOND_DOUBT)


def is_paper(record: object) -> bool:
    """Whether a record of JSON has a title, in itself or in what it wraps."""
    return isinstance(record, Mapping) and has_title(unwrap(record, _has_own_title))


def _has_own_title(record: Mapping[str, object]) -> bool:
    return any(
        isinstance(key, str) and name_fact(key) in _TITLES and bool(read_text(value))
        for key, value in record.items()
    )


def name_values(record: Mapping[str, object]) -> dict[str, object]:
    """Name the values of a record by what they are; the first of several of a kind counts."""
    found: dict[str, list[object]] = {}
    for key, value in unwrap(record, _has_own_title).items():
        fact = name_fact(key)
        if fact and value not in (None, "", [], {}):
            found.setdefault(fact, []).append(value)
    values: dict[str, object] = {fact: several[0] for fact, several in found.items()}
    urls = [text for value in found.get("urls", ()) for text in _list_texts(value)]
    paper = read_text(values.pop("paper", None))
    if "://" in paper:
        urls.append(paper)
    elif paper and not says_nothing(paper):
        values.setdefault("title", paper)
    if name := read_text(values.pop("name", None)):
        values.setdefault("title", name)
    id_ = read_text(values.pop("id", None))
    if id_ and read_arxiv_id(id_) and "arxiv_id" not in values:
        values["arxiv_id"] = id_
    if "abstract" not in values and isinstance(values.get("summary"), str):
        values["abstract"] = values.pop("summary")
    comment = values.get("comment")
    if comment is not None and read_count(comment) is not None:
        values["comments"] = values.pop("comment")
    if isinstance(values.get("categories"), str):
        values["categories"] = re.split(r"[\s,;]+", str(values["categories"]))
    values |= _name_places(record, values)
    values["urls"] = urls
    values["url"] = next((url for url in urls if url.startswith(("http://", "https://"))), "")
    return values


def _name_places(record: Mapping[str, object], values: Mapping[str, object]) -> dict[str, object]:
    """Give addresses of code and project: the first of several, `owner/name` as one of GitHub."""
    places: dict[str, object] = {}
    for name in ("code_url", "project_url"):
        if name in values and not isinstance(values[name], str):
            places[name] = next(iter(_list_texts(values[name])), "")
    for key in ("github", "githubRepo", "github_repo"):
        if _OWNER_AND_NAME.fullmatch(name := read_text(record.get(key))):
            places["code_url"] = f"https://github.com/{name}"
    return places


def _list_texts(value: object) -> list[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    items = value if isinstance(value, list | tuple) else [value]
    return [text for item in items if (text := read_text(item))]
