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
KITCHEN_SINK = ROOT / "tests" / "samples" / "kitchen-sink.md"
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
    return build(BRIEF, tmp_path_factory.mktemp("brief"))


@pytest.fixture(scope="session")
def built_kitchen_sink(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return build(KITCHEN_SINK, tmp_path_factory.mktemp("kitchen-sink"))


@pytest.fixture(params=[BRIEF, KITCHEN_SINK], ids=["brief", "kitchen sink"])
def report(request: pytest.FixtureRequest) -> Path:
    """A source of which every kind of reader is asked."""
    source: Path = request.param
    return source


@pytest.fixture
def built(report: Path, request: pytest.FixtureRequest) -> Mapping[str, Path]:
    """Its files by format."""
    return files_of(report, request)


def files_of(source: Path, request: pytest.FixtureRequest) -> Mapping[str, Path]:
    """Return the files of a source that a fixture ``built_...`` builds for the whole session."""
    files: Mapping[str, Path] = request.getfixturevalue(f"built_{source.stem.replace('-', '_')}")
    return files


def build(source: Path, folder: Path) -> Mapping[str, Path]:
    """Build a source by the command line, which has nothing to say; return its files by format."""
    command = [COMMAND, "build", source, "-o", folder, "--quiet"]
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return {name: folder / f"{source.stem}.{name}" for name in FORMATS}


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
