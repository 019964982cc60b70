"""A digest's file name: what it says, and how a wrong one is corrected."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Code, Diagnostic, Place
from generator.sources.names import DigestName, parse_digest_name


@pytest.mark.parametrize(
    ("relative", "digest_id", "day", "ordinal", "name"),
    [
        ("2031/2031-05-06.txt", "2031/2031-05-06", date(2031, 5, 6), 1, ""),
        ("2031/2031-05-06.json", "2031/2031-05-06", date(2031, 5, 6), 1, ""),
        ("2031/2031-05-06-2.txt", "2031/2031-05-06-2", date(2031, 5, 6), 2, ""),
        ("2031/2031-05-06-12.xml", "2031/2031-05-06-12", date(2031, 5, 6), 12, ""),
        ("2032/2032-02-29.txt", "2032/2032-02-29", date(2032, 2, 29), 1, ""),
        ("undated/knots.txt", "undated/knots", None, 1, "knots"),
        ("undated/knots-and-stairs.bib", "undated/knots-and-stairs", None, 1, "knots-and-stairs"),
        ("undated/2031-survey.txt", "undated/2031-survey", None, 1, "2031-survey"),
        ("undated/1000-2000-words.txt", "undated/1000-2000-words", None, 1, "1000-2000-words"),
    ],
)
def test_a_right_name(
    relative: str, digest_id: str, day: date | None, ordinal: int, name: str
) -> None:
    found = parse_digest_name(relative, relative)
    assert isinstance(found, DigestName)
    assert (found.id, found.date, found.ordinal, found.name) == (digest_id, day, ordinal, name)


@pytest.mark.parametrize(
    ("relative", "message", "hint"),
    [
        ("2031/2031-02-30.txt", "The calendar has no day `2031-02-30`", "A digest is"),
        ("2031/2031-13-01.txt", "The calendar has no day", "A digest is"),
        ("0000/0000-01-01.txt", "The calendar has no day", "A digest is"),
        ("2030/2031-05-06.txt", "does not belong in the folder `2030`", "`2031/2031-05-06.txt`"),
        ("2031/2031-05-06.TXT", "The ending `.TXT`", "`2031/2031-05-06.txt`"),
        ("2031/2031-5-6.txt", "no day of the form", "`2031/2031-05-06.txt`"),
        ("2031/20310506.txt", "no day of the form", "`2031/2031-05-06.txt`"),
        ("2031/2031-05-06_2.txt", "no day of the form", "`2031/2031-05-06-2.txt`"),
        ("2031/2031-05-06 (2).txt", "no day of the form", "`2031/2031-05-06-2.txt`"),
        ("2031/2031-05-06-evening.txt", "no day of the form", "A digest is"),
        ("2031/knots.txt", "no day of the form", "`undated/knots.txt`"),
        ("2031/05-06-2031.txt", "no day of the form", "A digest is"),
        ("papers 6.5.2031.txt", "lies in the folder of its year", "A digest is"),
        ("2031/2031-05-06-1.txt", "A day's second digest ends in `-2`", "A digest is"),
        ("2031/2031-05-06-0.txt", "A day's second digest ends in `-2`", "A digest is"),
        ("2031/2031-05-06-02.txt", "A day's second digest ends in `-2`", "A digest is"),
        ("2031/05/2031-05-06.txt", "lies in the folder of its year", "`2031/2031-05-06.txt`"),
        ("2031-05-06.txt", "lies in the folder of its year", "`2031/2031-05-06.txt`"),
        ("Knots.txt", "lies in the folder of its year", "`undated/knots.txt`"),
        ("undated/Knots and Stairs.TXT", "The ending `.TXT`", "`undated/knots-and-stairs.txt`"),
        ("undated/knots--stairs.txt", "single hyphens", "`undated/knots-stairs.txt`"),
        ("undated/knots_stairs.txt", "single hyphens", "`undated/knots-stairs.txt`"),
        ("undated/2031-05-06.txt", "or it is a day's", "`2031/2031-05-06.txt`"),
        ("undated/ñ.txt", "single hyphens", "A digest is"),
        ("undated/knots", "has no ending", "`undated/knots.txt`"),
        ("2031/2031-05-06", "has no ending", "`2031/2031-05-06.txt`"),
        ("2031/2031-05-06.txt~", "The ending `.txt~`", "`2031/2031-05-06.txt`"),
        # Digits of other scripts are no digits of a date.
        ("2031/٢٠٣١-٠٥-٠٦.txt", "no day of the form", "A digest is"),
    ],
)
def test_a_wrong_name_says_the_right_one(relative: str, message: str, hint: str) -> None:
    found = parse_digest_name(relative, f"content/digests/{relative}")
    assert isinstance(found, Diagnostic)
    assert found.code is Code.BAD_DIGEST_NAME
    assert found.place == Place(file=f"content/digests/{relative}")
    assert message in found.message
    assert hint in found.hint


@given(
    st.text(alphabet="0123456789-_. aZé", max_size=16),
    st.sampled_from(["2031/", "undated/", "", "2031/05/"]),
    st.sampled_from([".txt", ".JSON", ""]),
)
def test_whatever_the_name_a_proposed_one_is_right(stem: str, folder: str, suffix: str) -> None:
    found = parse_digest_name(folder + stem + suffix, "x")
    if isinstance(found, Diagnostic) and found.hint.startswith("Its right place"):
        proposed = found.hint.split("`")[1]
        assert isinstance(parse_digest_name(proposed, "x"), DigestName)
