"""A third party adds a format: a real distribution, really installed, used by the real command line."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

PLUGIN = Path(__file__).parent / "plugins" / "surefoot-gfm"
COMMAND = Path(sys.executable).with_name("surefoot")
ESSAY = """\
---
title: A small essay
lang: en
---

The bridge holds.[^held] It has *always* held, as [the record](https://example.org/record) says.^[An inline
note, with a star \\* in it, and <https://example.org/a_b>.]

# Second thoughts

It held again.[^held] So there.

[^held]: See [the *inspection*](https://example.org/inspection?of=bridge).

    A second paragraph.
"""

Surefoot: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


def installed(distribution: Path, into: Path) -> Path:
    """Install a distribution with pip, without network, and return the folder to put on the path."""
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--target", into]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", *options, distribution]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return into


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plugin, installed beside Surefoot's own environment."""
    return installed(PLUGIN, tmp_path_factory.mktemp("plugin"))


@pytest.fixture
def faulty(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """The plugin with one of its files changed, installed."""

    def install(file: str, old: str, new: str) -> Path:
        source = shutil.copytree(PLUGIN, tmp_path / "distribution")
        text = (source / file).read_text(encoding="utf-8")
        assert old in text
        (source / file).write_text(text.replace(old, new), encoding="utf-8")
        return installed(source, tmp_path / "environment")

    return install


@pytest.fixture
def surefoot(tmp_path: Path) -> Surefoot:
    """Run the command line beside a plugin, in a folder that holds an essay."""
    (tmp_path / "essay.md").write_text(ESSAY, encoding="utf-8")

    def run(plugin: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(plugin)}
        return subprocess.run(
            [COMMAND, *arguments], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
        )

    return run


def test_a_plugins_format_is_listed_with_who_brings_it(plugin: Path, surefoot: Surefoot) -> None:
    listed = {row["name"]: row for row in json.loads(surefoot(plugin, "formats", "--json").stdout)}
    assert listed["gfm"] == {"name": "gfm", "writes": True, "proves": True, "from": "surefoot-gfm 1.0"}
    assert {"pdf", "epub", "html", "txt"} < listed.keys()


def test_a_plugins_format_is_built_and_proved(plugin: Path, surefoot: Surefoot, tmp_path: Path) -> None:
    run = surefoot(plugin, "build", "essay.md", "--to", "gfm")
    assert run.returncode == 0, run.stderr
    assert "3 of 3 citations whole (mark, claim, note, spaces, links, shown, alone, ids)" in run.stdout
    assert "holds.[^1] It" in (tmp_path / "dist" / "essay.gfm").read_text(encoding="utf-8")


def test_a_plugin_proves_itself_with_the_kit(plugin: Path, tmp_path: Path) -> None:
    """As CONTRIBUTING.md says, in the plugin's environment; with an essay, since it knows no lists."""
    lines = (
        "import sys; from pathlib import Path; from surefoot.testing import assert_format_holds;"
        "assert_format_holds('gfm', Path(), sys.argv[1])"
    )
    command = [sys.executable, "-c", lines, ESSAY]
    environment = {**os.environ, "PYTHONPATH": str(plugin)}
    run = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_a_plugins_file_is_checked_by_its_suffix(plugin: Path, surefoot: Surefoot, tmp_path: Path) -> None:
    surefoot(plugin, "build", "essay.md", "--to", "gfm")
    book = tmp_path / "dist" / "essay.gfm"
    book.write_text(book.read_text(encoding="utf-8").replace("of=bridge", "of=ridge"), encoding="utf-8")
    run = surefoot(plugin, "check", "essay.md", "dist/essay.gfm", "--json")
    assert run.returncode == 1
    findings = json.loads(run.stdout)["editions"][0]["findings"]
    assert [finding["fault"] for finding in findings] == ["links", "links"]


def test_a_plugins_writer_that_loses_a_note_is_found_out(
    faulty: Callable[[str, str, str], Path], surefoot: Surefoot, tmp_path: Path
) -> None:
    plugin = faulty("surefoot_gfm/writer.py", "parts.notes)", "parts.notes[1:])")
    run = surefoot(plugin, "build", "essay.md", "--to", "gfm")
    assert run.returncode == 1
    assert "1 of 3 citations whole" in run.stdout
    assert {each.name for each in (tmp_path / "dist").iterdir()} == {
        "essay.rejected.gfm",
        "essay.verdict.json",
    }


def test_a_writer_without_inspector_is_refused_before_anything_is_built(
    faulty: Callable[[str, str, str], Path], surefoot: Surefoot, tmp_path: Path
) -> None:
    plugin = faulty("pyproject.toml", "surefoot.inspectors", "elsewhere.inspectors")
    run = surefoot(plugin, "build", "essay.md", "--to", "gfm")
    assert run.returncode == 2
    assert "“gfm” has a writer but no inspector" in run.stderr
    assert "--allow-unverified" in run.stderr
    assert not (tmp_path / "dist").exists()


def test_a_writer_without_inspector_is_published_on_request_and_labelled_so(
    faulty: Callable[[str, str, str], Path], surefoot: Surefoot, tmp_path: Path
) -> None:
    plugin = faulty("pyproject.toml", "surefoot.inspectors", "elsewhere.inspectors")
    run = surefoot(plugin, "build", "essay.md", "--to", "gfm", "--allow-unverified")
    assert run.returncode == 0, run.stderr
    assert "unverified" in run.stdout
    verdict = json.loads((tmp_path / "dist" / "essay.verdict.json").read_text(encoding="utf-8"))
    assert verdict["editions"][0] == {
        "format": "gfm", "file": "essay.gfm", "holds": None, "unverified": True, "remarks": []
    }  # fmt: skip


def test_an_inspector_without_writer_can_check_but_not_build(
    faulty: Callable[[str, str, str], Path], surefoot: Surefoot
) -> None:
    plugin = faulty("pyproject.toml", "surefoot.writers", "elsewhere.writers")
    run = surefoot(plugin, "build", "essay.md", "--to", "gfm")
    assert run.returncode == 2
    assert "“gfm” has an inspector but no writer" in run.stderr


def test_two_claims_to_one_name_are_refused_naming_both(
    faulty: Callable[[str, str, str], Path], surefoot: Surefoot
) -> None:
    plugin = faulty("pyproject.toml", "gfm =", "epub =")
    for command in (["formats"], ["build", "essay.md", "--to", "html"]):
        run = surefoot(plugin, *command)
        assert run.returncode == 2
        assert "named “epub”" in run.stderr
        assert "surefoot-gfm 1.0 (surefoot_gfm.writer:GfmWriter)" in run.stderr
        assert "(surefoot.writers.epub:EpubWriter)" in run.stderr


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("import re\n", "import no_such_module\n", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("class GfmWriter", "class Other", "AttributeError"),
        ("    def write", "    def compose", "it lacks `suffix` or `write`"),
    ],
    ids=["an import that fails", "a class that is not there", "a contract that is not kept"],
)
def test_a_plugin_that_cannot_be_used_is_named_with_the_reason_and_disturbs_no_other_format(
    faulty: Callable[[str, str, str], Path], surefoot: Surefoot, old: str, new: str, reason: str
) -> None:
    plugin = faulty("surefoot_gfm/writer.py", old, new)
    refused = surefoot(plugin, "build", "essay.md", "--to", "gfm")
    assert refused.returncode == 2
    assert "The plugin “gfm” of surefoot-gfm 1.0 (surefoot_gfm.writer:GfmWriter)" in refused.stderr
    assert reason in refused.stderr
    assert "Traceback" not in refused.stderr
    assert surefoot(plugin, "formats").returncode == 0
    assert surefoot(plugin, "build", "essay.md", "--to", "txt").returncode == 0
