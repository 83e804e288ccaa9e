"""Read a style sheet of the author's own, with the files that it names inside it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote

from surefoot.model import Stylesheet

_URL = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>[^"')]+)(?P=quote)\s*\)""", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
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
    return Stylesheet(file.name, _URL.sub(lambda found: _enclosed(found, file, refuse), text))


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
