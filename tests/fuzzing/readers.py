"""A coverage-guided fuzzer of all readers, and of what looks at a digest before it is added.

`make fuzz` runs it (CONTRIBUTING.md). It begins with the invented files of every format, changes
them so as to reach new lines of code, and stops at the first exception or broken promise: the file
that made it lies in build/fuzz then. Once mended, such a file is a case in tests/data/digests.
"""

import shutil
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator", "bibtexparser"]):
    from tests.desk.arrivals.oracle import read, tell
    from tests.sources.test_every_reader import hold_each_reader_to_its_word, hold_to_its_word
    from tests.sources.test_own_form import goes_and_comes_back

from tests.sources.golden import cases

_FOLDER = Path(__file__).parents[2] / "build/fuzz"
_WORDS = (
    *("title", "abstract", "authors", "url", "arxiv", "summary", "published", "paper", "papers"),
    *("https://arxiv.org/abs/", "https://huggingface.co/papers/", "3105.00017", "10.1000/a"),
    *("{'paper':", '"paper":', "```", "| --- |", "](http", "@article{", "<entry>", "<![CDATA["),
    *("&amp;", "&#", "Subscribe", "Get trending papers in your email inbox!", "May 6, 2031"),
    *("\\u0000", "\\ud800", "\\x00", "NaN", "1e999", "null", "- &a ", "*a", "!!python/", "%TAG"),
)
"""What a byte at a time would take long to find."""


def try_one(data: bytes) -> None:
    """Hold everything that reads a digest to its promises, for any bytes."""
    hold_to_its_word(data)
    hold_each_reader_to_its_word(data)
    goes_and_comes_back(data)
    tell(read(data), None)


def _lay_out_seeds() -> Path:
    seeds = _FOLDER / "seeds"
    shutil.rmtree(seeds, ignore_errors=True)
    seeds.mkdir(parents=True)
    for case in cases():
        shutil.copy(case, seeds)
    return seeds


def main() -> None:
    """Fuzz for as long as the arguments of libFuzzer say, such as -max_total_time=300."""
    seeds = _lay_out_seeds()
    found = _FOLDER / "corpus"
    found.mkdir(exist_ok=True)
    words = _FOLDER / "words"
    quoted = (word.replace("\\", "\\\\").replace('"', '\\"') for word in _WORDS)
    words.write_text("".join(f'"{word}"\n' for word in quoted), encoding="utf-8")
    options = (f"-dict={words}", f"-artifact_prefix={_FOLDER}/", "-max_len=6000", "-timeout=20")
    atheris.Setup([sys.argv[0], str(found), str(seeds), *options, *sys.argv[1:]], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
