"""Where the templates, stylesheets, fonts and citation styles are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surefoot.errors import WriterError


@cache
def folder() -> Path:
    """Return the folder of templates: inside the wheel, or beside ``src`` in a checkout.

    Raises:
        WriterError: the installation is broken, there is no such folder.
    """
    package = Path(__file__).parent
    for candidate in (package / "templates", package.parents[1] / "templates"):
        if candidate.is_dir():
            return candidate
    raise WriterError("The folder of templates is missing. Install Surefoot anew.")


def path(name: str) -> Path:
    """Return the path of one template, such as ``fonts/SourceSerif4-Regular.ttf``."""
    return folder() / name


@cache
def text(name: str) -> str:
    """Return the text of one template."""
    return path(name).read_text(encoding="utf-8")
