"""Post: a letter becomes a message, a server takes it, and a record says so, at most once."""

from generator.post.delivery import Security, Server, deliver
from generator.post.failures import Refused, Unanswered, Unreached
from generator.post.message import Envelope, identify, write_message
from generator.post.record import Record, RecordError, State, open_record

__all__ = [
    "Envelope",
    "Record",
    "RecordError",
    "Refused",
    "Security",
    "Server",
    "State",
    "Unanswered",
    "Unreached",
    "deliver",
    "identify",
    "open_record",
    "write_message",
]
