"""A paper's own page, and what answers at its other addresses."""

from generator.corpus.model import Particulars
from generator.pages.plan import PlannedRedirect
from generator.pages.views import (
    ChoicePage,
    DigestPage,
    LinkView,
    PaperPage,
    ParticularsView,
    Span,
)

from .plans import page, plan, view
from .world import curate, item, seen, small_world


def test_a_page_tells_all_that_is_known() -> None:
    planned = plan(small_world())
    kites = view(planned, "papers/kites-in-strong-wind/", PaperPage)
    assert kites.title == "Kites in Strong Wind"
    assert kites.authors == "Ada Gale, Bo Squall, Cy Breeze, Di Storm"
    assert (kites.pick, kites.note) == (True, "The best introduction.")
    assert [mark.name for mark in kites.topics] == ["Kites", "Boats"]
    assert [mark.name for mark in kites.tags] == ["Survey", "Sails"]
    assert (kites.arxiv_id, kites.arxiv_url) == ("2403.12345", "https://arxiv.org/abs/2403.12345")
    assert kites.published
    assert kites.featured
    assert (kites.published.text, kites.featured.text) == ("19 March 2024", "11 March 2025")
    assert kites.venue == "Wind 2024, Sky 2025"
    assert [link.label for link in kites.links] == [
        "arXiv",
        "PDF",
        "Hugging Face",
        "Code",
        "Project",
    ]
    assert kites.code == LinkView(
        label="gale/kites",
        url="https://github.com/gale/kites",
        note="as a third party says; 1,204 stars on 11 March 2025",
    )
    assert kites.doi == LinkView(label="10.1000/kites.1", url="https://doi.org/10.1000/kites.1")
    assert kites.particulars == ParticularsView(
        summary="Kites stay up where it blows.",
        summary_origin="In short, as a program of The Kite Press wrote it",
        keywords=("wind", "twelve strands"),
        organisation="Institute of Kites",
        journal_ref="J. Wind 12 (2024) 5-19",
        comment="12 pages",
        media=(
            LinkView(label="Film", url="https://kites.example/film.mp4"),
            LinkView(label="Picture", url="https://kites.example/a.png"),
        ),
    )
    assert [step.after for step in kites.timeline if step.is_digest] == [
        "in the day’s digest, submitted by Cy Splice, with 29 votes and 1 comment",
        "in the day’s digest",
    ]
    assert kites.digest_count == 2
    assert page(planned, "papers/kites-in-strong-wind/").section == ""


def test_a_curators_code_is_said_by_no_third_party_and_an_id_leads_to_arxiv() -> None:
    given = [("arXiv", "https://x.org/mirror"), ("Code", "https://github.com/gale/more")]
    tides = item("Tides", seen("2025-03-12", 1), arxiv_id="2409.17422", links=given)
    shown = view(plan(curate(tides)), "papers/tides/", PaperPage)
    assert shown.code == LinkView(label="gale/more", url="https://github.com/gale/more")
    assert shown.arxiv_url == "https://arxiv.org/abs/2409.17422"
    assert shown.links[0] == LinkView(label="arXiv", url="https://x.org/mirror")


def test_films_are_numbered_and_what_says_nothing_of_the_paper_is_left_out() -> None:
    said = Particulars(
        summary="Tides come and go.",
        journal_ref="arXiv preprint arXiv:2409.17422",
        media=(
            "https://x.org/b.MOV?t=1",
            "https://x.org/a.mp4",
            "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2409.17422.png",
            "https://x.org/hear",
            "javascript:alert(1)",
        ),
    )
    tides = item("Tides", seen("2025-03-12", 1), particulars=said)
    shown = view(plan(curate(tides)), "papers/tides/", PaperPage).particulars
    assert [link.label for link in shown.media] == ["Film 1", "Film 2", "Recording"]
    assert (shown.summary_origin, shown.journal_ref) == ("In short, as a source has it", "")


def test_the_timeline_tells_publication_and_every_appearance() -> None:
    world = curate(
        item(
            "Tides",
            seen("2025-03-12", 1),
            seen("2025-03-12-2", 2),
            seen("2025-03-14", 1),
            seen("old-letters", 1),
            published="2024-09-25",
            arxiv_id="2409.17422",
        ),
        item("Sand", seen("2025-03-12-2", 1), hidden="Wet."),
    )
    told = [
        (step.date and step.date.iso, step.text, step.link and step.link.label, step.after)
        for step in view(plan(world), "papers/tides/", PaperPage).timeline
    ]
    assert told == [
        ("2024-09-25", "Published on", "arXiv", ""),
        ("2025-03-12", "", "Number 1 of 1", "in the first digest of the day"),
        ("2025-03-12", "", "Number 2 of 2", "in the second digest of the day"),
        ("2025-03-14", "", "Number 1 of 1", "in the day’s digest"),
        (None, "", "Number 1 of 1", "in the undated digest “Old letters”"),
    ]


