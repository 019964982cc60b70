"""What the environment asks for, and the time: read here, and handed on by `settings`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

_INHERITED = (
    "HOME", "LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR",
    # A faked clock (libfaketime) must reach the engine: the tests rest on it.
    "DYLD_INSERT_LIBRARIES", "FAKETIME", "LD_PRELOAD",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What the environment says, read once.

    `inherited` are the few variables that every program started by a build needs; others do not
    reach it, so that the same content gives the same site on every machine.
    """

    ci: bool = False
    """`CI` is set, and to neither `0` nor `false`."""
    colour: bool = True
    """`NO_COLOR` is not set (https://no-color.org)."""
    dumb: bool = False
    """`TERM` says that the terminal only prints, one line after the other."""
    debug: bool = False
    """`BROADSHEET_DEBUG` is set: errors of the program itself show where they arose."""
    site_url: str = ""
    """`SITE_URL`: the address to build for, instead of the one in mkdocs.yml."""
    endpoints: Mapping[str, str] = field(default_factory=dict)
    """`BROADSHEET_HF_URL`, `BROADSHEET_ARXIV_URL`: where to ask `hf` and `arxiv`, if elsewhere."""
    proxy: str = ""
    """`HTTPS_PROXY`: through which other machines are asked."""
    inherited: tuple[tuple[str, str], ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict, repr=False)
    """All variables, for those that mkdocs.yml names with `!ENV`."""


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """Take from the environment what Broadsheet heeds."""
    return Environment(
        ci=variables.get("CI", "").lower() not in {"", "0", "false"},
        colour=not variables.get("NO_COLOR"),
        dumb=variables.get("TERM") == "dumb",
        debug=bool(variables.get("BROADSHEET_DEBUG")),
        site_url=variables.get("SITE_URL", "").strip(),
        endpoints={
            provider: address.strip()
            for provider in ("hf", "arxiv")
            if (address := variables.get(f"BROADSHEET_{provider.upper()}_URL", ""))
        },
        proxy=variables.get("HTTPS_PROXY", "") or variables.get("https_proxy", ""),
        inherited=tuple((name, variables[name]) for name in _INHERITED if name in variables),
        variables=dict(variables),
    )


def read_clock() -> datetime:
    """Give the time, which no build asks for: a mail that is sent says when."""
    return datetime.now(UTC)
