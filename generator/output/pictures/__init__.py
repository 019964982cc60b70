"""Pictures for links elsewhere, drawn once and kept."""

from generator.output.pictures.gallery import Gallery

__all__ = ["Gallery"]
