"""The data that others build on."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.json_text import render_json
from generator.pages.plan import Plan
from tests.pages.addresses import planned_addresses
from tests.pages.plans import plan
from tests.pages.world import curate, item, seen, small_world


def records(planned: Plan, name: str) -> list[dict[str, Any]]:
    (content,) = [file.content for file in planned.files if file.path == f"api/v1/{name}.json"]
    data = json.loads(content)
    assert data["version"] == 1
    assert data["$schema"] == f"schemas/{name}.schema.json"
    assert set(data) == {"$schema", "version", name}
    found: list[dict[str, Any]] = data[name]
    return found


def paper(planned: Plan, paper_id: str) -> dict[str, Any]:
    (found,) = [record for record in records(planned, "papers") if record["id"] == paper_id]
    return found


def test_links_hold_a_curators_by_their_labels() -> None:
    given = [("Project page", "https://x.org/page"), ("Code", "https://x.org/code")]
    world = curate(item("Tides", seen("2025-03-12", 1), arxiv_id="2409.17422", links=given))
    assert list(paper(plan(world), "tides")["links"].items()) == [
        ("arxiv", "https://arxiv.org/abs/2409.17422"),
        ("pdf", "https://arxiv.org/pdf/2409.17422"),
        ("huggingface", "https://huggingface.co/papers/2409.17422"),
        ("code", "https://x.org/code"),
        ("Project page", "https://x.org/page"),
    ]


def test_names_with_the_family_first_are_turned_round_for_programs_and_for_search() -> None:
    names = ("van den Berg, Aafke", "GLM-4.5 Team", "Knot, Ada, Jr.", "Bo Hitch")
    world = curate(item("Tides", seen("2025-03-12", 1), authors=names))
    turned = ["Aafke van den Berg", "GLM-4.5 Team", "Ada Knot, Jr.", "Bo Hitch"]
    planned = plan(world)
    assert paper(planned, "tides")["authors"] == turned
    (record,) = planned.records
    assert dict(record.fields)["authors"] == "; ".join(turned)
    assert "Aafke van den Berg" in record.keys


def test_a_paper_in_full() -> None:
    assert paper(plan(small_world()), "kites-in-strong-wind") == {
        "id": "kites-in-strong-wind",
        "url": "papers/kites-in-strong-wind/",
        "redirects": ["papers/kites-in-wind/"],
        "title": "Kites in Strong Wind",
        "title_raw": "Kites in Strong Wind",
        "abstract": "What is known of kites in strong wind, at some length.",
        "abstract_raw": "What is known of kites in strong wind, at some length.",
        "other_abstracts": [],
        "authors": ["Ada Gale", "Bo Squall", "Cy Breeze", "Di Storm"],
        "authors_complete": True,
        "arxiv_id": "2403.12345",
        "published": "2024-03-19",
        "featured": "2025-03-11",
        "venues": ["Wind 2024", "Sky 2025"],
        "doi": "10.1000/kites.1",
        "categories": [],
        "keywords": ["wind", "twelve strands"],
        "summary": "Kites stay up where it blows.",
        "summary_by": "The Kite Press",
        "organisation": "Institute of Kites",
        "journal_ref": "J. Wind 12 (2024) 5-19",
        "comment": "12 pages",
        "updated": "2024-04-01",
        "media": ["https://kites.example/film.mp4", "https://kites.example/a.png"],
        "links": {
            "arxiv": "https://arxiv.org/abs/2403.12345",
            "pdf": "https://arxiv.org/pdf/2403.12345",
            "huggingface": "https://huggingface.co/papers/2403.12345",
            "code": "https://github.com/gale/kites",
            "Project": "https://kites.example/",
        },
        "topics": ["kites", "boats"],
        "topics_by_rule": ["kites", "boats"],
        "tags": ["survey", "sails"],
        "pick": True,
        "note": "The best introduction.",
        "sources": [
            {
                "kind": "metadata",
                "file": "content/metadata/kites.jsonl",
                "line": 4,
                "path": None,
                "gives": ["arxiv_id", "authors"],
                "overruled": [],
            },
            {
                "kind": "digest",
                "file": "content/digests/2025/2025-03-11.json",
                "line": 2,
                "path": "[0]",
                "gives": ["doi"],
                "overruled": ["authors"],
            },
        ],
        "appearances": [
            {
                "digest": "2025/2025-03-11",
                "date": "2025-03-11",
                "file": "content/digests/2025/2025-03-11.txt",
                "line": 2,
                "position": 1,
                "url": "2025/03/11/#kites-in-strong-wind",
                "votes": 29,
                "stars": 1204,
                "comments": 1,
                "submitted_by": "Cy Splice",
            },
            {
                "digest": "2025/2025-03-14",
                "date": "2025-03-14",
                "file": "content/digests/2025/2025-03-14.txt",
                "line": 4,
                "position": 2,
                "url": "2025/03/14/#kites-in-strong-wind",
            },
        ],
    }


def test_raw_text_stands_beside_what_each_digest_said() -> None:
    world = curate(
        item(
            "Tides",
            seen("2025-03-11", 1, title="TIDES", abstract="Short.", raw="Short\\."),
            seen("2025-03-12", 1, abstract="Longer ² text.", raw="Longer $^2$ text."),
            correction="The Tides",
        )
    )
    tides = paper(plan(world), "tides")
    assert (tides["title"], tides["title_raw"]) == ("The Tides", "TIDES")
    assert (tides["abstract"], tides["abstract_raw"]) == ("Longer ² text.", "Longer $^2$ text.")
    assert tides["other_abstracts"] == [{"abstract": "Short.", "abstract_raw": "Short\\."}]
    first, second = tides["appearances"]
    assert (first["abstract"], first["abstract_raw"]) == ("Short.", "Short\\.")
    assert "title" not in first
    assert (second["title"], second["title_raw"]) == ("Tides", "Tides")
    assert "abstract" not in second


def test_a_curators_topics_do_not_hide_those_by_rule() -> None:
    keel = paper(plan(small_world()), "keel")
    assert (keel["topics"], keel["topics_by_rule"]) == (["boats"], ["kites"])


def test_what_is_not_known_is_null_or_empty() -> None:
    lanterns = paper(plan(small_world()), "lanterns")
    assert lanterns["appearances"][0]["date"] is None
    assert [lanterns[key] for key in ("arxiv_id", "published", "featured")] == [None] * 3
    assert (lanterns["authors"], lanterns["authors_complete"], lanterns["links"]) == ([], False, {})


def test_lists_are_sorted_and_hidden_papers_are_on_none() -> None:
    planned = plan(small_world())
    ids = [record["id"] for record in records(planned, "papers")]
    assert ids == sorted(ids)
    assert len(ids) == 9
    digests = records(planned, "digests")
    assert [digest["id"] for digest in digests][-2:] == ["2025/2025-04-02", "undated/old-letters"]
    assert digests[2]["papers"] == ["boats-that-never-sink", "keel"]
    assert (digests[2]["entries"], digests[2]["new"]) == (3, 3)
    assert digests[2]["ledger"] == {
        "lines": 7,
        "header": 1,
        "title": 3,
        "abstract": 3,
        "fact": 0,
        "record": 0,
        "rejected": 0,
    }
    assert [(t["id"], t["count"]) for t in records(planned, "topics")] == [
        ("kites", 1),
        ("boats", 3),
        ("lighthouses", 3),
        ("tides", 0),
    ]
    assert [(t["id"], t["count"]) for t in records(planned, "tags")] == [
        ("3d", 1),
        ("eclair", 0),
        ("sails", 2),
        ("survey", 1),
        ("unused", 0),
    ]


@pytest.mark.parametrize("name", ["papers", "digests", "topics", "tags"])
def test_all_records_of_a_file_have_the_same_keys_in_the_same_order(name: str) -> None:
    keys = {tuple(record) for record in records(plan(small_world()), name)}
    assert len(keys) == 1


def test_addresses_say_where_each_leads_and_nothing_of_a_hidden_paper() -> None:
    planned = plan(small_world())
    found = records(planned, "addresses")
    assert [record["id"] for record in found] == sorted(record["id"] for record in found)
    by_id = {record.pop("id"): record for record in found}
    assert by_id["kites-in-strong-wind"] == {
        "to": ["kites-in-strong-wind"],
        "title": "Kites in Strong Wind",
    }
    assert by_id["keel"]["title"] == "The Keel, Corrected"
    assert by_id["kites-in-wind"] == {"to": ["kites-in-strong-wind"], "title": None}
    namesakes = ["harbour-lights-2403-00001", "harbour-lights-2403-00002"]
    assert by_id["harbour-lights"] == {"to": namesakes, "title": None}
    assert by_id["spam"] == by_id["spam-2"] == {"to": [], "title": None}
    answers = {address for address in planned_addresses(planned) if address.startswith("papers/")}
    assert {f"papers/{slug}/" for slug in by_id} == answers - {"papers/"}
    (content,) = [f.content for f in planned.files if f.path == "api/v1/addresses.json"]
    assert "Spam" not in content


def test_every_address_in_the_data_answers() -> None:
    planned = plan(small_world())
    answers = planned_addresses(planned)
    for name in ("papers", "digests", "topics", "tags"):
        for record in records(planned, name):
            assert record["url"] in answers
            assert set(record.get("redirects", ())) <= answers
            assert {a["url"] for a in record.get("appearances", ())} <= answers


def test_a_file_is_a_record_a_line_and_ends_with_one() -> None:
    for name in ("papers", "digests", "topics", "tags", "collections", "addresses"):
        (file,) = (f for f in plan(small_world()).files if f.path == f"api/v1/{name}.json")
        lines = file.content.split("\n")
        assert lines[-1] == ""
        assert lines[-2] == "]}"
        assert len(lines) == 3 + len(json.loads(file.content)[name])


@pytest.mark.parametrize("file", ["papers", "digests", "topics", "tags"])
def test_a_file_without_records_is_json(file: str) -> None:
    assert records(plan(curate()), file) == []


@given(st.text(alphabet=st.characters(), max_size=50) | st.text("<>&\u2028\u202e\ud800\x85/-!"))
def test_json_is_inert_wherever_it_stands_and_loses_nothing(text: str) -> None:
    rendered = render_json({text: [text]})
    assert json.loads(rendered) == {text: [text]}
    assert not re.search("[<>&\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", rendered)
    rendered.encode("utf-8")


def test_letters_beyond_ascii_stay_readable() -> None:
    assert render_json("Vörö ² 中") == '"Vörö ² 中"'
