"""Records as services of the web give them, made plain: what is wrapped stands in them itself.

OpenReview wraps each value (`{"value": ...}`) and all of them (`content`); Semantic Scholar the
paper (`citedPaper`) and its ids (`externalIds`); OpenAlex an author (`{"author": {...}}`) and an
abstract, which it gives as the places of each word. Sources: https://docs.openreview.net,
https://api.semanticscholar.org/api-docs, https://docs.openalex.org, https://api.crossref.org.
"""

from collections.abc import Callable, Mapping

_AROUND_A_VALUE = ("value", "text")
_BESIDE_A_VALUE = frozenset({"value", "text", "readers", "model", "type", "format"})
_IDS = ("externalIds", "external_ids", "ids")
_LONGEST_ABSTRACT = 20_000
"""Words of an abstract that are put in their places."""


def unwrap(
    record: Mapping[str, object], has_title: Callable[[Mapping[str, object]], bool]
) -> Mapping[str, object]:
    """Give a record whose title and other values stand in it themselves."""
    plain = _unwrap_values(record)
    if not has_title(plain):
        within = (_unwrap_values(value) for value in plain.values() if isinstance(value, Mapping))
        plain |= next((inner for inner in within if has_title(inner)), {})
    for name in _IDS:
        ids = plain.get(name)
        if isinstance(ids, Mapping):
            plain = {str(key).lower(): value for key, value in ids.items()} | plain
    return plain


def _unwrap_values(record: Mapping[str, object]) -> dict[str, object]:
    return {key: _unwrap_value(key, value) for key, value in record.items()}


def _unwrap_value(key: str, value: object) -> object:
    if isinstance(value, Mapping):
        if key == "abstract_inverted_index":
            return _put_in_order(value)
        if set(value) <= _BESIDE_A_VALUE:
            return next((value[name] for name in _AROUND_A_VALUE if name in value), value)
    # Crossref gives a list of titles, of which nearly always there is one.
    if key in {"title", "container-title"} and isinstance(value, list) and len(value) == 1:
        return value[0]
    return value


def _put_in_order(places: Mapping[str, object]) -> str:
    """Put the words of an abstract in order: `{"Rope": [1], "A": [0]}`."""
    words: dict[int, str] = {}
    for word, numbers in places.items():
        for number in numbers if isinstance(numbers, list) else ():
            if isinstance(number, int) and 0 <= number < _LONGEST_ABSTRACT:
                words[number] = str(word)
    return " ".join(words[number] for number in sorted(words))
