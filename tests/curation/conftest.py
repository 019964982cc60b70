"""The real content, read once: what curators are told of it must be true of it."""

from pathlib import Path

import pytest

from generator import pipeline
from generator.pipeline import Reading
from generator.settings import read_environment, read_settings


@pytest.fixture(scope="session")
def real(site_root: Path) -> Reading:
    settings = read_settings(site_root, read_environment({}))
    return pipeline.read_content(settings, on_step=lambda _: None)
