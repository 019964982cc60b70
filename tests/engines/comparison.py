"""What differs between what a reader gets from two engines.

`python -m tests.engines.comparison` builds the invented site with every engine and writes what
differs into docs/engines.md; `make engines` installs the engines first.
"""

import re
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.engines.building import ADDRESS, build_invented, versions
from tests.engines.reading import Reading, read_site

DEFAULT = "mkdocs"
OTHERS = ("properdocs", "zensical")
DOCUMENT = ROOT / "docs/engines.md"
_LONGEST = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An aspect in which pages differ, all of them in the same way.

    `lost` is what the first engine alone gives, `gained` what the second alone gives; both are
    empty where the same things come in another order.
    """

    aspect: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    addresses: tuple[str, ...]


def compare_sites(first: dict[str, Reading], second: dict[str, Reading]) -> tuple[Difference, ...]:
    """Find all that differs, sorted; the same difference on many pages is one."""
    where: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for address in sorted(first.keys() | second.keys()):
        if address not in second:
            where["pages and files", (address,), ()].append(address)
        elif address not in first:
            where["pages and files", (), (address,)].append(address)
        else:
            for aspect, lost, gained in _compare(first[address], second[address]):
                where[aspect, lost, gained].append(address)
    return tuple(
        Difference(aspect=aspect, lost=lost, gained=gained, addresses=tuple(addresses))
        for (aspect, lost, gained), addresses in sorted(where.items())
    )


def _compare(first: Reading, second: Reading) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = []
    for aspect in sorted(first.keys() | second.keys()):
        one, other = first.get(aspect, ()), second.get(aspect, ())
        if one != other:
            lost, gained = Counter(one) - Counter(other), Counter(other) - Counter(one)
            found.append((aspect, tuple(lost.elements()), tuple(gained.elements())))
    return found


def render_section(engine: str, differences: tuple[Difference, ...]) -> str:
    """Write what differs with `engine` as a section of the document."""
    names = ", ".join(f"{name} {version}" for name, version in versions(engine).items())
    text = f"## What differs with {engine}\n\n{names}: "
    if not differences:
        return text + "nothing.\n"
    rows = [
        (
            difference.aspect,
            _where(difference.addresses),
            _list(difference.lost),
            _list(difference.gained),
        )
        for difference in differences
    ]
    head = [("what", "where", f"only with {DEFAULT}", f"only with {engine}"), ("---",) * 4]
    table = "".join(f"| {' | '.join(row)} |\n" for row in (*head, *rows))
    return f"{text}what this table lists.\n\n{table}"


def read_sections() -> list[str]:
    """Give the document in its parts: what stands before the first section, and each section."""
    return re.split("^(?=## )", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)


def _where(addresses: tuple[str, ...]) -> str:
    return f"`/{addresses[0]}`" + (" and other pages" if len(addresses) > 1 else "")


def _list(items: tuple[str, ...]) -> str:
    return "<br>".join(f"`{_short(item)}`" for item in items).replace("|", "\\|")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def main() -> None:
    readings = {}
    with tempfile.TemporaryDirectory() as folder:
        for engine in (DEFAULT, *OTHERS):
            site = build_invented(Path(folder) / engine, engine)
            readings[engine] = read_site(site, address=ADDRESS)
    sections = read_sections()
    for engine in OTHERS:
        differences = compare_sites(readings[DEFAULT], readings[engine])
        new = render_section(engine, differences)
        heading = new.partition("\n")[0]
        (place,) = (at for at, old in enumerate(sections) if old.startswith(f"{heading}\n"))
        last = place == len(sections) - 1
        sections[place] = new if last else f"{new}\n"
        print(f"{engine}: {len(differences)} differences")  # noqa: T201
    DOCUMENT.write_text("".join(sections), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
