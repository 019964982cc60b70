"""The record: what it remembers, what it refuses to guess."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.post import RecordError, State, open_record

NOW = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)


def write(path: Path, state: State, *digests: str, topics: tuple[str, ...] = ()) -> None:
    with open_record(path) as record:
        record.note(state, digests, topics, now=NOW, message_id="<a@b>")


def read(path: Path, digest: str, *topics: str) -> State | None:
    with open_record(path) as record:
        return record.state(digest, topics)


def test_the_last_word_on_a_digest_counts(tmp_path: Path) -> None:
    path = tmp_path / "content/mailed.jsonl"
    write(path, State.SENDING, "2031-05-06", "2031-05-06.2")
    write(path, State.FAILED, "2031-05-06")
    assert read(path, "2031-05-06") is State.FAILED
    assert read(path, "2031-05-06.2") is State.SENDING
    assert read(path, "2031-05-07") is None
    assert len(path.read_text().splitlines()) == 3


def test_the_mail_of_a_topic_is_another_than_that_of_all(tmp_path: Path) -> None:
    path = tmp_path / "mailed.jsonl"
    write(path, State.SENT, "2031-05-06", topics=("water", "air"))
    assert read(path, "2031-05-06", "air", "water") is State.SENT
    assert read(path, "2031-05-06") is read(path, "2031-05-06", "air") is None


@pytest.mark.parametrize(
    "line", ['{"digest": "2031-05', "[]", "null", '{"digest": "a", "topics": [], "state": "gone"}']
)
def test_a_damaged_record_is_not_guessed_at(tmp_path: Path, line: str) -> None:
    path = tmp_path / "mailed.jsonl"
    write(path, State.SENT, "2031-05-06")
    with path.open("a") as file:
        file.write(line)
    with pytest.raises(RecordError, match=r"mailed\.jsonl:2: .* Restore the file"):
        read(path, "2031-05-06")


def test_one_program_at_a_time_uses_it(tmp_path: Path) -> None:
    path = tmp_path / "mailed.jsonl"
    with open_record(path), pytest.raises(RecordError, match="in use"), open_record(path):
        pytest.fail("two hold the record")
