"""Citations: a paper as others cite it, in the formats of reference managers and as a sentence."""

from generator.pages.citations.formats import FORMATS, Format
from generator.pages.citations.plain import cite_plainly
from generator.pages.citations.references import Reference, make_reference

__all__ = ["FORMATS", "Format", "Reference", "cite_plainly", "make_reference"]
