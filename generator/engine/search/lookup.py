"""Keys: which papers bear exactly this title, this arXiv id, this author's name.

A key is reduced to its letters and digits and then to a number, its CRC-32. Papers lie by number in
a few hundred small files, of which a search reads one. Two keys of one number do no harm: what the
keys name is only put first among the papers in which the words were found.

Format: `keys/<number modulo files>.json` is `{"<number in base 36>": "<id> <id>"}`, where the ids
are Pagefind's; `@` and the last part of an address are an author who has a page.
"""

import json
import zlib
from collections.abc import Iterable, Mapping

from generator.engine.search.folding import fold_key

_KEYS_A_FILE = 256
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def render_lookup(keys: Iterable[tuple[str, str]]) -> list[str]:
    """Write the files of keys, a power of two of them. `keys` are pairs of a key and an id.

    The ids of a key stand in the order in which they come.
    """
    papers: dict[int, dict[str, None]] = {}
    for key, paper in keys:
        if folded := fold_key(key):
            papers.setdefault(compute_number(folded), {})[paper] = None
    count = 1
    while count * _KEYS_A_FILE < len(papers):
        count *= 2
    files: list[dict[str, str]] = [{} for _ in range(count)]
    for number in sorted(papers):
        files[number % count][_in_base_36(number)] = " ".join(papers[number])
    return [_render(file) for file in files]


def compute_number(key: str) -> int:
    """Give the CRC-32 of a folded key, as https://www.rfc-editor.org/rfc/rfc1952 has it."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def _in_base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def _render(file: Mapping[str, str]) -> str:
    return json.dumps(file, separators=(",", ":")) + "\n"
