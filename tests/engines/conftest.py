"""Sites as the engines build them, each built once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Once
from tests.engines.building import build_invented_once, require

Built = Callable[[str], Path]


@pytest.fixture(scope="session")
def invented(once: Once) -> Built:
    """`invented("mkdocs")` gives the folder of the invented site; to be read only."""

    def build(engine: str) -> Path:
        require(engine)
        return build_invented_once(once, engine)

    return build
