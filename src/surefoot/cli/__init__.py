"""The command line: build, check, notes, inspect, formats, theme."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from surefoot import __version__
from surefoot.cli.reading import read_all, read_one
from surefoot.cli.showing import print_table, progress, show, tell
from surefoot.errors import SourceError, SurefootError, UsageError
from surefoot.model import PAPERS, PDF_VARIANTS

_OURS = "pdf,epub,html,txt"
_EXIT_CODES = """
\b
Exit codes:
  0  every promise holds
  1  a verdict does not hold
  2  usage, or a format that is not there
  3  the source cannot be promised
  4  a writer or a tool failed, or warned of loss
  5  a file could not be read back
"""

_JSON = "surefoot.json"
_YOUNG = 100_000
"""New objects at which Python looks for garbage."""


class _Commands(click.Group):
    """Turns Surefoot's errors into one message and their exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SurefootError as error:
            if ctx.meta.get(_JSON):
                from surefoot import report

                click.echo(report.as_json(report.failure(error)), nl=False)
            click.echo(f"surefoot: {error}" if not isinstance(error, SourceError) else str(error), err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Commands, epilog=_EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="surefoot")
def main() -> None:
    """Publish cited documents, and prove that every citation survived."""
    # Python looks at every 700, for the sake of long-lived servers: a twentieth of our time, for 3 MB.
    gc.set_threshold(_YOUNG)
    # At the end it would look at everything once more, before the system takes it all back.
    atexit.register(gc.freeze)


_file = click.Path(exists=True, dir_okay=False, path_type=Path)


def _source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--csl", metavar="STYLE", default="",
                     help="Citation style in place of the one the source names: a CSL file, or a name."),
        click.option("--bibliography", type=_file, multiple=True,
                     help="Bibliography in place of those the source names; may be given again."),
    ):  # fmt: skip
        command = option(command)
    return command


def _look_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--fonts", type=click.Path(exists=True, file_okay=False, path_type=Path), multiple=True,
                     help="Folder of fonts for what ours cannot print; may be given again."),
        click.option("--pdf-variant", type=click.Choice(PDF_VARIANTS),
                     help="ua-1: PDF/UA-1 and PDF/A-3a, the default; ua-2: PDF/UA-2 and PDF/A-4f; "
                          "plain: neither; print: PDF/X."),
        click.option("--papersize", type=click.Choice(PAPERS), help="Size of the PDF's pages."),
        click.option("--css", type=_file, multiple=True,
                     help="Style sheet on top of the design, for PDF, EPUB and HTML; may be given again."),
    ):  # fmt: skip
        command = option(command)
    return command


def _remember(ctx: click.Context, _: click.Parameter, value: bool) -> bool:  # noqa: FBT001 - click's signature
    """Let what fails be told in JSON too."""
    ctx.meta[_JSON] = value
    return value


_as_json = click.option(
    "--json", "as_json", is_flag=True, is_eager=True, callback=_remember, help="Print JSON for machines."
)
_proof = click.option(
    "--proof", is_flag=True, help="Write a proof sheet too: what a reader sees of each citation in each file."
)
_source = click.argument("source", type=click.Path(path_type=Path))


