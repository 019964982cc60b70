"""Feeds: what is new, for programs that readers use to follow a site.

Which lists have one (`plan`), what is in it and in its archive (`entries`, `archive`), and the ids
by which programs know what they have shown already (`ids`). Written are they by `output.feeds`.
"""
