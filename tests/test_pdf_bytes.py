"""The bytes of the PDF: the same ones for the same source, wherever it is built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pydyf
import pytest

from surefoot.source import read
from surefoot.writers.pdf import PdfWriter
from surefoot.writers.pdf.archive.variants import NAMES
from surefoot.writers.pdf.engine import painting
from surefoot.writers.pdf.engine.mending import mended
from tagged import EVERYTHING

Source = Callable[[str], Path]


def test_the_same_document_gives_the_same_bytes_in_another_process(brief_pdf: bytes, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from surefoot.source import read;"
        "from surefoot.writers.pdf import PdfWriter;"
        "Path(sys.argv[2]).write_bytes(PdfWriter().write(read(Path(sys.argv[1]))).data)"
    )
    source, made = Path(__file__).parents[1] / "source" / "brief.md", tmp_path / "brief.pdf"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", program, source, made], check=True, env=environment)
    assert made.read_bytes() == brief_pdf


@pytest.mark.parametrize("variant", NAMES)
def test_every_variant_gives_the_same_bytes_twice(source: Source, variant: str) -> None:
    path = source(f"---\ntitle: T\npdf-variant: {variant}\n---\n\n{EVERYTHING}")
    assert PdfWriter().write(read(path)).data == PdfWriter().write(read(path)).data


def test_a_stream_that_ends_with_a_carriage_return_is_as_long_as_it_says() -> None:
    """Readers take it, and the line feed before ``endstream``, for one end of a line."""
    with mended(painting.mends({}, lambda *_: None)):
        assert pydyf.Stream([b"words\r"]).data == b"<</Length 6>>\nstream\nwords\r\r\nendstream"
        assert pydyf.Stream([b"words"]).data == b"<</Length 5>>\nstream\nwords\nendstream"
