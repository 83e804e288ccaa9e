"""The fonts of a document: those that it is given, and none of the machine's."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from weasyprint.pdf import anchors
from weasyprint.text import fonts, line_break
from weasyprint.text.ffi import ffi, fontconfig, gobject, pango, pangoft2, unicode_to_char_p

from surefoot.errors import WriterError
from surefoot.faces.companions import EASTERN, EMOJI, GENERIC, NOT_EASTERN, ordered
from surefoot.writers.pdf.engine.glyphs.scripts import Layout
from surefoot.writers.pdf.engine.mending import Mend

# An empty configuration: the one function of fontconfig that WeasyPrint does not declare.
ffi.cdef("FcConfig * FcConfigCreate (void);")


class Configuration(fonts.FontConfiguration):
    """Knows the given font files and those of ``@font-face`` rules.

    WeasyPrint's own configuration reads the machine's fonts and rules: the same
    document would come out otherwise wherever others are installed.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        """Read ``files``.

        Raises:
            WriterError: one of them is no font.
        """
        self._config = fontconfig.FcConfigCreate()
        fontconfig.FcConfigParseAndLoadFromMemory(self._config, _rules(), True)  # noqa: FBT003 - theirs
        for file in files:
            if not fontconfig.FcConfigAppFontAddFile(self._config, os.fsencode(file)):
                raise WriterError(f"{file} cannot be read as a font.")
        self.families = tuple(_families(self._config))
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        font_map = ffi.cast("PangoFcFontMap *", self.font_map)
        pangoft2.pango_fc_font_map_set_config(font_map, self._config)
        # The map holds the configuration from now on.
        fontconfig.FcConfigDestroy(self._config)
        self._folder = None
        self.strut_layouts: dict[Any, Any] = {}
        self.font_features: dict[Any, Any] = {}
        self.heights: dict[Any, tuple[float, float]] = {}
        self._asked: set[tuple[str, ...]] = set()

    def describe(self, families: tuple[str, ...], language: str) -> str:
        """Return the families that may set a text, as Pango wants them, and remember which were asked for."""
        self._asked.add(families)
        return ",".join(dict.fromkeys([*ordered(families, language), *self.families]))

    @property
    def absent(self) -> tuple[tuple[str, ...], ...]:
        """The lists of families that a style asked for of which none is here; generic ones apart."""
        here = {_compared(name) for name in _families(self._config)}
        named = {tuple(name for name in asked if name not in GENERIC) for asked in self._asked}
        return tuple(sorted(names for names in named if names and here.isdisjoint(map(_compared, names))))


def mends() -> tuple[Mend, ...]:
    """Return what must be in force while text is set or painted."""
    described = _described(fonts.get_font_description)
    return (
        Mend(line_break, "get_font_description", described),
        Mend(anchors, "get_font_description", described),
        Mend(line_break, "Layout", Layout),
    )


def _described(original: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a function that describes the font of a style, with every family that may stand in for it.

    Among families that are not named fontconfig chooses by the language of the machine's user.
    """

    def described(style: Any) -> Any:
        description = original(style)
        families = style.font_config.describe(tuple(style["font_family"]), style["lang"] or "")
        pointer, _ = unicode_to_char_p(families)
        pango.pango_font_description_set_family(description, pointer)
        return description

    return described


def _families(config: Any) -> dict[str, None]:
    """Return the names of the families of all faces, in the order of the files."""
    names: dict[str, None] = {}
    pointer = ffi.new("FcChar8 **")
    faces = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetApplication)
    for index in range(faces.nfont):
        for rank in count():
            if fontconfig.FcPatternGetString(faces.fonts[index], b"family", rank, pointer):
                break
            names[ffi.string(pointer[0]).decode()] = None
    return names


def _compared(family: str) -> str:
    """Return what fontconfig compares of the name of a family."""
    return family.replace(" ", "").casefold()


def _rules() -> bytes:
    """Return what fontconfig shall do, in its own XML.

    For signs that are pictures Pango asks for a family ``emoji`` and nothing else.
    Faces for Chinese, Japanese and Korean have Latin letters too, made to go with
    their own rather than with the faces of the text.
    """
    root = Element("fontconfig")
    wanted = SubElement(root, "match", target="pattern")
    _tell(SubElement(wanted, "test", name="family"), "string", "emoji")
    _tell(SubElement(wanted, "edit", name="family", mode="append", binding="strong"), "string", EMOJI)
    for family in EASTERN:
        scanned = SubElement(root, "match", target="scan")
        _tell(SubElement(scanned, "test", name="family"), "string", family)
        rest = SubElement(SubElement(scanned, "edit", name="charset", mode="assign"), "minus")
        _tell(rest, "name", "charset")
        charset = SubElement(rest, "charset")
        for ends in NOT_EASTERN:
            span = SubElement(charset, "range")
            for end in ends:
                _tell(span, "int", f"0x{end:x}")
    return b'<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">' + tostring(root)


def _tell(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
