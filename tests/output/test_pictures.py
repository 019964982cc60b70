"""Pictures for links elsewhere: their form, their letters, and that none is drawn twice."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.output import Gallery, write_files
from generator.output.head import render_picture
from generator.output.pictures import gallery as gallery_module
from generator.output.pictures.drawing import draw_picture
from generator.pages.plan import PlannedPicture

DAY = PlannedPicture(
    path="2031/05/06/card.png",
    above="The Harbour Review",
    heading="6 May 2031",
    note="Tuesday, 400 papers",
    squares=tuple(number % 9 for number in range(400)),
)


def drawn(heading: str = "", *, form: int = 0, squares: int = 0) -> bytes:
    return draw_picture(
        PlannedPicture(
            path="card.png",
            above="",
            heading=heading,
            note="",
            hue=min(form, 1),
            form=form,
            squares=(1,) * squares,
        )
    )


def test_a_picture_is_a_small_png_of_the_size_that_is_announced() -> None:
    data = draw_picture(DAY)
    assert len(data) < 40_000
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        assert len(image.getcolors() or ()) > 15
    head = render_picture(DAY, site_url="https://harbour.example/")
    assert 'content="https://harbour.example/2031/05/06/card.png"' in head
    assert 'og:image:width" content="1200"' in head
    assert 'og:image:alt" content="6 May 2031, The Harbour Review"' in head
    assert "summary_large_image" in head
    assert render_picture(DAY, site_url="") == '<meta name="twitter:card" content="summary">'


def test_the_same_picture_is_the_same_bytes() -> None:
    assert draw_picture(DAY) == draw_picture(DAY)


def test_each_form_and_each_number_looks_like_no_other() -> None:
    forms = {drawn("Kites", form=form) for form in range(6)}
    assert len(forms) == 6
    assert len({drawn(squares=number) for number in (0, 1, 60, 200, 900, 3_000)}) == 6


@pytest.mark.parametrize("heading", ["Ναυτικά", "船", "Ünder", "Boats \u202e", "\ud800"])
def test_what_the_font_cannot_write_is_left_out(heading: str) -> None:
    """No boxes, and no half of a name; the head says it in words."""
    assert drawn(heading) == drawn()
    assert drawn("Boats") != drawn()


def test_a_long_name_is_made_smaller_and_then_cut() -> None:
    long, longer = "Boats " * 12, "Boats " * 90
    assert len({drawn(), drawn(long), drawn(longer)}) == 3
    with Image.open(BytesIO(drawn(longer))) as image:
        edge = image.crop((1112, 0, 1200, 630))
        assert len(edge.getcolors() or ()) == 1


@settings(max_examples=20)
@given(st.text(max_size=30))
def test_any_name_is_drawn_or_left_out(heading: str) -> None:
    assert drawn(heading)


def test_what_was_drawn_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Gallery(tmp_path)
    (planned,) = first.plan([DAY])
    data = planned.data
    write_files(first.kept, folder=tmp_path)
    calls: list[PlannedPicture] = []

    def draw(picture: PlannedPicture) -> bytes:
        calls.append(picture)
        return data

    monkeypatch.setattr(gallery_module, "draw_picture", draw)
    second = Gallery(tmp_path)
    (planned,) = second.plan([DAY])
    assert calls == []
    assert planned.data == planned.data == data
    assert (calls, second.kept) == ([], first.kept)
    (file,) = tmp_path.iterdir()
    file.write_bytes(data[:500])
    (planned,) = Gallery(tmp_path).plan([DAY])
    assert planned.data == data
    assert calls == [DAY]
