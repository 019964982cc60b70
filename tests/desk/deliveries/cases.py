"""Everything that a provider may answer, and what has to come of it: the table of the manual."""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.desk.deliveries import Outcome
from tests.desk.deliveries.lists import BEFORE, TUESDAY, make_list
from tests.network.serving import Asked, Reply

GOOD = Reply(body=make_list(TUESDAY))
LAST = make_list(TUESDAY, 9)
"""The list that is there, where one is: without the tenth paper."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """An answer in words and as it is given; a case with `there` begins with a file of nine."""

    answer: str
    replies: tuple[Reply, ...]
    tries: int = 1
    waits: tuple[float, ...] = ()
    outcome: Outcome
    papers: int
    """What the site shows of the day afterwards."""
    there: bool = False
    silence: float | None = None
    options: tuple[str, ...] = ()
    said: str = ""
    day: date = TUESDAY

    def script(self, asked: Asked) -> Reply:
        return self.replies[min(asked.number, len(self.replies)) - 1]


def _status(code: int, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=code, headers=named)


def _without(*keys: str) -> bytes:
    items = json.loads(GOOD.body)
    for item in items:
        for key in keys:
            item["paper"].pop(key, None)
    return json.dumps(items).encode()


PAGE = b"<!DOCTYPE html><html><head><title>Back soon</title></head></html>"
SATURDAY = date(2031, 5, 3)
_UP = (2.0, 4.0, 8.0, 16.0)

_NEW = Outcome.NEW
_FAILED = Outcome.FAILED
CASES = (
    Case(answer="200, a list", replies=(GOOD,), outcome=_NEW, papers=10),
    Case(
        answer="429, then a list",
        replies=(_status(429), GOOD),
        tries=2,
        waits=_UP[:1],
        outcome=_NEW,
        papers=10,
    ),
    Case(
        answer="429 with `Retry-After: 77`, then a list",
        replies=(_status(429, Retry_After="77"), GOOD),
        tries=2,
        waits=(77.0,),
        outcome=_NEW,
        papers=10,
    ),
    Case(
        answer="429 with `Retry-After` as a date, then a list",
        replies=(_status(429, Retry_After="Wed, 07 May 2031 12:01:30 GMT"), GOOD),
        tries=2,
        waits=(90.0,),
        outcome=_NEW,
        papers=10,
    ),
    Case(
        answer='429 with `RateLimit: "api";r=0;t=55`, then a list',
        replies=(_status(429, RateLimit='"api";r=0;t=55'), GOOD),
        tries=2,
        waits=(55.0,),
        outcome=_NEW,
        papers=10,
    ),
    Case(
        answer="429 with `Retry-After: 3600`",
        replies=(_status(429, Retry_After="3600"),),
        outcome=_FAILED,
        papers=9,
        there=True,
        said="come back in 60 minutes",
    ),
    Case(
        answer="429 for ever",
        replies=(_status(429),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="wants no more questions for now (429)",
    ),
    Case(
        answer="503, then a list",
        replies=(_status(503), GOOD),
        tries=2,
        waits=_UP[:1],
        outcome=_NEW,
        papers=10,
    ),
    Case(
        answer="503 for ever",
        replies=(_status(503),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="503",
    ),
    Case(
        answer="406, then a list",
        replies=(_status(406), _status(406), GOOD),
        tries=3,
        waits=_UP[:2],
        outcome=_NEW,
        papers=10,
    ),
    Case(
        answer="406 for ever",
        replies=(_status(406),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="406",
    ),
    Case(
        answer="404",
        replies=(_status(404),),
        outcome=_FAILED,
        papers=9,
        there=True,
        said="has nothing at",
    ),
    Case(
        answer="no answer within the time",
        replies=(Reply(silent=True),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        silence=0.05,
        said="takes too long to answer",
    ),
    Case(
        answer="cut off in the middle, then whole",
        replies=(replace(GOOD, cut=400), GOOD),
        tries=2,
        waits=_UP[:1],
        outcome=_NEW,
        papers=10,
    ),
    Case(
        answer="cut off in the middle, always",
        replies=(replace(GOOD, cut=400),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="broke off",
    ),
    Case(
        answer="cut off without a length, always",
        replies=(replace(GOOD, length=-1, cut=400),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="cut off or damaged",
    ),
    Case(
        answer="a length that is too large",
        replies=(replace(GOOD, length=len(GOOD.body) + 7),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="broke off",
    ),
    Case(
        answer="a length that is too small",
        replies=(replace(GOOD, length=400),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="cut off or damaged",
    ),
    Case(
        answer="a web page instead of data",
        replies=(Reply(body=PAGE),),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="a web page instead of data",
    ),
    Case(
        answer="a redirect to the list",
        replies=(_status(302, Location="/elsewhere"), GOOD),
        outcome=_NEW,
        papers=10,
    ),
    Case(
        answer="a redirect to a page for logging in",
        replies=(_status(302, Location="/login"), Reply(body=PAGE)),
        tries=5,
        waits=_UP,
        outcome=_FAILED,
        papers=9,
        there=True,
        said="a web page",
    ),
    Case(
        answer="redirects without end",
        replies=(_status(302, Location="/again"),),
        outcome=_FAILED,
        papers=9,
        there=True,
        said="on and on",
    ),
    Case(
        answer="an empty list of a weekday",
        replies=(Reply(body=b"[]"),),
        outcome=Outcome.EMPTY,
        papers=0,
    ),
    Case(
        answer="an empty list of a weekend",
        replies=(Reply(body=b"[]"),),
        outcome=Outcome.EMPTY,
        papers=0,
        day=SATURDAY,
    ),
    Case(
        answer="an empty list, where a file is",
        replies=(Reply(body=b"[]"),),
        outcome=Outcome.DOUBTFUL,
        papers=9,
        there=True,
        said="no paper, where the file has 9",
    ),
    Case(
        answer="200 with an error as JSON",
        replies=(Reply(body=b'{"error": "Internal"}'),),
        outcome=_FAILED,
        papers=9,
        there=True,
        said="has changed",
    ),
    Case(
        answer="papers under another name (`paper` is `work`)",
        replies=(Reply(body=GOOD.body.replace(b'"paper":', b'"work":')),),
        outcome=_FAILED,
        papers=9,
        there=True,
        said="has changed",
    ),
    Case(
        answer="papers without ids",
        replies=(Reply(body=_without("id")),),
        outcome=_FAILED,
        papers=9,
        there=True,
        said="has changed",
    ),
    Case(
        answer="papers without abstracts",
        replies=(Reply(body=_without("summary")),),
        outcome=_FAILED,
        papers=9,
        there=True,
        said="no abstract",
    ),
    Case(
        answer="the list of another day",
        replies=(Reply(body=make_list(TUESDAY - timedelta(days=40))),),
        outcome=_FAILED,
        papers=9,
        there=True,
        said="of another day, 2031-03-27",
    ),
    Case(
        answer="the list of a day before, without its date",
        replies=(
            Reply(
                body=make_list(BEFORE[-1]).replace(b"submittedOnDailyAt", b"at"),
            ),
        ),
        outcome=Outcome.DOUBTFUL,
        papers=9,
        there=True,
        said="the very list of 2031-05-05",
    ),
    Case(
        answer="half as many as each of the days before",
        replies=(Reply(body=make_list(TUESDAY, 5)),),
        outcome=Outcome.DOUBTFUL,
        papers=0,
        said="5 papers, where each of the 4 weekdays before had 10 or more",
    ),
    Case(
        answer="the same, with `--accept-smaller`",
        replies=(Reply(body=make_list(TUESDAY, 5)),),
        outcome=_NEW,
        papers=5,
        options=("--accept-smaller",),
    ),
    Case(
        answer="half of what the file has",
        replies=(Reply(body=make_list(TUESDAY, 4)),),
        outcome=Outcome.DOUBTFUL,
        papers=9,
        there=True,
        said="5 of the 9 papers in the file left",
    ),
    Case(
        answer="the same, with `--accept-smaller` (2)",
        replies=(Reply(body=make_list(TUESDAY, 4)),),
        outcome=Outcome.CHANGED,
        papers=4,
        there=True,
        options=("--accept-smaller",),
        said="left",
    ),
    Case(
        answer="all but one of the file's papers",
        replies=(Reply(body=make_list(TUESDAY, 8)),),
        outcome=Outcome.KEPT,
        papers=9,
        there=True,
        said="8 of 9: “Knots of the 06.05. for Robots, Part 9” left",
    ),
    Case(
        answer="all but one of the file's papers, and two others",
        replies=(Reply(body=make_list(TUESDAY, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11])),),
        outcome=Outcome.CHANGED,
        papers=10,
        there=True,
        said="Part 9” left",
    ),
    Case(
        answer="all of the file's papers, and one more",
        replies=(GOOD,),
        outcome=Outcome.CHANGED,
        papers=10,
        there=True,
    ),
    Case(
        answer="the file's papers, with other votes",
        replies=(Reply(body=make_list(TUESDAY, 9, votes=8)),),
        outcome=Outcome.CHANGED,
        papers=9,
        there=True,
    ),
    Case(
        answer="the same in other bytes",
        replies=(Reply(body=json.dumps(json.loads(LAST), indent=2).encode()),),
        outcome=Outcome.SAME,
        papers=9,
        there=True,
    ),
    Case(
        answer="the very same bytes",
        replies=(Reply(body=LAST),),
        outcome=Outcome.SAME,
        papers=9,
        there=True,
    ),
    Case(
        answer="304, since nothing has changed",
        replies=(_status(304),),
        outcome=Outcome.SAME,
        papers=9,
        there=True,
    ),
)
