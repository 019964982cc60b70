"""Sites as the engines build them, each built once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.engines.building import build_invented, require

Built = Callable[[str], Path]


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """`invented("mkdocs")` gives the folder of the invented site; to be read only."""

    @cache
    def build(engine: str) -> Path:
        require(engine)
        return build_invented(tmp_path_factory.mktemp("invented") / engine, engine)

    return build
