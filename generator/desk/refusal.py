"""Why the desk leaves a file as it is."""


class Refusal(Exception):  # noqa: N818  # nothing failed: a person is told why not
    """The desk will not write. The text says why, and what to do instead."""
