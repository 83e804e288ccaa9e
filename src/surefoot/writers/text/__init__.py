"""Plain text for every reader and every age: 72 columns, marks in brackets, addresses in full."""

from surefoot.writers.text.writer import TextWriter

__all__ = ["TextWriter"]
