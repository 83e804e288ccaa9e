"""Files by pandoc itself, in all its dialects: what is there is recovered, and the faults are named."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from surefoot import formats, pandoc
from surefoot.promise import Facet, Fault, Kind
from surefoot.source import Given, read
from surefoot.verify import compare

ONCE = """---
title: T
lang: en
---

First the claim.[^a] Then another, of x^2^.[^b] A third.^[Inline, with <https://a.example/>.]

[^a]: The note has a list:

    - one,
    - two.

[^b]: The other note.

    It is long.
"""

CITED = """---
title: T
lang: en
link-citations: true
references:
- id: doe
  type: book
  author: [{family: Doe, given: Jane}]
  issued: {date-parts: [[2020]]}
  title: A Book
  URL: https://a.example/
- id: roe
  type: book
  author: [{family: Roe, given: R}]
  issued: {date-parts: [[2021]]}
  title: Another
---

First the claim [@doe, p. 3; @roe]. Then @doe says more.[^n]

[^n]: See @roe.
"""

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


def made_by_pandoc(path: Path, dialect: str, *options: str | Path) -> bytes:
    made = path.with_suffix(f".{dialect}")
    to = ["--standalone", f"--to={dialect}", "--output", made]
    command = [pandoc.executable(), *to, *options, path]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return made.read_bytes()


# pandoc's notes in EPUB 3 do not lead back.
DIALECTS = [("html5", set()), ("html4", set()), ("epub2", set()), ("epub3", {Fault.BACK})]


@pytest.mark.parametrize(("dialect", "faults"), DIALECTS)
def test_pandocs_notes_are_whole_in_every_dialect(
    dialect: str, faults: set[Fault], source: Callable[[str], Path]
) -> None:
    path = source(ONCE)
    inspector = formats.choose([dialect[:4]])[0].inspector()
    recovered = inspector.inspect(made_by_pandoc(path, dialect))
    assert {finding.fault for finding in compare(read(path).citations, recovered)} == faults
    assert recovered.facets == frozenset(Facet) - {Facet.NEAR}


@pytest.mark.parametrize(("dialect", "faults"), DIALECTS)
def test_pandocs_citations_in_the_text_are_whole_in_every_dialect(
    dialect: str, faults: set[Fault], source: Callable[[str], Path], tmp_path: Path
) -> None:
    path, style = source(CITED), tmp_path / "author-date.csl"
    printing = [pandoc.executable(), "--print-default-data-file=default.csl"]
    style.write_bytes(subprocess.run(printing, check=True, capture_output=True).stdout)
    promised = read(path, Given((), style)).citations
    made = made_by_pandoc(path, dialect, "--citeproc", f"--csl={style}")
    recovered = formats.choose([dialect[:4]])[0].inspector().inspect(made)
    assert [each.kind for each in recovered.citations] == [*[Kind.ENTRY] * 3, Kind.NOTE, Kind.ENTRY]
    assert {finding.fault for finding in compare(promised, recovered)} == faults