@main.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--to", default=_OURS, show_default=True, metavar="FORMATS", help="Formats to build, with commas."
)
@click.option(
    "-o",
    "--output",
    "folder",
    default="dist",
    show_default=True,
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to publish.",
)
@_source_options
@_look_options
@click.option("--strict", is_flag=True, help="Refuse a source that earns warnings.")
@click.option(
    "--allow-unverified", is_flag=True, help="Publish formats that no inspector can read back, unproved."
)
@_proof
@_as_json
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
def build(
    sources: Sequence[Path], to: str, folder: Path, bibliography: Sequence[Path], csl: str,
    *, css: Sequence[Path], papersize: str | None, pdf_variant: str | None, fonts: Sequence[Path],
    strict: bool, allow_unverified: bool, proof: bool, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Build SOURCES, prove every file, and publish those that hold.

    For each source NAME.md the folder receives NAME.pdf, NAME.epub, NAME.html and
    NAME.txt, and the verdict on them, NAME.verdict.json. A file that does not hold
    is kept as NAME.rejected.EXT; what was published before stays untouched. With
    --proof a sheet for the author stands beside them, NAME.proof.html.
    """
    from surefoot import formats, report
    from surefoot.disk import put
    from surefoot.publish import publish
    from surefoot.source import Given, Look

    chosen = formats.choose([name.strip() for name in to.split(",") if name.strip()])
    if len({source.stem for source in sources}) < len(sources):
        raise UsageError(
            "Two sources have the same name, so one would overwrite the other. Build them one by one."
        )
    look = Look(papersize or "", pdf_variant or "", tuple(css), tuple(fonts))
    documents = read_all(sources, Given(tuple(bibliography), csl, look), strict=strict, quiet=quiet)
    reports, worst = [], 0
    for document in documents:
        name = document.path.name
        with progress(quiet=quiet or as_json) as told:
            editions = publish(
                document, chosen, folder, allow_unverified=allow_unverified, progress=partial(told, name)
            )
        reports.append(report.verdicts(document, editions))
        put(folder / f"{document.path.stem}.verdict.json", report.as_json(reports[-1]).encode())
        if not as_json:
            tell(document, editions, quiet=quiet)
        if proof:
            show(document, editions, folder / f"{document.path.stem}.proof.html", quiet=quiet or as_json)
        worst = max(worst, *(edition.exit_code for edition in editions))
    if as_json:
        click.echo(report.as_json(reports if len(sources) > 1 else reports[0]), nl=False)
    sys.exit(worst)


@main.command()
@_source
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--as", "name", metavar="FORMAT", help="Format of the files, where their suffix does not say it."
)
@_source_options
@_proof
@_as_json
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
def check(
    source: Path, files: Sequence[Path], name: str | None, bibliography: Sequence[Path], csl: str,
    *, proof: bool, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Prove that finished FILES, whoever made them, carry what SOURCE promises.

    With --proof a sheet for the author stands beside the first of them, under its
    name: NAME.proof.html.
    """
    from surefoot import formats, report
    from surefoot.examine import Edition, examine
    from surefoot.source import Given

    document = read_one(source, Given(tuple(bibliography), csl), strict=False, quiet=True)
    editions = []
    for file in files:
        form = formats.of_file(file, name)
        inspector = form.inspector()
        try:
            editions.append(examine(document, form, file, inspector))
        except SurefootError as error:
            editions.append(Edition(form.name, file, error=error))
    if as_json:
        click.echo(report.as_json(report.verdicts(document, editions)), nl=False)
    else:
        tell(document, editions, quiet=quiet)
    if proof:
        sheet = files[0].with_name(f"{files[0].stem}.proof.html")
        show(document, editions, sheet, quiet=quiet or as_json)
    sys.exit(max(edition.exit_code for edition in editions))


@main.command()
@_source
@_source_options
@_as_json
@click.option("--csl-json", is_flag=True, help="Print the cited references as CSL-JSON.")
def notes(source: Path, bibliography: Sequence[Path], csl: str, *, as_json: bool, csl_json: bool) -> None:
    """Show what SOURCE promises: every call, its note and its addresses."""
    from surefoot import report
    from surefoot.source import Given

    document = read_one(source, Given(tuple(bibliography), csl), strict=False, quiet=as_json or csl_json)
    if csl_json:
        click.echo(report.as_json(report.references(document)), nl=False)
    elif as_json:
        click.echo(report.as_json(report.promises(document)), nl=False)
    else:
        print_table(report.promise(document))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "name", metavar="FORMAT", help="Format of the file, where its suffix does not say it.")
@_as_json
def inspect(file: Path, name: str | None, *, as_json: bool) -> None:
    """Show which citations a finished FILE carries, as its inspector reads them."""
    from surefoot import formats, report
    from surefoot.examine import recover

    form = formats.of_file(file, name)
    recovered = recover(file, form.inspector())
    if as_json:
        click.echo(report.as_json(report.found(recovered)), nl=False)
    else:
        print_table(report.testimony(recovered))


@main.command()
@_as_json
def formats(*, as_json: bool) -> None:
    """List the installed formats."""
    from surefoot import formats as known
    from surefoot import report

    rows = [
        {
            "name": form.name,
            "writes": bool(form.writer_point),
            "proves": bool(form.inspector_point),
            "from": form.provider,
        }
        for form in known.installed().values()
    ]
    if as_json:
        click.echo(report.as_json(rows), nl=False)
        return
    for row in rows:
        verbs = (("written", row["writes"]), ("proved", row["proves"]))
        can = " and ".join(verb for verb, able in verbs if able)
        can += "" if row["proves"] else ", unverifiable"
        click.echo(f"{row['name']:<12} {can:<22} {row['from']}")


@main.command()
def theme() -> None:
    """Show the variables of the design: the beginning of a style sheet of your own.

    A source sets them by name in its field `theme:`, for PDF and HTML, and names
    style sheets there as `css:`, for EPUB too. They come after the design's own.
    """
    from surefoot import design

    click.echo(design.tokens(), nl=False)
