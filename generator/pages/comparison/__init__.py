"""What a change of content does to the reader's site: two sites, side by side."""

from generator.pages.comparison.model import Comparison, Named, Recount, Site
from generator.pages.comparison.sites import compare_sites

__all__ = ["Comparison", "Named", "Recount", "Site", "compare_sites"]
