"""mkdocs.yml as text: its values, the files it inherits from, the variables it names.

Only `settings` reads it, and hands on what others need. Format:
https://www.mkdocs.org/user-guide/configuration/
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


class SettingsError(Exception):
    """A command cannot run here. The text says why, names the file or folder, and what to do."""


_ADVICE = {
    "mapping values": '. Put a text with a colon in it in quotes: site_name: "Papers: ours"',
    r"'\t'": ". Indent with spaces, never with tabs",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What mkdocs.yml says. What only an engine can read, such as a Python name, is None in it.

    `files` are mkdocs.yml and what it inherits from; `variables`, sorted by name, those that it
    names and that are set.
    """

    values: dict[str, Any]
    files: tuple[Path, ...]
    variables: tuple[tuple[str, str], ...]


def read_configuration(path: Path, variables: Mapping[str, str]) -> Configuration:
    """Read mkdocs.yml. Raises SettingsError where it, or what it inherits from, cannot be used."""
    named: dict[str, str] = {}
    loader = _make_loader(variables, named)
    values: dict[str, Any] = {}
    files: list[Path] = []
    following: Path | None = path
    while following:
        if following in files:
            message = f"{files[-1]}: INHERIT leads back to {following.name}"
            raise SettingsError(message)
        files.append(following)
        inherited = _read_file(following, loader)
        parent = inherited.pop("INHERIT", None)
        values = _merge(inherited, values)
        following = (
            Path(os.path.normpath(following.parent / parent)) if isinstance(parent, str) else None
        )
    return Configuration(values=values, files=tuple(files), variables=tuple(sorted(named.items())))


def _read_file(path: Path, loader: type[yaml.SafeLoader]) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        values = yaml.load(text, Loader=loader)  # noqa: S506  # the child of a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{path.name}:{mark.line + 1}:{mark.column + 1}" if mark else path.name
        advice = next((a for sign, a in _ADVICE.items() if sign in str(error.problem)), "")
        message = f"{place}: this cannot be read as YAML: {error.problem or error}{advice}"
        raise SettingsError(message) from error
    except (yaml.YAMLError, ValueError, OSError) as error:
        message = f"{path}: this file cannot be read: {error}"
        raise SettingsError(message) from error
    if not isinstance(values, dict):
        message = f"{path}: this file has no settings. Begin with a line site_name: Broadsheet"
        raise SettingsError(message)
    return values


def _merge(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    merged = dict(parent)
    for key, value in child.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _merge(old, value)
        else:
            merged[key] = value
    return merged


def _make_loader(variables: Mapping[str, str], named: dict[str, str]) -> type[yaml.SafeLoader]:
    """Make a safe loader that knows `!ENV` and passes over tags that only an engine knows.

    `!ENV` is that of https://github.com/waylan/pyyaml-env-tag: a name, or a list of names of which
    the last item is what holds where none is set.
    """

    class Loader(yaml.SafeLoader):
        pass

    def read_variable(loader: yaml.SafeLoader, node: yaml.Node) -> object:
        if isinstance(node, yaml.SequenceNode):
            items = loader.construct_sequence(node, deep=True)
        else:
            items = [node.value]
        default = items.pop() if len(items) > 1 else None
        for name in items:
            if str(name) in variables:
                named[str(name)] = variables[str(name)]
                return variables[str(name)]
        return default

    def pass_over(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> None:
        return None

    Loader.add_constructor("!ENV", read_variable)
    Loader.add_multi_constructor("!", pass_over)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", pass_over)
    return Loader
