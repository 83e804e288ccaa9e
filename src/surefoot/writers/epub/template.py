"""Fills the book's templates, and lets nothing out that is not XML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import ParseError, fromstring

from surefoot.errors import WriterError
from surefoot.templating import template

# What production 2 of XML 1.0 leaves out.
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(name: str, **values: object) -> bytes:
    """Return the template ``name`` with ``values`` in their places, as an XML document.

    Raises:
        WriterError: the outcome is not well-formed.
    """
    text = legal(template(name).render(values))
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
