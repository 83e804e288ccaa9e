"""Draws the pictures of the README, docs/brief.png and docs/proof.png, from the published files in dist/.

make picture
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from playwright.sync_api import Page

import validators

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
HEIGHT = 900
GAP = 28
GROUND = (226, 230, 235)
EDGE = (195, 202, 211)


def pages(numbers: Sequence[int]) -> Iterator[Image.Image]:
    """Yield pages of the PDF as pictures."""
    document = pypdfium2.PdfDocument(DIST / "brief.pdf")
    for number in numbers:
        page = document[number - 1]
        yield page.render(scale=HEIGHT / page.get_height()).to_pil()


def shown(page: Page, address: str, width: int) -> Image.Image:
    """Return what a browser window of this width shows of an address."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(address)
    return Image.open(io.BytesIO(page.screenshot()))


def book(folder: Path) -> str:
    """Unpack the e-book; return the address of its first content document."""
    with zipfile.ZipFile(DIST / "brief.epub") as archive:
        archive.extractall(folder)
        name = next(name for name in archive.namelist() if name.endswith(".xhtml") and "nav" not in name)
    return (folder / name).as_uri()


def sheet(folder: Path) -> str:
    """Check the published files, with one letter of a note altered; return the address of the proof sheet."""
    files = [Path(shutil.copy(DIST / f"brief.{suffix}", folder)) for suffix in ("html", "pdf", "epub", "txt")]
    page = files[0].read_text(encoding="utf-8")
    files[0].write_text(page.replace("Russia Stakes Its Claim", "Russia Stakes Its Clain"), encoding="utf-8")
    command = [Path(sys.executable).with_name("surefoot"), "check", ROOT / "source" / "brief.md", *files]
    subprocess.run([*command, "--proof", "--quiet"], check=False, capture_output=True)  # noqa: S603
    return (folder / "brief.proof.html").as_uri()


def beside(pictures: Sequence[Image.Image]) -> Image.Image:
    """Return the pictures in a row, each with a hairline."""
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
    sheet = Image.new("RGB", (width, HEIGHT + 2 * GAP), GROUND)
    draw, left = ImageDraw.Draw(sheet), GAP
    for picture in pictures:
        sheet.paste(picture, (left, GAP))
        draw.rectangle((left - 1, GAP - 1, left + picture.width, GAP + HEIGHT), outline=EDGE)
        left += picture.width + GAP
    return sheet


def main(scratch: Path) -> None:
    """Draw the pictures."""
    with validators.screen("light") as page:
        desk = shown(page, (DIST / "brief.html").as_uri(), 900)
        phone = shown(page, book(scratch), 600)
        page.set_viewport_size({"width": 1280, "height": 1700})
        page.goto(sheet(scratch))
        proof = Image.open(io.BytesIO(page.screenshot()))
    picture = beside([*pages([1, 3]), desk, phone])
    picture.resize((picture.width * 5 // 8, picture.height * 5 // 8), Image.Resampling.LANCZOS).quantize(
        128
    ).save(ROOT / "docs" / "brief.png", optimize=True)
    proof.quantize(64).save(ROOT / "docs" / "proof.png", optimize=True)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        main(Path(name))
