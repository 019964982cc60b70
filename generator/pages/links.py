"""Links that lead elsewhere: to a paper's other pages."""

from urllib.parse import quote, urlsplit

from generator.corpus.model import Paper
from generator.curation.model import CuratedPaper
from generator.identifiers import ArxivId
from generator.pages.views import LinkView

_PAPER = "Paper"
_PROJECT = "Project"
_CODE_NOTE = "as a third party says"
_KINDS = {"arxiv": "arXiv", "pdf": "PDF", "huggingface": "Hugging Face", "code": "Code"}


def arxiv_url(arxiv_id: ArxivId) -> str:
    """Format: https://info.arxiv.org/help/arxiv_identifier_for_services.html."""
    return f"https://arxiv.org/abs/{arxiv_id}"


def list_links(paper: Paper, said: CuratedPaper) -> dict[str, LinkView]:
    """Give what is known of `arxiv`, `pdf`, `huggingface` and `code`, then a curator's links.

    A curator's link that is one of the four, by its label, is in that one's place; the others are
    by their labels, in the curator's order. A paper that is not at arXiv begins with `Paper`, where
    its source says that it is, or its DOI leads; `Project` is what a source calls its own page.
    """
    known = _list_known(paper)
    chosen = {link.key: link for link in said.links if is_web_address(link.url)}
    links = {
        kind: LinkView(label=label, url=chosen[kind].url) if kind in chosen else known[kind]
        for kind, label in _KINDS.items()
        if kind in chosen or kind in known
    }
    if paper.arxiv_id is None and _PAPER.lower() not in chosen and (url := _find_page(paper)):
        links = {_PAPER: LinkView(label=_PAPER, url=url)} | links
    page = paper.particulars.project_url
    if page != paper.code_url and _PROJECT.lower() not in chosen and is_web_address(page):
        links[_PROJECT] = LinkView(label=_PROJECT, url=page)
    return links | {
        link.label: LinkView(label=link.label, url=link.url)
        for key, link in chosen.items()
        if key not in _KINDS
    }


def _list_known(paper: Paper) -> dict[str, LinkView]:
    links = {}
    if paper.arxiv_id is not None:
        links["arxiv"] = LinkView(label=_KINDS["arxiv"], url=arxiv_url(paper.arxiv_id))
        links["pdf"] = LinkView(label=_KINDS["pdf"], url=f"https://arxiv.org/pdf/{paper.arxiv_id}")
        links["huggingface"] = LinkView(
            label=_KINDS["huggingface"], url=f"https://huggingface.co/papers/{paper.arxiv_id}"
        )
    if is_web_address(paper.code_url):
        links["code"] = LinkView(label=_KINDS["code"], url=paper.code_url, note=_CODE_NOTE)
    return links


def _find_page(paper: Paper) -> str:
    if is_web_address(paper.url):
        return paper.url
    return doi_url(paper.doi) if paper.doi else ""


def doi_url(doi: str) -> str:
    """Format: https://www.doi.org/doi-handbook/HTML/doi-proxy-server.html."""
    return f"https://doi.org/{quote(doi)}"


def name_repository(code_url: str) -> str:
    """Give `owner/name` for a repository on GitHub, else the address without its scheme."""
    parts = urlsplit(code_url)
    host = parts.netloc.removeprefix("www.")
    path = parts.path.strip("/")
    return path if host == "github.com" and path else f"{host}/{path}".rstrip("/")


def is_web_address(url: str) -> bool:
    """Tell whether `url` leads to a website; a page must not offer `javascript:` and its like."""
    return url.lower().startswith(("https://", "http://"))
