"""Makes SVG and MathML harmless, in the text and in files alike: nothing runs, nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
_XLINK = "http://www.w3.org/1999/xlink"
_MATHML = "http://www.w3.org/1998/Math/MathML"
_XML = "http://www.w3.org/XML/1998/namespace"
# Other namespaces are the private notes of drawing programs, which may name folders of their user.
_SPACES = frozenset({"", SVG, XHTML, _XLINK, _MATHML, _XML})
_DEEPEST = 200
"""Elements within elements: all that read a drawing go down by recursion."""
_GONE = frozenset(
    (
        "script handler listener template iframe frame frameset object embed applet link meta base param "
        "audio video source track"
    ).split()
)
_FETCHED = frozenset("action background data formaction ping poster srcdoc srcset".split())
# What CSS reads: the properties that may name a resource (SVG 2, 6.6), and what an animation sets them to.
_STYLING = frozenset(
    (
        "style clip-path color-profile cursor fill filter marker marker-start marker-mid marker-end mask "
        "stroke to from by values"
    ).split()
)
# An escape can spell any of these (CSS Syntax 3, 4.3.7).
_FETCHES = re.compile(r"\\|@import|(?:image-set|image|src|cross-fade)\(|url\((?!\s*[\"']?#)", re.IGNORECASE)
_FONT = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
_BITMAP = re.compile(r"data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_OUT = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_REFERENCE = re.compile(r"(url\(\s*[\"']?#)([^\"')]*)")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def read(data: bytes) -> bytes | None:
    """Return the SVG file ``data`` made harmless, as UTF-8; None if it is no such file.

    Stylesheets stay, for plots are nothing without them, but not what they
    fetch. Links go, for in a picture nothing can be pressed (SVG Integration,
    secure static mode). Ids that XML does not allow (XML 1.0, 3.3.1), as
    svglite of R writes them, are renamed. A file that declares entities is not
    read: they can be made to fill any memory.
    """
    try:
        root = _parsed(data)
        if root is None:
            return None
        _unlink(root)
        _tame_all(root)
        _rename(root)
        _spell(root)
        return bytes(tostring(root, encoding="utf-8"))
    except (ParseError, expat.ExpatError, LookupError, ValueError):
        return None


def unwanted(element: Element) -> bool:
    """Whether an element runs or fetches something, or is no part of what is seen."""
    if not isinstance(element.tag, str) or _space(element.tag) not in _SPACES:
        return True
    name = local_name(element.tag).lower()
    if name == "style":
        element.text = _FONT.sub("", "".join(element.itertext()))
        return bool(_FETCHES.search(element.text))
    animated = local_name(element.get("attributeName", "").replace(":", "}")).lower()
    return name in _GONE or animated == "href" or animated.startswith("on")


def tame(element: Element, parent: Element | None = None) -> None:
    """Take from an element of a drawing or a formula what runs or fetches something.

    References to places in the file stay, and links out of it, and bitmaps
    that the drawing itself holds. A link elsewhere becomes a mere group.
    """
    space, mark, name = element.tag.rpartition("}")
    element.attrib = {key: value for key, value in element.attrib.items() if _harmless(name, key, value)}
    if name == "a" and not any(local_name(key) == "href" for key in element.attrib):
        in_words = parent is not None and local_name(parent.tag) in {"text", "tspan", "textPath"}
        group = "span" if _space(element.tag) == XHTML else "tspan" if in_words else "g"
        element.tag = f"{space}{mark}{group}"


def redirect(element: Element, names: Mapping[str, str]) -> None:
    """Let an element's references to ids follow their new ``names``."""
    for key, value in element.attrib.items():
        if local_name(key) == "href" and value.startswith("#"):
            element.set(key, f"#{names.get(value[1:], value[1:])}")
        elif local_name(key) in _STYLING:
            element.set(key, _REFERENCE.sub(lambda found: found[1] + names.get(found[2], found[2]), value))


def remove(parent: Element, child: Element) -> None:
    """Remove a child, but not the text behind it."""
    before = list(parent).index(child)
    tail = child.tail or ""
    if before:
        parent[before - 1].tail = (parent[before - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(child)


def _parsed(data: bytes) -> Element | None:
    """Return the root of an SVG file; None if it is another's, or bottomless."""
    guard = expat.ParserCreate()
    guard.EntityDeclHandler = _refuse
    guard.Parse(data, True)  # noqa: FBT003 - expat's own signature
    root = fromstring(data)
    level, depth = [root], 0
    while level and depth <= _DEEPEST:
        level, depth = [child for element in level for child in element], depth + 1
    return root if root.tag in {"svg", f"{{{SVG}}}svg"} and not level else None


def _refuse(*_: object) -> None:
    raise ValueError("This file declares entities.")


def _unlink(root: Element) -> None:
    for element in root.iter():
        if isinstance(element.tag, str) and local_name(element.tag) == "a":
            element.attrib = {
                key: value for key, value in element.attrib.items() if local_name(key) != "href"
            }


def _tame_all(root: Element) -> None:
    tame(root)
    for parent in list(root.iter()):
        for child in list(parent):
            if unwanted(child):
                remove(parent, child)
            else:
                tame(child, parent)


def _harmless(tag: str, key: str, value: str) -> bool:
    name = local_name(key).lower()
    if name in {"href", "src"}:
        local = value.startswith("#") and tag != "a"
        held = tag in {"image", "feImage", "img"} and _BITMAP.match(value)
        return bool(local or held or (tag == "a" and _OUT.match(value)))
    if name in _STYLING:
        return not _FETCHES.search(value)
    # With xml:base, a reference to this file would lead to another.
    return _space(key) in _SPACES and not (name.startswith("on") or name in _FETCHED or name == "base")


def _rename(root: Element) -> None:
    """Give names to the ids that are none in XML."""
    bad = sorted({name for element in root.iter() if not _NAME.fullmatch(name := element.get("id", "x"))})
    names = {name: f"surefoot-{number}" for number, name in enumerate(bad, 1)}
    for element in root.iter() if names else ():
        if element.get("id") in names:
            element.set("id", names[element.attrib["id"]])
        redirect(element, names)


def _spell(root: Element) -> None:
    """Write SVG without prefix, XLink with its usual one: not every reader knows namespaces."""
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        element.attrib = {
            key.replace(f"{{{_XLINK}}}", "xlink:"): value for key, value in element.attrib.items()
        }
    root.attrib = {"xmlns": SVG, "xmlns:xlink": _XLINK} | root.attrib


def local_name(name: str) -> str:
    """Return the name of an element or of an attribute without its namespace."""
    return name.rpartition("}")[2]


def _space(name: str) -> str:
    return name.rpartition("}")[0].removeprefix("{")
