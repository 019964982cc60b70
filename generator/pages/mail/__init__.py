"""Mail of new papers: of which digests, what it says of them, and how it is made short."""

from generator.pages.mail.digests import find_digests, list_papers
from generator.pages.mail.letters import plan_mail
from generator.pages.mail.shortening import shorten

__all__ = ["find_digests", "list_papers", "plan_mail", "shorten"]
