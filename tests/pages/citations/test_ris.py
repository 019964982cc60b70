"""RIS, read back by a reader of its specification alone."""

import re
from collections import defaultdict
from collections.abc import Iterable

import rispy

from generator.pages.citations import FORMATS, Reference

RIS = FORMATS[1]
_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def read(text: str) -> list[dict[str, list[str]]]:
    """Read records: every line is a tag and its value; nothing else may stand there."""
    records = []
    for part in text.split("\nER  - \n"):
        record: defaultdict[str, list[str]] = defaultdict(list)
        for line in part.strip("\n").split("\n"):
            if line:
                match = _LINE.fullmatch(line)
                assert match, line
                record[match[1]].append(match[2])
        if record:
            assert next(iter(record)) == "TY"
            records.append(dict(record))
    return records


def write(references: Iterable[Reference]) -> str:
    return RIS.join(map(RIS.render, references))


def test_every_paper_comes_back_as_it_was(
    real: tuple[Reference, ...], hostile: tuple[Reference, ...]
) -> None:
    references = (*real, *hostile)
    records = read(write(references))
    assert len(records) == len(references)
    for reference, record in zip(references, records, strict=True):
        assert record["ID"] == [reference.key]
        assert record["TI"] == [reference.title]
        assert record.get("AU", []) == [name.inverted for name in reference.authors]
        assert record.get("PY", []) == ([str(reference.year)] if reference.year else [])
        assert record.get("AN", []) == ([reference.arxiv_id] if reference.arxiv_id else [])
        assert record.get("UR", []) == ([reference.url] if reference.url else [])
        assert all(len(values) == 1 for tag, values in record.items() if tag != "AU")


def test_a_library_reads_the_same(real: tuple[Reference, ...]) -> None:
    records = rispy.loads(write(real))
    assert [record["title"] for record in records] == [reference.title for reference in real]
    assert not any("unknown_tag" in record for record in records)


def test_a_first_author_alone_is_said_to_be_one(real: tuple[Reference, ...]) -> None:
    for reference in real:
        (record,) = read(RIS.render(reference))
        assert ("N1" in record) is reference.first_author_only
