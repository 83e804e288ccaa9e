"""The walls of the house hold, and each of them bites."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {contract["id"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}

GRAPH = grimp.build_graph("surefoot", include_external_packages=True, cache_dir=None)
THIRD_PARTIES = (
    GRAPH.modules - set(GRAPH.find_descendants("surefoot")) - {"surefoot"} - sys.stdlib_module_names
)

# Through each wall one trespass: the module that commits it, and the import.
TRESPASSES = {
    "witness": ("inspectors/__init__.py", "import surefoot.theme"),
    "unwatched": ("writers/__init__.py", "import surefoot.verify"),
    "judge": ("verify/__init__.py", "import subprocess"),
    "circle": ("errors.py", "import surefoot.model"),
    "door-terminal": ("publish.py", "import click"),
    "door-tables": ("verify/__init__.py", "import rich"),
    "door-pandoc": ("source/__init__.py", "import pypandoc"),
    "door-census": ("source/__init__.py", "import markdown_it"),
    "door-source": ("compose.py", "import yaml"),
    "door-dates": ("report/__init__.py", "import babel"),
    "door-templates": ("writers/html/__init__.py", "import jinja2"),
    "door-tree": ("writers/html/__init__.py", "import tinyhtml5"),
    "door-columns": ("writers/epub/__init__.py", "import wcwidth"),
    "door-layout": ("writers/html/__init__.py", "import weasyprint"),
    "door-pixels": ("writers/html/__init__.py", "import PIL"),
    "door-fonts": ("writers/epub/__init__.py", "import fontTools"),
    "door-numbers": ("writers/epub/__init__.py", "import stdnum"),
    "door-cover": ("writers/pdf/__init__.py", "import resvg_py"),
    "door-book": ("writers/html/__init__.py", "import ebooklib"),
    "door-pdf": ("writers/pdf/__init__.py", "import pypdfium2"),
    "door-style": ("compose.py", "import tinycss2"),
    "door-markup": ("compose.py", "import lxml"),
}

# What takes its time to load, and is needed for one format only.
HEAVY = set(
    "babel ebooklib fontTools jinja2 lxml pikepdf pypdfium2 resvg_py tinyhtml5 weasyprint ziamath".split()
)


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Judge the copy of the package in ``folder`` by the project's contracts."""
    return subprocess.run(
        [BIN / "lint-imports", "--no-cache", "--config", ROOT / "pyproject.toml", *options],
        env={**os.environ, "PYTHONPATH": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package that a test may damage."""
    return shutil.copytree(ROOT / "src" / "surefoot", tmp_path / "surefoot")


def test_every_wall_holds(package: Path) -> None:
    verdict = lint(package.parent)
    assert verdict.returncode == 0, verdict.stdout


def test_every_wall_has_a_trespass_that_tries_it() -> None:
    assert TRESPASSES.keys() == CONTRACTS.keys()


@pytest.mark.parametrize("wall", TRESPASSES)
def test_a_trespass_is_caught(wall: str, package: Path) -> None:
    module, statement = TRESPASSES[wall]
    with (package / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{statement}\n")
    verdict = lint(package.parent, "--contract", wall)
    assert verdict.returncode == 1
    assert f"{CONTRACTS[wall]['name']} BROKEN" in verdict.stdout


def test_every_library_enters_by_a_declared_door() -> None:
    guarded = {module for each in CONTRACTS.values() for module in each.get("protected_modules", ())}
    assert guarded == THIRD_PARTIES


def test_every_library_is_a_declared_dependency_and_every_dependency_is_used() -> None:
    declared = {re.split(r"[<>=~]", each, maxsplit=1)[0] for each in PROJECT["project"]["dependencies"]}
    bringing = packages_distributions()
    assert {_plain(name) for module in THIRD_PARTIES for name in bringing[module]} == set(
        map(_plain, declared)
    )


def _plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


@pytest.mark.parametrize(
    "command",
    [[sys.executable, "-c", "import surefoot"], [BIN / "surefoot", "--help"]],
    ids=["import", "help"],
)
def test_no_heavy_library_is_loaded_before_it_is_needed(command: list[str | Path]) -> None:
    environment = {**os.environ, "PYTHONPROFILEIMPORTTIME": "1"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    modules = [line.rpartition("|")[2].strip() for line in run.stderr.splitlines()]
    loaded = {module.partition(".")[0] for module in modules}
    assert "surefoot" in loaded
    assert not loaded & HEAVY


def test_no_compiler_is_asked_where_the_libraries_of_the_layout_engine_are(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    for name in ("gcc", "cc"):
        compiler = tmp_path / name
        compiler.write_text(f"#!/bin/sh\necho \"$@\" >>'{asked}'\nexit 1\n", encoding="utf-8")
        compiler.chmod(0o755)
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    command = [sys.executable, "-c", "import surefoot.writers.pdf"]
    subprocess.run(command, env={**os.environ, "PATH": path}, check=True)
    assert not asked.exists(), asked.read_text(encoding="utf-8")
