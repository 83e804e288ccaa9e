"""What many tests share: the brief, built once through the real command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from surefoot.compose import compose
from surefoot.composition import Composition
from surefoot.model import Document
from surefoot.source import read
from surefoot.writers.pdf import PdfWriter

ROOT = Path(__file__).resolve().parents[1]
BRIEF = ROOT / "source" / "brief.md"
FRONT = "---\ntitle: Clean air\nlang: en\npublisher: Institute for Air\n---\n\n"
FORMATS = ("pdf", "epub", "html", "txt")
# How fast examples come says only how busy a machine is; and a fault must not be a matter of luck.
settings.register_profile(
    "surefoot", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("surefoot")
COMMAND = Path(sys.executable).with_name("surefoot")


@pytest.fixture(scope="session")
def brief() -> Document:
    return read(BRIEF)


@pytest.fixture(scope="session")
def brief_pdf(brief: Document) -> bytes:
    return PdfWriter().write(brief).data


@pytest.fixture(scope="session")
def built_brief(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("brief")
    subprocess.run([COMMAND, "build", BRIEF, "-o", folder, "--quiet"], check=True, stdin=subprocess.DEVNULL)
    return {name: folder / f"brief.{name}" for name in FORMATS}


@pytest.fixture
def source(tmp_path: Path) -> Callable[[str], Path]:
    """Write a source file, and return its path."""

    def write(text: str) -> Path:
        path = tmp_path / "source.md"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def composed(source: Callable[[str], Path]) -> Callable[[str], Composition]:
    """Compose a document that has its front matter already."""
    return lambda text: compose(read(source(FRONT + text)))
