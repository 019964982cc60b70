"""Blocks of lines such as `Title: ...`, `PDF: ...`, `Summary: ...`, with `---` between them.

A value goes on in the lines after it. Which words before a colon are keys is told by the usual ones
(`usual_keys`); a block begins with its title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.sources.harvest import Harvest
from generator.sources.lines import Line
from generator.sources.reader import Confidence, Reading, Source, Spot
from generator.sources.usual_keys import name_fact, name_values

_KEY = re.compile(r"(?:[-*] )?(?:\*\*)?([A-Za-z][A-Za-z _-]{1,24}?)(?:\*\*)?\s?:(?:\*\*)?(?:\s+|$)")
_RULE = re.compile(r"[-=_*]{3,}")
_LOOKED_AT = 40


class BlockReader:
    """Reads blocks that begin with `Title:`."""

    name = "blocks"
    description = "blocks of `Title:`, `PDF:` and `Summary:` lines, with `---` between them"

    def recognises(self, source: Source) -> Confidence:
        facts = [_name_key(line.text) for line in source.lines[:_LOOKED_AT]]
        if "title" not in facts[:10] or _is_front_matter(source.lines):
            return Confidence.NO
        others = {fact for fact in facts if fact} - {"title"}
        return Confidence.LIKELY if others & {"abstract", "summary", "urls"} else Confidence.NO

    def parse(self, source: Source) -> Reading:
        harvest = Harvest(source)
        blocks = _cut_blocks(harvest, source.lines)
        for number, block in enumerate(blocks):
            spot = Spot(
                line=block.first.number, column=block.first.column, last_line=block.last.number
            )
            if number == len(blocks) - 1 and _is_cut_off(block, blocks[:-1]):
                start = source.offset(block.first)
                harvest.break_off(start, "the last block is shorter than all others, as if cut off")
            else:
                harvest.take(spot, name_values(block.values))
        return harvest.reading()


def _is_front_matter(lines: Sequence[Line]) -> bool:
    """Whether what stands between two rules first is the head of a Markdown page, and no block."""
    if not lines or lines[0].text != "---":
        return False
    ends = next((n for n, line in enumerate(lines[1:_LOOKED_AT], 1) if line.text == "---"), 0)
    return 0 < ends < len(lines) - 1 and _name_key(lines[ends + 1].text) != "title"


@dataclass(slots=True, kw_only=True)
class _Block:
    first: Line
    last: Line
    values: dict[str, str] = field(default_factory=dict)
    ended: bool = False
    """Whether a rule stands after it."""


def _cut_blocks(harvest: Harvest, lines: Sequence[Line]) -> list[_Block]:
    blocks: list[_Block] = []
    key = ""
    for line in lines:
        if _RULE.fullmatch(line.text):
            harvest.head(Spot(line=line.number, column=line.column))
            if blocks:
                blocks[-1].ended = True
            key = ""
            continue
        match = _KEY.match(line.text)
        fact = _name_key(line.text)
        if fact == "title":
            blocks.append(_Block(first=line, last=line))
        elif not blocks or (blocks[-1].ended and not fact):
            reason = "it stands outside the blocks of papers"
            harvest.reject(Spot(line=line.number, column=line.column), reason, line.text)
            continue
        block = blocks[-1]
        block.last = line
        if fact and match and match[1] not in block.values:
            key = match[1]
            block.values[key] = line.text[match.end() :]
        elif key:
            block.values[key] += f"\n{line.text}"
    return blocks


def _name_key(text: str) -> str:
    match = _KEY.match(text)
    return name_fact(match[1]) if match else ""


def _is_cut_off(last: _Block, others: Sequence[_Block]) -> bool:
    """Whether the last block lacks what every other one has: a key, or the rule after it."""
    if not others:
        return False
    common = set.intersection(*(set(block.values) for block in others))
    between = all(block.ended for block in others)
    lacks_end = between and not last.ended and len(others) > 1 and not _ends(last)
    return not common <= set(last.values) or lacks_end


def _ends(block: _Block) -> bool:
    return block.last.text.endswith((".", "!", "?", "。", ")", '"', "”"))
