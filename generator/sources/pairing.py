"""Which paragraphs are a title and its abstract: the cheapest reading of a page.

In a whole capture titles and abstracts alternate. In a damaged one a paragraph is missing, doubled,
cut short or broken in two, and counting by twos would give every later title the abstract of
another paper. So every way to read the page has a price, and the cheapest is taken:

- a title and the paragraph after it make a paper, for what it costs to believe, by their signs,
  that the first is a title and the second an abstract (nothing, in a page that is whole);
- a paragraph is left alone, for a fixed price: it is rejected, whatever it is;
- an abstract runs on in the next paragraph, where a sentence is broken off, for a small price.

Since a title stands directly before its abstract, what is wrong in one place cannot reach the next
paper that is whole: from there on alternation costs nothing again. The cheapest reading is found
by dynamic programming from the first paragraph to the last, in time linear in their number.
"""

import re
from collections.abc import Sequence

_ALONE = 3
"""The price of a rejected paragraph. A pair dearer than two of them is never made."""
_RUN_ON = 1
_MOST_PARTS = 12

_JUDGED = 4000
"""Characters that are looked at; a longer paragraph is no title anyway."""
# A word of three letters or more, a number or a closing mark before the stop: not "vs.", "A."
_FULL_STOP = re.compile(r"(?:[^\W\d_]{2}[^\W_]|\d|[)\]}%\"'’”])\.(?=\s|$)|。")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
# Not "mBLIP" or "data2vec", with which a title may begin.
_GOES_ON = re.compile(r"[a-z]+(?:[-'’][a-z]+)*(?=[\s,;:.)]|$)|[,;:)(-]")
_ENDS = re.compile(r"[.!?。][\"'’”)\]}]*$")


def lean(text: str) -> int:
    """Weigh whether a paragraph is an abstract (above 0) or a title (below 0).

    Three signs. Length: of 585 real titles none passes 178 characters, of 585 abstracts none has
    fewer than 349. Full stops: 557 of those abstracts end in one, no title holds one. Capitals: in
    95 % of the titles at least 3 in 4 of the longer words begin with one, in 95 % of the abstracts
    at most 9 in 20 of those at their beginning.
    """
    length, start = len(text), text[:_JUDGED]
    weight = next(w for limit, w in _BY_LENGTH if limit is None or length <= limit)
    stops = len(_FULL_STOP.findall(start))
    weight += 10 if stops > 1 else 9 if stops and _ends(text) else 7 * stops
    words = _LONG_WORD.findall(start)
    if len(words) >= 4:
        capitals = sum(word[0].isupper() for word in words) / len(words)
        weight += -3 if capitals >= 0.6 else 2 if capitals <= 0.35 else 0
    return weight


_BY_LENGTH = ((100, -10), (180, -8), (250, -2), (349, 2), (600, 8), (None, 12))


def pair(paragraphs: Sequence[str]) -> tuple[range, ...]:
    """Group paragraphs, by their indices and in order; every index is in one group.

    A group of one is rejected. In a longer one the first is a title, the rest its abstract.
    """
    leans = [lean(text) for text in paragraphs]
    costs = [0]  # costs[i]: of the cheapest reading of the first i paragraphs
    starts: list[int] = []  # starts[i]: where the last group of that reading begins
    for end in range(1, len(paragraphs) + 1):
        best, best_start = costs[end - 1] + _ALONE, end - 1
        for start, abstract_lean in _papers_ending(end, paragraphs, leans):
            price = max(0, leans[start]) + max(0, -abstract_lean) + _RUN_ON * (end - start - 2)
            if price < 2 * _ALONE and costs[start] + price <= best:
                best, best_start = costs[start] + price, start
        costs.append(best)
        starts.append(best_start)
    groups: list[range] = []
    end = len(paragraphs)
    while end > 0:
        groups.append(range(starts[end - 1], end))
        end = starts[end - 1]
    return tuple(reversed(groups))


def _papers_ending(
    end: int, paragraphs: Sequence[str], leans: Sequence[int]
) -> list[tuple[int, int]]:
    """Give where a paper that ends before `end` may begin, and the lean of its whole abstract."""
    if end < 2:
        return []
    found = [(end - 2, leans[end - 1])]
    first = end - 1
    if not _ends(paragraphs[first]):
        return found
    while first > 1 and end - first < _MOST_PARTS and _runs_on(paragraphs[first - 1 : first + 1]):
        first -= 1
        found.append((first - 1, lean("\n".join(paragraphs[first:end]))))
    return found


def _runs_on(two: Sequence[str]) -> bool:
    """Whether the second paragraph goes on in the middle of the first one's sentence."""
    return bool(_GOES_ON.match(two[1])) and not _ends(two[0])


def _ends(paragraph: str) -> bool:
    return bool(_ENDS.search(paragraph[-8:]))
