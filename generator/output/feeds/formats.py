"""The formats in which every feed is, the first one the best known."""

from generator.output.feeds import atom, json_feed

FORMATS = ((atom.MEDIA_TYPE, atom.SUFFIX), (json_feed.MEDIA_TYPE, json_feed.SUFFIX))
"""Media type and suffix."""
