"""What a file may be instead of a list: a page to sign in, something packed, noise."""

import bz2
import gzip
import html
import io
import random
import zipfile
import zlib
from collections.abc import Callable, Sequence

Damage = Callable[[bytes, random.Random], bytes | None]


def _instead(name: str, other: bytes) -> Damage:
    def replaced(_data: bytes, _chance: random.Random) -> bytes:
        return other

    replaced.__name__ = name
    return replaced


def noise(data: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(min(len(data), 4000))


def append_noise(data: bytes, chance: random.Random) -> bytes:
    return data + chance.randbytes(200)


def pack(data: bytes, _: random.Random) -> bytes:
    return gzip.compress(data, mtime=0)


def pack_as_zip(data: bytes, _: random.Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("list.txt"), data)
    return packed.getvalue()


def pack_as_bz2(data: bytes, _: random.Random) -> bytes:
    return bz2.compress(data)


def pack_as_zlib(data: bytes, _: random.Random) -> bytes:
    return zlib.compress(data)


def show_in_a_page(data: bytes, _: random.Random) -> bytes:
    page = "<!DOCTYPE html>\n<html><head><title>File</title></head><body><pre>\n{}\n</pre></body>"
    return page.format(html.escape(data.decode())).encode()


LOGIN = b"""<!DOCTYPE html>
<html lang="en"><head><title>Sign in</title></head>
<body><h1>Sign in to continue</h1><form action="/login"><input name="user"></form></body></html>
"""
POINTER = b"""version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
"""

OTHERS: Sequence[Damage] = (
    _instead("nothing", b""),
    _instead("white space", b" \n\t\n"),
    _instead("a page to sign in", LOGIN),
    _instead("a pointer of git-lfs", POINTER),
    _instead("an error", b'{"error": "Too many requests", "status": 429}\n'),
    *(noise, append_noise, pack, pack_as_zip, pack_as_bz2, pack_as_zlib, show_in_a_page),
)
