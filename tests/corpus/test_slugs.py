from generator.corpus.slugs import Claim, assign_slugs
from generator.identifiers import ArxivId, Doi, Slug, slug_with_hash, slug_with_id


def claim(*titles: str, contested: str = "") -> Claim:
    """Make the claim of a paper; `contested` is the id that it says with a title of two papers."""
    id_ = ArxivId(contested) if contested else None
    return Claim(titles=titles, id=id_, contested=tuple((t, id_) for t in titles if id_))


def test_each_title_ever_received_keeps_its_slug() -> None:
    given = assign_slugs([claim("Kites", "Kites Revisited")])
    assert given.canonical == ("kites",)
    assert given.redirects == (("kites-revisited",),)
    assert given.shared == {}


def test_two_titles_with_one_slug_take_a_hash_and_the_plain_one_names_both() -> None:
    given = assign_slugs([claim("Café"), claim("Cafe")])
    assert given.canonical == (slug_with_hash("Café"), slug_with_hash("Cafe"))
    assert given.shared == {"cafe": (0, 1)}


def test_equal_titles_with_two_ids_take_the_id() -> None:
    given = assign_slugs(
        [claim("Kites", contested="2401.00001"), claim("Kites", contested="2402.00002")]
    )
    assert given.canonical == ("kites-2401-00001", "kites-2402-00002")
    assert given.shared == {"kites": (0, 1)}


def test_longer_slugs_go_on_to_answer_when_two_papers_turn_out_to_be_one() -> None:
    apart = assign_slugs([claim("Café"), claim("Cafe")])
    merged = assign_slugs([claim("Café", "Cafe")])
    answers = {*merged.canonical, *merged.redirects[0]}
    assert {*apart.canonical, *apart.shared} <= answers


def test_a_title_that_spells_a_longer_slug_does_not_take_it() -> None:
    thief = slug_with_hash("Café").replace("-", " ")
    given = assign_slugs([claim("Café"), claim("Cafe"), claim(thief)])
    assert len(set(given.canonical)) == 3
    assert given.shared[slug_with_hash("Café")] == (0, 2)


def test_a_longer_slug_is_of_every_id_that_was_said_with_a_contested_title() -> None:
    ids = (ArxivId("2401.00001"), Doi("10.1000/kites.7"), None)
    given = assign_slugs(
        [Claim(titles=("Kites",), id=ids[0], contested=tuple(("Kites", id_) for id_ in ids))]
    )
    assert given.canonical == ("kites",)
    assert given.redirects == (
        ("kites-2401-00001", slug_with_id(Slug("kites"), ids[1]), "kites-without-arxiv-id"),
    )
