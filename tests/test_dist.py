"""The files in dist/ hold, are of the source as it stands, and come out again byte for byte."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import BRIEF, COMMAND, FORMATS, ROOT
from surefoot.cli import main

DIST = ROOT / "dist"


def test_the_published_files_hold() -> None:
    result = CliRunner().invoke(
        main, ["check", str(BRIEF), *(str(DIST / f"brief.{name}") for name in FORMATS)]
    )
    assert result.exit_code == 0, result.output


def test_the_published_verdict_is_on_these_files_and_on_the_source_as_it_stands() -> None:
    verdict = json.loads((DIST / "brief.verdict.json").read_text())
    assert verdict["holds"] is True
    assert verdict["source"]["sha256"] == hashlib.sha256(BRIEF.read_bytes()).hexdigest()
    published = {name: hashlib.sha256((DIST / f"brief.{name}").read_bytes()).hexdigest() for name in FORMATS}
    assert {edition["format"]: edition["sha256"] for edition in verdict["editions"]} == published


@pytest.mark.parametrize("name", FORMATS)
def test_the_published_file_is_what_the_source_makes_today(
    name: str, built_brief: Mapping[str, Path]
) -> None:
    assert built_brief[name].read_bytes() == (DIST / f"brief.{name}").read_bytes(), (
        "Run `make brief`, and commit dist/."
    )


def test_the_same_command_twice_gives_the_same_bytes(built_brief: Mapping[str, Path], tmp_path: Path) -> None:
    environment = {
        "TZ": "Asia/Tokyo",
        "PYTHONHASHSEED": "7",
        "LC_ALL": "C",
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
    }
    subprocess.run(
        [COMMAND, "build", BRIEF, "-o", tmp_path, "-q"], check=True, env=environment, stdin=subprocess.DEVNULL
    )
    for name in FORMATS:
        assert (tmp_path / f"brief.{name}").read_bytes() == built_brief[name].read_bytes(), name
