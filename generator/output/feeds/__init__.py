"""Feeds, in the formats that programs read."""

from generator.output.feeds.files import render_feeds

__all__ = ["render_feeds"]
