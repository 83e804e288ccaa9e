"""Every kind of fault in every format: a damaged copy of the brief earns exactly that finding, by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import BRIEF
from damage import Damage
from damage.epub import EPUB
from damage.html import HTML
from damage.pdf import PDF
from damage.text import TEXT
from surefoot import formats
from surefoot.cli import main
from surefoot.model import Document
from surefoot.promise import Fault, Finding
from surefoot.verify import compare

DAMAGES = {"pdf": PDF, "epub": EPUB, "html": HTML, "txt": TEXT}
PLACES = (1, 3, 8)
KNOWN = set(map(Fault, "lost invented mark claim note links jump back".split()))
CASES = [
    pytest.param(name, damage, place, id=f"{name} · {damage.name} · citation {place}")
    for name, damages in DAMAGES.items()
    for damage in damages
    for place in PLACES
]


def findings(brief: Document, name: str, data: bytes) -> tuple[Finding, ...]:
    return compare(brief.citations, formats.choose([name])[0].inspector().inspect(data))


@pytest.mark.parametrize(("name", "damage", "place"), CASES)
def test_earns_exactly_its_fault(
    name: str, damage: Damage, place: int, brief: Document, built_brief: Mapping[str, Path]
) -> None:
    damaged = damage.inflict(built_brief[name].read_bytes(), place)
    found = findings(brief, name, damaged)
    assert [(finding.fault, finding.place) for finding in found] == [
        (damage.fault, 0 if damage.fault is Fault.INVENTED else place)
    ]


@pytest.mark.parametrize("name", DAMAGES)
def test_every_fault_that_the_format_can_show_has_its_damage(name: str) -> None:
    carried = KNOWN - ({Fault.JUMP, Fault.BACK} if name == "txt" else set())
    assert {damage.fault for damage in DAMAGES[name]} == carried


@pytest.mark.parametrize("name", DAMAGES)
def test_the_command_line_says_1_and_names_the_fault(
    name: str, built_brief: Mapping[str, Path], tmp_path: Path
) -> None:
    damage = DAMAGES[name][0]
    path = tmp_path / built_brief[name].name
    path.write_bytes(damage.inflict(built_brief[name].read_bytes(), 3))
    result = CliRunner().invoke(main, ["check", str(BRIEF), str(path)])
    assert result.exit_code == 1
    assert "citation 3 [3]: the note's text is not the same." in result.stdout
