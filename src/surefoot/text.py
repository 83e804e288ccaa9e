"""The one declared equality of texts and of addresses, for promise and testimony alike."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

CLAIM_LENGTH = 60
"""How many folded characters before a call are enough to say where it stands."""

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′‹›`´ʼ"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
# Invisible format characters, the soft hyphen first: they break, shape or direct letters, they are none.
# Layout drops or adds them.
_INVISIBLE = dict.fromkeys(
    (
        *(0x00AD, 0x061C, 0x180E, 0x034F, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
    ),
    None,
)
_CHANGED_BY_TYPESETTING = _QUOTES | _DASHES | _INVISIBLE | {ord("…"): "..."}
# Latin ligatures, and the presentation forms of Armenian, Hebrew and Arabic letters.
_PRESENTATION_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_NOT_IN_ADDRESS = ' "<>\\^`{|}'
# Square brackets enclose a literal host address, and stand nowhere else (RFC 3986, section 3.2.2).
_NOT_BEHIND_HOST = _NOT_IN_ADDRESS + "[]"


def fold(text: str) -> str:
    """Remove from ``text`` what typesetting may change, and nothing else.

    Gone are white space, soft hyphens and invisible format characters; one
    shape stands for all quotation marks of a kind, for all dashes, and for a
    ligature's letters. Canonically equivalent sequences are one (UAX 15, NFC).
    Compatibility forms are *not* unified: ``x²`` is not ``x2``.

    The function is idempotent, and never makes two texts equal that differ in
    a letter, a digit or a superscript.
    """
    spelled = _PRESENTATION_FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
    shaped = "".join(spelled.translate(_CHANGED_BY_TYPESETTING).split())
    composed = unicodedata.normalize("NFC", shaped)
    return composed if composed == text else fold(composed)


def claim(before: str) -> str:
    """The folded end of the prose ``before`` a call: where the call stands."""
    # Folding only the tail keeps this linear over a book; spaces and marks that
    # fold away are why the tail is taken wide.
    return fold(before[-4 * CLAIM_LENGTH :])[-CLAIM_LENGTH:]


def address(url: str) -> str:
    """``url`` as an ASCII URI: characters outside RFC 3986 percent-encoded as UTF-8.

    The mapping of RFC 3987, section 3.1, which PDF requires of its URI actions
    (ISO 32000-1, 12.6.4.7) and which HTML and EPUB leave to the reader.
    Nothing else is changed: escapes stay as written.
    """
    trimmed = url.strip()
    host = len(found[0]) if (found := _AUTHORITY.match(trimmed)) else 0
    return _encoded(trimmed[:host], _NOT_IN_ADDRESS) + _encoded(trimmed[host:], _NOT_BEHIND_HOST)


def absolute(url: str) -> bool:
    """Whether ``url`` has a scheme of its own (RFC 3986, section 4.3), and so leads out of the document."""
    return bool(_SCHEME.match(url.strip()))


def without_address(text: str, target: str) -> str:
    """The words that a link adds to its note: none where it prints its own address.

    This holds in notes and in the prose alike.

    An address that is printed belongs to a note's links, not to its prose, so
    that a medium may print it in its own manner (plain text: ``<https://…>``).
    """
    return "" if address(fold(text)) == address(fold(target)) else text


def _encoded(text: str, forbidden: str) -> str:
    return "".join(
        quote(char, safe="") if char in forbidden or not " " < char <= "~" else char for char in text
    )
