"""Make templates/fonts/noto anew: Noto faces as their makers publish them, less what only screens need.

The faces come from two packages, at the versions named below. Dropped are hints
for low resolutions, which no page of ours uses and which are half of the bytes;
no glyph, no name and no rule of shaping is. Some bold faces say that they are
regular ones, and are mended. Needs apt-get, dpkg-deb and npm:

    .venv/bin/python tools/companions.py
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from fontTools import subset

DEBIAN = "fonts-noto-core=20201225-1"
NPM = "@expo-google-fonts/noto-emoji@0.4.7"
REGULAR, BOLD = 400, 700
TARGET = Path(__file__).parents[1] / "templates" / "fonts" / "noto"

TWO_WEIGHTS = """
    NaskhArabic SerifArmenian SerifBengali SerifDevanagari SerifEthiopic SerifGeorgian SerifGujarati
    SerifGurmukhi SerifHebrew SerifKannada SerifKhmer SerifLao SerifMalayalam SerifMyanmar SansOriya
    SerifSinhala SerifTamil SerifTelugu SerifThai
""".split()
ONE_WEIGHT = """
    SansCanadianAboriginal SansMath SansSymbols SansSymbols2 SansThaana SansTifinagh SerifTibetan
""".split()


def unpack(folder: Path) -> list[Path]:
    """Fetch the packages into ``folder``; return the faces that are wanted."""
    subprocess.run(["apt-get", "download", "-qq", DEBIAN], cwd=folder, check=True)
    (package,) = folder.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    subprocess.run(["npm", "pack", "--silent", NPM], cwd=folder, check=True)
    (package,) = folder.glob("*.tgz")
    shutil.unpack_archive(package, folder)
    noto = folder / "usr" / "share" / "fonts" / "truetype" / "noto"
    regular = [noto / f"Noto{name}-Regular.ttf" for name in TWO_WEIGHTS + ONE_WEIGHT]
    bold = [noto / f"Noto{name}-Bold.ttf" for name in TWO_WEIGHTS]
    emoji = folder / "package" / "400Regular" / "NotoEmoji_400Regular.ttf"
    return [*regular, *bold, emoji.rename(emoji.with_name("NotoEmoji-Regular.ttf"))]


def slim(face: Path) -> None:
    """Write ``face`` into the target without its hints."""
    options = subset.Options(
        hinting=False, layout_features=["*"], name_IDs=["*"], name_languages=["*"], notdef_outline=True
    )
    font = subset.load_font(str(face), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font["OS/2"].usWeightClass = BOLD if face.stem.endswith("Bold") else REGULAR
    subset.save_font(font, str(TARGET / face.name), options)


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for face in unpack(Path(folder)):
            slim(face)
