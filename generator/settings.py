"""Where a site lies and what it is called; beside it, what the environment asks for.

No other room reads configuration (`configuration`), environment or clock (`environment`). Rooms
are given the values they need, never a `Settings`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.configuration import SettingsError, read_configuration
from generator.environment import Environment, read_clock, read_environment

__all__ = [
    "Environment",
    "Settings",
    "SettingsError",
    "read_clock",
    "read_environment",
    "read_settings",
]

_SINCE = 2026  # when names of hosts began to stand in our ids: what an id says never changes
_BEGINNING_OF_IDS = re.compile(
    r"tag:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?:@[A-Za-z0-9.-]+)?,"
    r"\d{4}(?:-\d\d){0,2}:[A-Za-z0-9._~!$&'()*+,;=:@%/-]*",
    re.ASCII,
)
_HOW_TO_FIND_A_SITE = "Go to your site's folder, or name it with --site FOLDER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A site's folder and what its mkdocs.yml says. Every path is absolute."""

    root: Path
    name: str
    description: str
    url: str
    """With a slash at its end, or empty where none is set."""
    feed_ids: str
    """What every id of a feed begins with; empty like `url`."""
    config_files: tuple[Path, ...]
    """mkdocs.yml and the files it inherits from."""
    theme: Path | None
    """The folder of overrides, `theme.custom_dir`."""
    hooks: tuple[Path, ...]
    variables: tuple[tuple[str, str], ...]
    """The variables that mkdocs.yml names and the environment has."""
    inherited: tuple[tuple[str, str], ...]

    @property
    def config(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def digests(self) -> Path:
        return self.content / "digests"

    @property
    def metadata(self) -> Path:
        return self.content / "metadata"

    @property
    def curation(self) -> Path:
        return self.content / "curation"

    @property
    def pages(self) -> Path:
        return self.content / "pages"

    @property
    def templates(self) -> Path:
        return self.root / "site_templates"

    @property
    def page_templates(self) -> Path:
        return self.templates / "pages"

    @property
    def mail_templates(self) -> Path:
        return self.templates / "mail"

    @property
    def mailed(self) -> Path:
        """The record of which digests were mailed."""
        return self.content / "mailed.jsonl"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def docs(self) -> Path:
        return self.build / "docs"

    @property
    def beside(self) -> Path:
        """What stands beside the pages in the site and is no matter of the engine's."""
        return self.build / "beside"

    @property
    def relations(self) -> Path:
        """What a build keeps of how papers are related, for the next one."""
        return self.build / "relations.json"

    @property
    def pictures(self) -> Path:
        """What a build keeps of the pictures that it drew, for the next one."""
        return self.build / "pictures"

    @property
    def fetched(self) -> Path:
        """What servers said of the digests that were fetched, to ask them for news alone."""
        return self.build / "fetched.json"

    @property
    def enriched(self) -> Path:
        """What was asked about papers, so that nothing is asked twice in a month."""
        return self.build / "enriched.jsonl"

    @property
    def site(self) -> Path:
        return self.build / "site"


def read_settings(root: Path, environment: Environment) -> Settings:
    """Read mkdocs.yml in `root` and see that it is the folder of a site.

    Raises SettingsError where there is no site or mkdocs.yml cannot be used.
    """
    root = root.absolute()
    _expect_site(root)
    configuration = read_configuration(root / "mkdocs.yml", environment.variables)
    config = configuration.values
    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    custom_dir = theme.get("custom_dir")
    for key in ("logo", "favicon"):
        _expect_image(key, theme.get(key), (root / "content/pages", root / str(custom_dir or "")))
    hooks = config.get("hooks") or []
    if not isinstance(hooks, list):
        hooks = []
    url = _clean_url(environment.site_url or _read_text(config, "site_url"))
    return Settings(
        root=root,
        name=_read_text(config, "site_name", required=True),
        description=_read_text(config, "site_description"),
        url=url,
        feed_ids=_read_feed_ids(config, url) if url else "",
        config_files=configuration.files,
        theme=(root / custom_dir) if isinstance(custom_dir, str) else None,
        hooks=tuple(root / hook for hook in hooks if isinstance(hook, str)),
        variables=configuration.variables,
        inherited=environment.inherited,
    )


def _expect_site(root: Path) -> None:
    if not root.is_dir():
        message = f"There is no folder {root}. {_HOW_TO_FIND_A_SITE}"
        raise SettingsError(message)
    if not (root / "mkdocs.yml").is_file():
        message = (
            f"This folder holds no Broadsheet site: there is no mkdocs.yml in {root}. "
            f"{_HOW_TO_FIND_A_SITE}"
        )
        raise SettingsError(message)
    needed = {
        "content/digests": "Digests go there, one file each, such as "
        "content/digests/2025/2025-03-11.txt",
        "site_templates/pages": "Copy the folder site_templates from Broadsheet's repository",
    }
    for folder, advice in needed.items():
        if not (root / folder).is_dir():
            message = f"The site in {root} has no folder {folder}. {advice}"
            raise SettingsError(message)


def _expect_image(key: str, name: object, folders: Sequence[Path]) -> None:
    """Refuse an image that is nowhere: the engine would build pages with a broken one."""
    if not isinstance(name, str) or "://" in name:
        return
    if not any((folder / name).is_file() for folder in folders):
        message = (
            f"mkdocs.yml: {key} names {name}, and there is no such file. Put it into "
            f"content/pages/{Path(name).parent}, or take the line out"
        )
        raise SettingsError(message)


def _read_text(config: dict[str, Any], key: str, *, required: bool = False) -> str:
    value = config.get(key)
    if value is None:
        value = ""
    if not isinstance(value, str):
        message = f'mkdocs.yml: {key} is not text. Put it in quotes: {key}: "{value}"'
        raise SettingsError(message)
    value = " ".join(value.split())
    if required and not value:
        message = f"mkdocs.yml: {key} is missing. Add a line such as {key}: Broadsheet"
        raise SettingsError(message)
    return value


def _read_feed_ids(config: dict[str, Any], url: str) -> str:
    """Give what the site says, else what follows from its address, path and all.

    Format: https://www.rfc-editor.org/rfc/rfc4151
    """
    extra = config.get("extra")
    chosen = extra.get("feed_ids") if isinstance(extra, dict) else None
    parts = urlsplit(url)
    beginning = str(chosen or f"tag:{parts.hostname},{_SINCE}:{parts.path.lstrip('/')}")
    if not _BEGINNING_OF_IDS.fullmatch(beginning):
        message = (
            f"mkdocs.yml: ids of feeds cannot begin with {beginning!r}. Under extra, feed_ids "
            "looks like tag:example.org,2026:papers/"
        )
        raise SettingsError(message)
    return beginning


def _clean_url(url: str) -> str:
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment:
        message = (
            f"The site's address {url!r} is not one. It comes from SITE_URL, or else from site_url "
            "in mkdocs.yml, and looks like https://example.org/papers/"
        )
        raise SettingsError(message)
    return url.rstrip("/") + "/"
