"""Small charts: what is drawn is what was counted, within its frame."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.drawings import draw_bar, draw_columns, draw_line
from generator.pages.views import Drawing

_STEP = re.compile(r"([MLHVhvz])((?:-?\d+)?)(?: (-?\d+))?")


def paths(drawing: Drawing) -> dict[str, str]:
    return {stroke.kind: stroke.path for stroke in drawing.strokes}


def points(path: str) -> list[tuple[int, int]]:
    """Give every point through which a path goes."""
    assert "".join(match[0] for match in _STEP.finditer(path)) == path
    x = y = 0
    found = []
    for letter, first, second in _STEP.findall(path):
        if letter in "ML":
            x, y = int(first), int(second)
        elif letter == "H":
            x = int(first)
        elif letter == "V":
            y = int(first)
        elif letter == "h":
            x += int(first)
        elif letter == "v":
            y += int(first)
        found.append((x, y))
    return found


def test_columns_are_as_high_as_their_counts() -> None:
    drawing = draw_columns([0, 10, 20, 1], said="Three months.")
    assert (drawing.width, drawing.height, drawing.said) == (38, 100, "Three months.")
    assert paths(drawing) == {
        "base": "M0 100H38",
        "bar": "M10 100v-50h8v50zM20 100v-100h8v100zM30 100v-5h8v5z",
    }


def test_what_is_not_zero_is_seen() -> None:
    assert paths(draw_columns([1000, 1]))["bar"].endswith("M10 100v-3h8v3z")
    assert paths(draw_bar(0.0001, top=1))["bar"] == "M0 3H3V7H0z"
    assert "bar" not in paths(draw_bar(0, top=1))
    assert "bar" not in paths(draw_columns([0, 0]))


def test_a_line_goes_from_value_to_value_and_ends_in_a_dot() -> None:
    drawing = draw_line([0.0, 0.5, 0.25], top=0.5, level=0.1, said="It rose.")
    assert paths(drawing) == {
        "base": "M0 100H20",
        "level": "M0 80H20",
        "line": "M0 100L10 0L20 50",
        "dot": "M20 50h0",
    }


def test_a_line_breaks_where_nothing_is_known() -> None:
    drawn = paths(draw_line([1.0, 0.5, None, 0.0, None, 1.0, 0.5, None], top=1))
    assert drawn["line"] == "M0 0L10 50M30 100M50 0L60 50"
    assert drawn["dot"] == "M30 100h0M60 50h0"
    assert paths(draw_line([None, None], top=1)) == {"base": "M0 100H10"}


def test_a_bar_has_a_mark_at_what_was_before() -> None:
    assert paths(draw_bar(0.2, top=0.4, level=0.1)) == {
        "bed": "M0 3H1000V7H0z",
        "bar": "M0 3H500V7H0z",
        "mark": "M250 0V10",
    }


@given(st.lists(st.integers(0, 5000), max_size=70))
def test_columns_stay_in_their_frame(counts: list[int]) -> None:
    drawing = draw_columns(counts)
    assert_inside(drawing)
    assert len(points(paths(drawing).get("bar", ""))) == 5 * sum(map(bool, counts))


@given(
    st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=70),
    st.none() | st.floats(0, 1),
)
def test_lines_stay_in_their_frame(values: list[float | None], level: float | None) -> None:
    top = max(level or 0, *(value or 0 for value in values), 0.0) or 1
    assert_inside(draw_line(values, top=top, level=level))


def assert_inside(drawing: Drawing) -> None:
    for stroke in drawing.strokes:
        for x, y in points(stroke.path):
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height


@pytest.mark.parametrize("size", [12, 60])
def test_drawings_are_small(size: int) -> None:
    assert len(paths(draw_columns([100] * size))["bar"]) <= 25 * size
    assert len(paths(draw_line([0.5] * size, top=1))["line"]) <= 8 * size
