"""Tables kept as JSON by cv-arxiv-daily and its kin: topics, each with a row of text for an id.

Source of the format: `{topic: {id: "|**date**|**title**|first author et.al.|[id](url)|code|"}}`, or
rows `- date, **title**, first author et.al., Paper: [url](url), Code: ...`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.sources.harvest import Harvest
from generator.sources.json_document import Container, Part, read_container
from generator.sources.json_records import Records
from generator.sources.reader import Confidence, Reading, Source

_ADDRESS = re.compile(r"\((https?://[^\s()<>]{1,500})\)")
_ROW = re.compile(r"\s*(?:\||-\s)\s*(?:\*\*)?(?P<date>\d{4}-\d{2}-\d{2})(?:\*\*)?\s*[|,]")


class CvArxivDailyReader:
    """Reads rows of topics."""

    name = "cv-arxiv-daily"
    description = "JSON of cv-arxiv-daily (topics with rows `|**date**|**title**|...`)"

    def recognises(self, source: Source) -> Confidence:
        whole = source.json
        if whole is None or whole.is_list:
            return Confidence.NO
        for _, part in _list_rows(source, whole):
            is_row = isinstance(part.value, str) and bool(_ROW.match(part.value))
            return Confidence.CERTAIN if is_row else Confidence.NO
        return Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        whole = source.json
        if whole is None:
            return harvest.reading()
        topics: defaultdict[str | int, list[str]] = defaultdict(list)
        for topic, part in _list_rows(source, whole):
            topics[part.key].append(topic)
        for part in whole.parts:
            harvest.head(source.spot(part.start, part.start + 1, str(part.key)))
        for topic, part in _list_rows(source, whole):
            spot = source.spot(part.start, part.stop, f'{topic}["{part.key}"]')
            row = part.value
            if not (isinstance(row, str) and _ROW.match(row)):
                harvest.reject(spot, "its row is of another form", str(row))
                continue
            known = {"arxiv_id": part.key, "keywords": topics[part.key]}
            harvest.take(spot, {**_name_values(row), **known})
        if whole.broken and whole.broken.start >= 0:
            inner = read_container(source.text, whole.broken.start)
            harvest.end_json(Records(container=inner or whole))
        else:
            harvest.end_json(Records(container=whole))
        return harvest.reading()


def _list_rows(source: Source, whole: Container) -> Iterator[tuple[str, Part]]:
    """Give each row with its topic, as far as the text goes."""
    topics = [(str(part.key), part.start) for part in whole.parts]
    if whole.broken and whole.broken.start >= 0:
        topics.append((str(whole.broken.key), whole.broken.start))
    for topic, start in topics:
        container = read_container(source.text, start)
        if container and not container.is_list:
            for part in container.parts:
                yield topic, part


def _name_values(row: str) -> dict[str, object]:
    match = _ROW.match(row)
    rest = row[match.end() :] if match else row
    if row.lstrip().startswith("|"):
        cells = rest.strip().removesuffix("|").split("|")
        # A title may hold a bar; the last three cells do not.
        text = "|".join(cells[:-3]) if len(cells) > 3 else cells[0]
        authors, paper, code = cells[-3:] if len(cells) > 3 else [*cells[1:], "", "", ""][:3]
    else:
        text, _, after = rest.partition("**, ")
        authors, _, after = after.partition(", Paper: ")
        paper, _, code = after.partition(", Code: ")
    found = _ADDRESS.search(code)
    return {
        "title": text.strip().removeprefix("**").removesuffix("**"),
        "published": match["date"] if match else "",
        "authors": authors.strip(),
        "urls": _ADDRESS.findall(paper)[:3],
        "code_url": found[1] if found else "",
    }
