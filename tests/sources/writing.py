"""One invented paper, whatever its texts hold, written as each format writes it."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from html import escape

from yaml import safe_dump

Paper = Mapping[str, str]
"""Its `title`, `abstract`, `author`, `id` of arXiv, `url`, `day` and `word`, a keyword."""
PAGE = "Get trending papers in your email inbox!"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _capture(p: Paper) -> str:
    return f"new\n\n{PAGE}\n\nSubscribe\n\n{_flat(p['title'])}\n\n{p['abstract']}\n"


def _page_capture(p: Paper) -> str:
    title = f"### [{_flat(p['title'])}](https://huggingface.co/papers/{p['id']})"
    return f"{PAGE}\n\n{title}\n\n{p['abstract']}\n\n- 3 authors\n\nGitHub 1.2k\n"


def _hugging_face_api(p: Paper) -> str:
    inner = {"id": p["id"], "title": p["title"], "summary": p["abstract"], "upvotes": 3}
    inner |= {"authors": [{"name": p["author"]}], "publishedAt": p["day"], "ai_keywords": p["word"]}
    return json.dumps([{"paper": inner, "title": p["title"], "mediaUrls": [p["url"]]}])


def _hugging_face_repr(p: Paper) -> str:
    return json.dumps({"data": [str(json.loads(_hugging_face_api(p))[0])]})


def _feed(p: Paper) -> str:
    title, abstract, author = (_xml(p[name]) for name in ("title", "abstract", "author"))
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry>'
        f"<id>http://arxiv.org/abs/{p['id']}v2</id><title>{title}</title>"
        f"<summary>{abstract}</summary><author><name>{author}</name></author>"
        f'<published>{p["day"]}</published><link href="{_xml(p["url"])}"/></entry></feed>'
    )


def _xml(text: str) -> str:
    return escape("".join(c for c in text if c.isprintable() or c in "\n\t"))


def _arxiv_metadata(p: Paper) -> str:
    row = {"id": p["id"], "title": p["title"], "abstract": p["abstract"], "update_date": p["day"]}
    row |= {"authors_parsed": [[p["author"], "Ada", ""]], "versions": [{"version": "v1"}]}
    return json.dumps(row | {"comments": p["word"], "doi": p["url"]}) + "\n"


def _cv_arxiv_daily(p: Paper) -> str:
    address = f"[{p['id']}]({p['url']})"
    row = f"|**{p['day']}**|**{p['title']}**|{p['author']} et.al.|{address}|null|\n"
    return json.dumps({p["word"]: {p["id"]: row}})


def _acl_anthology(p: Paper) -> str:
    return (
        f'<collection id="x"><volume id="1"><meta><booktitle>{_xml(p["word"])}</booktitle></meta>'
        f'<paper id="1"><title>{_xml(p["title"])}</title><abstract>{_xml(p["abstract"])}</abstract>'
        f"<author><first>Ada</first><last>{_xml(p['author'])}</last></author>"
        f"<url>{_xml(p['url'])}</url></paper></volume></collection>"
    )


def _bibtex(p: Paper) -> str:
    fields = {**p, "eprint": p["id"], "date": p["day"], "keywords": p["word"]}
    return "@article{x,\n" + "".join(f"  {k} = {{{v}}},\n" for k, v in fields.items()) + "}\n"


def _csl_json(p: Paper) -> str:
    item = {"type": "article", "title": p["title"], "abstract": p["abstract"], "URL": p["url"]}
    return json.dumps([item | {"author": [{"family": p["author"]}], "issued": {"raw": p["day"]}}])


def _record(p: Paper) -> dict[str, object]:
    return {**p, "votes": p["word"], "tags": [p["word"], p["author"]], "code": p["url"]}


def _json_list(p: Paper) -> str:
    return json.dumps({"papers": [_record(p)]}, ensure_ascii=False)


def _json_lines(p: Paper) -> str:
    return f"{json.dumps(_record(p))}\n" + json.dumps(_record({**p, "title": "Stairs"})) + "\n"


def _yaml_list(p: Paper) -> str:
    return safe_dump([_record(p)], allow_unicode=True)


def _blocks(p: Paper) -> str:
    return (
        f"Title: {p['title']}\nPDF: {p['url']}\nAuthors: {p['author']}\nSummary: {p['abstract']}\n"
    )


def _markdown(p: Paper) -> str:
    cells = (p["title"], p["abstract"], p["author"], f"[pdf](https://arxiv.org/abs/{p['id']})")
    return f"| Title | Abstract | Authors | Link |\n|---|---|---|---|\n| {' | '.join(cells)} |\n"


def _table(p: Paper) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([[*p, "published"], [*p.values(), p["day"]]])
    return text.getvalue()


WRITERS: Mapping[str, Callable[[Paper], str]] = {
    "capture": _capture,
    "page-capture": _page_capture,
    "hugging-face-api": _hugging_face_api,
    "hugging-face-api in Python": _hugging_face_repr,
    "feed": _feed,
    "arxiv-metadata": _arxiv_metadata,
    "cv-arxiv-daily": _cv_arxiv_daily,
    "acl-anthology": _acl_anthology,
    "bibtex": _bibtex,
    "csl-json": _csl_json,
    "json-list": _json_list,
    "json-lines": _json_lines,
    "yaml-list": _yaml_list,
    "blocks": _blocks,
    "markdown": _markdown,
    "table": _table,
}
