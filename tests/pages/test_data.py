"""The ledger's page adds up."""

from dataclasses import fields

from generator.diagnostics import Code, Diagnostic, Place
from generator.pages.site import plan_site
from generator.pages.views import DataPage, LedgerRow, LinkView
from generator.sources.model import LedgerLine, LineKind

from .plans import plan, view
from .world import curate, item, seen, small_world

_FIGURES = [field.name for field in fields(LedgerRow) if field.name != "link"]


def test_every_digest_has_a_row_and_all_add_up() -> None:
    data = view(plan(small_world()), "about/data/", DataPage)
    assert [row.link.label for row in data.rows] == [
        "31 December 2024",
        "11 March 2025",
        "12 March 2025, first digest",
        "12 March 2025, second digest",
        "14 March 2025",
        "2 April 2025",
        "Old letters, undated",
    ]
    first = data.rows[2]
    assert first.link.url == "2025/03/12/"
    assert [getattr(first, name) for name in _FIGURES] == [7, 1, 3, 3, 0, 0, 0, 3, 3]
    for name in _FIGURES:
        assert getattr(data.total, name) == sum(getattr(row, name) for row in data.rows)
    assert data.total.new == len(small_world().corpus.papers)
    assert data.ledger_note == ""


def test_a_line_that_is_two_things_is_explained() -> None:
    glued = LedgerLine(line=2, column=1, kind=LineKind.HEADER)
    world = curate(item("Tides", seen("2025-03-11", 1)), rejected={"2025-03-11": (glued,)})
    data = view(plan(world), "about/data/", DataPage)
    assert (data.rows[0].lines, data.rows[0].headers) == (3, 2)
    assert data.ledger_note == "1 line holds two of these and counts as both."


def test_meters_tell_what_is_known_of_the_papers_that_are_shown() -> None:
    data = view(plan(small_world()), "about/data/", DataPage)
    assert [(meter.name, meter.count, meter.total, meter.percent) for meter in data.known] == [
        ("arXiv number", 3, 9, "33.3"),
        ("First author", 3, 9, "33.3"),
        ("Date", 1, 9, "11.1"),
        ("All authors", 2, 9, "22.2"),
        ("Code address", 1, 9, "11.1"),
        ("A topic", 6, 9, "66.7"),
    ]


def test_findings_have_their_place_and_their_word() -> None:
    data = view(plan(small_world()), "about/data/", DataPage)
    (finding,) = data.findings
    assert (finding.severity, finding.code) == ("Warning", "near-duplicate-title")
    assert finding.place == "content/digests/2025/2025-03-12.txt:4:1"
    assert (finding.message, finding.hint) == (
        "“Boats” is almost the title of another paper.",
        "Merge them.",
    )
    assert data.findings_note == "1 warning"


def test_findings_from_elsewhere_are_named_too_and_each_once() -> None:
    world = small_world()
    (known,) = world.diagnostics
    header = Diagnostic(
        code=Code.HEADER_DAY_DIFFERS, place=Place(file="content/a.txt"), message="Another day."
    )
    planned = plan_site(world, site_name="The Gazette", findings=[known, header])
    data = view(planned, "about/data/", DataPage)
    assert [finding.place for finding in data.findings] == [
        "content/a.txt:1:1",
        "content/digests/2025/2025-03-12.txt:4:1",
    ]
    assert data.findings_note == "2 warnings"


def test_rejected_lines_are_shown_with_their_reason() -> None:
    (line,) = view(plan(small_world()), "about/data/", DataPage).rejected
    assert line.place == "content/digests/2025/2025-03-11.txt:90:1"
    assert (line.reason, line.text) == ("no title", "<b>stray")


def test_titles_that_several_papers_bear_are_listed() -> None:
    assert view(plan(small_world()), "about/data/", DataPage).same_titles == (
        LinkView(
            label="Harbour Lights",
            url="papers/harbour-lights/",
            note="arXiv 2403.00001 and arXiv 2403.00002",
        ),
    )


def test_a_site_without_fault_says_so() -> None:
    data = view(plan(curate(item("Tides", seen("2025-03-11", 1)))), "about/data/", DataPage)
    assert data.findings_note == "Nothing is amiss"
    assert (data.findings, data.rejected, data.hidden, data.same_titles) == ((), (), (), ())


def test_a_long_ledger_is_folded_by_month_and_a_short_one_is_not() -> None:
    days = [f"2025-03-{day:02}" for day in range(1, 31)] + ["2025-04-01", "old-letters"]
    sands = item("Sand", *(seen(day, 1) for day in days))
    data = view(plan(curate(sands)), "about/data/", DataPage)
    assert [(month.total.link.label, month.total.link.url) for month in data.months] == [
        ("March 2025", "2025/03/"),
        ("April 2025", "2025/04/"),
        ("Without a date", ""),
    ]
    assert [month.total.link.note for month in data.months] == [
        "30 digests",
        "1 digest",
        "1 digest",
    ]
    assert tuple(row for month in data.months for row in month.rows) == data.rows
    for name in _FIGURES:
        folded = sum(getattr(month.total, name) for month in data.months)
        assert folded == getattr(data.total, name)
    fewer = item("Sand", *(seen(day, 1) for day in days[1:]))
    assert view(plan(curate(fewer)), "about/data/", DataPage).months == ()
