"""A whole round: whom is asked what, what is written, and what a second round does."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.cli import run
from tests.desk.enrichment.conftest import Enrich
from tests.desk.enrichment.library import Held, Library
from tests.desk.enrichment.world import (
    ABSTRACT,
    QUESTIONS,
    answer,
    find_mistakes,
    put_facts,
    put_papers,
    read_content,
    read_papers,
)
from tests.network.clock import Clock
from tests.network.serving import Asked, Reply

KNOTS = Held(
    id="3104.00001",
    title="Knots for Robots",
    categories=("cs.RO", "cs.AI", "I.2.9"),
    doi="10.1000/knots",
    code="https://code.example/knots",
)
SAILS = Held(id="3104.00002", title="Sails: A Survey of $\\pi$-Shaped Boats", authors=("Cy Coe",))
TIDES = Held(id="3104.00003", title="Tides Without Numbers", of=frozenset({"hf"}))
ALL = Library(KNOTS, SAILS, TIDES)
TITLES = [{"title": paper.title} for paper in ALL.papers] + [{"title": "On Harbours"}]


def test_it_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["enrich", "--help"]) == 0
    said = capsys.readouterr().out
    assert "Usage: broadsheet enrich [OPTIONS] [PROVIDER]..." in said
    assert "  broadsheet enrich arxiv " in said
    for option in ("--since", "--again", "--dry-run", "--site"):
        assert option in said


def test_what_papers_lack_is_filled_in(enrich: Enrich, site: Path) -> None:
    put_papers(site, TITLES)
    done = enrich(ALL)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "4 of 4 papers lack something. 4 asked about in 6 questions: 3 filled in, 0 doubtful, "
        "1 without news. Facts: arXiv id 3, DOI 1, authors 3, day 3, categories 1, code 1.\n"
    )
    papers = read_papers(site)
    knots = papers["Knots for Robots"]
    assert knots.arxiv_id == "3104.00001"
    assert knots.doi == "10.1000/knots"
    assert knots.authors.names == ("Ada Knot", "Bo Bell")
    assert knots.authors.complete
    assert knots.published == date(2031, 4, 1)
    assert knots.categories == ("cs.RO", "cs.AI")
    assert knots.code_url == "https://code.example/knots"
    assert {(source.place.file, source.given) for source in knots.sources} == {
        (
            "content/metadata/found/arxiv.jsonl",
            ("arxiv_id", "authors", "categories", "doi", "published"),
        ),
        ("content/metadata/found/hugging-face.jsonl", ("code_url",)),
    }
    assert papers["Tides Without Numbers"].arxiv_id == "3104.00003"
    assert papers["On Harbours"].arxiv_id is None
    assert "10.1000" not in (site / "content/metadata/found/hugging-face.jsonl").read_text()


def test_a_second_round_asks_and_changes_nothing(enrich: Enrich, site: Path) -> None:
    put_papers(site, TITLES)
    enrich(ALL)
    before = read_content(site)
    done = enrich(ALL)
    assert done.asked == []
    assert "Nothing is left to be asked" in done.out
    assert read_content(site) == before
    again = enrich(ALL, "--again")
    assert again.asked
    assert read_content(site) == before
    (site / "build/enriched.jsonl").write_bytes(
        b'{"asked": \xff\n[1]\n{}\n{"asked": "x", "day": 3}'
    )
    assert enrich(ALL).asked  # what was asked is forgotten, and asked anew
    assert enrich(ALL).asked == []
    assert read_content(site) == before


def test_a_month_later_it_is_asked_again(enrich: Enrich, site: Path, clock: Clock) -> None:
    put_papers(site, TITLES)
    enrich(ALL)
    clock.waits.append(31 * 24 * 3600.0)
    assert enrich(ALL).asked


def test_a_dry_run_writes_nothing(enrich: Enrich, site: Path) -> None:
    put_papers(site, TITLES)
    before = read_content(site)
    done = enrich(ALL, "--dry-run")
    assert read_content(site) == before
    assert not (site / "build").exists()
    assert (
        "“Knots for Robots”: arXiv id, DOI, authors, day, categories (arXiv 3104.00001, by arXiv)\n"
        in done.out
    )
    assert "3 would be filled in" in done.out


def test_what_is_known_stays_as_it_is(enrich: Enrich, site: Path) -> None:
    put_papers(site, TITLES)
    put_facts(
        site,
        {"title": "Knots for Robots", "authors": ["A. Knot"], "published": "2031-03-28"},
    )
    enrich(ALL)
    knots = read_papers(site)["Knots for Robots"]
    assert knots.authors.names == ("A. Knot",)
    assert knots.published == date(2031, 3, 28)
    assert knots.arxiv_id == "3104.00001"


def test_ids_are_asked_for_in_one_question(enrich: Enrich, site: Path) -> None:
    put_papers(site, [{"title": p.title, "arxiv_id": p.id} for p in (KNOTS, SAILS)])
    done = enrich(ALL, "arxiv")
    assert done.asked == ["/api/query?id_list=3104.00001%2C3104.00002&max_results=2"]
    assert read_papers(site)["Knots for Robots"].categories == ("cs.RO", "cs.AI")


def test_only_papers_of_late_digests(enrich: Enrich, site: Path) -> None:
    put_papers(site, TITLES)
    assert enrich(ALL, "--since", "2031-05-07").out == "0 of 4 papers lack something.\n"
    assert enrich(ALL, "--since", "2031-05-06").asked


def test_a_title_that_a_provider_does_not_understand_spoils_no_other(
    enrich: Enrich, site: Path
) -> None:
    put_papers(site, TITLES)
    odd = {"On Harbours": Reply(status=400)}
    done = enrich(Library(*ALL.papers, odd=odd), "arxiv")
    assert done.code == 1
    assert done.err == "arXiv, 1 paper: failed: 127.0.0.1 answered 400 to " + (
        done.server.url + done.asked[2] + "\n"
    )
    assert read_papers(site)["Knots for Robots"].arxiv_id


def test_a_provider_that_answers_nobody_is_left_alone_and_the_other_asked(
    enrich: Enrich, site: Path
) -> None:
    put_papers(site, TITLES)

    def script(asked: Asked) -> Reply:
        return Reply(status=503) if asked.path.startswith("/api/papers") else ALL(asked)

    done = enrich(script)
    assert done.code == 1
    assert sum(path.startswith("/api/papers") for path in done.asked) == 5
    assert "1 paper not asked about, since Hugging Face gives no answers." in done.out
    assert read_papers(site)["Knots for Robots"].categories
    assert read_papers(site)["Tides Without Numbers"].arxiv_id is None
    enrich(ALL)
    assert read_papers(site)["Tides Without Numbers"].arxiv_id


def test_three_answers_that_cannot_be_read_end_the_asking(enrich: Enrich, site: Path) -> None:
    put_papers(site, [{"title": f"Knots for {n} Robots"} for n in range(6)])
    done = enrich(lambda _asked: Reply(body=b'{"no": 1}'), "hf")
    assert (done.code, len(done.asked)) == (1, 3)
    assert "3 papers not asked about" in done.out


def test_ids_of_which_none_is_known_are_not_believed(enrich: Enrich, site: Path) -> None:
    put_papers(site, [{"title": f"Knots {n}", "arxiv_id": f"3104.0000{n}"} for n in range(4)])
    done = enrich(Library(), "arxiv")
    assert done.code == 1
    assert "arXiv says that it knows none of 4 ids" in done.err
    assert enrich(Library(), "arxiv").asked


# --- Questions to a curator


def test_a_doubt_is_a_question_that_check_knows(enrich: Enrich, site: Path) -> None:
    (site / "schemas").mkdir()
    (site / "schemas/matches.schema.json").write_text("{}", encoding="utf-8")
    put_papers(site, [{"title": "Knot for Robots"}, {"title": "Sails"}])
    done = enrich(Library(KNOTS, replace(KNOTS, id="3104.00007", title="Sails", authors=())), "hf")
    assert "“Knot for Robots”: doubtful, arXiv 3104.00001 “Knots for Robots” by Hu" in done.out
    assert "1 doubtful" in done.out
    lines = (site / QUESTIONS).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../schemas/matches.schema.json"
    assert lines[-8:] == [
        "- paper: knot-for-robots  # Knot for Robots",
        "  record: 3104.00001  # https://arxiv.org/abs/3104.00001",
        "  title: Knots for Robots",
        "  authors: Ada Knot, Bo Bell",
        '  published: "2031-04-01"',
        "  source: Hugging Face",
        "  doubt: The titles are almost equal.",
        "  same: open",
    ]
    assert find_mistakes(site) == ()
    before = read_content(site)
    done = enrich(ALL, "--again", "hf")
    assert not any("Knot+for+Robots" in path for path in done.asked)
    assert read_content(site)["curation/matches.yml"] == before["curation/matches.yml"]


def test_a_paper_that_was_renamed_is_told_by_its_abstract(enrich: Enrich, site: Path) -> None:
    put_papers(site, [{"title": "Knots for Machines", "abstract": ABSTRACT * 6}])
    done = enrich(Library(replace(KNOTS, abstract=ABSTRACT * 6)), "hf")
    assert "the titles differ, the abstracts hardly do" in done.out


def test_what_a_curator_confirms_is_filled_in(enrich: Enrich, site: Path) -> None:
    put_papers(site, [{"title": "Knot for Robots"}])
    enrich(ALL, "hf")
    answer(site, "true")
    enrich(ALL)
    paper = read_papers(site)["Knot for Robots"]
    assert (paper.arxiv_id, paper.doi) == ("3104.00001", "10.1000/knots")
    before = read_content(site)
    assert enrich(ALL).asked == []
    enrich(ALL, "--again")
    assert read_content(site) == before


def test_what_a_curator_refuses_is_not_asked_again(enrich: Enrich, site: Path) -> None:
    put_papers(site, [{"title": "Knot for Robots"}])
    enrich(ALL, "hf")
    answer(site, "no")
    before = read_content(site)
    done = enrich(ALL, "hf", "--again")
    assert "1 without news" in done.out
    assert read_content(site) == before


def test_of_two_records_the_one_that_is_left_is_taken(enrich: Enrich, site: Path) -> None:
    two = Library(KNOTS, replace(KNOTS, id="3104.00009"))
    done = enrich(two)
    assert "2 records bear this title" in done.out
    assert read_papers(site)["Knots for Robots"].arxiv_id is None
    answer(site, "false")
    answer(site, "true")
    enrich(two)
    assert read_papers(site)["Knots for Robots"].arxiv_id == "3104.00009"


@pytest.mark.parametrize(
    ("known", "record", "why"),
    [
        ({"first_author": "Cy Coe"}, {}, "the first author is Cy Coe here and Ada Knot there"),
        ({"authors": ["Knot, B."]}, {}, "the first author is Knot, B. here and Ada Knot there"),
        ({"published": "2029-01-01"}, {}, "published on 2029-01-01 here and on 2031-04-01 there"),
        ({}, {"published": "2031-06-01"}, "published on 2031-06-01, after the digest of 2031-05-"),
        ({}, {"abstract": "Sails and wind. " * 30}, "quite another abstract"),
        (
            {"arxiv_id": "3104.00001"},
            {"title": "Sails"},
            "with the id 3104.00001 has another title",
        ),
    ],
)
def test_an_equal_title_is_not_always_enough(
    known: dict[str, object],
    record: dict[str, str],
    why: str,
    enrich: Enrich,
    site: Path,
) -> None:
    put_papers(site, [{"title": "Knots for Robots", "abstract": ABSTRACT * 6}])
    if known:
        put_facts(site, {"title": "Knots for Robots", **known})
    done = enrich(Library(replace(KNOTS, **record)))  # type: ignore[arg-type]
    assert why in done.out
    assert done.out.count(": doubtful, ") == 1
    assert not (site / "content/metadata/found").exists()


@pytest.mark.parametrize("name", ["A. Knot", "Knot, Ada", "ADA KNOT", "Adá Knot"])
def test_ways_to_write_a_name_are_no_contradiction(name: str, enrich: Enrich, site: Path) -> None:
    put_facts(site, {"title": "Knots for Robots", "first_author": name})
    enrich(Library(KNOTS), "arxiv")
    assert read_papers(site)["Knots for Robots"].arxiv_id


def test_the_id_of_another_paper_is_doubtful(enrich: Enrich, site: Path) -> None:
    put_papers(site, [{"title": "Knots"}, {"title": "Knots for Robots", "arxiv_id": "3104.00001"}])
    done = enrich(Library(replace(KNOTS, title="Knots")), "hf")
    assert "another paper here has that id: “Knots for Robots”" in done.out


def test_hostile_words_of_a_provider_stay_words(enrich: Enrich, site: Path) -> None:
    evil = '"Knots" \\ for: Robots #1\x1b[31m\u2028- paper: x'
    put_papers(site, [{"title": evil.replace("Robots", "Robot")}])
    held = replace(KNOTS, title=evil, authors=('- {"a": 1}', "\ud83d x", "& *x"))
    done = enrich(Library(replace(held, of=frozenset({"hf"}))), "hf")
    assert done.code == 0, done.err
    assert "\x1b" not in done.out
    assert find_mistakes(site) == ()
    assert (site / QUESTIONS).read_text(encoding="utf-8").count("\n  same: open") == 1


def test_words_that_would_be_a_mistake_are_left_out(enrich: Enrich, site: Path) -> None:
    title = f"Knots for Robots {'that tie them ' * 6}pick: true {'knots and ropes ' * 6}"
    lines = title.replace("pick: true", f"{'x' * 99} pick: {'[' + 'y' * 100 + ']'}")
    put_papers(site, [{"title": lines}])
    done = enrich(Library(replace(KNOTS, title=lines.replace("Robots", "Robot"))), "hf")
    assert (done.code, done.err) == (0, "")
    assert find_mistakes(site) == ()
    assert "  record: " in (site / QUESTIONS).read_text(encoding="utf-8")


def test_an_id_that_a_provider_does_not_know_is_no_failure(enrich: Enrich, site: Path) -> None:
    put_papers(site, [{"title": "Knots for Robots", "arxiv_id": "3104.00001"}])
    done = enrich(Library(), "hf")
    assert (done.code, done.err) == (0, "")
    assert "1 without news" in done.out
    assert enrich(Library(), "hf").asked == []


def test_while_there_is_a_mistake_nothing_is_asked(enrich: Enrich, site: Path) -> None:
    (site / "content/curation").mkdir()
    (site / QUESTIONS).write_text("- paper: x\n  same: perhaps\n", encoding="utf-8")
    done = enrich(ALL)
    assert (done.code, done.asked) == (2, [])
    assert "see broadsheet check" in done.err


def test_other_machines_are_asked_at_the_pace_of_their_documents(
    enrich: Enrich, site: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_papers(site, [{"title": f"Knots for {n} Robots"} for n in range(10)])
    monkeypatch.setattr("generator.network.client.is_on_this_machine", lambda _url: False)
    enrich(ALL, "arxiv")
    assert clock.waits == [3.0]
    clock.waits.clear()
    enrich(ALL, "hf", "--again")
    assert clock.waits == [1.0] * 9
