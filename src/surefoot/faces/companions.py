"""Which faces stand in where those of the text have no glyph, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import chain, takewhile
from pathlib import Path

from surefoot import theme
from surefoot.errors import WriterError

SERIF, SANS, MONO = "Source Serif 4", "Source Sans 3", "Source Code Pro"
"""The faces of the text."""
EMOJI = "Noto Emoji"
BRING = "put {} into a folder, and name that by --fonts FOLDER, or by fonts: in the source"
"""What to do for a font that is not here."""
EXTRA = "surefoot[fonts]"
"""What brings the companions that are too large for everybody."""
_KIND = re.compile(
    "(?P<mono>.*mono|code|courier|consolas|menlo)|(?P<sans>.*sans|arial|helvetica|verdana|segoe|system)|(?P<serif>.*serif)",
    re.IGNORECASE,
)
"""Names of families that tell what kind they are of."""
GENERIC = frozenset(
    "cursive emoji fangsong fantasy math monospace sans-serif serif system-ui"
    " ui-monospace ui-rounded ui-sans-serif ui-serif".split()
)
"""Names in CSS of a kind of faces (CSS Fonts 4, 2.1.3)."""
FORMATS = (".ttf", ".otf", ".ttc", ".otc")
"""Of font files that can be embedded as they are."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A family of faces for a script, or for symbols."""

    name: str
    """Of the script, or of the symbols, as a reader would call them."""
    scripts: frozenset[str]
    """ISO 15924; none for symbols of every script."""
    languages: frozenset[str]
    """BCP 47: where one of them is spoken, its punctuation and figures are the companion's too."""
    serif: str
    """The family beside text with serifs."""
    sans: str = ""
    """The family beside text without; empty where there is but one."""
    package: str = ""
    """The Python package whose folder has the faces; empty if they come with us."""

    @property
    def folder(self) -> Path | None:
        """Where the faces are; None if they are not installed."""
        if not self.package:
            return theme.path("fonts") / "noto"
        spec = find_spec(self.package)
        return Path(spec.origin).parent if spec and spec.origin else None

    def families(self, *, sans: bool) -> tuple[str, ...]:
        """Return the families, the one that goes with serifs (or without) first."""
        pair = (self.sans, self.serif) if sans else (self.serif, self.sans)
        return tuple(filter(None, pair))


def _noto(name: str, scripts: str, languages: str, family: str) -> Companion:
    return Companion(name, frozenset(scripts.split()), frozenset(languages.split()), f"Noto {family}")


def _east(name: str, scripts: str, languages: str, region: str, package: str) -> Companion:
    families = f"Noto Serif {region}", f"Noto Sans {region}"
    return Companion(name, frozenset(scripts.split()), frozenset(languages.split()), *families, package)


