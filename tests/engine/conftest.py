"""A small workplace: pages as the generator would have written them, ready for an engine."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.engine.model import Workplace
from generator.pages.plan import SearchRecord

PAPERS = {
    "harbour-lights": ("Harbour Lights", "We count lamps along a quay and find four of them."),
    "slow-rivers": ("Slow Rivers", "A river that is measured twice is a slower river."),
    "paper-boats": ("Paper Boats", "Folding is cheap; floating is not. We float them anyway."),
}
_CONFIG = """\
site_name: Harbour Review
site_url: https://harbour.example/review/
theme:
  name: material
  custom_dir: theme
  font: false
plugins: []
markdown_extensions: [md_in_html]
validation:
  links:
    anchors: warn
"""
_THEME = '{% extends "base.html" %}\n{% block scripts %}{% endblock %}\n'
_PAPER = """\
---
title: {title}
---
<main>
<h1>{title}</h1>
<p>{abstract}</p>
</main>
"""
RECORDS = tuple(
    SearchRecord(
        url=f"papers/{slug}/",
        text=abstract,
        fields=(("title", title),),
        keys=(title,),
        labels=(("topic", ("ships",)),),
        date="",
    )
    for slug, (title, abstract) in PAPERS.items()
)


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    return make_workplace(tmp_path)


def make_workplace(root: Path) -> Workplace:
    docs = root / "build/docs"
    _write(root / "mkdocs.yml", _CONFIG)
    _write(root / "theme/main.html", _THEME)
    _write(docs / "index.md", "# Harbour Review\n\n[Slow Rivers](papers/slow-rivers/index.md)\n")
    _write(docs / "api/v1/papers.json", '{"papers": []}\n')
    for slug, (title, abstract) in PAPERS.items():
        page = _PAPER.format(title=title, abstract=abstract)
        _write(docs / f"papers/{slug}/index.md", page)
    return make_workplace_in(root)


def make_workplace_in(root: Path) -> Workplace:
    """Speak of what lies in a folder already."""
    return Workplace(
        root=root,
        build=root / "build",
        docs=root / "build/docs",
        config_files=(root / "mkdocs.yml",),
        url="https://harbour.example/review/",
        theme=root / "theme",
        hooks=(),
        environment=(("PATH", os.environ["PATH"]),),
        variables=(),
    )


def replace_workplace(place: Workplace, root: Path, **changes: Any) -> Workplace:
    """Give the same workplace in another folder, or with other values."""
    moved = make_workplace_in(root)
    kept = {name: getattr(place, name) for name in ("url", "hooks", "environment", "variables")}
    return replace(moved, **(kept | changes))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
