"""Each answer of a provider comes to its outcome, and the manual's table says so."""

from pathlib import Path

import pytest

from generator.network import Limits
from tests.conftest import ROOT
from tests.desk.enrichment.cases import CASES, TITLE, Case, Outcome
from tests.desk.enrichment.conftest import Enrich
from tests.desk.enrichment.world import put_facts, put_papers, read_content, read_papers
from tests.desk.manual import hold_outcomes
from tests.network.clock import Clock

MANUAL = ROOT / "docs/enriching.md"
ABSTRACT = "A robot that ties knots must know its rope, and this one does so very well. " * 6
TRIED = [(case, name) for case in CASES for name in ("arxiv", "hf") if name != case.skips]


@pytest.mark.parametrize(
    ("case", "provider"), TRIED, ids=[f"{name}: {case.answer}" for case, name in TRIED]
)
def test_an_answer_comes_to_its_outcome(
    case: Case,
    provider: str,
    enrich: Enrich,
    site: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_papers(site, [{"title": TITLE, "abstract": ABSTRACT}])
    put_facts(site, {"title": TITLE, "published": "2031-03-30"})
    if case.silence:
        limits = Limits(silence=case.silence)
        monkeypatch.setattr("generator.network.exchange.Limits", lambda: limits)
    before = read_content(site)
    done = enrich(case.script(provider), provider)
    assert done.code == int(case.outcome is Outcome.FAILED), done.out + done.err
    assert tuple(clock.waits) == case.waits
    if "redirects" not in case.answer:
        assert len(done.asked) == case.tries
    assert case.said in done.out + done.err
    after = read_content(site)
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    file = {"arxiv": "arxiv", "hf": "hugging-face"}[provider]
    assert changed == {
        Outcome.FILLED: {f"metadata/found/{file}.jsonl"},
        Outcome.ASKED: {"curation/matches.yml"},
    }.get(case.outcome, set())
    paper = read_papers(site)[TITLE]
    assert paper.arxiv_id == ("3104.00001" if case.outcome is Outcome.FILLED else None)
    assert str(paper.published) == "2031-03-30"


def write_table() -> str:
    rows = ["| answer | tries | outcome | what the site shows |", "| --- | --: | --- | --- |"]
    for case in CASES:
        shows = "the paper with its id" if case.outcome is Outcome.FILLED else "as before"
        alone = {"hf": " (arXiv)", "arxiv": " (Hugging Face)", "": ""}[case.skips]
        rows.append(f"| {case.answer}{alone} | {case.tries} | {case.outcome} | {shows} |")
    return "\n".join(rows) + "\n"


def test_the_manual_holds_the_table() -> None:
    hold_outcomes(MANUAL, write_table())
