"""Each answer of a provider comes to its outcome, and the manual's table says so."""

import re
from pathlib import Path

import pytest

from generator.desk.deliveries import Outcome
from generator.network import Limits
from generator.sources.digests import read_digests
from tests.conftest import ROOT
from tests.desk.deliveries.cases import CASES, Case
from tests.desk.deliveries.conftest import Fetch
from tests.desk.deliveries.forms import FORMS
from tests.desk.deliveries.lists import BEFORE, path_of, read_all
from tests.desk.manual import hold_outcomes
from tests.network.clock import Clock

MANUAL = ROOT / "docs/fetching.md"
_WORDS = {
    Outcome.NEW: "new file",
    Outcome.CHANGED: "file replaced",
    Outcome.SAME: "file untouched",
    Outcome.EMPTY: "nothing written",
    Outcome.KEPT: "file kept, told",
    Outcome.DOUBTFUL: "**refused**",
    Outcome.FAILED: "**failed**",
}


def count_shown(site: Path, case: Case) -> int:
    """Count the papers of the day as a build reads them."""
    digests, _ = read_digests(site / "content/digests", root=site)
    return sum(len(digest.entries) for digest in digests if digest.date == case.day)


TRIED = [(name, case) for name, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(
    ("provider", "case"), TRIED, ids=[f"{name}: {case.answer}" for name, case in TRIED]
)
def test_an_answer_comes_to_its_outcome(
    provider: str, case: Case, fetch: Fetch, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = FORMS[provider]
    clock = Clock(form.now)
    monkeypatch.setattr("generator.cli.fetch.make_timing", lambda: clock.timing)
    for day in BEFORE:
        path_of(site, day).unlink()
        path_of(site, day, form.ending).write_bytes(form.make(day))
    file = path_of(site, case.day, form.ending)
    if case.there:
        file.write_bytes(form.make(case.day, 9))
    if case.silence:
        limits = Limits(silence=case.silence)
        monkeypatch.setattr("generator.network.exchange.Limits", lambda: limits)
    before = read_all(site)
    done = fetch(case.script, "--again", *case.options, day=case.day, form=form)
    after = read_all(site)
    redirects = sum(1 for reply in case.replies if reply.status == 302 and len(case.replies) > 1)
    assert done.code == int(case.outcome.is_failure), done.out + done.err
    assert tuple(clock.waits) == case.waits
    if "redirects" not in case.answer:
        assert len(done.server.asked) == case.tries + redirects
    assert case.said in done.out + done.err
    assert count_shown(site, case) == case.papers
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    written = case.outcome in {Outcome.NEW, Outcome.CHANGED}
    name = file.relative_to(site / "content/digests").as_posix()
    assert changed == ({name} if written else set())
    if written:
        assert file.read_bytes() == case.replies[-1].body
    loud = done.err if case.outcome.is_failure else done.out
    assert f"{case.day:%Y-%m-%d %a}  " in loud


def write_table() -> str:
    rows = [
        "| answer | tries | outcome | papers that the site shows |",
        "| --- | --: | --- | --- |",
    ]
    for case, other in zip(CASES["hf"], CASES["arxiv"], strict=True):
        untouched = case.there and case.outcome is not Outcome.CHANGED
        there = "9 as before" if untouched else f"{case.papers}"
        if case.there and not untouched:
            there += ", 9 before"
        answer = re.sub(r" \(2\)$", "", case.answer)
        assert (case.outcome, case.papers, case.there) == (other.outcome, other.papers, other.there)
        tries = f"{case.tries}"
        if other.tries != case.tries:
            tries += f", arXiv {other.tries}"
        rows.append(f"| {answer} | {tries} | {_WORDS[case.outcome]} | {there} |")
    return "\n".join(rows) + "\n"


def test_the_manual_holds_the_table() -> None:
    hold_outcomes(MANUAL, write_table())
