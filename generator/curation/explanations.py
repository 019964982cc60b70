"""What does not fit a schema, in words for a person: a code, what is wrong, what to do about it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.curation.scalars import Unquoted, WrittenFloat, WrittenInt
from generator.curation.wording import list_words, make_id, quote
from generator.diagnostics import Code

Explanation = tuple[Code, str, str]
"""Code, message and hint."""

_EXPECTED = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "model_type": "a group of keys",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A value that does not fit. `kind` and `limits` are pydantic's, `keys` what could stand there.

    `key` is the key it stands under, `is_item` says that it is an item of the list there, and
    `about` what the schema says of it.
    """

    kind: str
    value: object
    key: str
    is_item: bool
    keys: tuple[str, ...]
    about: str
    limits: Mapping[str, Any]

    @property
    def subject(self) -> str:
        if not self.key:
            return "The entry"
        return f"An item of `{self.key}`" if self.is_item else f"`{self.key}`"

    def line(self, value: str) -> str:
        """Give the line as it could be written."""
        if self.is_item:  # of a list in brackets, or of one with hyphens
            return f"`{value}`"
        return f"`{self.key}: {value}`" if self.key else f"`- {value}`"


def explain(misfit: Misfit) -> Explanation:
    """Say what is wrong with a value, and what to write instead."""
    if misfit.kind in _EXPECTED:
        return _explain_type(misfit)
    describe = _LIMITS.get(misfit.kind)
    if describe:
        message, hint = describe(misfit)
        return Code.WRONG_VALUE, message, hint or misfit.about
    if error := misfit.limits.get("error"):
        said, hint = (*error.args, "")[:2]
        message = f"{misfit.subject}: {said}." if misfit.key else f"{said[:1].upper()}{said[1:]}."
        return Code.WRONG_VALUE, message, hint or misfit.about
    return Code.WRONG_VALUE, f"{misfit.subject} does not fit: {misfit.kind}.", misfit.about


def _explain_type(misfit: Misfit) -> Explanation:
    value = misfit.value
    expected = _EXPECTED[misfit.kind]
    if value is None:
        hint = f"Write {expected} after it, or delete the line."
        return Code.WRONG_TYPE, f"{misfit.subject} has no value.", hint
    if expected == "a text" and isinstance(value, bool) and misfit.key:
        hint = f"Write a text in place of `{write(value)}`. {misfit.about}".strip()
        message = f"{misfit.subject} is {describe_value(value)}; {expected} belongs here."
        return Code.WRONG_TYPE, message, hint
    if isinstance(value, Unquoted):
        return _explain_unquoted(misfit, value)
    if expected == "a text" and isinstance(value, dict) and len(value) == 1:
        ((first, second),) = value.items()
        text = quote(f"{first}: {second}")
        message = "YAML takes this text for a key and its value, because of the colon in it."
        return Code.YAML_COLON, message, f"Put the text in quotes: {misfit.line(text)}."
    return (
        Code.WRONG_TYPE,
        f"{misfit.subject} is {describe_value(value)}; {expected} belongs here.",
        _suggest(misfit, expected, value) or misfit.about,
    )


def _explain_unquoted(misfit: Misfit, value: Unquoted) -> Explanation:
    message = (
        f"Without quotes, `{value.text}` is {value.kind} to some readers of YAML, "
        "and text to others."
    )
    if misfit.kind == "bool_type":
        switch = "true" if value.text.lower() in {"yes", "on"} else "false"
        return Code.YAML_UNQUOTED, message, f"Write {misfit.line(switch)}."
    if misfit.kind == "string_type":
        return Code.YAML_UNQUOTED, message, f"Write {misfit.line(quote(value.text))}."
    expected = _EXPECTED[misfit.kind]
    return (
        Code.WRONG_TYPE,
        f"{misfit.subject} is `{value.text}`; {expected} belongs here.",
        misfit.about,
    )


def _suggest_list(misfit: Misfit, written: str) -> str:
    if misfit.keys:
        keys = list_words(misfit.keys)
        return f"Begin each item on a line of its own with `- `; its keys are {keys}."
    if written[:1] == "-" and written[1:2].isalpha():
        item = written[1:].split(maxsplit=1)[0]
        return f"After each hyphen a space is missing: write `- {item}`."
    return f"Write it as a list: {misfit.line(f'[{written}]')}."


