"""A picture's alternative text where its author gave it as an attribute."""

from __future__ import annotations

from surefoot.model import Json
from surefoot.source.tree import of_kind


def settle(tree: Json) -> None:
    """Let the attribute ``alt`` of an image take the place of the words in its brackets, as pandoc has it.

    Words that call a note stay: the call would be lost with them.
    """
    for image in of_kind(tree, "Image"):
        attributes = image["c"][0][2]
        given = next((value for key, value in attributes if key == "alt"), None)
        if given is not None and not any(of_kind(image["c"][1], "Note", "Cite")):
            image["c"][0][2] = [each for each in attributes if each[0] != "alt"]
            image["c"][1] = [{"t": "Str", "c": given}] if given else []
