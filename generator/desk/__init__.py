"""Commands that edit `content/`: they keep comments and order, and never lose a line."""

from generator.desk.author_draft import draft_author
from generator.desk.drafts import (
    Draft,
    draft_collection,
    draft_note,
    draft_tag,
    draft_topic,
)
from generator.desk.refusal import Refusal
from generator.desk.writing import Addition, plan_addition, write_addition, write_file

__all__ = [
    "Addition",
    "Draft",
    "Refusal",
    "draft_author",
    "draft_collection",
    "draft_note",
    "draft_tag",
    "draft_topic",
    "plan_addition",
    "write_addition",
    "write_file",
]
