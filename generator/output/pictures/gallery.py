"""The pictures that one build has drawn, kept for the next: a cache, which may be thrown away."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import PIL
from PIL import features

from generator.output.pictures import drawing
from generator.output.pictures.drawing import draw_picture
from generator.pages.plan import PlannedData, PlannedPicture

_END = b"IEND\xaeB`\x82"  # https://www.w3.org/TR/png-3/#11IEND


class Gallery:
    """Gives the bytes of pictures when they are asked for, and draws only those it lacks.

    `kept` are the ones that were asked for, by the names of their files, for the next build.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` holds what former builds kept; it need not be there."""
        self._folder = folder
        self._program = _sum_program()
        self.kept: dict[str, bytes] = {}

    def plan(self, pictures: Iterable[PlannedPicture]) -> Iterator[PlannedData]:
        for picture in pictures:
            yield PlannedData(path=picture.path, make=partial(self._give, picture))

    def _give(self, picture: PlannedPicture) -> bytes:
        name = self._name(picture)
        if name not in self.kept:
            self.kept[name] = self._read(name) or draw_picture(picture)
        return self.kept[name]

    def _read(self, name: str) -> bytes:
        """Read a picture that was kept; nothing where there is none, or only half of one."""
        try:
            data = (self._folder / name).read_bytes() if self._folder else b""
        except OSError:
            return b""
        return data if data.endswith(_END) else b""

    def _name(self, picture: PlannedPicture) -> str:
        """Name a picture by all that its bytes rest on; where it goes makes no difference."""
        shown = (picture.above, picture.heading, picture.note, picture.hue, picture.form)
        total = hashlib.sha256(repr((self._program, shown, picture.squares)).encode())
        return f"{total.hexdigest()[:32]}.png"


def _sum_program() -> str:
    """Give what stands for all that draws: this code, and the library with its parts."""
    code = hashlib.sha256(Path(drawing.__file__).read_bytes()).hexdigest()
    parts = (features.version("freetype2"), features.version("zlib"))
    return " ".join(map(str, (code, PIL.__version__, *parts)))
