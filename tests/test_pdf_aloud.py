"""The PDF read aloud by another's reader: what was written down once, and read, is what is heard today."""

from __future__ import annotations

from pathlib import Path

import pytest

from aloud import SOURCES, aloud, golden, made


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_file_is_read_as_it_was_when_somebody_listened(source: Path, tmp_path: Path) -> None:
    heard = aloud(made(source, tmp_path))
    assert heard == golden(source).read_text(encoding="utf-8"), (
        "Run `make aloud`, read what it changed in tests/golden, and commit it."
    )


def test_a_note_is_heard_behind_the_paragraph_that_calls_it(tmp_path: Path) -> None:
    path = tmp_path / "source.md"
    path.write_text("---\ntitle: T\n---\n\nWords[^a] and more.\n\n[^a]: A note.\n", encoding="utf-8")
    assert aloud(made(path, tmp_path)) == (
        "Document\n"
        "  Div\n"
        "    H1 (block)\n"
        '      "T "\n'
        "  P (block)\n"
        '    "Words"\n'
        "    Reference <fnref-1-1> (inline)\n"
        "      Link (inline)\n"
        '        "1"\n'
        '    " and more."\n'
        "  Note <fn-1> (inline)\n"
        "    P (block)\n"
        "      Lbl (block)\n"
        "        Link (inline)\n"
        '          "1"\n'
        '      "A note."\n'
    )
