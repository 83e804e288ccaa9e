"""Sets the same sources with other tools, and says in docs/compared.md what became of the notes.

make compare
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import page as page_validation
import pikepdf
import pypandoc
import typst

from surefoot import source, verify
from surefoot.contracts import Inspector
from surefoot.errors import UnreadableError
from surefoot.inspectors.pdf import PdfInspector
from surefoot.model import Document
from surefoot.promise import Facet, Kind

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "tests" / "samples"
SOURCES = (
    ROOT / "source" / "brief.md",
    SAMPLES / "everything.md",
    SAMPLES / "pages.md",
    SAMPLES / "kitchen-sink.md",
)
EXPORT = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
HEAD = """# Our PDF beside those of others

The same sources, set by each tool as its manual says, as PDF/UA-1 where it can, read back by Surefoot's own
inspector and judged against the same promise. pandoc with WeasyPrint sets all notes at the end of the
document, the others at the foot of the page. Made by `make compare`; the times are of one run on one machine,
and only their order means anything.

- *Whole*: citations of which every facet that the file can be asked about is as the source promises. One that
  a file cannot be asked about at all is not counted; a formula counts where a file carries its TeX.
- *Linked*: calls that lead to their notes or entries; *back*: to which their notes or entries lead back.
- *Tagged notes*: structure elements `Note` or `FENote`.
- *UA-1*, *A-3a*: rules of PDF/UA-1 and of PDF/A-3a that page-validation finds broken.
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """Another way from a source to a PDF."""

    name: str
    make: Callable[[Path, Path], None]
    """From a source, into a file."""


def surefoot(path: Path, file: Path, formats: str = "pdf") -> None:
    """Run our own command, and keep what it makes of the same kind as ``file``."""
    run(Path(sys.executable).parent / "surefoot", "build", path, "--to", formats, "-o", file.parent, "-q")
    (file.parent / f"{path.stem}{file.suffix}").replace(file)


def weasyprint(path: Path, pdf: Path) -> None:
    """Let pandoc make HTML, and WeasyPrint the pages."""
    engine = Path(sys.executable).parent / "weasyprint"
    pandoc(path, pdf, "--pdf-engine", engine, "--pdf-engine-opt=--pdf-variant=pdf/ua-1")


def typeset(path: Path, pdf: Path) -> None:
    """Let pandoc write Typst's own markup, and Typst set it."""
    markup = pdf.with_suffix(".typ")
    # A keyword of two words is a syntax error in what pandoc's template makes of it.
    pandoc(path, markup, "--metadata=keywords:")
    shutil.copytree(path.parent, pdf.parent, dirs_exist_ok=True)
    try:
        typst.compile(markup, output=pdf, root=pdf.parent, pdf_standards="ua-1")
    except typst.TypstError:
        # It refuses what breaks a rule of PDF/UA-1, such as a level of headings left out.
        typst.compile(markup, output=pdf, root=pdf.parent)


def libreoffice(path: Path, pdf: Path) -> None:
    """Let pandoc write a Word document, and LibreOffice export it as PDF/UA."""
    document = pdf.with_suffix(".docx")
    pandoc(path, document)
    office = shutil.which("soffice") or sys.exit("LibreOffice is missing: install libreoffice-writer.")
    profile = f"-env:UserInstallation=file://{pdf.parent}/profile"
    run(office, profile, "--headless", "--convert-to", EXPORT, "--outdir", pdf.parent, document)


TOOLS = (
    Tool("Surefoot", surefoot),
    Tool("pandoc + WeasyPrint", weasyprint),
    Tool("pandoc + Typst", typeset),
    Tool("pandoc + LibreOffice", libreoffice),
)


def pandoc(path: Path, target: Path, *more: object) -> None:
    """Let pandoc make a file of a source, with citations in our own note style where it names none."""
    read = "--from=markdown+autolink_bare_uris"
    style = () if "csl:" in path.read_text(encoding="utf-8") else (f"--csl={ROOT}/templates/note.csl",)
    run(pypandoc.get_pandoc_path(), path, "--standalone", "--citeproc", read, *style, "-o", target, *more,
         folder=path.parent)  # fmt: skip


def run(*command: object, folder: Path = ROOT) -> None:
    """Run another program.

    Raises:
        CalledProcessError: it failed.
    """
    subprocess.run([str(word) for word in command], check=True, capture_output=True, cwd=folder)  # noqa: S603


def row(tool: Tool, document: Document, folder: Path) -> Sequence[str]:
    """Return what became of a document in the hands of one tool."""
    pdf = folder / f"{document.path.stem}.pdf"
    start = time.perf_counter()
    try:
        tool.make(document.path, pdf)
    except (subprocess.CalledProcessError, typst.TypstError) as error:
        said = (getattr(error, "stdout", b"") or str(error).encode()).decode()
        return (tool.name, f"refuses: {said.strip().splitlines()[-1]}", *[""] * 9)
    seconds = time.perf_counter() - start
    return (tool.name, *proved(document, pdf, PdfInspector()), *measured(pdf), f"{seconds:.1f}")


def proved(document: Document, file: Path, inspector: Inspector) -> Iterator[str]:
    """Yield how many citations are whole, linked, and linked back."""
    try:
        recovered = inspector.inspect(file.read_bytes())
    except UnreadableError:
        yield from ("unreadable", "", "")
        return
    findings = verify.compare(document.citations, recovered, document.prose)
    asked = {Kind.NOTE: verify.facets(recovered), Kind.ENTRY: verify.entries(recovered)}
    whole = {place for place, citation in enumerate(document.citations, 1) if asked[citation.kind]}
    whole -= {finding.place for finding in findings}
    yield f"{len(whole)} of {len(document.citations)}"
    yield str(sum(citation.jump for citation in recovered.citations) if Facet.JUMP in recovered.facets else 0)
    yield str(sum(citation.back for citation in recovered.citations) if Facet.BACK in recovered.facets else 0)


def measured(pdf: Path) -> Iterator[str]:
    """Yield what the file is: tags, notes among them, rules broken, pages, kilobytes."""
    with pikepdf.open(pdf) as file:
        kinds = [str(each.get("/S")) for each in file.objects
                 if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/P" in each]  # fmt: skip
        yield "yes" if "/StructTreeRoot" in file.Root else "no"
        yield str(sum(kind in {"/Note", "/FENote"} for kind in kinds))
        pages = len(file.pages)
    for profile in ("ua1", "3a"):
        failures = page_validation.validate_pdf(pdf, profile=profile).failures
        yield str(len({failure.rule_id for failure in failures}))
    yield str(pages)
    yield str(round(pdf.stat().st_size / 1000))


def table(path: Path) -> Iterator[str]:
    """Yield the lines of one source's table."""
    document = source.read(path)
    yield f"\n## {path.relative_to(ROOT)}: {len(document.citations)} citations\n"
    yield "| | whole | linked | back | tagged | tagged notes | UA-1 | A-3a | pages | kB | seconds |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for tool in TOOLS:
        with tempfile.TemporaryDirectory() as folder:
            yield f"| {' | '.join(row(tool, document, Path(folder)))} |"


if __name__ == "__main__":
    lines = [HEAD.rstrip(), *(line for path in SOURCES for line in table(path))]
    (ROOT / "docs" / "compared.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
