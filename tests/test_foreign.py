"""Files by pandoc itself, of a source that calls one note twice: their faults are named."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from surefoot import formats, pandoc
from surefoot.promise import Fault
from surefoot.source import read
from surefoot.verify import compare

TEXT = """---
title: T
lang: en
---

First the claim.[^a] Then another.[^b] Then the first again.[^a]

[^a]: The note, with <https://a.example/>.

[^b]: The other note.
"""


@pytest.mark.parametrize("name", ["html", "epub"])
def test_a_second_call_that_pandoc_makes_a_third_note_is_a_wrong_mark(
    name: str, source: Callable[[str], Path], tmp_path: Path
) -> None:
    path = source(TEXT)
    made = tmp_path / f"pandoc.{name}"
    command = [pandoc.executable(), "--standalone", "--output", made, path]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    found = compare(read(path).citations, formats.choose([name])[0].inspector().inspect(made.read_bytes()))
    assert (Fault.MARK, 3) in {(finding.fault, finding.place) for finding in found}
    assert not {finding.fault for finding in found} & {
        Fault.LOST,
        Fault.INVENTED,
        Fault.CLAIM,
        Fault.NOTE,
        Fault.LINKS,
    }
