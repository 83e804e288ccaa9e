"""In a reading system every note reference opens the whole note, in place."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from conftest import FRONT
from reading import carried, opened
from surefoot.promise import Citation, Kind
from surefoot.source import read
from surefoot.text import fold
from surefoot.writers.epub import EpubWriter


def promised(source: Path) -> list[Citation]:
    return [each for each in read(source).citations if each.kind is Kind.NOTE]


def test_every_note_reference_opens_the_whole_note(report: Path, built: Mapping[str, Path]) -> None:
    citations = promised(report)
    with opened(built["epub"]) as book:
        shown = [carried(each) for each in book.pop_ups()]
    assert shown == [(fold(each.note), each.links) for each in citations]


def test_a_note_that_lost_a_word_opens_without_it(tmp_path: Path) -> None:
    source = tmp_path / "one.md"
    source.write_text(f"{FRONT}A claim.[^a]\n\n[^a]: A whole note.\n", encoding="utf-8")
    sound, damaged = tmp_path / "sound.epub", tmp_path / "damaged.epub"
    sound.write_bytes(EpubWriter().write(read(source)).data)
    with zipfile.ZipFile(sound) as whole, zipfile.ZipFile(damaged, "w") as copy:
        for member in whole.infolist():
            copy.writestr(member, whole.read(member).replace(b"A whole note.", b"A note."))
    with opened(damaged) as book:
        assert [fold(each.text) for each in book.pop_ups()] == ["Anote."]
