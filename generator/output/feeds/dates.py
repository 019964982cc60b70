"""Days as instants: a feed knows no day without a time."""

from datetime import UTC, date, datetime, time

_NEVER = date(1970, 1, 1)  # of a feed in which nothing has been yet, and which must say some day


def instant(day: date | None) -> str:
    """Give the beginning of a day. Format: https://www.rfc-editor.org/rfc/rfc3339."""
    moment = datetime.combine(day or _NEVER, time(), tzinfo=UTC)
    return moment.isoformat().replace("+00:00", "Z")
