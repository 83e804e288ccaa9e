"""The command line: what it prints, and the exit code that each outcome earns."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import BRIEF, FORMATS
from surefoot.cli import main

TEXT = "---\ntitle: T\nlang: en\n---\n\nThe text.[^a]\n\n[^a]: The note.\n"
Source = Callable[[str], Path]


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_check_holds_for_our_own_four(built_brief: Mapping[str, Path]) -> None:
    result = run("check", BRIEF, *built_brief.values())
    assert result.exit_code == 0
    assert result.stdout.count("8 of 8 citations whole") == len(FORMATS)


def test_build_ends_with_a_table_of_citations_and_formats(source: Source, tmp_path: Path) -> None:
    result = run("build", source(TEXT), "-o", tmp_path / "dist", "--to", "html,txt")
    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines() if "The text." in line] == [
        ["│", "1", "│", "The", "text.", "│", "whole", "│", "whole", "│"]
    ]
    assert {path.name for path in (tmp_path / "dist").iterdir()} == {
        "source.html",
        "source.txt",
        "source.verdict.json",
    }


def test_build_prints_json_for_machines(source: Source, tmp_path: Path) -> None:
    result = run("build", source(TEXT), "-o", tmp_path / "dist", "--to", "txt", "--json")
    said = json.loads(result.stdout)
    assert said["holds"] is True
    assert said == json.loads((tmp_path / "dist" / "source.verdict.json").read_text())


def test_quiet_says_nothing_where_all_holds(source: Source, tmp_path: Path) -> None:
    result = run("build", source(TEXT), "-o", tmp_path / "dist", "--to", "txt", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_a_refused_source_is_exit_code_3_with_one_line_for_each_problem(
    source: Source, tmp_path: Path
) -> None:
    path = source("One[^a] two[^b].\n")
    result = run("build", path, "-o", tmp_path / "dist")
    assert result.exit_code == 3
    assert [line.split(" ")[0] for line in result.stderr.splitlines()] == [f"{path}:1:", f"{path}:1:"]
    assert not (tmp_path / "dist").exists()


def test_strict_makes_errors_of_warnings(source: Source, tmp_path: Path) -> None:
    path = source(TEXT + "\n[^b]: Never called.\n")
    arguments = ("build", path, "-o", tmp_path / "dist", "--to", "txt")
    lenient, strict = run(*arguments), run(*arguments, "--strict")
    assert (lenient.exit_code, strict.exit_code) == (0, 3)
    assert "warning: " in lenient.stderr
    assert "[^b] is never called" in strict.stderr


def test_an_unknown_format_is_exit_code_2_and_says_what_there_is(source: Source, tmp_path: Path) -> None:
    result = run("build", source(TEXT), "-o", tmp_path / "dist", "--to", "docx")
    assert result.exit_code == 2
    assert "There is no format “docx”. Installed are: epub, html, pdf, txt." in result.stderr


def test_two_sources_of_one_name_are_refused_before_anything_is_built(source: Source, tmp_path: Path) -> None:
    result = run("build", source(TEXT), BRIEF.parent / "source.md", "-o", tmp_path / "dist")
    assert result.exit_code == 2
    assert "Two sources have the same name" in result.stderr
    assert not (tmp_path / "dist").exists()


def test_a_refused_source_keeps_the_others_back_and_all_refusals_are_told(
    source: Source, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text("One[^a].\n")
    worse = tmp_path / "worse.md"
    worse.write_text("One[^b].\n")
    result = run("build", source(TEXT), bad, worse, "-o", tmp_path / "dist", "--to", "txt", "-q")
    assert result.exit_code == 3
    assert [line.split(" ")[0] for line in result.stderr.splitlines()] == [f"{bad}:1:", f"{worse}:1:"]
    assert not (tmp_path / "dist").exists()


def test_several_sources_are_one_piece_of_json(source: Source, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(TEXT)
    result = run("build", source(TEXT), other, "-o", tmp_path / "dist", "--to", "txt", "--json")
    assert [report["source"]["file"] for report in json.loads(result.stdout)] == ["source.md", "other.md"]


def test_no_format_at_all_is_refused(source: Source, tmp_path: Path) -> None:
    result = run("build", source(TEXT), "-o", tmp_path / "dist", "--to", ",")
    assert result.exit_code == 2
    assert "No format is named. Installed are: epub, html, pdf, txt." in result.stderr


def test_a_verdict_that_cannot_be_written_is_one_message(source: Source, tmp_path: Path) -> None:
    (tmp_path / "dist" / "source.verdict.json").mkdir(parents=True)
    result = run("build", source(TEXT), "-o", tmp_path / "dist", "--to", "txt", "-q")
    assert result.exit_code == 2
    assert "source.verdict.json cannot be written" in result.stderr
    assert not [path for path in (tmp_path / "dist").iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_cannot_be_read_back_is_exit_code_5(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"brief.{name}"
    path.write_bytes(b"\xff\xfe\x00 not this")
    result = run("check", BRIEF, path)
    assert result.exit_code == 5
    assert f"brief.{name}: " in result.stdout


def test_a_file_that_is_not_there_is_exit_code_5(tmp_path: Path) -> None:
    assert run("check", BRIEF, tmp_path / "lost.pdf").exit_code == 5
    assert run("inspect", tmp_path / "lost.pdf").exit_code == 5


def test_check_takes_a_format_where_the_suffix_says_none(
    built_brief: Mapping[str, Path], tmp_path: Path
) -> None:
    odd = shutil.copy(built_brief["html"], tmp_path / "page.cgi")
    assert run("check", BRIEF, odd).exit_code == 2
    assert run("check", BRIEF, odd, "--as", "html").exit_code == 0


def test_notes_shows_the_promise_as_a_table_as_json_and_as_csl() -> None:
    assert "asiatimes" in run("notes", BRIEF).stdout
    assert len(json.loads(run("notes", BRIEF, "--json").stdout)["citations"]) == 8
    assert len(json.loads(run("notes", BRIEF, "--csl-json").stdout)) == 8


def test_inspect_shows_what_a_file_carries(built_brief: Mapping[str, Path]) -> None:
    assert "8 citations found" in run("inspect", built_brief["epub"]).stdout
    found = json.loads(run("inspect", built_brief["txt"], "--json").stdout)
    assert {"mark", "claim", "note", "links"} <= set(found["facets"])
    assert not {"jump", "back"} & set(found["facets"])
    assert found["prose"]["blocks"]


def test_formats_lists_our_own_four() -> None:
    assert [row["name"] for row in json.loads(run("formats", "--json").stdout)] == sorted(FORMATS)


def test_help_documents_the_exit_codes() -> None:
    assert "5  a file could not be read back" in run("--help").stdout


def test_a_style_can_be_given_in_place_of_our_own(tmp_path: Path) -> None:
    """The given style prints titles alone."""
    style = tmp_path / "titles.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
        "<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )
    result = run("notes", BRIEF, "--csl", style, "--json")
    notes = [citation["note"] for citation in json.loads(result.stdout)["citations"]]
    assert notes[0] == "Russia Stakes Its Claim to Afghan Peace Process"


def test_a_refusal_is_told_in_json_too(source: Source) -> None:
    result = run("notes", source("One[^a].\n"), "--json")
    assert result.exit_code == 3
    said = json.loads(result.stdout)
    assert (said["holds"], said["exit_code"]) == (False, 3)
    assert said["problems"][0]["line"] == 1


def test_where_nothing_could_be_judged_no_table_pretends_so(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.html"
    result = run("check", BRIEF, nowhere)
    assert result.exit_code == 5
    assert result.stdout == f"html: cannot be read back. {nowhere}: No such file or directory.\n"
