"""Files of keys: every key is found where a browser looks for it."""

import json

import pytest

from generator.engine.search.folding import fold_key
from generator.engine.search.lookup import compute_number, render_lookup

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def find(files: list[str], key: str) -> list[str]:
    """Look a key up as the script does."""
    number = compute_number(fold_key(key))
    file = json.loads(files[number % len(files)])
    named = {int(digits, 36): ids for digits, ids in file.items()}
    return str(named.get(number, "")).split()


@pytest.mark.parametrize("count", [0, 1, 256, 257, 3000])
def test_every_key_is_found_in_one_file(count: int) -> None:
    files = render_lookup((f"Paper {number}", f"id{number}") for number in range(count))
    assert len(files) & (len(files) - 1) == 0
    assert len(files) * 256 >= count
    for number in range(count):
        assert find(files, f"PAPER-{number}") == [f"id{number}"]
    assert find(files, "another") == []


def test_papers_of_one_key_stay_in_their_order_each_once() -> None:
    pairs = [("Ann Lee", "c"), ("Ann Lee", "a"), ("ann lee", "b"), ("Ann-Lee", "c"), ("!!!", "d")]
    assert find(render_lookup(pairs), "ann lee") == ["c", "a", "b"]


def test_numbers_are_those_of_crc_32() -> None:
    """The check value of https://www.rfc-editor.org/rfc/rfc1952."""
    assert compute_number("123456789") == 0xCBF43926


def test_files_are_the_same_whatever_the_order_of_keys() -> None:
    pairs = [(f"key {number}", f"id{number}") for number in range(500)]
    assert render_lookup(pairs) == render_lookup(reversed(pairs))
