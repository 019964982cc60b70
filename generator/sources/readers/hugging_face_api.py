"""Answers of the Hugging Face API on daily papers, as lists of objects.

Source of the format: https://huggingface.co/api/daily_papers?date=YYYY-MM-DD, as programs keep it:
a list, or an object with the list under `data`; an item is an object, or the text of one in
Python's way of writing.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.sources.harvest import Harvest
from generator.sources.python_literals import translate_literal
from generator.sources.reader import Confidence, Reading, Source
from generator.sources.values import read_day, read_text

_REPR = ("{'paper':", '{"paper":')


class HuggingFaceApiReader:
    """Reads what the API on daily papers answers."""

    name = "hugging-face-api"
    description = (
        "JSON of the Hugging Face API on daily papers (a list of objects with `paper` in them)"
    )

    def recognises(self, source: Source) -> Confidence:
        first = source.records.first if source.records else None
        if isinstance(first, str) and first.lstrip().startswith(_REPR):
            return Confidence.CERTAIN
        item = _read_item(first)
        if item is None:
            return Confidence.NO
        paper = item.get("paper")
        if isinstance(paper, dict):  # others have a `paper` within, too
            return Confidence.CERTAIN if {"id", "title"} <= set(paper) else Confidence.NO
        # The API's papers without what is around them.
        return Confidence.CERTAIN if {"title", "summary", "upvotes"} <= set(item) else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        records = source.records
        if records is None:
            return harvest.reading()
        days = set()
        for part in records.container.parts:
            path = records.path(part)
            spot = source.spot(part.start, part.stop, path)
            item = _read_item(part.value)
            if item is None:
                text = part.value if isinstance(part.value, str) else source.text[part.start :]
                harvest.reject(spot, "it is no object with a paper", text)
                continue
            paper = item.get("paper", item)
            if not isinstance(paper, dict):
                harvest.reject(spot, "its `paper` is no object", str(item.get("title", "")))
                continue
            if paper.get("hidden") is True or item.get("hidden") is True:
                harvest.leave_out(spot, "Hugging Face has hidden it", read_text(paper.get("title")))
                continue
            days.add(read_day(read_text(paper.get("submittedOnDailyAt"))))
            harvest.take(spot, _name_values(item, paper))
        day = days.pop() if len(days) == 1 else None
        if records.outer and (stated := records.outer.find("date")):
            day = read_day(read_text(stated.value))
            harvest.see_day(day, source.spot(stated.start, path="date"))
        harvest.end_json(records)
        return harvest.reading(day)


def _read_item(value: object) -> dict[str, Any] | None:
    if isinstance(value, str):
        text = translate_literal(value)
        try:
            value = json.loads(text if text is not None else value)
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict) else None


def _name_values(item: Mapping[str, Any], paper: Mapping[str, Any]) -> dict[str, object]:
    def either(*keys: str) -> object:
        return next((d[key] for key in keys for d in (paper, item) if d.get(key)), None)

    return {
        # The outer title keeps mathematics that the inner one has lost.
        "title": read_text(item.get("title")) or paper.get("title"),
        "abstract": read_text(paper.get("summary")) or item.get("summary"),
        "arxiv_id": paper.get("id"),
        "authors": paper.get("authors"),
        "published": paper.get("publishedAt"),
        "votes": paper.get("upvotes"),
        "comments": item.get("numComments"),
        "code_url": either("githubRepo"),
        "stars": either("githubStars"),
        "project_url": either("projectPage"),
        "keywords": either("ai_keywords"),
        "summary": either("ai_summary"),
        "summary_by": "Hugging Face" if either("ai_summary") else "",
        "media": [*_list(either("mediaUrls")), *_list(either("mediaUrl"))],
        "organisation": _name_who(either("organization")),
        "submitted_by": _name_who(either("submittedBy", "submittedOnDailyBy")),
    }


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value] if value else []


def _name_who(value: object) -> str:
    if not isinstance(value, dict):
        return read_text(value)
    return next((read_text(value[k]) for k in ("fullname", "name", "user") if value.get(k)), "")
