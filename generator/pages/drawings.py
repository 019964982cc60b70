"""Drawings: figures as the paths of small charts, the same bytes for the same figures.

Units are whole, so that nothing rests on how a machine writes fractions. The page stretches a
drawing to its place; how thick a line is does not change with that, nor a dot's shape, which is a
line of no length with round ends (https://www.w3.org/TR/SVG2/painting.html#LineCaps).
"""

from collections.abc import Sequence

from generator.pages.views import Drawing, Stroke

_HEIGHT = 100
_STEP = 10  # from one point of time to the next
_GAP = 2  # between columns
_BAR_WIDTH = 1000
_BAR_HEIGHT = 10
_BAR_TOP = 3
_LEAST = 3  # what is not zero can be seen


def draw_columns(counts: Sequence[int], *, said: str = "") -> Drawing:
    """Draw a column for each count, the largest as high as the drawing, on a base line."""
    top = max((*counts, 1))
    width = max(_STEP * len(counts) - _GAP, 1)
    columns = "".join(
        f"M{_STEP * place} {_HEIGHT}v-{height}h{_STEP - _GAP}v{height}z"
        for place, count in enumerate(counts)
        if count
        for height in (max(_LEAST, _scaled(count, top)),)
    )
    return Drawing(
        width=width,
        height=_HEIGHT,
        strokes=(
            Stroke(kind="base", path=f"M0 {_HEIGHT}H{width}"),
            *((Stroke(kind="bar", path=columns),) if columns else ()),
        ),
        said=said,
    )


def draw_line(
    values: Sequence[float | None], *, top: float, level: float | None = None, said: str = ""
) -> Drawing:
    """Draw a line through the values from 0 to `top`, broken where there is None.

    A dot ends it, and is all there is of a value without neighbours. `level` is drawn as a second
    line across.
    """
    width = max(_STEP * (len(values) - 1), 1)
    points = [
        None if value is None else (_STEP * place, _HEIGHT - _scaled(value, top))
        for place, value in enumerate(values)
    ]
    strokes = [Stroke(kind="base", path=f"M0 {_HEIGHT}H{width}")]
    if level is not None:
        strokes.append(Stroke(kind="level", path=f"M0 {_HEIGHT - _scaled(level, top)}H{width}"))
    around = list(zip([None, *points], points, [*points[1:], None], strict=False))
    line = "".join(
        f"{'L' if before else 'M'}{point[0]} {point[1]}" for before, point, _ in around if point
    )
    last = next((point for point in reversed(points) if point), None)
    dots = "".join(
        f"M{point[0]} {point[1]}h0"
        for before, point, after in around
        if point and (point is last or not (before or after))
    )
    if line:
        strokes += [Stroke(kind="line", path=line), Stroke(kind="dot", path=dots)]
    return Drawing(width=width, height=_HEIGHT, strokes=tuple(strokes), said=said)


def draw_bar(value: float, *, top: float, level: float | None = None) -> Drawing:
    """Draw a bar from the left, as wide as the drawing at `top`; a mark stands at `level`."""
    strokes = [Stroke(kind="bed", path=_lay_bar(_BAR_WIDTH))]
    if value:
        width = max(_LEAST, round(_BAR_WIDTH * value / top))
        strokes.append(Stroke(kind="bar", path=_lay_bar(width)))
    if level is not None:
        strokes.append(
            Stroke(kind="mark", path=f"M{round(_BAR_WIDTH * level / top)} 0V{_BAR_HEIGHT}")
        )
    return Drawing(width=_BAR_WIDTH, height=_BAR_HEIGHT, strokes=tuple(strokes))


def _lay_bar(width: int) -> str:
    """Give a bar in the middle of the height, so that a mark stands out above and below."""
    return f"M0 {_BAR_TOP}H{width}V{_BAR_HEIGHT - _BAR_TOP}H0z"


def _scaled(value: float, top: float) -> int:
    return round(_HEIGHT * value / top)
