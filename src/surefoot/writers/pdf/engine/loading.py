"""Loads WeasyPrint, which loads the system's libraries."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import util

__all__ = ["weasyprint"]


@contextmanager
def _by_their_names() -> Iterator[None]:
    """Leave it to Linux's own loader to find libraries.

    WeasyPrint tries their names on other systems first. For each of these Python asks the
    machine's C compiler where the library is: a tenth of the time that a short document takes.
    """
    original = util.find_library
    if sys.platform == "linux":
        util.find_library = lambda _: None  # type: ignore[assignment]
    try:
        yield
    finally:
        util.find_library = original


with _by_their_names():
    import weasyprint
