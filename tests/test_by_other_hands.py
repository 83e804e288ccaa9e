"""Files by other hands: what `surefoot check` proves of each, and the faults that each truly has."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from conftest import BRIEF, ROOT
from surefoot import pandoc, theme
from surefoot.cli import main

FOREIGN = ROOT / "tests" / "foreign"
AWKWARD = FOREIGN / "awkward.md"

ALWAYS = {"mark", "claim", "note"}
LINKS = ALWAYS | {"links", "shown", "apart"}
JUMP = LINKS | {"jump"}
BACK = JUMP | {"back"}
TREE = BACK | {"spaces", "seen", "rank", "ids"}
TEXT = ALWAYS | {"links", "spaces", "seen", "apart", "rank", "alone", "ids"}

# Pandoc makes a note of its own of the second call of note 1, and numbers on; it sets the fifth mark
# right behind the fourth, so that the two read as one number.
NUMBERS = [(3, 1, 3), *((place, place - 1, place) for place in range(4, 16))]
TOGETHER = {"citation 6 [5]: together: it runs into the mark before it"}
RENUMBERED = TOGETHER | {
    f"citation {place} [{promised}]: mark: {found}" for place, promised, found in NUMBERS
}
# Pandoc's EPUB, and LibreOffice where it reads pandoc's Word document, count anew in every chapter.
CHAPTERS = [
    (3, 1, 3),
    (4, 3, 4),
    (5, 4, 5),
    (6, 5, 6),
    *((place, place - 1, place - 6) for place in range(7, 16)),
]
BY_CHAPTER = TOGETHER | {
    f"citation {place} [{promised}]: mark: {found}" for place, promised, found in CHAPTERS
}
NO_WAY_BACK = {
    f"citation {place} [{1 if place == 3 else place - (place > 3)}]: back: it does not"
    for place in range(1, 16)
}
NOT_THERE = {
    f"citation {place} [{1 if place == 3 else place - (place > 3)}]: lost: nothing" for place in range(1, 16)
}
"""Of the awkward source."""

Expected = tuple[set[str], set[str]]
"""The facets that are proved, and the findings."""

OF_AWKWARD: Mapping[str, Expected] = {
    "lualatex.pdf": (JUMP | {"near"}, RENUMBERED),
    "lualatex-without-links.pdf": (
        LINKS | {"near"},
        RENUMBERED | {"citation 9 [8]: links: nothing", "citation 10 [9]: links: nothing"},
    ),
    "weasyprint.pdf": (BACK, RENUMBERED),
    "typst.pdf": (TREE | {"near", "alone"}, RENUMBERED),
    "libreoffice-odt.pdf": (BACK, RENUMBERED),
    "libreoffice-docx-tagged.pdf": (BACK | {"near"}, BY_CHAPTER),
    "libreoffice-odt.html": (TREE, RENUMBERED),
    "libreoffice-docx.html": (TREE, BY_CHAPTER),
    "libreoffice-odt.epub": (TREE | {"alone"}, RENUMBERED),
    "libreoffice-docx.epub": (TREE | {"alone"}, BY_CHAPTER),
    # LibreOffice's text has the marks, and none of the notes; calibre's of pandoc's book has no numbers.
    "libreoffice.txt": (TEXT, NOT_THERE),
    "calibre-from-pandoc.txt": (TEXT, NOT_THERE),
    "calibre.txt": (TEXT, {"citation 9 [8]: links: nothing"}),
    "calibre.pdf": (BACK, set()),
    "calibre-from-pandoc.pdf": (JUMP, BY_CHAPTER),
    "calibre-from-pandoc.epub": (TREE | {"alone"}, BY_CHAPTER | NO_WAY_BACK),
    # Typst's HTML leaves tables out, and the note in one.
    "typst.html": (
        TREE | {"alone"},
        {each for each in RENUMBERED if int(each.split()[1]) < 12} | {"citation 12 [11]: lost: nothing"},
    ),
}
OF_BRIEF: Mapping[str, Expected] = {
    "lualatex.pdf": (JUMP, set()),
    "lualatex-columns.pdf": (JUMP, set()),
    "lualatex-without-links.pdf": (
        LINKS,
        {f"citation {place} [{place}]: links: nothing" for place in range(1, 9)},
    ),
    # An address is broken over two pages, and its link lies over half of the second one, call 5 included.
    "xelatex.pdf": (JUMP, {"citation 5 [5]: jump: it does not"}),
    "weasyprint.pdf": (BACK, set()),
    "libreoffice-odt.pdf": (BACK | {"near"}, set()),
}


def checked(source: Path, *files: Path) -> dict[str, Expected]:
    """Run `surefoot check`; return what it proved of each file, and what it found."""
    result = CliRunner().invoke(main, ["check", str(source), *map(str, files), "--json"])
    editions = json.loads(result.stdout)["editions"]
    assert result.exit_code == (0 if all(each["holds"] for each in editions) else 1)
    return {
        each["file"]: (set(each["facets"]), {told(finding) for finding in each["findings"]})
        for each in editions
    }


def told(finding: Mapping[str, str]) -> str:
    """Return a finding in one line."""
    found = finding["found"] or "nothing"
    return f"citation {finding['place']} [{finding['mark']}]: {finding['fault']}: {found}"


@pytest.fixture(scope="module")
def of_awkward() -> dict[str, Expected]:
    return checked(AWKWARD, *(FOREIGN / "awkward" / name for name in OF_AWKWARD))


@pytest.fixture(scope="module")
def of_brief() -> dict[str, Expected]:
    return checked(BRIEF, *(FOREIGN / "brief" / name for name in OF_BRIEF))


@pytest.mark.parametrize("name", OF_AWKWARD)
def test_the_faults_of_a_file_of_the_awkward_source_are_named(
    name: str, of_awkward: dict[str, Expected]
) -> None:
    assert of_awkward[name] == OF_AWKWARD[name]


@pytest.mark.parametrize("name", OF_BRIEF)
def test_the_faults_of_a_file_of_the_brief_are_named(name: str, of_brief: dict[str, Expected]) -> None:
    assert of_brief[name] == OF_BRIEF[name]


def test_every_file_by_another_hand_has_its_expectation() -> None:
    for folder, expected in (("awkward", OF_AWKWARD), ("brief", OF_BRIEF)):
        assert {file.name for file in (FOREIGN / folder).iterdir()} == set(expected)


def by_pandoc(source: Path, to: str, made: Path) -> Path:
    """Let the installed pandoc make a file."""
    options = ["--standalone", "--citeproc", f"--csl={theme.path('note.csl')}"]
    command = [pandoc.executable(), source, *options, "--from=markdown+autolink_bare_uris", f"--to={to}"]
    subprocess.run([*command, "--output", made], check=True, stdin=subprocess.DEVNULL)
    return made


@pytest.mark.parametrize(
    ("to", "suffix", "expected"),
    [
        ("html5", "html", (TREE | {"alone"}, set())),
        ("html4", "html", (TREE | {"alone"}, set())),
        ("epub3", "epub", (TREE | {"alone"}, {"mark": 4, "back": 8})),
        ("epub2", "epub", (TREE | {"alone"}, {"mark": 4})),
        ("plain", "txt", (TEXT, set())),
    ],
)
def test_what_the_installed_pandoc_makes_of_the_brief_is_read(
    to: str, suffix: str, expected: tuple[set[str], Mapping[str, int]], tmp_path: Path
) -> None:
    file = by_pandoc(BRIEF, to, tmp_path / f"made.{suffix}")
    facets, findings = checked(BRIEF, file)["made." + suffix]
    assert facets == expected[0]
    kinds = [re.split(": ", each)[1] for each in findings]
    assert {kind: kinds.count(kind) for kind in kinds} == dict(expected[1])


@pytest.mark.parametrize(
    ("to", "suffix", "expected"),
    [
        ("html5", "html", (TREE | {"alone"}, RENUMBERED)),
        ("html4", "html", (TREE | {"alone"}, RENUMBERED)),
        ("epub3", "epub", (TREE | {"alone"}, BY_CHAPTER | NO_WAY_BACK)),
        ("epub2", "epub", (TREE | {"alone"}, BY_CHAPTER)),
        # Pandoc's plain text sets marks in brackets, and leaves out where words lead.
        ("plain", "txt", (TEXT, (RENUMBERED - TOGETHER) | {"citation 9 [8]: links: nothing"})),
    ],
)
def test_what_the_installed_pandoc_makes_of_the_awkward_source_is_read(
    to: str, suffix: str, expected: Expected, tmp_path: Path
) -> None:
    file = by_pandoc(AWKWARD, to, tmp_path / f"made.{suffix}")
    assert checked(AWKWARD, file)["made." + suffix] == expected


def without_meaning(made: Path) -> None:
    """Take away from a PDF what tells the meaning of its letters."""
    with pikepdf.open(FOREIGN / "brief" / "lualatex.pdf") as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
                del each.ToUnicode
        pdf.save(made)


def scanned(made: Path) -> None:
    """Make a PDF of pages that show no letters."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(made)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (without_meaning, "does not tell what its letters mean"),
        (scanned, "shows no letters"),
        (lambda made: made.write_bytes(b"%PDF-1.7 and no more"), "no PDF, or is broken"),
    ],
    ids=["no meaning", "no letters", "broken"],
)
def test_what_cannot_be_read_back_is_no_pass(make, sentence: str, tmp_path: Path) -> None:
    make(tmp_path / "made.pdf")
    result = CliRunner().invoke(main, ["check", str(BRIEF), str(tmp_path / "made.pdf")])
    assert result.exit_code == 5
    assert sentence in " ".join(result.output.split())


