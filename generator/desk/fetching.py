"""Bringing in a file that a person names: from the disk, from a pipe, or from the web."""

import re
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.desk.refusal import Refusal
from generator.sources.folders import content_files

STANDARD_INPUT = "-"
_MOST_BYTES = 64 * 2**20
_SECONDS = 30
_AGENT = "Broadsheet"
_DAY = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Bytes as they came, and where from: `name` is a path or an address, `suffix` its ending."""

    name: str
    data: bytes
    suffix: str = ""

    @property
    def day(self) -> date | None:
        """The one day that the name holds; None where it holds none, or several."""
        days = {_read_day(m[1], m[3], m[4]) for m in _DAY.finditer(self._last_part)}
        return days.pop() if len(days) == 1 else None

    @property
    def _last_part(self) -> str:
        """What names the file: the last part of a path, and what is asked of an address."""
        if "://" not in self.name:
            return Path(self.name).name
        parts = urlsplit(self.name)
        return f"{PurePosixPath(unquote(parts.path)).name}?{parts.query}"


def fetch_all(names: list[str]) -> list[Arrival]:
    """Bring in what is named: files, folders with all their files, addresses, or `-`.

    Raises Refusal where an address cannot be had, OSError where a file cannot be read.
    """
    arrivals: list[Arrival] = []
    for name in names:
        if name == STANDARD_INPUT:
            arrivals.append(Arrival(name=name, data=sys.stdin.buffer.read(_MOST_BYTES)))
        elif re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", name):
            arrivals.append(_fetch_address(name))
        else:
            path = Path(name)
            files = list(content_files(path)) if path.is_dir() else [path]
            if not files:
                message = f"The folder {name} holds no file that counts (README.md does not)."
                raise Refusal(message)
            arrivals += [
                Arrival(name=str(file), data=file.read_bytes(), suffix=file.suffix.lstrip("."))
                for file in files
            ]
    return arrivals


def _fetch_address(address: str) -> Arrival:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        message = f"{address} is no address that begins with https:// or http://."
        raise Refusal(message)
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT})  # noqa: S310  # above
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            data = answer.read(_MOST_BYTES + 1)
    except urllib.error.HTTPError as error:
        message = f"{address} answered {error.code} ({error.reason}). Nothing was written."
        raise Refusal(message) from error
    except (OSError, ValueError) as error:
        message = (
            f"{address} cannot be had: {getattr(error, 'reason', error)}. Nothing was written."
        )
        raise Refusal(message) from error
    if len(data) > _MOST_BYTES:
        message = f"{address} is larger than 64 MB, which no digest is. Nothing was written."
        raise Refusal(message)
    suffix = PurePosixPath(unquote(parts.path)).suffix.lstrip(".")
    return Arrival(name=address, data=data, suffix=suffix)


def _read_day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
