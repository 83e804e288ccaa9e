"""Read a style sheet of the author's own, with the files that it names inside it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote

from surefoot import design, values
from surefoot.model import Stylesheet

_URL = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>[^"')]+)(?P=quote)\s*\)""", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_CHARSET = re.compile(r'\A@charset "[^"]*";', re.IGNORECASE)
"""No rule, but a word on bytes (CSS Syntax 3, 3.2), which are read by now."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"(?<![\w-])--(?P<name>[\w-]+)\s*:(?P<value>[^;{}!]*)")
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|[a-z][a-z0-9+.-]+:", re.IGNORECASE)


def load(file: Path, refuse: Callable[[str, str], None]) -> Stylesheet:
    """Return the style sheet in ``file``, its pictures and fonts as addresses that hold them (RFC 2397).

    ``refuse`` is told in two sentences what is wrong, and how to mend it.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        refuse(f"The style sheet “{file.name}” cannot be read: {error}.", "Save it as UTF-8.")
        return Stylesheet(file.name, "")
    if _IMPORT.search(text):
        refuse(f"The style sheet “{file.name}” imports another one.", "Name both in the source, in order.")
    text = _CHARSET.sub(lambda found: " " * len(found[0]), text)
    _check(text, file, refuse)
    return Stylesheet(file.name, _URL.sub(lambda found: _enclosed(found, file, refuse), text))


def _check(text: str, file: Path, refuse: Callable[[str, str], None]) -> None:
    """Refuse values that variables of the design cannot have: what hangs on them would be left out."""
    known = design.variables()
    bare = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _VARIABLE.finditer(bare):
        name, value = found["name"], found["value"].strip()
        if name in known and not values.fits(name, value, known[name]):
            line = bare.count("\n", 0, found.start()) + 1
            refuse(
                f"The style sheet “{file.name}” sets “--{name}” to “{value}” in its line {line}.",
                f"Give it {values.kind(name, known[name])}.",
            )


def _enclosed(found: re.Match[str], file: Path, refuse: Callable[[str, str], None]) -> str:
    """Return an address with what it leads to inside it."""
    address = found["address"].strip()
    if address.startswith(("#", "data:")):
        return found[0]
    target = file.parent / unquote(address)
    if _REMOTE.match(address):
        refuse(f"The style sheet “{file.name}” asks the network for “{address}”.", "Put the file beside it.")
    elif not target.is_file():
        refuse(
            f"The style sheet “{file.name}” names “{address}”, which is not there.",
            "Put the file beside it, or correct its path.",
        )
    else:
        kind = guess_type(target.name)[0] or "application/octet-stream"
        return f'url("data:{kind};base64,{b64encode(target.read_bytes()).decode("ascii")}")'
    return found[0]
