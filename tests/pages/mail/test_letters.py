"""What a mail says: of which digests, in which order, and what a shorter one leaves out."""

from generator.identifiers import TopicId
from generator.pages.cards import Cards
from generator.pages.catalogue import make_catalogue
from generator.pages.mail import find_digests, plan_mail, shorten
from generator.pages.slices import Period, parse_period
from generator.pages.views import LinkView, MailView
from tests.pages.world import curate, item, seen, small_world

CARDS = Cards(make_catalogue(small_world()))
SITE = LinkView(label="Review", url="https://harbour.example/review/")


def write(period: str = "", *topics: str) -> MailView | None:
    asked = parse_period(period) if period else None
    shelves = find_digests(CARDS.catalogue, asked)
    chosen = tuple(map(TopicId, topics))
    return plan_mail(
        CARDS, shelves, topics=chosen, site=SITE, unsubscribe="https://harbour.example/leave"
    )


def planned(period: str = "", *topics: str) -> MailView:
    mail = write(period, *topics)
    assert mail
    return mail


def outline(mail: MailView) -> dict[str, list[str]]:
    return {section.name: [paper.title for paper in section.papers] for section in mail.sections}


def test_without_a_period_it_is_of_the_newest_day() -> None:
    mail = planned()
    assert mail.heading == "Wednesday 2 April 2025"
    assert mail.subject == "Review, 2 April 2025: 1 paper"
    assert mail.url == "https://harbour.example/review/2025/04/02/"


def test_picks_lead_then_topics_in_the_curators_order_then_what_came_before() -> None:
    assert outline(planned("2025-03")) == {
        "Picked by the curator": ["Kites in Strong Wind"],
        "Boats": ["Boats That Never Sink", "The Keel, Corrected"],
        "Lighthouses": ["Beacons"],
        "No topic yet": ["ROPES", "Harbour Lights", "Harbour Lights"],
    }
    again = planned("2025-03-14")
    assert list(outline(again)) == ["Lighthouses", "No topic yet", "Seen before"]
    (paper,) = again.sections[-1].papers
    assert paper.again == "first in the digest of 11 March 2025"
    assert (paper.abstract, paper.note) == ("", "The best introduction.")
    assert again.lead == "4 papers, of which 1 was in an earlier digest."


def test_a_paper_of_two_digests_stands_in_it_once() -> None:
    titles = [title for titles in outline(planned("2025-03")).values() for title in titles]
    assert len(titles) == 7
    assert planned("2025-03").subject == "Review, 11 to 14 March 2025: 7 papers"


def test_hidden_papers_and_those_without_a_date_are_in_no_mail() -> None:
    said = str(planned("2024").sections) + str(planned("2025").sections)
    assert "Spam" not in said
    assert "Lanterns" not in said
    assert find_digests(CARDS.catalogue, Period()) == find_digests(
        CARDS.catalogue, Period(first=min(CARDS.catalogue.days))
    )


def test_a_topic_narrows_and_leads_to_its_papers_on_the_site() -> None:
    mail = planned("2025-03-12", "boats")
    assert mail.heading == "Boats, Wednesday 12 March 2025"
    assert mail.url == "https://harbour.example/review/2025/03/12/?topic=boats"
    assert outline(mail) == {"Boats": ["Boats That Never Sink", "The Keel, Corrected"]}
    assert planned("2025", "boats").url == "https://harbour.example/review/topics/boats/"
    assert write("2025-03-12", "lighthouses") is None


def test_where_there_is_nothing_there_is_no_mail() -> None:
    empty = Cards(make_catalogue(curate(item("Lanterns", seen("old-letters", 1)))))
    assert find_digests(empty.catalogue, None) == ()
    assert write("1999") is None


def test_every_address_is_whole() -> None:
    mail = planned("2025-03")
    urls = [mail.url, *(section.url for section in mail.sections if section.url)]
    urls += [paper.url for section in mail.sections for paper in section.papers]
    assert all(url.startswith("https://harbour.example/review/") for url in urls)


def test_a_shorter_mail_cuts_abstracts_then_papers_of_every_section() -> None:
    mail = planned("2025-03")
    brief = shorten(mail, abstracts=20)
    assert brief.shortened
    assert outline(brief) == outline(mail)
    assert all(len(p.abstract) <= 20 for section in brief.sections for p in section.papers)
    assert not shorten(mail, abstracts=10_000).shortened
    half = shorten(mail, abstracts=0, share=0.5)
    assert [(len(section.papers), section.left_out) for section in half.sections] == [
        (1, 0),
        (1, 1),
        (1, 0),
        (2, 1),
    ]
    assert [len(section.papers) for section in shorten(mail, abstracts=0, share=0).sections] == [
        1
    ] * 4
