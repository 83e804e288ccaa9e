"""The conformance kit passes what holds, and names what does not."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from conftest import FORMATS
from surefoot import formats
from surefoot.contracts import Written
from surefoot.model import Document
from surefoot.promise import Recovered
from surefoot.testing import assert_format_holds
from surefoot.writers.text import TextWriter


class Forgetful(TextWriter):
    """Loses a word of a note."""

    def write(self, document: Document) -> Written:
        return Written(super().write(document).data.replace(b"Of a hundred.", b"Of a."))


class Abridging(TextWriter):
    """Loses a word of the prose."""

    def write(self, document: Document) -> Written:
        return Written(super().write(document).data.replace(b" of weight", b""))


class Moody(TextWriter):
    """Never makes the same file twice."""

    made = 0

    def write(self, document: Document) -> Written:
        Moody.made += 1
        return Written(super().write(document).data + b"\n" * Moody.made)


class Credulous:
    """Takes anything for a file, and proves next to nothing."""

    def inspect(self, data: bytes) -> Recovered:  # noqa: ARG002 - that it does not look is the point
        return Recovered((), frozenset())


@pytest.mark.parametrize("name", FORMATS)
def test_our_own_four_hold(name: str, tmp_path: Path) -> None:
    assert_format_holds(name, tmp_path)


@pytest.mark.parametrize(
    ("writer", "inspector", "sentence"),
    [
        (Forgetful, None, "txt: Finding(fault=<Fault.NOTE"),
        (Abridging, None, "txt: Finding(fault=<Fault.PROSE"),
        (Moody, None, "txt: two builds of one source differ."),
        (TextWriter, Credulous, "txt: the inspector cannot prove: claim, mark, note."),
    ],
)
def test_what_does_not_hold_is_named(
    writer: type, inspector: type | None, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = formats.installed()["txt"]
    written = EntryPoint("txt", f"{writer.__module__}:{writer.__name__}", formats.WRITERS)
    read = (
        EntryPoint("txt", f"{inspector.__module__}:{inspector.__name__}", formats.INSPECTORS)
        if inspector
        else None
    )
    other = formats.Format("txt", written, read or own.inspector_point)
    monkeypatch.setattr(formats, "installed", lambda: {"txt": other})
    with pytest.raises(AssertionError) as failure:
        assert_format_holds("txt", tmp_path)
    assert str(failure.value).startswith(sentence)
