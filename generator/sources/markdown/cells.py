"""The little of Markdown that lists of papers need: links, emphasis, labels, addresses."""

import re
from dataclasses import dataclass

from generator.sources.values import read_arxiv_id

_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.){0,300}\]){0,2000})\]"
    r"\(\s?<?([^\s()<>]{1,600}(?:\([^\s()]{0,80}\))?)>?[^()\n]{0,200}\)"
)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,900}(?:\s[^()\n]{0,200})?\)")
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,300}?href=[\"']?(https?://[^\s\"'<>]{1,600})[\"']?[^<>]{0,600}>(.{0,600}?)</a>",
    re.IGNORECASE,
)
_BARE = re.compile(r"https?://[^\s()<>\[\]|\"'，。；、）]{1,600}")
_STRONG = re.compile(r"</?(?:strong|b)>", re.IGNORECASE)
_FOLDED = re.compile(r"<summary>(?:(?!https?://|</summary>).){0,300}</summary>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MARK_UP = re.compile(r"(\*\*|__|`)")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_EMPTY = re.compile(r"\[[\s\[\]/]*\]|\(\s*\)")
_ESCAPE = re.compile(r"\\([-.*#~>!])")
_BOLD = re.compile(r"\*\*((?:[^*]|\*(?!\*)){1,600})\*\*")
_LABELS = frozenset(
    {
        "paper",
        "papers",
        "pdf",
        "arxiv",
        "link",
        "links",
        "abs",
        "abstract",
        "html",
        "website",
        "web",
    }
    | {"project", "code", "page", "github", "huggingface", "hugging", "face", "hf", "tweet", "blog"}
    | {
        "here",
        "url",
        "doi",
        "openreview",
        "full",
        "text",
        "summary",
        "read",
        "view",
        "source",
        "on",
    }
    | {
        "video",
        "slides",
        "poster",
        "demo",
        "data",
        "dataset",
        "model",
        "models",
        "site",
        "homepage",
    }
    | {
        "official",
        "supp",
        "bib",
        "bibtex",
        "alphaxiv",
        "preprint",
        "thread",
        "notes",
        "and",
        "repo",
    }
    | {
        "论文",
        "论文链接",
        "论文地址",
        "链接",
        "代码",
        "代码链接",
        "原文",
        "阅读原文",
        "阅读论文",
        "项目",
        "主页",
    }
)
_ORNAMENT = re.compile(r"[^\w\"'“‘(\[{$<\\*_`]+")
_NUMBER = re.compile(r"\A\s*(?:#{1,6}\s+)?(?:(?:\d{1,4}[.)]|[-*+])\s+)?")
_PAPER_SITES = re.compile(
    r"https?://(?:www\.)?(?:openreview\.net/(?:forum|pdf)|aclanthology\.org/\S"
    r"|aclweb\.org/anthology/|doi\.org/10\.|dx\.doi\.org/10\.|papers\.nips\.cc/"
    r"|proceedings\.|dl\.acm\.org/doi|ieeexplore\.ieee\.org/|openaccess\.thecvf"
    r"|link\.springer\.com/(?:article|chapter)|jmlr\.org/papers|usenix\.org/conference/\S"
    r"|(?:biorxiv|medrxiv)\.org/content|roboticsproceedings\.org/)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A piece of Markdown: its text without links, and the links, words and addresses."""

    text: str
    links: tuple[tuple[str, str], ...]
    bold: str = ""
    """What stands in bold first."""
    before: str = ""
    """The text before the first link."""

    @property
    def papers(self) -> tuple[str, ...]:
        """The addresses that are those of papers."""
        return tuple(address for _, address in self.links if leads_to_paper(address))


def read_cell(source: str) -> Cell:
    source = _FOLDED.sub(" ", _STRONG.sub("**", _BREAK.sub("\n", source)))
    source = _ANCHOR.sub(lambda m: f"[{_TAG.sub('', m[2])}]({m[1]})", source)
    source = _TAG.sub(" ", source).replace("&nbsp;", " ")
    source = _IMAGE.sub("", source)
    links = [(plain(m[2]), m[3]) for m in _LINK.finditer(source) if not m[1] and "://" in m[3]]
    rest = _LINK.sub(lambda m: "" if m[1] or is_label(m[2]) else m[2], source)
    first = _LINK.search(source)
    known = {address for _, address in links}
    without = _LINK.sub(" ", source)
    links += [("", b.rstrip(".,:;*")) for b in _BARE.findall(without) if b not in known]
    bold = _BOLD.search(rest)
    return Cell(
        text=plain(_BARE.sub("", rest)),
        links=tuple(links),
        bold=plain(bold[1]) if bold else "",
        before=plain(_BARE.sub("", source[: first.start()] if first else rest)),
    )


def leads_to_paper(address: str) -> bool:
    return bool(read_arxiv_id(address)) or bool(_PAPER_SITES.match(address))


def is_label(words: str) -> bool:
    """Whether the words of a link only say what it leads to: `Paper`, `arXiv`, its address."""
    words = plain(words)
    if not words or "://" in words or read_arxiv_id(words.strip(" []")):
        return True
    parts = [part.strip(":：.,()[]#!").lower() for part in words.split()]
    return all(part in _LABELS or not any(map(str.isalpha, part)) for part in parts)


def plain(text: str) -> str:
    """Take emphasis and escapes away."""
    text = _EMPTY.sub("", _MARK_UP.sub("", text)).replace("\\|", "|")
    return _ESCAPE.sub(r"\1", text).strip()


def without_number(text: str) -> str:
    """Take away the mark of a list or heading, its number, and ornaments before words."""
    text = _NUMBER.sub("", text, count=1)
    if match := _ORNAMENT.match(text):
        text = text[match.end() :]
    return _NUMBER.sub("", text, count=1)