RIGHT_TO_LEFT = """
---
lang: en
---

The deed says شجرة and, in its last line, ordains:

::: {lang=ar dir=rtl}
> ويُصرف ريع الحانوتين في سقي الأشجار التي على طريق السوق، صيفًا بعد صيف، فإن ماتت شجرة غُرست
> مكانها أخرى قبل أن يُصرف درهم 12,5 في غير ذلك.[^fez]
:::

A gardener wrote [עץ שנטעת לא תשב בצלו]{lang=he dir=rtl},[^haifa] and more.

[^fez]: The answer of the judge is one word, and it is the last one of the deed: نعم.
[^haifa]: [לא תשב בצלו]{lang=he dir=rtl} means: you will not sit.
"""


def test_words_from_right_to_left_are_read_where_they_stand(tmp_path: Path) -> None:
    """Tags that say nothing of notes are no reason to overlook them, nor is a word in Arabic."""
    source, made = tmp_path / "deed.md", tmp_path / "deed.pdf"
    source.write_text(RIGHT_TO_LEFT, encoding="utf-8")
    engine = Path(sys.executable).parent / "weasyprint"
    options = [f"--pdf-engine={engine}", "--pdf-engine-opt=--pdf-variant=pdf/ua-1"]
    command = [pandoc.executable(), source, "--standalone", *options, "--metadata=title:Deeds"]
    subprocess.run([*command, "--output", made], check=True, stdin=subprocess.DEVNULL)
    assert checked(source, made) == {made.name: (BACK, set())}
