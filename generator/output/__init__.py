"""Plan in, files under `build/docs` out: Jinja, escaping, and writing only what has changed."""

from generator.output.handwritten import HandwrittenFile, address_of, read_handwritten
from generator.output.letter import Letter, render_letter
from generator.output.memory import read_relations, write_relations
from generator.output.pictures import Gallery
from generator.output.render import Rendering, render_plan
from generator.output.templates import Templates
from generator.output.write import WriteReport, write_files

__all__ = [
    "Gallery",
    "HandwrittenFile",
    "Letter",
    "Rendering",
    "Templates",
    "WriteReport",
    "address_of",
    "read_handwritten",
    "read_relations",
    "render_letter",
    "render_plan",
    "write_files",
    "write_relations",
]
