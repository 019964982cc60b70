"""Drawing a picture: 1200 by 630 pixels in the colours of the site, as PNG.

The font is Aileron, which Pillow carries (CC0), and which has ASCII and few other signs. A text
that holds any other letter is left out, rather than shown in boxes; the page's head has the words.
"""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from generator.pages.plan import PlannedPicture

WIDTH, HEIGHT = 1200, 630  # what https://ogp.me and its readers show whole
_EDGE = 90
_PAPER, _INK, _LINE = (251, 250, 247), (29, 28, 26), (226, 222, 212)
_NO_HUE = (139, 134, 123)
# --bs-hue-1 to 8 of the style sheet, for the light scheme.
_HUES = (
    (53, 106, 168), (118, 83, 165), (171, 63, 102), (176, 79, 39),
    (132, 99, 0), (60, 119, 55), (25, 118, 111), (106, 97, 86),
)  # fmt: skip
_TONES = 16  # from paper to ink: the first colours of the palette; then the line, then the hues
_OF_LINE = _TONES
_OF_HUE = _TONES + 1
_SOFT = 190  # of 255, the tone of what is said beside the heading
_LARGEST, _SMALLEST = 84, 30
_SIZES = (24, 16, 10, 6)  # of a small square; a third of it lies between two
_ROWS_TOP, _ROWS_BOTTOM = 440, 550

Font = ImageFont.FreeTypeFont


def draw_picture(picture: PlannedPicture) -> bytes:
    """Draw a picture. Same picture, same version of Pillow, same bytes."""
    words = Image.new("L", (WIDTH, HEIGHT), 0)
    writing = ImageDraw.Draw(words)
    _write(writing, picture.above, (_EDGE, 64), 34, _SOFT)
    indent = 92 if picture.hue else 0
    _write(writing, picture.heading, (_EDGE + indent, 300), _LARGEST, 255)
    _write(writing, picture.note, (_EDGE, 336), 38, _SOFT)
    tones = words.point([tone * (_TONES - 1) // 255 for tone in range(256)])
    image = Image.frombytes("P", words.size, tones.tobytes())
    image.putpalette(_palette())
    drawing = ImageDraw.Draw(image)
    drawing.line((_EDGE, 130, WIDTH - _EDGE, 130), _OF_LINE, 2)
    if picture.hue:
        _draw_swatch(drawing, picture.hue, picture.form)
    _draw_squares(drawing, picture.squares)
    data = BytesIO()
    image.save(data, "PNG", compress_level=6)  # 9 takes five times as long
    return data.getvalue()


def _palette() -> list[int]:
    tones = [
        tuple(p + (i - p) * tone // (_TONES - 1) for p, i in zip(_PAPER, _INK, strict=True))
        for tone in range(_TONES)
    ]
    return [part for colour in (*tones, _LINE, _NO_HUE, *_HUES) for part in colour]


@lru_cache(maxsize=64)
def _font(size: int) -> Font:
    font = ImageFont.load_default(size)
    if not isinstance(font, Font):
        message = "Pillow was built without FreeType, and has no font that can be drawn"
        raise TypeError(message)
    return font


@lru_cache(maxsize=1024)
def _has(letter: str) -> bool:
    """Tell whether the font has a letter: what it lacks is drawn as the same box."""
    font = _font(_SMALLEST)
    lacking = font.getmask("\U0010ffff")
    drawn = font.getmask(letter)
    return drawn.size != lacking.size or bytes(drawn) != bytes(lacking)


def _write(
    drawing: ImageDraw.ImageDraw, text: str, place: tuple[int, int], size: int, tone: int
) -> None:
    """Write one line, as large as it may be and fits; nothing if the font lacks a letter of it."""
    if not all(map(_has, text)):
        return
    room = WIDTH - _EDGE - place[0]
    while size > _SMALLEST and _font(size).getlength(text) > room:
        size -= 2
    while len(text) > 1 and _font(size).getlength(text) > room:
        text = f"{text.removesuffix('...')[:-1].rstrip()}..."
    drawing.text(place, text, fill=tone, font=_font(size), anchor="ls" if tone == 255 else None)


def _draw_swatch(drawing: ImageDraw.ImageDraw, hue: int, form: int) -> None:
    """Draw a topic's swatch beside the heading, in the forms that the style sheet has."""
    left, top, right, bottom = _EDGE, 240, _EDGE + 60, 300
    colour = _OF_HUE + hue
    drawing.rectangle((left, top, right, bottom), outline=colour, width=8)
    third = (bottom - top) // 3
    match form:
        case 1:
            drawing.rectangle((left, top, right, bottom), fill=colour)
        case 3:
            drawing.polygon(((left, top), (right, top), (left, bottom)), fill=colour)
        case 4:
            drawing.rectangle((left, top, (left + right) // 2, bottom), fill=colour)
        case 5:
            drawing.rectangle((left, top + third, right, bottom - third), fill=colour)


def _draw_squares(drawing: ImageDraw.ImageDraw, hues: tuple[int, ...]) -> None:
    """Draw a small square for each hue in rows, as large as all of them have room for."""
    for size in _SIZES:
        step = size + size // 3
        columns = (WIDTH - 2 * _EDGE + step - size) // step
        rows = (_ROWS_BOTTOM - _ROWS_TOP) // step
        if len(hues) <= columns * rows:
            break
    for number, hue in enumerate(hues[: columns * rows]):
        left = _EDGE + number % columns * step
        top = _ROWS_TOP + number // columns * step
        drawing.rectangle((left, top, left + size - 1, top + size - 1), fill=_OF_HUE + hue)
