"""What servers said of the answers that are there, so that they can be asked for news alone.

It is a convenience: where it is lost or damaged, all is asked for anew.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from generator.desk.writing import write_file
from generator.network import Answer, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A file of marks by address: an answer's `ETag` and `Last-Modified`, and our file's hash."""

    path: Path

    def recall(self, request: Request, file: bytes | None) -> Request:
        """Add to a question what is known of its last answer, if our file is still as it was."""
        marks = self._read().get(request.url)
        if file is None or not isinstance(marks, dict) or marks.get("file") != _hash(file):
            return request
        return Request(
            url=request.url,
            accept=request.accept,
            etag=str(marks.get("etag", "")),
            last_modified=str(marks.get("last_modified", "")),
        )

    def keep(self, request: Request, answer: Answer, file: bytes) -> None:
        """Keep what the server said of an answer that says what our file does."""
        etag = answer.headers.get("etag", "")
        last_modified = answer.headers.get("last-modified", "")
        if answer.is_unchanged or not (etag or last_modified):
            return
        marks = self._read()
        marks[request.url] = {
            "etag": etag,
            "last_modified": last_modified,
            "file": _hash(file),
        }
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(marks, indent=1, sort_keys=True) + "\n"
        write_file(self.path, text.encode())

    def _read(self) -> dict[str, object]:
        try:
            marks = json.loads(self.path.read_bytes())
        except (OSError, ValueError):
            return {}
        return marks if isinstance(marks, dict) else {}


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
