"""The wheel has everything: installed from it, Surefoot makes the same files as from a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import BRIEF, FORMATS, ROOT

BUILD = """
import sys
import surefoot
from surefoot.cli import main
assert sys.argv[1] in surefoot.__file__, surefoot.__file__
main(["build", sys.argv[2], "-o", sys.argv[3], "--quiet"])
"""


def test_an_installed_surefoot_makes_the_published_files(tmp_path: Path) -> None:
    site, made = tmp_path / "site", tmp_path / "made"
    options = ["--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--target", site]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", *options, ROOT]
    subprocess.run(pip, check=True, stdin=subprocess.DEVNULL)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    build = [sys.executable, "-c", BUILD, site, BRIEF, made]
    subprocess.run(build, check=True, env=environment, cwd=tmp_path, stdin=subprocess.DEVNULL)
    for name in FORMATS:
        assert (made / f"brief.{name}").read_bytes() == (ROOT / "dist" / f"brief.{name}").read_bytes(), name
