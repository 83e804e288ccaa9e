"""Fills the book's templates, and lets nothing out that is not XML."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import ParseError, fromstring

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from surefoot import theme
from surefoot.errors import WriterError

# What production 2 of XML 1.0 leaves out.
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(name: str, **values: object) -> bytes:
    """Return the template ``name`` with ``values`` in their places, as an XML document.

    Raises:
        WriterError: the outcome is not well-formed.
    """
    text = legal(_templates().get_template(name).render(values))
    try:
        fromstring(text)
    except ParseError as error:
        raise WriterError(f"The document does not make well-formed XML ({error}).") from error
    return text.encode()


def legal(text: str) -> str:
    """Return ``text`` as it is.

    Raises:
        WriterError: it holds a character that XML, and so an EPUB, cannot carry.
    """
    if stranger := _NOT_XML.search(text):
        near = " ".join(text[max(0, stranger.start() - 40) : stranger.start()].split())
        raise WriterError(
            f"An EPUB cannot carry the control character U+{ord(stranger[0]):04X} after {near!r}. Remove it."
        )
    return text


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(theme.folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
