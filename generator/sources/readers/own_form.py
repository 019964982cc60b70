"""Digests in our own form (`digest_form`), exactly as they are written."""

from generator.diagnostics import Code, Place
from generator.sources.digest_form import read_paper
from generator.sources.harvest import Harvest
from generator.sources.reader import Confidence, Reading, Source
from generator.sources.values import read_day, read_text


class OwnFormReader:
    """Reads `{"broadsheet": 1, "papers": [...]}`."""

    name = "broadsheet"
    description = 'our own form (`{"broadsheet": 1, "papers": [...]}`)'

    def recognises(self, source: Source) -> Confidence:
        whole = source.json
        if whole is None or whole.is_list or not source.records:
            return Confidence.NO
        return Confidence.CERTAIN if whole.find("broadsheet") else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        records = source.records
        if records is None or records.outer is None:
            return harvest.reading()
        for part in records.container.parts:
            spot = source.spot(part.start, part.stop, records.path(part))
            place = Place(file=source.path, line=spot.line, column=spot.column, path=spot.path)
            record = part.value if isinstance(part.value, dict) else {}
            entry, odd = read_paper(record, place)
            for message in odd:
                harvest.warn(Code.ODD_VALUE, spot, message, "It is left out.")
            if entry is None:
                harvest.reject(spot, "it has no title", source.text[part.start : part.stop])
            else:
                harvest.keep(spot, entry)
        stated = records.outer.find("date")
        day = read_day(read_text(stated.value)) if stated else None
        if stated:
            harvest.see_day(day, source.spot(stated.start, path="date"))
        harvest.end_json(records)
        return harvest.reading(day)
