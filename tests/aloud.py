"""Writes down in what order, and as what, a PDF is read aloud: ``make aloud`` does so for two of ours.

Poppler follows the tags as a screen reader does, but for words that run from right to
left, which it writes down as they are painted. What is written down has been read, from
the first line to the last, and makes sense; when it changes, read it again.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from surefoot.source import read
from surefoot.writers.pdf import PdfWriter
from validators import need

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"
SOURCES = (ROOT / "source" / "brief.md", ROOT / "tests" / "samples" / "kitchen-sink.md")
# Numbers of objects and places on the page say nothing to a listener.
_MUTE = re.compile(r" +(?:Object \d+ \d+|/BBox .*)\n")


def aloud(pdf: Path) -> str:
    """The words of the PDF with its tags, a line for each line of the page."""
    need("pdfinfo", found=shutil.which("pdfinfo"))
    run = subprocess.run(["pdfinfo", "-struct-text", pdf], capture_output=True, check=True)
    return _MUTE.sub("", run.stdout.decode())


def made(source: Path, folder: Path) -> Path:
    """The PDF of the source, in the folder."""
    path = folder / f"{source.stem}.pdf"
    path.write_bytes(PdfWriter().write(read(source)).data)
    return path


def golden(source: Path) -> Path:
    """Where it is written down how the PDF of the source is read."""
    return GOLDEN / f"{source.stem}.struct.txt"


if __name__ == "__main__":
    for each in SOURCES:
        file = made(each, GOLDEN)
        golden(each).write_text(aloud(file), encoding="utf-8")
        file.unlink()