COMPANIONS = (
    _noto("Arabic", "Arab", "ar ckb fa ps sd ug ur", "Naskh Arabic"),
    _noto("Hebrew", "Hebr", "he yi", "Serif Hebrew"),
    _noto("Devanagari", "Deva", "hi mr ne sa", "Serif Devanagari"),
    _noto("Bengali", "Beng", "as bn", "Serif Bengali"),
    _noto("Gurmukhi", "Guru", "pa", "Serif Gurmukhi"),
    _noto("Gujarati", "Gujr", "gu", "Serif Gujarati"),
    _noto("Odia", "Orya", "or", "Sans Oriya"),
    _noto("Tamil", "Taml", "ta", "Serif Tamil"),
    _noto("Telugu", "Telu", "te", "Serif Telugu"),
    _noto("Kannada", "Knda", "kn", "Serif Kannada"),
    _noto("Malayalam", "Mlym", "ml", "Serif Malayalam"),
    _noto("Sinhala", "Sinh", "si", "Serif Sinhala"),
    _noto("Thai", "Thai", "th", "Serif Thai"),
    _noto("Lao", "Laoo", "lo", "Serif Lao"),
    _noto("Khmer", "Khmr", "km", "Serif Khmer"),
    _noto("Burmese", "Mymr", "my", "Serif Myanmar"),
    _noto("Tibetan", "Tibt", "bo dz", "Serif Tibetan"),
    _noto("Armenian", "Armn", "hy", "Serif Armenian"),
    _noto("Georgian", "Geor", "ka", "Serif Georgian"),
    _noto("Ethiopic", "Ethi", "am ti", "Serif Ethiopic"),
    _noto("Thaana", "Thaa", "dv", "Sans Thaana"),
    _noto("Tifinagh", "Tfng", "tzm zgh", "Sans Tifinagh"),
    _noto("Canadian Aboriginal", "Cans", "cr iu", "Sans Canadian Aboriginal"),
    _noto("Mathematics", "", "", "Sans Math"),
    _noto("Symbols", "", "", "Sans Symbols"),
    _noto("More symbols", "", "", "Sans Symbols2"),
    _noto("Emoji", "", "", "Emoji"),
    _east("Simplified Chinese", "Hani", "zh", "SC", "pylopdf_fonts_zh_cn"),
    _east("Traditional Chinese", "Bopo Hani", "zh-hant zh-hk zh-mo zh-tw", "TC", "pylopdf_fonts_zh_tw"),
    _east("Japanese", "Hani Hira Kana", "ja", "JP", "pylopdf_fonts_jp"),
    _east("Korean", "Hang Hani", "ko", "KR", "pylopdf_fonts_ko"),
)
"""In the order in which they are asked. In a language of its own, a companion comes before all others."""
EASTERN = tuple(name for each in COMPANIONS if "Hani" in each.scripts for name in each.families(sans=False))
"""Families with Latin letters of their own."""
NOT_EASTERN = ((0x0000, 0x2013), (0x2018, 0x2019), (0x2020, 0x2022), (0xFB00, 0xFB06))
"""What these leave to the faces of the text: letters, figures, spaces, the apostrophe, and bullets."""


@cache
def ordered(families: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return every family that may set a text: of those that have a glyph, the first does.

    Args:
        families: those that a style asks for.
        language: of the text, BCP 47.

    What an author chose comes first; then the companions of the language, none of
    which has Latin letters; then our own faces, and all other companions.
    """
    text = like(families)
    sans = text[0] != SERIF
    chosen = tuple(takewhile(lambda family: family not in {SERIF, SANS, MONO}, families))
    native = [name for each in at_home(language) for name in each.families(sans=sans)]
    others = [name for each in COMPANIONS for name in each.families(sans=sans)]
    return tuple(dict.fromkeys([*chosen, *native, *families, *text, *others]))


def like(families: Sequence[str]) -> Sequence[str]:
    """Return our faces, those most like the first of ``families`` whose kind can be told from its name."""
    kinds = (_KIND.match(family) for family in families)
    kind = next((found.lastgroup for found in kinds if found), "serif")
    return {"mono": (MONO, SANS, SERIF), "sans": (SANS, SERIF), "serif": (SERIF, SANS)}[kind or "serif"]


def at_home(language: str) -> tuple[Companion, ...]:
    """Return the companions whose own ``language`` (BCP 47) this is: ``zh-Hant-TW`` before ``zh``."""
    subtags = language.lower().split("-")
    for length in range(len(subtags), 0, -1):
        tag = "-".join(subtags[:length])
        if native := tuple(each for each in COMPANIONS if tag in each.languages):
            return native
    return ()


def files(folders: Sequence[Path]) -> list[Path]:
    """Return the font files that a document may use: ours, those of the extra, those in ``folders``.

    Raises:
        WriterError: there is no such folder, or no font in it.
    """
    ours = sorted(theme.path("fonts").glob("*.ttf"))
    known = dict.fromkeys(each.folder for each in COMPANIONS)
    theirs = [_fonts_in(folder) for folder in folders]
    return [*ours, *(file for folder in known if folder for file in _found(folder)), *chain(*theirs)]


def _fonts_in(folder: Path) -> list[Path]:
    if found := _found(folder):
        return found
    raise WriterError(f"The folder {folder} has no font, no file whose name ends in {', '.join(FORMATS)}.")


def _found(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in FORMATS)
