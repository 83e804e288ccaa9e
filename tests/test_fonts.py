"""What is said of fonts is what there is: the table of faces, their files, licences and packages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from babel import Locale
from fontTools import unicodedata
from fontTools.ttLib import TTFont

from conftest import ROOT
from surefoot.faces.companions import COMPANIONS, EXTRA, FORMATS, Companion, files

PAGE = ROOT / "docs" / "fonts.md"
FONTS = ROOT / "templates" / "fonts"
TABLE = re.compile(r"(?<=<!-- generated: faces -->\n).*?(?=<!-- end -->)", re.DOTALL)


def table() -> str:
    """The table of faces, as docs/fonts.md has it."""
    head = "| Script | Languages | Faces | Come with |\n|---|---|---|---|\n"
    return head + "".join(f"| {' | '.join(_row(each))} |\n" for each in COMPANIONS)


def _row(each: Companion) -> tuple[str, str, str, str]:
    languages = ", ".join(sorted(map(_named, each.languages - {"zh-hk", "zh-mo", "zh-tw"})))
    return (
        each.name,
        languages,
        ", ".join(each.families(sans=False)),
        f"`{EXTRA}`" if each.package else "Surefoot",
    )


def _named(tag: str) -> str:
    name = Locale.parse(tag, sep="-").get_display_name("en") if "-" in tag else Locale("en").languages[tag]
    return str(name)


def test_the_table_of_faces_is_that_of_the_code() -> None:
    assert TABLE.findall(PAGE.read_text(encoding="utf-8")) == [table()]


def letters(file: Path) -> set[int]:
    """The code points that a font has glyphs for."""
    with TTFont(file, lazy=True) as font:
        return set(font.getBestCmap())


def family(file: Path) -> str:
    with TTFont(file, lazy=True) as font:
        return font["name"].getBestFamilyName()


@pytest.mark.parametrize("each", COMPANIONS, ids=lambda each: each.name)
def test_every_face_is_there_and_has_letters_of_its_scripts(each: Companion) -> None:
    assert each.folder
    faces = {family(file): file for file in each.folder.rglob("*") if file.suffix in FORMATS}
    assert set(each.families(sans=False)) <= set(faces)
    for name in each.families(sans=False):
        scripts = {unicodedata.script(chr(letter)) for letter in letters(faces[name])}
        assert each.scripts <= scripts


def test_no_face_that_comes_before_those_of_the_text_has_latin_letters() -> None:
    """Those of the east have some, which are held back."""
    first = [each.serif.replace(" ", "") for each in COMPANIONS if each.languages and not each.package]
    for file in (FONTS / "noto").iterdir():
        if file.stem.partition("-")[0] in first:
            assert not {ord("A"), ord("z"), ord("é")} & letters(file)


@pytest.mark.parametrize("file", files(()), ids=lambda file: file.name)
def test_every_font_may_be_embedded_and_knows_its_weight(file: Path) -> None:
    weights = {"Semibold": 600, "Bold": 700}
    with TTFont(file, lazy=True) as font:
        assert font["OS/2"].fsType == 0
        assert font["OS/2"].usWeightClass == next(
            (weights[each] for each in weights if each in file.stem), 400
        )


def test_the_extra_and_the_tests_name_the_packages_of_all_faces_that_do_not_come_with_us() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extra = project["project"]["optional-dependencies"]["fonts"]
    assert {re.split("[>=]", each)[0].replace("-", "_") for each in extra} == {
        each.package for each in COMPANIONS if each.package
    }
    assert set(extra) <= set(project["dependency-groups"]["test"])


def test_a_machine_without_fonts_is_not_warned_of_ugly_pages(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    environment = os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    run = [sys.executable, "-c", "import surefoot.writers.pdf"]
    assert subprocess.run(run, check=True, env=environment, capture_output=True).stderr == b""


if __name__ == "__main__":
    PAGE.write_text(TABLE.sub(lambda _: table(), PAGE.read_text(encoding="utf-8")), encoding="utf-8")
