"""From digests to the bytes of a mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import urljoin, urlsplit

from generator.diagnostics import Diagnostic
from generator.identifiers import TopicId
from generator.mailing import Mailing
from generator.output import render_letter
from generator.pages.cards import Cards
from generator.pages.catalogue import Catalogue, Shelf
from generator.pages.mail import plan_mail
from generator.pages.news import name_digest
from generator.pages.permalinks import ARCHIVE
from generator.pages.views import LinkView
from generator.post import Envelope, identify, write_message
from generator.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail, `data` as it travels, and the digests and topics that it is of."""

    data: bytes
    subject: str
    message_id: str
    digests: tuple[str, ...]
    topics: tuple[TopicId, ...]


def compose_mail(
    settings: Settings,
    mailing: Mailing,
    catalogue: Catalogue,
    shelves: Sequence[Shelf],
    *,
    topics: tuple[TopicId, ...],
    now: datetime | None = None,
) -> Mail | Diagnostic | None:
    """Write the mail of digests; None where they have nothing, a finding where a template is wrong.

    Without `now` it is of the newest digest's day, so that the same content gives the same bytes.
    """
    host = urlsplit(settings.url).hostname or ""
    sender = mailing.sender or f"digest@{host}"
    unsubscribe = mailing.unsubscribe or (
        f"mailto:{mailing.sender_address or sender}?subject=unsubscribe"
    )
    view = plan_mail(
        Cards(catalogue),
        shelves,
        topics=topics,
        site=LinkView(label=settings.name, url=settings.url),
        unsubscribe=unsubscribe,
    )
    if view is None:
        return None
    letter = render_letter(view, settings.mail_templates, root=settings.root)
    if isinstance(letter, Diagnostic):
        return letter
    digests = tuple(map(name_digest, shelves))
    newest = max(shelf.digest.date for shelf in shelves if shelf.digest.date)
    names = [catalogue.topics[topic].name for topic in sorted(topics)]
    envelope = Envelope(
        message_id=identify(settings.url, digests, topics),
        date=now or datetime.combine(newest, time(), UTC),
        subject=view.subject,
        sender=sender,
        to=mailing.recipient,
        list_id=".".join((*sorted(topics), "digest", host)),
        list_name=", ".join((settings.name, *names)),
        archive=urljoin(settings.url, ARCHIVE),
        unsubscribe=unsubscribe,
    )
    return Mail(
        data=write_message(envelope, text=letter.text, html=letter.html),
        subject=view.subject,
        message_id=envelope.message_id,
        digests=digests,
        topics=topics,
    )
