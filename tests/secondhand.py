"""What other programs make of an e-book or a page: pandoc's notes, and calibre's way to a Kindle and back."""

from __future__ import annotations

import functools
import json
import os
import subprocess
from pathlib import Path

from surefoot import pandoc
from surefoot.source import prose
from surefoot.text import fold


def run(*command: str | Path, **environment: str) -> str:
    """Run another program; its output is text."""
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    return done.stdout


def notes_by_pandoc(path: Path, name: str) -> list[str]:
    """Return the folded notes that pandoc finds in a file of the format ``name``, one for each call."""
    tree = json.loads(run(pandoc.executable(), f"--from={name}", "--to=json", path))
    return [fold(prose.words(blocks)) for blocks in notes_in_tree(tree["blocks"])]


def notes_in_tree(part: pandoc.Json) -> list[pandoc.Json]:
    """Return the blocks of every note in pandoc's tree, in order."""
    if isinstance(part, dict):
        own = [part["c"]] if part.get("t") == "Note" else []
        return own + notes_in_tree(part.get("c", []))
    return [note for each in part for note in notes_in_tree(each)] if isinstance(part, list) else []


def through_a_kindle(book: Path, folder: Path) -> Path:
    """Let calibre make a Kindle's book of ``book``, and an EPUB of that again; return its path."""
    home = {"HOME": str(folder), "CALIBRE_CONFIG_DIRECTORY": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    convert = functools.partial(run, "ebook-convert", **home)
    convert(book, folder / "kindle.azw3")
    convert(folder / "kindle.azw3", folder / "back.epub")
    return folder / "back.epub"
