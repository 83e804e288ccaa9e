"""The one declared equality of texts and of addresses, for promise and testimony alike."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

CLAIM_LENGTH = 60
"""How many folded characters before a call are enough to say where it stands."""
LINE_END = "\u2028"
"""What an inspector puts where a line ends in a medium that drops the space there: space or none."""
BREAK_HYPHEN = "\u2027"
"""What an inspector puts for a hyphen at a line's end that may be the word's own, or only the break's."""

LEADS_TO = " → "
"""Between the address that a link prints and another that it leads to."""

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′‹›`´ʼ"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
# Invisible format characters, the soft hyphen first: they break, shape or direct letters, they are none.
# Layout drops or adds them. Overrides of direction (U+202D, U+202E) show other words, and stay.
_INVISIBLE = dict.fromkeys(
    (
        *(0x00AD, 0x061C, 0x180E, 0x034F, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202D),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
    ),
    None,
)
_CHANGED_BY_TYPESETTING = _QUOTES | _DASHES | _INVISIBLE | {ord("…"): "..."}
# Latin ligatures, and the presentation forms of Armenian, Hebrew and Arabic letters.
_PRESENTATION_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
_GAP = re.compile(r"(\s+)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_NOT_IN_ADDRESS = ' "<>\\^`{|}'
# Square brackets enclose a literal host address, and stand nowhere else (RFC 3986, section 3.2.2).
_NOT_BEHIND_HOST = _NOT_IN_ADDRESS + "[]"


_LAST_ROMAN = 3999
_ROMAN = (
    ("", "m", "mm", "mmm"),
    ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"),
    ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"),
    ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"),
)


def fold(text: str) -> str:
    """Remove from ``text`` what typesetting may change, and nothing else.

    Gone are white space, soft hyphens and invisible format characters; one
    shape stands for all quotation marks of a kind, for all dashes, and for a
    ligature's letters. Canonically equivalent sequences are one (UAX 15, NFC).
    Compatibility forms are *not* unified: ``x²`` is not ``x2``.

    The function is idempotent, and never makes two texts equal that differ in
    a letter, a digit or a superscript.
    """
    if _is_plain(text):
        return "".join(text.split())
    spelled = _PRESENTATION_FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
    shaped = "".join(spelled.translate(_CHANGED_BY_TYPESETTING).split())
    composed = unicodedata.normalize("NFC", shaped)
    return composed if composed == text else fold(composed)


def spaced(text: str) -> str:
    """``text`` folded word by word, with one space between words.

    Where only a :data:`LINE_END` parts two words, it stays: there may be a space or none.
    ``fold(spaced(text))`` is ``fold(text)``.
    """
    if _is_plain(text):
        return " ".join(text.split())
    words: list[str] = []
    gap = ""
    for piece in _GAP.split(text):
        if piece.isspace():
            gap += piece
        elif word := fold(piece):
            words += [LINE_END if set(gap) == {LINE_END} else " "] if words else []
            words.append(word)
            gap = ""
    return "".join(words)


def _is_plain(text: str) -> bool:
    """Whether typesetting changes nothing in ``text`` but its spaces: most of most books."""
    return text.isascii() and "`" not in text


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


def printed_address(words: str, target: str) -> str:
    """The address that a link to ``target`` prints; empty where it prints words.

    It prints an address if its words are its target, or any whole address with
    an authority (RFC 3986, section 3.2).
    """
    shown = address(fold(words))
    if shown == address(fold(target)):
        return address(target)
    whole = _AUTHORITY.match(shown) and len(words.replace(LINE_END, "").split()) == 1
    return shown if whole else ""


def told(shown: str, target: str) -> str:
    """A link of the prose as it is compared: its address, behind the one that it prints if that is another.

    Args:
        shown: what :func:`printed_address` says of it.
        target: its address.
    """
    return target if shown in {"", target} else f"{shown}{LEADS_TO}{target}"


def without_address(words: str, target: str) -> str:
    """The words that a link adds to its note or to the prose: none where it prints an address.

    An address that is printed belongs to the links, not to the words, so that a
    medium may print it in its own manner (plain text: ``<https://…>``).
    """
    return "" if not fold(words) or printed_address(words, target) else words


def ordinal(number: int, manner: str) -> str:
    """The number of a list's item as it is written: ``1``, ``a``, ``A``, ``i`` or ``I`` begins the list.

    The values of ``type`` in HTML (4.4.5). What letters or Roman numerals cannot
    say is written in figures (CSS Counter Styles, 6.1 and 6.2).
    """
    if manner in {"a", "A"} and number > 0:
        text = _in_letters(number)
    elif manner in {"i", "I"} and 0 < number <= _LAST_ROMAN:
        text = "".join(digits[int(figure)] for digits, figure in zip(_ROMAN, f"{number:04}", strict=True))
    else:
        return str(number)
    return text if manner.islower() else text.upper()


def _in_letters(number: int) -> str:
    rest, letter = divmod(number - 1, 26)
    return (_in_letters(rest) if rest else "") + chr(ord("a") + letter)


def _encoded(text: str, forbidden: str) -> str:
    return "".join(
        quote(char, safe="") if char in forbidden or not " " < char <= "~" else char for char in text
    )
