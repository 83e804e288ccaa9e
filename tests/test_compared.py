"""What docs/compared.md and docs/epub.md say of our own files is so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import compare
import epub
import pytest

from surefoot.inspectors.epub import EpubInspector
from surefoot.source import read

ROOT = Path(__file__).parents[1]


def told(page: str, path: Path) -> Iterator[list[str]]:
    """The rows of the table on a source."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    table = text.partition(f"## {path.relative_to(ROOT)}")[2].partition("\n##")[0]
    for line in table.splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("path", compare.SOURCES, ids=lambda path: path.stem)
def test_the_row_of_our_own_file_is_what_is_measured_of_it(path, tmp_path):
    rows = {name: cells for name, *cells in told("compared.md", path)}
    _, *measured, _, _ = compare.row(compare.TOOLS[0], read(path), tmp_path)
    assert rows["Surefoot"][:-2] == measured


def test_the_column_of_our_own_book_is_what_is_counted_in_it(report, built):
    columns = {name: ours for name, ours, _ in told("epub.md", report)}
    counted = dict(epub.features(built["epub"]))
    whole, there, back = compare.proved(read(report), built["epub"], EpubInspector())
    assert {name: columns[name] for name in counted} == counted
    assert list(columns.values())[1:4] == [whole, there, back]
