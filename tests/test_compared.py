"""What docs/compared.md says of our own files is so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import compare
import pytest

from surefoot.source import read

ROOT = Path(__file__).parents[1]


def told(path: Path) -> Iterator[list[str]]:
    """The rows of the table on a source."""
    text = (ROOT / "docs" / "compared.md").read_text(encoding="utf-8")
    table = text.partition(f"## {path.relative_to(ROOT)}")[2].partition("\n## ")[0]
    for line in table.splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("path", compare.SOURCES, ids=lambda path: path.stem)
def test_the_row_of_our_own_file_is_what_is_measured_of_it(path, tmp_path):
    rows = {name: cells for name, *cells in told(path)}
    _, *measured, _, _ = compare.row(compare.TOOLS[0], read(path), tmp_path)
    assert rows["Surefoot"][:-2] == measured