def test_a_title_has_its_formulas_where_a_page_can_show_them() -> None:
    world = curate(
        item(r"On $\ell_p$", seen("2025-03-12", 1), seen("2025-03-12-2", 1), slug="on"),
    )
    planned = plan(world)
    paper = view(planned, "papers/on/", PaperPage)
    day = view(planned, "2025/03/12/", DigestPage)
    assert paper.title == "On ℓ_p"
    shown = [paper, *(item for section in day.sections for item in section.items)]
    sources = [[span.source for span in one.title_spans] for one in shown]
    assert sources == [["", r"\ell_p"], ["", r"\ell_p"], ["", r"\ell_p"]]
    titles = [page.title for page in planned.pages if page.path == "papers/on/index.md"]
    assert titles == ["On ℓ_p"]


def test_a_publication_that_is_nowhere_known_has_no_link() -> None:
    world = curate(item("Tides", seen("2025-03-12", 1), published="2024-09-25"))
    first = view(plan(world), "papers/tides/", PaperPage).timeline[0]
    assert (first.text, first.link, first.is_digest) == ("Published", None, False)


def test_what_is_not_known_is_left_out() -> None:
    bare = view(plan(curate(item("Tides", seen("letters", 1)))), "papers/tides/", PaperPage)
    assert bare.authors == "Authors not known"
    assert (bare.arxiv_id, bare.arxiv_url, bare.venue) == ("", "", "")
    assert (bare.published, bare.featured, bare.code, bare.links) == (None, None, None, ())


def test_of_a_first_author_nothing_more_is_said() -> None:
    world = curate(item("Tides", seen("letters", 1), authors=["Eve Hull"], complete=False))
    tides = view(plan(world), "papers/tides/", PaperPage)
    assert tides.authors == "First author: Eve Hull"


def test_the_longest_reading_stands_with_the_other_on_demand() -> None:
    boats = view(plan(small_world()), "papers/boats-that-never-sink/", PaperPage)
    assert "".join(span.text for span in boats.abstract) == (
        "Long, and see https://boats.example/hull for more."
    )
    assert Span(text="https://boats.example/hull", url="https://boats.example/hull") in (
        boats.abstract
    )
    (other,) = boats.others
    assert other.source == "The first digest of 12 March 2025"
    assert other.abstract == (Span(text="Short."),)


def test_a_corrected_title_is_the_pages_title() -> None:
    planned = plan(small_world())
    assert view(planned, "papers/keel/", PaperPage).title == "The Keel, Corrected"
    assert page(planned, "papers/keel/").title == "The Keel, Corrected"


def test_former_slugs_lead_to_the_paper() -> None:
    redirect = PlannedRedirect(
        path="papers/kites-in-wind/index.html",
        target="papers/kites-in-strong-wind/",
        title="Kites in Strong Wind",
    )
    assert redirect in plan(small_world()).redirects


def test_an_address_that_two_papers_share_names_both() -> None:
    choice = view(plan(small_world()), "papers/harbour-lights/", ChoicePage)
    assert choice.heading == "Which paper?"
    assert choice.lead.startswith("Two papers bear this title")
    assert choice.choices == (
        LinkView(
            label="Harbour Lights",
            url="papers/harbour-lights-2403-00001/",
            note="arXiv 2403.00001; Authors not known; first in 14 March 2025",
        ),
        LinkView(
            label="Harbour Lights",
            url="papers/harbour-lights-2403-00002/",
            note="arXiv 2403.00002; Authors not known; first in 14 March 2025",
        ),
    )


def test_of_two_namesakes_a_hidden_one_is_not_named() -> None:
    world = curate(
        item("Lights", seen("2025-03-11", 1), slug="lights-a"),
        item("Lights", seen("2025-03-11", 2), slug="lights-b", hidden="Too bright."),
        shared={"lights": ("lights-a", "lights-b")},
    )
    choice = view(plan(world), "papers/lights/", ChoicePage)
    assert [link.url for link in choice.choices] == ["papers/lights-a/"]
    assert choice.lead == "Of the two papers with this address, 1 is shown."


def test_a_description_is_short_and_ends_with_a_word() -> None:
    long = curate(item("Tides", seen("2025-03-12", 1, abstract="An ebbing, flowing " * 20)))
    description = page(plan(long), "papers/tides/").description
    assert len(description) <= 160
    assert description.endswith(("ebbing…", "flowing…", "An…"))
