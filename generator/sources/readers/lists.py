"""Lists of papers as JSON, JSON Lines or YAML, with the usual names of keys (`usual_keys`)."""

from generator.sources.harvest import Harvest
from generator.sources.json_lines import read_first, read_objects
from generator.sources.json_records import Records
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.usual_keys import has_title, is_of_a_paper, name_values
from generator.sources.yaml_records import YamlRecord, is_yaml_list, read_yaml_list


class JsonListReader:
    """Reads a JSON list of objects, alone or within an object."""

    name = "json-list"
    description = 'a JSON list of papers (`[{"title": ..., "abstract": ..., "url": ...}]`)'

    def recognises(self, source: Source) -> Confidence:
        first = source.records.first if source.records else None
        if isinstance(first, dict) and has_title(first):
            return Confidence.LIKELY
        return Confidence.LIKELY if _is_one_paper(source) else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        if source.records:
            _take_records(harvest, source.records)
        elif source.json:
            values = {str(part.key): part.value for part in source.json.parts}
            harvest.take(source.spot(source.json.start, source.json.stop), name_values(values))
            harvest.end_json(Records(container=source.json))
        return harvest.reading()


def _is_one_paper(source: Source) -> bool:
    whole = source.json
    if whole is None or whole.is_list or whole.broken or source.records:
        return False
    return is_of_a_paper(part.key for part in whole.parts) and read_first(source) is None


def _take_records(harvest: Harvest, records: Records) -> None:
    source = harvest.source
    for part in records.container.parts:
        spot = source.spot(part.start, part.stop, records.path(part))
        if isinstance(part.value, dict):
            harvest.take(spot, name_values(part.value))
        else:
            harvest.reject(spot, "it is no object", source.text[part.start : part.stop])
    harvest.end_json(records)


class JsonLinesReader:
    """Reads an object a line."""

    name = "json-lines"
    description = "JSON Lines, a paper a line, with the same keys"

    def recognises(self, source: Source) -> Confidence:
        first = read_first(source)
        return Confidence.LIKELY if first and has_title(first) else Confidence.NO

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
