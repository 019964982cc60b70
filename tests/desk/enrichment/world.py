"""A made site: a digest of titles and abstracts alone, and what is known of some."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Paper
from generator.curation.application import apply_curation
from generator.curation.reading import read_curation
from generator.diagnostics import Diagnostic
from generator.sources.digests import read_digests
from generator.sources.facts import read_facts

DIGEST = "content/digests/2031/2031-05-06.jsonl"
QUESTIONS = "content/curation/matches.yml"
ABSTRACT = "A robot that ties knots must know its rope, and this one does."


def make_site(folder: Path, papers: Sequence[Mapping[str, object]] = ()) -> Path:
    """Make the least that is a site, with one digest."""
    (folder / "site_templates/pages").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Knots\n", encoding="utf-8")
    put_papers(folder, papers or [{"title": "Knots for Robots"}])
    return folder


def put_papers(site: Path, papers: Sequence[Mapping[str, object]]) -> None:
    path = site / DIGEST
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({"abstract": ABSTRACT, **paper}) for paper in papers]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def put_facts(site: Path, *rows: Mapping[str, object]) -> None:
    path = site / "content/metadata/own.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def read_papers(site: Path) -> dict[str, Paper]:
    """The papers by title, as a build reads them."""
    digests, _ = read_digests(site / "content/digests", root=site)
    facts, findings = read_facts(site / "content/metadata", root=site)
    assert findings == ()
    corpus = assemble_corpus(digests, facts)
    return {paper.title.clean: paper for paper in corpus.papers.values()}


def read_content(site: Path) -> dict[str, bytes]:
    """Every file of the content, hidden ones too."""
    folder = site / "content"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def answer(site: Path, said: str) -> None:
    """Answer the first open question as a curator does."""
    path = site / QUESTIONS
    text = path.read_text(encoding="utf-8")
    assert "\n  same: open" in text
    text = text.replace("\n  same: open", f"\n  same: {said}", 1)
    path.write_text(text, encoding="utf-8")


def find_mistakes(site: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with the digests and the curation of a site."""
    digests, in_digests = read_digests(site / "content/digests", root=site)
    curation, _ = read_curation(site / "content/curation", root=site)
    curated = apply_curation(curation, assemble_corpus(digests, ()))
    return (*in_digests, *curated.diagnostics)