def _suggest(misfit: Misfit, expected: str, value: object) -> str:
    """Say how the value would be written as what is expected, where that can be told."""
    written = write(value)
    if expected == "a text" and written and not isinstance(value, bool):
        return f"Put it in quotes: {misfit.line(quote(written))}."
    if expected == "a list" and (misfit.keys or written):
        return _suggest_list(misfit, written)
    if expected == "a group of keys":
        spaceless = re.fullmatch(r"(\w+):(\S.*)", value) if isinstance(value, str) else None
        if spaceless and spaceless[1] in misfit.keys:
            return f"After the colon a space is missing: `{spaceless[1]}: {spaceless[2]}`."
        if "set" in misfit.keys and (written or isinstance(value, tuple)):
            items = value if isinstance(value, tuple) else (value,)
            listed = ", ".join(filter(None, map(write, items)))
            return f"Write, for example, {misfit.line(f'{{set: [{listed}]}}')}."
        if misfit.keys[0] == "paper" and written and not "paper".startswith(written):
            return f"Write `- paper: {written}`, and its other keys beneath `paper`."
        return f"Its keys are {list_words(misfit.keys)}."
    if expected == "true or false" and written.lower() in {"true", "false"}:
        return f"Write it without quotes: {misfit.line(written.lower())}."
    if expected == "true or false":
        return f"Write {misfit.line('true')} or {misfit.line('false')}."
    if expected == "a number" and re.fullmatch(r"-?\d+(\.\d+)?", written):
        return f"Write it without quotes: {misfit.line(written)}."
    if expected == "a whole number" and re.fullmatch(r"-?\d+(\.\d+)?", written):
        return f"Write it without quotes or point: {misfit.line(written.partition('.')[0])}."
    return ""


def describe_value(value: object) -> str:
    """Say what kind of value it is."""
    for types, description in (
        (bool, "true or false"),
        (str, "a text"),
        (int | float, "a number"),
        (tuple, "a list"),
    ):
        if isinstance(value, types):
            return description
    return "a group of keys"


def write(value: object) -> str:
    """Give a single value as it was written; empty for a list or a group of keys."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, WrittenInt | WrittenFloat):
        return value.written
    return value if isinstance(value, str) else ""


def _too_short(misfit: Misfit) -> tuple[str, str]:
    return f"{misfit.subject} is empty.", "Write what belongs there, or delete the line."


def _too_long(misfit: Misfit) -> tuple[str, str]:
    most = misfit.limits["max_length"]
    what = "characters" if isinstance(misfit.value, str) else "items"
    return f"{misfit.subject} is too long: at most {most} {what} are possible.", ""


def _out_of_range(misfit: Misfit) -> tuple[str, str]:
    words = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    bounds = [f"{word} {misfit.limits[k]:g}" for k, word in words.items() if k in misfit.limits]
    value = write(misfit.value)
    return f"{misfit.subject} is {value}, but it must be {' and '.join(bounds)}.", ""


def _bad_id(misfit: Misfit) -> tuple[str, str]:
    better = make_id(str(misfit.value))
    message = f"{misfit.subject} may hold only small letters a to z, digits, and hyphens between."
    return message, f"Write {misfit.line(better)}."


_LIMITS: dict[str, Callable[[Misfit], tuple[str, str]]] = {
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "greater_than": _out_of_range,
    "greater_than_equal": _out_of_range,
    "less_than": _out_of_range,
    "less_than_equal": _out_of_range,
    "string_pattern_mismatch": _bad_id,
}


def explain_unknown_key(key: str, keys: Iterable[str], meant: str, elsewhere: str) -> Explanation:
    """Say that a key is not known; `meant` is the nearest one, `elsewhere` where it is one."""
    if elsewhere:
        hint = f"It is a key of {elsewhere}: indent it as the other keys there."
    elif meant:
        hint = f"Did you mean `{meant}`?"
    else:
        hint = f"The keys here are {list_words(keys)}."
    return Code.UNKNOWN_KEY, f"`{key}` is not a key that can stand here.", hint
