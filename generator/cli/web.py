"""How commands ask other machines: in whose name, where, and by which clock."""

from importlib import metadata

from generator.desk.deliveries import Provider
from generator.network import Timing
from generator.settings import Environment, Settings, SettingsError, read_clock


def make_timing() -> Timing:
    return Timing(now=read_clock)


def make_agent(settings: Settings) -> str:
    """Say who asks, and whose site it is for."""
    agent = f"Broadsheet/{metadata.version('broadsheet')}"
    return f"{agent} (+{settings.url})" if settings.url else agent


def check_base(source: Provider, environment: Environment) -> str:
    """Give the address at which to ask, if not its own. Raises SettingsError if it is none."""
    base = environment.endpoints.get(source.name, "")
    if base and not base.startswith(("http://", "https://")):
        message = (
            f"BROADSHEET_{source.name.upper()}_URL is {base!r}, which is no address. It looks like "
            f"{source.base}"
        )
        raise SettingsError(message)
    return base
