"""How records become a file of the data: a head, a record a line, an end; and its form as gzip."""

import zlib
from collections.abc import Iterable, Iterator

from generator.pages.api.schemas import VERSION
from generator.pages.json_text import render_json

_LEVEL = 6
"""Of compression: a higher one takes longer and spares one byte in three hundred."""
_GZIP = 31
"""What `zlib` calls a stream in the form of gzip: https://zlib.net/manual.html."""


def wrap(name: str, lines: Iterable[bytes], *, schema: str) -> bytes:
    """Give the file of the list `name`, whose records are `lines`; `schema` is its address."""
    return b"".join(_list_parts(name, lines, schema=schema))


def compress(name: str, lines: Iterable[bytes], *, schema: str) -> bytes:
    """Give the same in the form of gzip, without a time or a name: the same bytes each time."""
    press = zlib.compressobj(_LEVEL, wbits=_GZIP)
    parts = _list_parts(name, lines, schema=schema)
    return b"".join((*map(press.compress, parts), press.flush()))


def _list_parts(name: str, lines: Iterable[bytes], *, schema: str) -> Iterator[bytes]:
    yield f'{{"$schema":{render_json(schema)},"version":{VERSION},"{name}":[\n'.encode()
    for number, line in enumerate(lines):
        if number:
            yield b",\n"
        yield line
    yield b"\n]}\n"
