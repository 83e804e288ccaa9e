"""Read an HTML file back: calls, notes and ways back by their roles and links."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence

from lxml import etree

from surefoot.errors import UnreadableError
from surefoot.exhibit import Exhibition
from surefoot.inspectors import base
from surefoot.inspectors.tree import (
    Element,
    Page,
    exhibition,
    recover,
    repeated,
    sheets,
    sight,
)
from surefoot.promise import Recovered

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
# The Encoding Standard reads these names as windows-1252, and a page cannot declare itself UTF-16.
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_TAG = re.compile("<[A-Za-z!]")


class HtmlInspector:
    """Testifies what an HTML file carries, by Digital Publishing WAI-ARIA, else by common conventions."""

    def inspect(self, data: bytes) -> Recovered:
        """Return what the file carries, with every facet but those of paper.

        Notes that no role tells are found by the conventions of common tools.
        Where these leave them in the midst of the text, nothing is said of what
        stands beside them. Style sheets count that are in the file itself;
        scripts do not run.

        Raises:
            UnreadableError: the bytes are no HTML, are not in the encoding that
                they declare, or are nested beyond reason.
        """
        page = _page(data)
        return recover([page], repeated(page.body.getroottree().getroot()))

    def exhibit(self, data: bytes, ranks: Sequence[int]) -> Exhibition:
        """Return the blocks of calls and notes, dressed in the style sheets that the file itself holds."""
        return exhibition([_page(data)], ranks)


def _page(data: bytes) -> Page:
    body = _body(_decoded(data))
    root = body.getroottree().getroot()
    # What is not in the file is not its own.
    own = tuple(sheets(root, lambda _: ""))
    return Page("", body, sight(root, own), own)


def _decoded(data: bytes) -> str:
    """Return the text, in the encoding of its byte order mark or of its ``meta`` element, else UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _in(encoding, data[len(mark) :], {})
    declared = _CHARSET.search(data[:1024])
    return _in(declared[1].decode("ascii") if declared else "utf-8", data, _READ_AS)


def _in(encoding: str, data: bytes, read_as: Mapping[str, str]) -> str:
    try:
        known = codecs.lookup(encoding).name
        return data.decode(read_as.get(known, known))
    except LookupError:
        raise UnreadableError(f"The file declares an unknown encoding, {encoding}.") from None
    except UnicodeError as error:
        raise UnreadableError(f"The file is not text in its encoding, {encoding}: {error}.") from None


def _body(text: str) -> Element:
    if not _TAG.search(text):
        raise UnreadableError("The file holds no markup: it is empty or no HTML.")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.LxmlError as error:
        raise UnreadableError(f"The file cannot be parsed as HTML: {error}.") from None
    # The parser mends what is ill-formed, as browsers do, but stops at what is boundless.
    fatal = parser.error_log.filter_from_fatals()
    if fatal:
        raise UnreadableError(f"The file is beyond what can be read: {fatal[0].message}.")
    body = root.find("body") if root is not None else None
    if body is None:
        raise UnreadableError("The file has no body: there is nothing to read.")
    base.resolve(root)
    return body
