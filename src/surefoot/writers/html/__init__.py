"""The HTML writer: one self-contained page, complete without script and without network."""

from surefoot.writers.html.page import HtmlWriter

__all__ = ["HtmlWriter"]
