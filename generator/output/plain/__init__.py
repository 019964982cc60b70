"""Each page once more as plain Markdown, without the marks of a theme, for programs that read."""

from generator.output.plain.sheets import plan_sheets

__all__ = ["plan_sheets"]
