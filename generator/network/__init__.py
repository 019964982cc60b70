"""The one room that speaks to other machines. No build comes here."""

from generator.network.client import Client, Timing
from generator.network.exchange import Exchange, is_on_this_machine
from generator.network.model import Answer, GivenUp, Limits, NetworkError, Request, Result
from generator.network.patience import Patience

__all__ = [
    "Answer",
    "Client",
    "Exchange",
    "GivenUp",
    "Limits",
    "NetworkError",
    "Patience",
    "Request",
    "Result",
    "Timing",
    "is_on_this_machine",
]
