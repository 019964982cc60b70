"""What the environment says of mail: from whom, to whom, by which server.

Only `settings` and this read the environment; passwords have no place in a file of the site.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.policy import default
from urllib.parse import urlsplit

from generator.configuration import SettingsError
from generator.post import Security, Server

_FROM, _TO = "BROADSHEET_MAIL_FROM", "BROADSHEET_MAIL_TO"
_UNSUBSCRIBE = "BROADSHEET_MAIL_UNSUBSCRIBE"
_HOST, _PORT, _TLS = "BROADSHEET_SMTP_HOST", "BROADSHEET_SMTP_PORT", "BROADSHEET_SMTP_TLS"
_USER, _PASSWORD = "BROADSHEET_SMTP_USER", "BROADSHEET_SMTP_PASSWORD"  # names
_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """From whom and to whom mail goes. `sender` and `recipient` may be empty: neither is set.

    Both are as they stand in a header, `Name <name@host>`; the `_address` of each is for a server.
    `unsubscribe` is an `https:` or `mailto:` address, empty where none is set.
    """

    sender: str
    sender_address: str
    recipient: str
    recipient_address: str
    unsubscribe: str


def read_mailing(variables: Mapping[str, str]) -> Mailing:
    """Read from whom and to whom. Raises SettingsError where an address is none."""
    sender = _read_address(variables, _FROM)
    recipient = _read_address(variables, _TO)
    return Mailing(
        sender=str(sender or ""),
        sender_address=sender.addr_spec if sender else "",
        recipient=str(recipient or ""),
        recipient_address=recipient.addr_spec if recipient else "",
        unsubscribe=_read_unsubscribe(variables),
    )


def read_server(variables: Mapping[str, str], mailing: Mailing) -> Server:
    """Read by which server. Raises SettingsError where what sending needs is not set."""
    for name, value in ((_FROM, mailing.sender), (_TO, mailing.recipient)):
        if not value:
            message = f"{name} is not set in the environment: sending needs it. See docs/mail.md"
            raise SettingsError(message)
    host = _read(variables, _HOST)
    if not host:
        message = (
            f"{_HOST} is not set in the environment: it names the mail server. See docs/mail.md"
        )
        raise SettingsError(message)
    said = _read(variables, _TLS).lower() or Security.STARTTLS
    if said not in list(Security):
        message = f"{_TLS} is {said!r}, and can be {', '.join(Security)}"
        raise SettingsError(message)
    security = Security(said)
    port = _read(variables, _PORT) or str(_PORTS[security])
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
        message = f"{_PORT} is {port!r}, and no number of a port such as {_PORTS[security]}"
        raise SettingsError(message)
    user, password = _read(variables, _USER), variables.get(_PASSWORD, "")
    if bool(user) != bool(password):
        missing = _PASSWORD if user else _USER
        message = f"{missing} is not set in the environment: a server that asks for one wants both"
        raise SettingsError(message)
    if password and security is Security.NONE and host not in _THIS_MACHINE:
        message = (
            f"{_TLS} is none, so the password would travel to {host} for all to read. Set it to "
            "starttls or tls"
        )
        raise SettingsError(message)
    return Server(
        host=host,
        port=int(port),
        security=security,
        user=user,
        password=password,
        client=mailing.sender_address.rpartition("@")[2],
    )


def _read(variables: Mapping[str, str], name: str) -> str:
    return variables.get(name, "").strip()


def _read_address(variables: Mapping[str, str], name: str) -> Address | None:
    """Read one address, as `Name <name@host>` or alone."""
    value = _read(variables, name)
    if not value:
        return None
    try:
        header = default.header_factory("To", value)
        addresses, defects = header.addresses, header.defects
    except (MessageError, ValueError, IndexError):
        addresses, defects = (), ()
    if len(addresses) != 1 or defects or not addresses[0].domain or not value.isprintable():
        message = (
            f"{name} is {value!r}, and not one address such as Papers <list@example.org>. For "
            "several readers, name a mailing list"
        )
        raise SettingsError(message)
    address: Address = addresses[0]
    if not address.addr_spec.isascii():
        message = f"{name}: write {address.addr_spec!r} in ASCII, its host as xn--..."
        raise SettingsError(message)
    return address


def _read_unsubscribe(variables: Mapping[str, str]) -> str:
    value = _read(variables, _UNSUBSCRIBE)
    if not value:
        return ""
    try:
        parts = urlsplit(value)
        usable = parts.scheme == "https" and bool(parts.hostname)
        usable = usable or (parts.scheme == "mailto" and "@" in parts.path)
    except ValueError:
        usable = False
    if not usable or not value.isascii() or not value.isprintable() or set(value) & set(" <>,"):
        message = (
            f"{_UNSUBSCRIBE} is {value!r}, and no address such as https://example.org/leave or "
            "mailto:leave@example.org"
        )
        raise SettingsError(message)
    return value
