"""Runs an engine over `build/docs`."""

import errno
import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Code, Diagnostic, Place
from generator.engine.messages import Surroundings, parse_messages
from generator.engine.model import Engine, Workplace
from generator.engine.programs import Ending, run_module

_NO_DATE = date(2020, 1, 1)
_FULL_DISK = os.strerror(errno.ENOSPC)


def run_engine(
    place: Workplace, engine: Engine, *, newest: date | None, lock: int | None
) -> tuple[Diagnostic, ...]:
    """Build `place.next` from `place.docs`; any warning of the engine is an error here.

    `newest` is the date of the newest content, which stands in for the clock wherever the engine
    asks for the time. Raises OSError where the disk is full.
    """
    config = place.build / "mkdocs.yml"
    config.write_text(render_config(place), encoding="utf-8")
    ending = run_module(
        engine.module,
        *engine.arguments,
        "-f",
        str(config),
        folder=place.root,
        environment=place.environment + place.variables + _clock(newest),
        lock=lock,
    )
    place.log.write_text(ending.output, encoding="utf-8")
    if ending.code == 0:
        return ()
    if _FULL_DISK in ending.output:
        raise OSError(errno.ENOSPC, _FULL_DISK, str(place.next))
    return parse_messages(ending.output, _surroundings(place)) or (_silence(engine, ending),)


def render_config(place: Workplace) -> str:
    """Write the engine's configuration: mkdocs.yml, with what a build decides.

    It lies under `build`, because Zensical keeps everything within its configuration's folder. So
    addresses in mkdocs.yml that are relative to that file are made absolute here.
    """
    config: dict[str, Any] = {
        "INHERIT": os.path.relpath(place.config_files[0], place.build),
        "docs_dir": os.path.relpath(place.docs, place.build),
        "site_dir": os.path.relpath(place.next, place.build),
    }
    if place.url:
        config["site_url"] = place.url
    if place.theme:
        config["theme"] = {"custom_dir": str(place.theme)}
    if place.hooks:
        config["hooks"] = [str(hook) for hook in place.hooks]
    return yaml.safe_dump(config, sort_keys=True, allow_unicode=True)


def _clock(newest: date | None) -> tuple[tuple[str, str], ...]:
    """Give the engine the date to take for today: https://reproducible-builds.org/specs/source-date-epoch/."""
    day = newest or _NO_DATE
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return (("SOURCE_DATE_EPOCH", str(int(noon.timestamp()))), ("NO_MKDOCS_2_WARNING", "1"))


def _surroundings(place: Workplace) -> Surroundings:
    def read(file: str) -> str:
        path = place.root / file
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""

    theme = place.theme
    inside = theme is not None and theme.is_relative_to(place.root)
    return Surroundings(
        root=str(place.root),
        docs=place.relative(place.docs),
        pages="content/pages",
        theme=place.relative(theme) if theme and inside else "",
        read=read,
    )


def _silence(engine: Engine, ending: Ending) -> Diagnostic:
    said = ending.output.split("\n")
    last = next((line.strip() for line in reversed(said) if line.strip()), "")
    how = f"was ended by signal {-ending.code}" if ending.code < 0 else f"failed ({ending.code})"
    return Diagnostic(
        code=Code.ENGINE_ERROR,
        place=Place(file=Path("mkdocs.yml").name),
        message=f"{engine.name} {how}" + (f": {last}" if last else " without a word"),
        hint="All that the engine said is in build/engine.log.",
    )
