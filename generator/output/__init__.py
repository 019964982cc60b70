"""Plan in, files under `build/docs` out: Jinja, escaping, and writing only what has changed."""

from generator.output.handwritten import HandwrittenFile, address_of, read_handwritten
from generator.output.render import Rendering, render_plan
from generator.output.templates import Templates
from generator.output.write import WriteReport, write_files

__all__ = [
    "HandwrittenFile",
    "Rendering",
    "Templates",
    "WriteReport",
    "address_of",
    "read_handwritten",
    "render_plan",
    "write_files",
]
