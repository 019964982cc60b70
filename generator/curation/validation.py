"""Entries against their schema: all that does not fit, each with its place."""

from collections.abc import Iterator
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.curation.composing import Path
from generator.curation.documents import Document
from generator.curation.explanations import Misfit, explain, explain_unknown_key
from generator.curation.fields import Entry
from generator.curation.wording import nearest
from generator.diagnostics import Code, Diagnostic

EntryT = TypeVar("EntryT", bound=Entry)
_NOTHING = object()
_ROUNDS = 4
"""A value that hides another mistake is taken out and the rest looked at again, so many times."""


def validate_entries(
    document: Document, model: type[EntryT]
) -> tuple[tuple[tuple[int, EntryT], ...], tuple[Diagnostic, ...]]:
    """Give the entries of a file, each with its number, and what does not fit.

    An entry with a mistake is given without the value that is mistaken, where it can do without,
    so that its other values can be looked at too.
    """
    entries: list[tuple[int, EntryT]] = []
    findings: list[Diagnostic] = []
    for number, raw in enumerate(document.data):
        check = _Check(document, number, model)
        entry = check.run(raw)
        findings.extend(check.findings)
        if isinstance(entry, model):
            entries.append((number, entry))
    return tuple(entries), tuple(findings)


class _Check:
    """The check of one entry."""

    def __init__(self, document: Document, number: int, model: type[Entry]) -> None:
        self.findings: list[Diagnostic] = []
        self._document = document
        self._number = number
        self._model = model
        self._told: set[Path] = set()
        self._misspelt: set[Path] = set()

    def run(self, raw: object) -> Entry | None:
        """Validate an entry, and again without what was wrong in it; None where nothing is left."""
        raw = _mark_empty(raw)
        for _ in range(_ROUNDS):
            try:
                return self._model.model_validate(raw, strict=True)
            except ValidationError as error:
                details = [d for d in error.errors(include_url=False) if not _is_echo(d)]
            if not isinstance(raw, dict):
                self._report_whole(details[0])
                return None
            # Unknown keys first: one that was only misspelt is then not also missing.
            details.sort(key=lambda detail: detail["type"] != "extra_forbidden")
            better: dict[object, str] = {}
            for detail in details:
                if detail["loc"]:
                    better[detail["loc"][0]] = self._report(detail, raw)
                else:
                    self._report_whole(detail)
            mended = {better.get(key, key): value for key, value in raw.items()}
            mended.pop("", None)
            if mended == raw:
                return None
            raw = mended
        return None

    def _report_whole(self, detail: ErrorDetails) -> None:
        """Tell of the entry as a whole, unless a part of it was told of and is missing."""
        if not self._told and not self._is_refused(()):
            self._report_value(detail)

    def _report(self, detail: ErrorDetails, raw: dict[str, object]) -> str:
        """Tell of an error, once, and give the name under which its value may stay, "" for none."""
        path: Path = detail["loc"]
        if path in self._told or self._is_refused(path):
            return ""
        self._told.add(path)
        if detail["type"] == "extra_forbidden":
            meant = self._report_unknown_key(path)
            if meant:
                self._misspelt.add((*path[:-1], meant))
            return meant if len(path) == 1 and meant not in raw else ""
        if detail["type"] == "missing":
            # Nor is a list missing that was taken out for what is wrong within it.
            within = any(told[:-1] and told[: len(path)] == path for told in self._told - {path})
            if path not in self._misspelt and not within:
                self._report_missing(path)
        else:
            self._report_value(detail)
        return ""

    def _is_refused(self, path: Path) -> bool:
        whole = (self._number, *path)
        return any(whole[:n] in self._document.refused for n in range(1, len(whole) + 1))

    def _report_unknown_key(self, path: Path) -> str:
        key = str(path[-1])
        keys = _keys(_model_at(self._model, path[:-1]))
        meant = nearest(key, keys)
        elsewhere = next((w for name, w in _all_keys(self._model) if name == key), "")
        place = self._document.key_place((self._number, *path))
        code, message, hint = explain_unknown_key(key, keys, meant, elsewhere)
        self.findings.append(Diagnostic(code=code, place=place, message=message, hint=hint))
        return "" if elsewhere else meant

    def _report_missing(self, path: Path) -> None:
        *around, key = path
        field = _field_at(self._model, path)
        owner = f"`{around[-1]}`" if around and isinstance(around[-1], str) else "The entry"
        about = (field.description or "") if field else ""
        self.findings.append(
            Diagnostic(
                code=Code.MISSING_KEY,
                place=self._document.place((self._number, *around)),
                message=f"{owner} has no `{key}`.",
                hint=f"Add a line `{key}: …`. {about}".strip(),
            )
        )

    def _report_value(self, detail: ErrorDetails) -> None:
        path: Path = detail["loc"]
        field = _field_at(self._model, path)
        names = [part for part in path if isinstance(part, str)]
        code, message, hint = explain(
            Misfit(
                kind=detail["type"],
                value=None if detail["input"] is _NOTHING else detail["input"],
                key=names[-1] if names else "",
                is_item=bool(path) and isinstance(path[-1], int),
                keys=_keys(_model_at(self._model, path)),
                about=(field.description or "") if field else "",
                limits=detail.get("ctx", {}),
            )
        )
        place = self._document.place((self._number, *path))
        self.findings.append(Diagnostic(code=code, place=place, message=message, hint=hint))


def _mark_empty(value: object) -> object:
    """Put what fits nowhere in place of values left out: who wrote `hide:` means it to be hidden.

    A schema may allow a key to have no value, and a program to leave it so; a person may not.
    """
    if isinstance(value, dict):
        return {k: _NOTHING if v is None else _mark_empty(v) for k, v in value.items()}
    return tuple(map(_mark_empty, value)) if isinstance(value, tuple) else value


def _is_echo(detail: ErrorDetails) -> bool:
    """Tell that a list is called too short only since pydantic leaves out items with mistakes."""
    return detail["type"] == "too_short" and len(detail["input"]) > detail["ctx"]["actual_length"]


def _keys(model: type[BaseModel] | None) -> tuple[str, ...]:
    if model is None:
        return ()
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_of(annotation: object) -> type[BaseModel] | None:
    """Find the model within an annotation such as `tuple[Model, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_of(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)


def _field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """Find the field that a path leads to or, for an item of a list, through."""
    current: type[BaseModel] | None = model
    field = None
    for part in path:
        if isinstance(part, str):
            field = _fields(current).get(part) if current else None
            current = _model_of(field.annotation) if field else None
    return field


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Find the model of what stands at a path; None where no keys belong."""
    if not any(isinstance(part, str) for part in path):
        return model
    field = _field_at(model, path)
    return _model_of(field.annotation) if field else None


def _all_keys(model: type[BaseModel], owner: str = "the entry itself") -> Iterator[tuple[str, str]]:
    """Give every key of a model and of those within it, with the key that it stands under."""
    for name, field in _fields(model).items():
        yield name, owner
        if inner := _model_of(field.annotation):
            yield from _all_keys(inner, f"`{name}`")
