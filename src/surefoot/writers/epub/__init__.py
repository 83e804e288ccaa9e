"""The EPUB writer: one EPUB 3.3 for old reading systems, new ones and validators."""

from surefoot.writers.epub.book import EpubWriter

__all__ = ["EpubWriter"]
