"""Everything that a provider may answer, and what has to come of it: the table of the manual."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.desk.deliveries import Outcome
from tests.desk.deliveries.forms import FORMS, Form
from tests.desk.deliveries.lists import BEFORE, TUESDAY
from tests.network.serving import Asked, Reply


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


PAGE = b"<!DOCTYPE html><html><head><title>Back soon</title></head></html>"
SATURDAY = date(2031, 5, 3)
_UP = (2.0, 4.0, 8.0, 16.0)

_NEW = Outcome.NEW
_FAILED = Outcome.FAILED


def make_cases(form: Form) -> tuple[Case, ...]:
    """Make the cases of a provider. The list that is there, where one is, lacks the tenth paper."""
    good, last = Reply(body=form.make(TUESDAY)), form.make(TUESDAY, 9)
    return (
        Case(answer="200, a list", replies=(good,), outcome=_NEW, papers=10),
        Case(
            answer="429, then a list",
            replies=(_status(429), good),
            tries=2,
            waits=_UP[:1],
            outcome=_NEW,
            papers=10,
        ),
        Case(
            answer="429 with `Retry-After: 77`, then a list",
            replies=(_status(429, Retry_After="77"), good),
            tries=2,
            waits=(77.0,),
            outcome=_NEW,
            papers=10,
        ),
        Case(
            answer="429 with `Retry-After` as a date, then a list",
            replies=(_status(429, Retry_After="Wed, 07 May 2031 12:01:30 GMT"), good),
            tries=2,
            waits=(90.0,),
            outcome=_NEW,
            papers=10,
        ),
        Case(
            answer='429 with `RateLimit: "api";r=0;t=55`, then a list',
            replies=(_status(429, RateLimit='"api";r=0;t=55'), good),
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
            replies=(_status(503), good),
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
            replies=(_status(406), _status(406), good),
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
            replies=(replace(good, cut=400), good),
            tries=2,
            waits=_UP[:1],
            outcome=_NEW,
            papers=10,
        ),
        Case(
            answer="cut off in the middle, always",
            replies=(replace(good, cut=400),),
            tries=5,
            waits=_UP,
            outcome=_FAILED,
            papers=9,
            there=True,
            said="broke off",
        ),
        Case(
            answer="cut off without a length, always",
            replies=(replace(good, length=-1, cut=400),),
            tries=5,
            waits=_UP,
            outcome=_FAILED,
            papers=9,
            there=True,
            said="cut off or damaged",
        ),
        Case(
            answer="a length that is too large",
            replies=(replace(good, length=len(good.body) + 7),),
            tries=5,
            waits=_UP,
            outcome=_FAILED,
            papers=9,
            there=True,
            said="broke off",
        ),
        Case(
            answer="a length that is too small",
            replies=(replace(good, length=400),),
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
            replies=(_status(302, Location="/elsewhere"), good),
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
            replies=(Reply(body=form.make(TUESDAY, 0)),),
            outcome=Outcome.EMPTY,
            papers=0,
        ),
        Case(
            answer="an empty list of a weekend",
            replies=(Reply(body=form.make(TUESDAY, 0)),),
            outcome=Outcome.EMPTY,
            papers=0,
            day=SATURDAY,
        ),
        Case(
            answer="an empty list, where a file is",
            replies=(Reply(body=form.make(TUESDAY, 0)),),
            outcome=Outcome.DOUBTFUL,
            papers=9,
            there=True,
            said="no paper, where the file has 9",
        ),
        Case(
            answer="200 with an error",
            replies=(Reply(body=form.error),),
            outcome=_FAILED,
            papers=9,
            there=True,
            said=form.said_of_error,
        ),
        Case(
            answer="papers under another name (`work`)",
            replies=(Reply(body=form.rename(good.body)),),
            tries=form.tries_of_renamed,
            waits=_UP[: form.tries_of_renamed - 1],
            outcome=_FAILED,
            papers=9,
            there=True,
            said=form.said_of_renamed,
        ),
        Case(
            answer="papers without ids",
            replies=(Reply(body=form.drop(good.body, "id")),),
            outcome=_FAILED,
            papers=9,
            there=True,
            said="has changed",
        ),
        Case(
            answer="papers without abstracts",
            replies=(Reply(body=form.drop(good.body, "summary")),),
            outcome=_FAILED,
            papers=9,
            there=True,
            said="no abstract",
        ),
        Case(
            answer="the list of another day",
            replies=(Reply(body=form.make(TUESDAY - timedelta(days=40))),),
            outcome=_FAILED,
            papers=9,
            there=True,
            said="of another day, 2031-03-27",
        ),
        Case(
            answer="the list of a day before, without its date",
            replies=(Reply(body=form.undate(form.make(BEFORE[-1]))),),
            outcome=Outcome.DOUBTFUL,
            papers=9,
            there=True,
            said="the very list of 2031-05-05",
        ),
        Case(
            answer="half as many as each of the days before",
            replies=(Reply(body=form.make(TUESDAY, 5)),),
            outcome=Outcome.DOUBTFUL,
            papers=0,
            said="5 papers, where each of the 4 weekdays before had 10 or more",
        ),
        Case(
            answer="the same, with `--accept-smaller`",
            replies=(Reply(body=form.make(TUESDAY, 5)),),
            outcome=_NEW,
            papers=5,
            options=("--accept-smaller",),
        ),
        Case(
            answer="half of what the file has",
            replies=(Reply(body=form.make(TUESDAY, 4)),),
            outcome=Outcome.DOUBTFUL,
            papers=9,
            there=True,
            said="5 of the 9 papers in the file left",
        ),
        Case(
            answer="the same, with `--accept-smaller` (2)",
            replies=(Reply(body=form.make(TUESDAY, 4)),),
            outcome=Outcome.CHANGED,
            papers=4,
            there=True,
            options=("--accept-smaller",),
            said="left",
        ),
        Case(
            answer="all but one of the file's papers",
            replies=(Reply(body=form.make(TUESDAY, 8)),),
            outcome=Outcome.KEPT,
            papers=9,
            there=True,
            said="8 of 9: “Knots of the 06.05. for Robots, Part 9” left",
        ),
        Case(
            answer="all but one of the file's papers, and two others",
            replies=(Reply(body=form.make(TUESDAY, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11])),),
            outcome=Outcome.CHANGED,
            papers=10,
            there=True,
            said="Part 9” left",
        ),
        Case(
            answer="all of the file's papers, and one more",
            replies=(good,),
            outcome=Outcome.CHANGED,
            papers=10,
            there=True,
        ),
        Case(
            answer="the file's papers, with other votes",
            replies=(Reply(body=form.make(TUESDAY, 9, votes=8)),),
            outcome=Outcome.CHANGED,
            papers=9,
            there=True,
        ),
        Case(
            answer="the same in other bytes",
            replies=(Reply(body=form.rewrite(last)),),
            outcome=Outcome.SAME,
            papers=9,
            there=True,
        ),
        Case(
            answer="the very same bytes",
            replies=(Reply(body=last),),
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


CASES = {name: make_cases(form) for name, form in FORMS.items()}
