"""What does not hold is never published, and what was published is never touched by a failure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from surefoot import formats
from surefoot.contracts import Written
from surefoot.disk import put
from surefoot.errors import UnreadableError, UsageError, WriterError
from surefoot.examine import Edition
from surefoot.formats import Format
from surefoot.inspectors.text import TextInspector
from surefoot.model import Document
from surefoot.pages import Page, Pagination
from surefoot.promise import Aspect, Fault
from surefoot.publish import publish
from surefoot.report import summary, verdicts
from surefoot.source import read
from surefoot.writers.text import TextWriter

TEXT = "---\ntitle: T\nlang: en\n---\n\nThe text.[^a]\n\n[^a]: The note.\n"


class Forgetful(TextWriter):
    """A writer that loses a word of a note: real text, one word short."""

    def write(self, document: Document) -> Written:
        return Written(super().write(document).data.replace(b"The note", b"The"))


class Careless(TextWriter):
    """A writer that loses a word of the prose."""

    def write(self, document: Document) -> Written:
        return Written(super().write(document).data.replace(b"The text", b"Text"))


class Paged(TextWriter):
    """A writer whose files have pages."""

    suffix = ".paged"

    def write(self, document: Document) -> Written:
        return replace(super().write(document), pages=(Page("i", None), Page("1", 3)))


class Bound(Paged):
    """Another."""

    suffix = ".bound"


class Missing(Paged):
    """A writer whose files have pages, and one word less."""

    def write(self, document: Document) -> Written:
        written = super().write(document)
        return replace(written, data=written.data.replace(b"The note", b"The"))


class Following(TextWriter):
    """A writer that follows pages, and says whose."""

    suffix = ".following"

    def follow(self, document: Document, pagination: Pagination) -> Written:
        labels = ", ".join(page.label for page in pagination.pages)
        return replace(super().write(document), remarks=(f"{pagination.source}: {labels}",))


class Failing(TextWriter):
    """A writer that breaks off."""

    def write(self, document: Document) -> Written:
        raise WriterError(f"{document.path.name} is too much.")


class Frank(TextWriter):
    """A writer that set something otherwise, and says so."""

    def write(self, document: Document) -> Written:
        return Written(super().write(document).data, ("Note 1 stands at the end.",))


class Buggy(TextWriter):
    """A writer with a bug."""

    def write(self, document: Document) -> Written:
        return document.nothing  # type: ignore[attr-defined, no-any-return]


class Blind(TextInspector):
    """An inspector that cannot read."""

    def inspect(self, data: bytes) -> object:  # type: ignore[override]
        raise UnreadableError(f"{len(data)} bytes of nothing.")


def form(writer: type = TextWriter, inspector: type | None = TextInspector, name: str = "txt") -> Format:
    """A format whose entry points lead into this module."""
    points = [
        EntryPoint(name, f"{kind.__module__}:{kind.__name__}", "test") if kind else None
        for kind in (writer, inspector)
    ]
    return Format(name, *points)


@pytest.fixture
def document(source: Callable[[str], Path]) -> Document:
    return read(source(TEXT))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def only(editions: tuple[Edition, ...]) -> Edition:
    (edition,) = editions
    return edition


def test_a_file_that_holds_is_published_under_its_name_and_nothing_else_is_left(
    document: Document, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "dist"
    edition = only(publish(document, [form()], folder))
    assert edition.exit_code == 0
    assert names(folder) == {"source.txt"}


def test_a_file_that_does_not_hold_is_kept_beside_and_the_published_one_stays(
    document: Document, tmp_path: Path
) -> None:
    folder = tmp_path / "dist"
    published = only(publish(document, [form()], folder)).path.read_bytes()
    edition = only(publish(document, [form(Forgetful)], folder))
    assert edition.exit_code == 1
    assert edition.verdict
    assert [finding.fault for finding in edition.verdict.findings] == [Fault.NOTE]
    assert edition.verdict.file == "source.rejected.txt"
    assert names(folder) == {"source.txt", "source.rejected.txt"}
    assert (folder / "source.txt").read_bytes() == published


def test_what_a_writer_set_otherwise_stands_in_the_verdict_and_in_the_report(
    document: Document, tmp_path: Path
) -> None:
    editions = publish(document, [form(Frank)], tmp_path)
    assert verdicts(document, editions)["editions"][0]["remarks"] == ("Note 1 stands at the end.",)
    assert list(summary(document, editions))[1] == "  Note 1 stands at the end."


@pytest.mark.parametrize("name", ["pdf", "epub", "html"])
def test_a_formula_that_cannot_be_set_is_told_to_its_author(name: str, source: Callable[[str], Path]) -> None:
    written = formats.installed()[name].writer().write(read(source(r"So $\frac{1$ is." + "\n")))
    assert written.remarks == (r"A formula is printed as TeX, for it cannot be set: \frac{1",)


FOLLOWING = form(Following, name="following")


@pytest.mark.parametrize("following", [0, 1])
def test_whoever_follows_pages_is_handed_those_of_an_edition_that_holds(
    following: int, document: Document, tmp_path: Path
) -> None:
    """Whatever the order in which they are asked for, which is also that of the answer."""
    asked = [form(Paged, name="paged")]
    asked.insert(following, FOLLOWING)
    editions = publish(document, asked, tmp_path)
    assert [edition.format for edition in editions] == [each.name for each in asked]
    assert editions[following].remarks == ("source.paged: i, 1",)


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([], id="none"),
        pytest.param([form()], id="one without pages"),
        pytest.param([form(Missing, name="missing")], id="one that does not hold"),
        pytest.param([form(Paged, None, name="paged")], id="one that nobody can prove"),
    ],
)
def test_an_edition_without_a_proof_or_without_pages_is_followed_by_none(
    others: list[Format], document: Document, tmp_path: Path
) -> None:
    *_, edition = publish(document, [*others, FOLLOWING], tmp_path, allow_unverified=True)
    assert (edition.exit_code, edition.remarks) == (0, ())


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_editions_with_pages_the_first_by_name_is_followed(
    order: int, document: Document, tmp_path: Path
) -> None:
    others = [form(Bound, name="bound"), form(Paged, name="paged")]
    *_, edition = publish(document, [*others[::order], FOLLOWING], tmp_path)
    assert edition.remarks == ("source.bound: i, 1",)


def test_a_rejected_file_is_gone_once_its_successor_holds(document: Document, tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    publish(document, [form(Forgetful)], folder)
    publish(document, [form()], folder)
    assert names(folder) == {"source.txt"}


@pytest.mark.parametrize(
    ("writer", "inspector", "code", "sentence"),
    [
        (Failing, TextInspector, 4, "source.md is too much."),
        (Buggy, TextInspector, 4, "The writer of “txt” failed: AttributeError"),
        (TextWriter, Blind, 5, "bytes of nothing."),
    ],
)
def test_a_failure_is_an_error_with_its_exit_code_and_never_a_pass(
    writer: type, inspector: type, code: int, sentence: str, document: Document, tmp_path: Path
) -> None:
    folder = tmp_path / "dist"
    published = only(publish(document, [form()], folder)).path.read_bytes()
    edition = only(publish(document, [form(writer, inspector)], folder))
    assert edition.exit_code == code
    assert sentence in str(edition.error)
    assert edition.verdict is None
    assert (folder / "source.txt").read_bytes() == published


def test_one_failure_does_not_keep_the_others_back(document: Document, tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    html = formats.choose(["html"])[0]
    editions = publish(document, [form(Failing), html], folder)
    assert [edition.exit_code for edition in editions] == [4, 0]
    assert names(folder) == {"source.html"}


def test_a_format_without_an_inspector_is_refused_unless_it_is_allowed(
    document: Document, tmp_path: Path
) -> None:
    folder = tmp_path / "dist"
    with pytest.raises(UsageError, match="nothing could be proved"):
        publish(document, [form(inspector=None)], folder)
    assert not folder.exists()
    edition = only(publish(document, [form(inspector=None)], folder, allow_unverified=True))
    assert edition.verdict is None
    assert edition.exit_code == 0


def test_a_folder_that_cannot_be_written_is_named(document: Document, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(UsageError, match="dist cannot be written: Not a directory"):
        publish(document, [form()], blocked / "dist")


def test_a_file_is_put_whole_with_the_permissions_of_its_time(tmp_path: Path) -> None:
    path = tmp_path / "file"
    put(path, b"one")
    put(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == {"file"}
    other = tmp_path / "other"
    other.write_bytes(b"")
    assert path.stat().st_mode == other.stat().st_mode


def test_the_verdict_says_what_was_promised_proved_and_found(document: Document, tmp_path: Path) -> None:
    editions = publish(document, [form(Forgetful)], tmp_path / "dist")
    said = verdicts(document, editions)
    assert said["holds"] is False
    assert said["promise"][0]["note"] == "The note."
    (edition,) = said["editions"]
    assert {"mark", "claim", "note"} <= set(edition["facets"])
    assert [finding["fault"] for finding in edition["findings"]] == ["note"]
    assert edition["findings"][0]["line"] == 8
    assert "words" in edition["prose"]["aspects"]
    assert (edition["prose"]["holds"], edition["prose"]["findings"]) == (True, [])
    held = verdicts(document, [replace(editions[0], verdict=None, error=WriterError("no"))])
    assert held["editions"][0]["error"] == "no"


def test_a_file_whose_prose_is_not_the_promised_one_is_rejected(document: Document, tmp_path: Path) -> None:
    edition = only(publish(document, [form(Careless)], tmp_path / "dist"))
    assert edition.path.name == "source.rejected.txt"
    assert edition.verdict
    # The call stands behind these words, too.
    assert [finding.fault for finding in edition.verdict.findings] == [Fault.CLAIM]
    (finding,) = edition.verdict.prose
    assert (finding.fault, finding.aspect) == (Fault.PROSE, Aspect.WORDS)


def test_an_unproved_build_does_not_claim_to_hold(document: Document, tmp_path: Path) -> None:
    editions = publish(document, [form(inspector=None)], tmp_path / "dist", allow_unverified=True)
    assert verdicts(document, editions)["holds"] is False


def test_two_formats_for_one_file_are_refused_before_anything_is_built(
    document: Document, tmp_path: Path
) -> None:
    other = replace(form(), name="other")
    with pytest.raises(UsageError, match=r"“other” would write .*source\.txt, which is the file of “txt”"):
        publish(document, [form(), other], tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_build_never_takes_the_place_of_its_source(tmp_path: Path) -> None:
    path = tmp_path / "essay.txt"
    path.write_text(TEXT)
    with pytest.raises(UsageError, match="which is the source"):
        publish(read(path), [form()], tmp_path)
    assert path.read_text() == TEXT
