"""Where a digest comes from: a file, the web, a pipe."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.cli.findings import shown
from generator.cli.terminal import Terminal
from generator.desk import Refusal
from generator.desk.arrivals.bundles import is_bundle, read_bundle
from generator.desk.arrivals.downloads import download, is_address
from generator.desk.arrivals.parcels import MOST_BYTES, Parcel, read_file, read_stream
from generator.network import Exchange, Limits
from generator.sources.folders import content_files, shown_path
from generator.sources.names import DigestName, parse_digest_name

_MEGABYTE = 2**20
_LIMITS = Limits(most=MOST_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """In whose name other machines are asked, and through which proxy, if any."""

    agent: str
    proxy: str


def fetch_all(
    sources: Iterable[str], terminal: Terminal, digests_dir: Path, web: Web
) -> list[Parcel]:
    """Get what was named: files, folders and archives with all their files, addresses, and `-`.

    A digest of this site is left out, which is said. Raises Refusal where something cannot be had,
    OSError where it cannot be read.
    """
    return [
        parcel
        for source in sources
        for each in _list_files(source)
        for parcel in _fetch(each, terminal, digests_dir, web)
    ]


def _list_files(source: str) -> list[str]:
    if source == "-" or is_address(source) or not Path(source).is_dir():
        return [source]
    files = [str(file) for file in content_files(Path(source))]
    if not files:
        message = f"The folder {source} holds no file (hidden ones and README.md do not count)."
        raise Refusal(message)
    return files


def _fetch(source: str, terminal: Terminal, digests_dir: Path, web: Web) -> list[Parcel]:
    """Get one thing that was named; nothing where it is a digest of this site, which is said.

    Raises Refusal where it cannot be had, OSError where it cannot be read.
    """

    def tell(size: int) -> None:
        if size >= _MEGABYTE:
            terminal.show_step(f"Reading {shown(source)}, {size / _MEGABYTE:.0f} MB so far")

    if source == "-":
        if sys.stdin.isatty():
            terminal.say("Paste the digest here, then press Enter and Ctrl-D.", error=True)
        label = "(what was piped in)"
        return [Parcel(data=read_stream(sys.stdin.buffer, label, on_bytes=tell), label=label)]
    if is_address(source):
        terminal.show_step(f"Fetching {shown(source)}")
        with Exchange(web.agent, proxy=web.proxy, limits=_LIMITS, on_bytes=tell) as exchange:
            return [download(source, exchange)]
    path = Path(source)
    if _is_within(path, digests_dir):
        _expect_digest(path, digests_dir)
        terminal.say(f"{shown(source)} is in content/digests: there is nothing to add.")
        terminal.say("`broadsheet check` looks at it.")
        return []
    if is_bundle(path):
        return read_bundle(path, on_bytes=tell)
    return [read_file(path, on_bytes=tell)]


def _is_within(path: Path, folder: Path) -> bool:
    """Whether a file lies in a folder, by its own name or by where it leads."""
    there = (path.parent.resolve() / path.name, path.resolve())
    return path.is_file() and any(each.is_relative_to(folder.resolve()) for each in there)


def _expect_digest(path: Path, folder: Path) -> None:
    """Raise Refusal where a file among the digests is none, by its name."""
    relative = path.resolve().relative_to(folder.resolve())
    said = shown_path(path.resolve(), folder.resolve())
    name = parse_digest_name(relative.as_posix(), said)
    if not isinstance(name, DigestName):
        message = (
            f"{path} is in content/digests, under a name that no digest has. "
            f"{name.message} Move it out of there, and add it from where it is then."
        )
        raise Refusal(message)
