"""A hundred mistakes in the real files: each is told on its line, with the word that was meant."""

import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from generator.corpus.assembly import assemble_corpus
from generator.corpus.model import Corpus
from generator.curation import reading
from generator.curation.documents import parse_document
from generator.curation.naming import PaperNames
from generator.curation.reading import read_curation
from generator.curation.resolution import resolve_collections, resolve_edits
from generator.curation.schema import render_schemas
from generator.diagnostics import Diagnostic
from generator.sources.digests import read_digests
from generator.sources.facts import read_facts
from tests.curation.mistakes import MAKERS, Mistake, World
from tests.curation.writing import write_files

MISTAKES = 100
SEED = 20250311


@pytest.fixture(scope="module")
def corpus(site_root: Path) -> Corpus:
    digests, _ = read_digests(site_root / "content/digests", root=site_root)
    facts, _ = read_facts(site_root / "content/metadata", root=site_root)
    return assemble_corpus(digests, facts)


@pytest.fixture(scope="module")
def files(site_root: Path, corpus: Corpus) -> dict[str, list[str]]:
    """Give the real files, and one with the words that they happen not to use."""
    folder = site_root / "content/curation"
    texts = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yml"))
    }
    curation, _ = read_curation(folder, root=folder)
    named = PaperNames(corpus)
    spoken_of = {named.find(edit.paper)[0] for edit in curation.edits}
    others = [p for p in corpus.papers.values() if p.id not in spoken_of and p.arxiv_id]
    topics = [topic.id for topic in curation.topics]
    more = [
        f"- paper: {others[0].id}",
        "  hide: It is not a paper.",
        f"- paper: {others[1].arxiv_id}",
        "  topics:",
        f"    add: [{topics[3]}, {topics[9]}]",
        f"    remove: [{topics[5]}]",
        f"- paper: {others[2].arxiv_id}",
        "  topics:",
        f"    set: [{topics[7]}]",
        "  authors: [Ada Breeze, Tom Knot]",
        f"- paper: {others[3].arxiv_id}",
        f"  merge_into: {others[4].arxiv_id}",
    ]
    for tag in curation.tags[:4]:
        more += [f"- paper: {others[5 + len(more)].arxiv_id}", "  tags:", f"    add: [{tag.id}]"]
    return {**{name: text.split("\n") for name, text in texts.items()}, "papers/more.yml": more}


def check(folder: Path, corpus: Corpus, files: Mapping[str, list[str]]) -> list[Diagnostic]:
    write_files(folder, {name: "\n".join(lines) for name, lines in files.items()})
    curation, findings = read_curation(folder, root=folder)
    names = PaperNames(corpus)
    resolved = resolve_edits(curation.edits, corpus, names)
    _, in_lists = resolve_collections(curation.collections, names, resolved.corrections)
    return [*findings, *resolved.findings, *in_lists]


def make_mistakes(
    files: Mapping[str, list[str]], world: World, count: int, seed: int
) -> Iterator[tuple[str, Mistake]]:
    """Make mistakes of all kinds in turn; what leaves equal YAML is none."""
    chance = random.Random(seed)  # noqa: S311  # the same mistakes in every run
    parse = reading.parse_document
    read = {name: parse("\n".join(ls).encode(), name)[0].data for name, ls in files.items()}
    made = 0
    while made < count:
        maker = MAKERS[made % len(MAKERS)]
        name = chance.choice(sorted(files))
        mistake = maker(files[name], chance, world)
        if mistake is None:
            continue
        document, findings = parse("\n".join(mistake.lines).encode(), name)
        if document.data == read[name] and not findings:
            continue
        made += 1
        yield name, mistake


def test_a_hundred_mistakes_are_told_where_they_are(
    tmp_path: Path,
    corpus: Corpus,
    files: dict[str, list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Of all files only one is another each time: what the others say need not be found anew.
    monkeypatch.setattr(reading, "parse_document", cache(parse_document))
    assert check(tmp_path, corpus, files) == []
    curation, _ = read_curation(tmp_path, root=tmp_path)
    names = {label.id for label in (*curation.topics, *curation.tags)}
    names |= {paper.arxiv_id for paper in corpus.papers.values() if paper.arxiv_id}
    names |= set(corpus.papers)
    keys = re.findall(r'"([a-z_]+)": \{', "".join(render_schemas().values()))
    world = World(keys=frozenset(keys), names=frozenset(names))

    untold, suggestions, wrong = [], 0, []
    for name, mistake in make_mistakes(files, world, MISTAKES, SEED):
        findings = check(tmp_path, corpus, {**files, name: list(mistake.lines)})
        on_line = [
            f
            for f in findings
            if f.place.file == name and abs(f.place.line - mistake.line) <= mistake.within
        ]
        said = f"{name}:{mistake.line}: {mistake.kind}: {mistake.lines[mistake.line - 1]}"
        if not on_line:
            untold.append((said, [str(f.place) for f in findings]))
        if mistake.meant:
            suggestions += 1
            if not any(mistake.meant in f.hint for f in on_line):
                wrong.append((said, mistake.meant, [f.hint for f in on_line]))
    write_files(tmp_path, {name: "\n".join(lines) for name, lines in files.items()})
    assert untold == []
    assert suggestions >= MISTAKES // 4
    assert len(wrong) * 10 <= suggestions, wrong
