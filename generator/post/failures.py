"""How a delivery can end other than well."""


class Refused(Exception):  # noqa: N818  # each is an outcome of its own
    """The server will not take the message, however often it is asked. Nothing was sent."""


class Unreached(Exception):  # noqa: N818
    """No server was reached, or it asked to be called later, to the last. Nothing was sent."""


class Unanswered(Exception):  # noqa: N818
    """The message was given to the server, and no answer came: it may have been sent."""
