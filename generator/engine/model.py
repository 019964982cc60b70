"""Engines that can build `build/docs`, and what they are given."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """A program that turns a folder of Markdown into a site, run as `python -m <module>`."""

    name: str
    module: str
    arguments: tuple[str, ...]
    """What stands before `-f mkdocs.yml`."""
    requirement: str
    """What to install to have it."""

    @property
    def is_installed(self) -> bool:
        return find_spec(self.module) is not None


ENGINES = {
    engine.name: engine
    for engine in (
        Engine(
            name="mkdocs",
            module="mkdocs",
            # Never --quiet: it silences warnings before --strict has counted them.
            arguments=("build", "--strict"),
            requirement="mkdocs==1.6.1 mkdocs-material~=9.8",
        ),
        Engine(
            name="properdocs",
            module="properdocs",
            arguments=("build", "--strict"),
            requirement="properdocs==1.6.7 mkdocs-material~=9.8",
        ),
        Engine(
            name="zensical",
            module="zensical",
            # Its cache outlives a change of its own options.
            arguments=("build", "--strict", "--clean"),
            requirement="zensical<0.1",
        ),
    )
}
"""By name; the first is the default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Where a site is built and with what. Paths are absolute.

    `theme` and `hooks` are named because the engine's own configuration lies in another folder
    than mkdocs.yml, from which their addresses are relative. `environment` is all that a program
    started by a build gets to see of the environment.
    """

    root: Path
    build: Path
    docs: Path
    config_files: tuple[Path, ...]
    """mkdocs.yml first."""
    url: str
    theme: Path | None
    hooks: tuple[Path, ...]
    environment: tuple[tuple[str, str], ...]
    variables: tuple[tuple[str, str], ...]
    """The part of `environment` that mkdocs.yml names."""

    @property
    def next(self) -> Path:
        """The site while it is made."""
        return self.build / "next"

    @property
    def site(self) -> Path:
        return self.build / "site"

    @property
    def beside(self) -> Path:
        """Files that are put beside the engine's pages."""
        return self.build / "beside"

    @property
    def index(self) -> Path:
        """Where parts of the search index are kept from build to build."""
        return self.build / "index"

    @property
    def log(self) -> Path:
        """What the engine said last, in full."""
        return self.build / "engine.log"

    def relative(self, path: Path) -> str:
        """Name a file from the site's root, with `/`."""
        return path.relative_to(self.root).as_posix()
