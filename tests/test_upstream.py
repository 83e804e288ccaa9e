"""The reports in docs/upstream: what they say of the engine is so, and what is mended is as it should be."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from conftest import ROOT
from surefoot.writers.pdf.engine.glyphs import charset, codes, gaps, letters
from surefoot.writers.pdf.engine.lines import breaks, hyphens
from surefoot.writers.pdf.engine.mending import Mend, mended
from surefoot.writers.pdf.engine.notes import footnotes
from surefoot.writers.pdf.engine.tables import rows, rules

REPORTS = sorted((ROOT / "docs" / "upstream").glob("*.md"))
PROGRAM = re.compile(r"```python\n(.*?)```", re.DOTALL)
PRINTS = re.compile(r"It prints:\n\n```text\n(.*?)```", re.DOTALL)
SHOULD_PRINT = re.compile(r"It should print:\n\n```text\n(.*?)```", re.DOTALL)


def printed(report: str, mends: Sequence[Mend] = ()) -> str:
    """What the program of a report prints."""
    (program,) = PROGRAM.findall(report)
    out = io.StringIO()
    with mended(mends), contextlib.redirect_stdout(out):
        exec(program, {})  # noqa: S102 - documentation is executed
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _eastern() -> Iterator[Path]:
    for folder in files("pylopdf_fonts_zh_cn").iterdir():
        if folder.name.endswith(".otf"):
            yield Path(str(folder))


@pytest.fixture(autouse=True)
def _faces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the font files that programs name lie beside them."""
    for file in [*(ROOT / "templates" / "fonts").rglob("*.ttf"), *_eastern()]:
        (tmp_path / file.name).symlink_to(file)
    monkeypatch.chdir(tmp_path)


def reports(pattern: re.Pattern[str]) -> list[Path]:
    return [path for path in REPORTS if pattern.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", reports(PRINTS), ids=lambda path: path.stem)
def test_the_defect_is_still_there(path: Path) -> None:
    report = path.read_text(encoding="utf-8")
    assert [printed(report)] == PRINTS.findall(report)


@pytest.mark.parametrize("path", reports(SHOULD_PRINT), ids=lambda path: path.stem)
def test_the_mend_does_what_the_report_asks_for(path: Path) -> None:
    report = path.read_text(encoding="utf-8")
    rooms = (footnotes, rows, breaks, hyphens, gaps, charset, letters, codes, rules)
    mends = [mend for room in rooms for mend in room.mends()]
    assert [printed(report, mends)] == SHOULD_PRINT.findall(report)


def test_every_report_runs_a_program() -> None:
    assert reports(PRINTS) == REPORTS


def test_every_room_of_mends_has_a_report() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in REPORTS)
    rooms = (ROOT / "src" / "surefoot" / "writers" / "pdf" / "engine").rglob("*.py")
    mending = [room for room in rooms if "def mends(" in room.read_text(encoding="utf-8")]
    assert [
        room.name for room in mending if room.relative_to(ROOT / "src" / "surefoot").as_posix() not in told
    ] == []
