"""`broadsheet export`: the same bytes as the site's files, tables, records, and kind refusals."""

import csv
import io
import json
from pathlib import Path

import pytest

from generator.cli.sheets import render_csv, render_jsonl, render_markdown
from generator.pages.catalogue import make_catalogue
from tests.cli.conftest import Broadsheet
from tests.pages.world import curate, item, seen, small_world

WORLD = make_catalogue(small_world())


@pytest.mark.parametrize(
    ("options", "file"),
    [
        ((), "papers.bib"),
        (("--topic", "Water", "--format", "ris"), "topics/water/papers.ris"),
        (("--date", "2025-01-07", "--format", "csl"), "2025/01/07/papers.json"),
        (("--picks", "--format", "text"), "picks/papers.txt"),
    ],
)
def test_a_slice_is_the_file_of_its_page(
    built: Path, broadsheet: Broadsheet, options: tuple[str, ...], file: str
) -> None:
    done = broadsheet("export", *options, cwd=built)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (built / "build/site" / file).read_text(encoding="utf-8")
    assert done.stdout


def test_papers_can_be_named(site: Path, broadsheet: Broadsheet) -> None:
    named = ("slow-rivers-what-happens-to-a-current-that-is-measured-twice", "2501.00001")
    done = broadsheet("export", *named, "--format", "jsonl", cwd=site)
    titles = [json.loads(line)["title"] for line in done.stdout.splitlines()]
    assert [title.split()[0] for title in titles] == ["Slow", "Harbour"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--topic", "watr"), "there is none called “watr”. Did you mean water?"),
        (("--since", "March"), "“March” is no day, month or year"),
        (("--since", "2025-02", "--until", "2025-01"), "leave no day between them"),
        (("no such paper at all",), "no paper is called"),
    ],
)
def test_what_is_not_there_is_said(
    site: Path, broadsheet: Broadsheet, options: tuple[str, ...], said: str
) -> None:
    done = broadsheet("export", *options, cwd=site)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert done.stdout == ""


def test_an_empty_slice_is_said_to_be_one(site: Path, broadsheet: Broadsheet) -> None:
    done = broadsheet("export", "--format", "csl", "--date", "1999", cwd=site)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert done.stderr == "No paper is in all that was asked for.\n"


# Tables


def test_a_table_has_a_row_a_paper() -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(WORLD, WORLD.papers))))
    assert len(rows) == len(WORLD.papers)
    (kites,) = [row for row in rows if row["id"] == "kites-in-strong-wind"]
    assert kites["authors"] == "Ada Gale; Bo Squall; Cy Breeze; Di Storm"
    assert (kites["pick"], kites["authors_complete"]) == ("yes", "yes")
    assert kites["venues"] == "Wind 2024; Sky 2025"
    assert kites["code"] == "https://github.com/gale/kites"


def test_no_cell_is_a_formula_or_another_row() -> None:
    title = '=cmd|"/c calc"!A1\n@next, "row"'
    world = make_catalogue(
        curate(item("Kites", seen("2025-03-11", 1), correction=title, authors=["+1 Gale", "-"]))
    )
    _, row = csv.reader(io.StringIO(render_csv(world, world.papers), newline=""))
    assert row[1] == f"'{title}"
    assert row[2] == "'+1 Gale; -"


def test_records_are_those_of_the_data() -> None:
    records = [json.loads(line) for line in render_jsonl(WORLD, WORLD.papers).splitlines()]
    assert [record["id"] for record in records] == [paper.id for paper in WORLD.papers]


def test_a_list_in_markdown_escapes_what_acts() -> None:
    bold = item(
        "Kites",
        seen("2025-03-11", 1),
        correction="**Kites** [x](y) <b>",
        arxiv_id="2403.00001",
        authors=["Ada O'Gale _"],
        published="2024-03-19",
        note="*Read* it.\n\nIsn't it?",
    )
    world = make_catalogue(curate(bold, item("Boats", seen("2025-03-11", 2))))
    kites, boats = render_markdown(world, world.papers).split("\n- ")
    assert kites.splitlines() == [
        r"- [\*\*Kites\*\* \[x\](y) \<b>](https://arxiv.org/abs/2403.00001)  ",
        r"  Ada O'Gale \_, 2024-03-19",
        "  > *Read* it.",
        "  >",
        "  > Isn't it?",
    ]
    assert boats == "Boats  \n  Authors not known\n"
