"""A message as it travels: headers and both forms of the body, as the bytes of an `.eml` file.

Formats: https://www.rfc-editor.org/rfc/rfc5322 (messages), rfc2919 (List-Id), rfc2369 and rfc8058
(List-Unsubscribe), rfc3834 (Auto-Submitted).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

_POLICY = SMTP.clone(cte_type="7bit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What stands in the headers. `to` may be empty: then the message names no recipient.

    `unsubscribe` is an `https:` or `mailto:` address; `list_id` a host's name for the list,
    `list_name` its name for people. `archive` is the address at which the list can be read.
    """

    message_id: str
    date: datetime
    subject: str
    sender: str
    to: str
    list_id: str
    list_name: str
    archive: str
    unsubscribe: str


def identify(site_url: str, digests: Iterable[str], topics: Iterable[str]) -> str:
    """Give the id of the mail of some digests and topics, for ever the same: `<...@host>`.

    Programs that get it a second time can tell, so an id takes part of nothing else.
    """
    named = "\n".join((site_url, *sorted(digests), "", *sorted(topics)))
    total = hashlib.sha256(named.encode()).hexdigest()[:32]
    return f"<{total}@{urlsplit(site_url).hostname}>"


def write_message(envelope: Envelope, *, text: str, html: str) -> bytes:
    """Write the message. Same letter, same envelope, same bytes: nothing in it is random."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = envelope.sender
    if envelope.to:
        message["To"] = envelope.to
    message["Subject"] = envelope.subject
    message["Date"] = format_datetime(envelope.date)
    message["Message-ID"] = envelope.message_id
    message["List-Id"] = f'"{_quotable(envelope.list_name)}" <{envelope.list_id}>'
    message["List-Archive"] = f"<{envelope.archive}>"
    message["List-Unsubscribe"] = f"<{envelope.unsubscribe}>"
    if envelope.unsubscribe.startswith("https:"):
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "en"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    total = hashlib.sha256(envelope.message_id.encode()).hexdigest()[:24]
    message.set_boundary(f"=_{total}")  # `=_` stands in no quoted-printable text
    return message.as_bytes()


def _quotable(name: str) -> str:
    """Give a name in ASCII for a quoted string: other letters need a form that List-Id lacks."""
    plain = name.encode("ascii", "replace").decode()
    return plain.replace("\\", "").replace('"', "'")
