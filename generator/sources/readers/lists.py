"""Lists of papers as JSON, JSON Lines or YAML, with the usual names of keys (`usual_keys`)."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.sources.harvest import Harvest
from generator.sources.json_document import Container, Part, read_container
from generator.sources.json_lines import read_first, read_objects
from generator.sources.json_records import Records
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.usual_keys import is_of_a_paper, is_paper, name_values
from generator.sources.values import read_day
from generator.sources.yaml_records import YamlRecord, is_yaml_list, read_yaml_list


class JsonListReader:
    """Reads a JSON list of objects, alone or within an object, or under the names of topics."""

    name = "json-list"
    description = 'a JSON list of papers (`[{"title": ..., "abstract": ..., "url": ...}]`)'

    def recognises(self, source: Source) -> Confidence:
        first = source.records.first if source.records else None
        if is_paper(first) or _is_one_paper(source):
            return Confidence.LIKELY
        if first or source.json is None or read_first(source):
            return Confidence.NO
        keyed = _list_keyed(Harvest(source), source.json)
        return Confidence.LIKELY if any(keyed) else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        whole, records = source.json, source.records
        if records and records.container.parts:
            for part in records.container.parts:
                spot = source.spot(part.start, part.stop, records.path(part))
                _take(harvest, spot, part.value)
            harvest.end_json(records)
        elif whole and _is_one_paper(source):
            _take(harvest, source.spot(whole.start, whole.stop), _read_object(whole))
            harvest.end_json(Records(container=whole))
        elif whole:
            for keyed in _list_keyed(harvest, whole):
                spot = source.spot(keyed.part.start, keyed.part.stop, keyed.path)
                _take(harvest, spot, keyed.part.value, keyed.topic)
            harvest.end_json(Records(container=whole))
        return harvest.reading()


def _is_one_paper(source: Source) -> bool:
    whole = source.json
    if whole is None or whole.is_list or whole.broken or source.records:
        return False
    return is_of_a_paper(part.key for part in whole.parts) and read_first(source) is None


def _read_object(whole: Container) -> dict[str, object]:
    return {str(part.key): part.value for part in whole.parts}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keyed:
    """A record that an object holds under its id, or in a list under the name of a topic."""

    part: Part
    path: str
    topic: str = ""


def _list_keyed(harvest: Harvest, whole: Container) -> Iterator[_Keyed]:
    """Give the records under each key, and account for the line of a topic."""
    source = harvest.source
    starts = [(part.key, part.start) for part in whole.parts]
    if whole.broken and whole.broken.start >= 0:
        starts.append((whole.broken.key, whole.broken.start))
    for key, start in starts if not whole.is_list else ():
        inner = read_container(source.text, start)
        if inner and inner.is_list and any(is_paper(part.value) for part in inner.parts[:5]):
            harvest.head(source.spot(start, start + 1, f'["{key}"]'))
            topic = "" if read_day(str(key)) else str(key)
            for part in inner.parts:
                yield _Keyed(part=part, path=f'["{key}"][{part.key}]', topic=topic)
        elif inner and not inner.is_list and is_paper(value := _read_object(inner)):
            part = Part(key=key, value=value, start=start, stop=inner.stop)
            yield _Keyed(part=part, path=f'["{key}"]')
        else:
            harvest.head(source.spot(start, start + 1, f'["{key}"]'))


def _take(harvest: Harvest, spot: Spot, value: object, topic: str = "") -> None:
    if not isinstance(value, dict):
        harvest.reject(spot, "it is no object", str(value))
        return
    values = name_values(value)
    if topic:
        values.setdefault("keywords", [topic])
    harvest.take(spot, values)


class JsonLinesReader:
    """Reads an object a line."""

    name = "json-lines"
    description = "JSON Lines, a paper a line, with the same keys"

    def recognises(self, source: Source) -> Confidence:
        first = read_first(source)
        return Confidence.LIKELY if is_paper(first) else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        for line, value in read_objects(source):
            spot = Spot(line=line.number, column=line.column)
            if isinstance(value, str):
                harvest.reject_broken(spot, value, line.text)
            else:
                harvest.take(spot, name_values(value))
        return harvest.reading()


class YamlListReader:
    """Reads a YAML list of papers, alone or under a key."""

    name = "yaml-list"
    description = "a YAML list of papers (`- title: ...`)"

    def recognises(self, source: Source) -> Confidence:
        return Confidence.LIKELY if is_yaml_list(source.text) else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        document = read_yaml_list(source.text)
        begins = document.records[0].line if document.records else 0
        for line in source.lines:
            if line.number < begins:
                harvest.head(Spot(line=line.number, column=line.column))
        for record in document.records:
            _take_yaml(harvest, record)
        if document.message:
            harvest.break_off(document.offset, document.message)
        return harvest.reading()


def _take_yaml(harvest: Harvest, record: YamlRecord) -> None:
    last = record.last_line if record.last_line > record.line else 0
    spot = Spot(line=record.line, column=record.column, last_line=last, path=record.path)
    if isinstance(record.value, dict):
        harvest.take(spot, name_values(record.value))
    else:
        harvest.reject(spot, "it has no keys", str(record.value))
