"""The labels that begin notes, and the marks that look like them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

_LABEL = re.compile(r"(?P<before>\[\^|\[fn |\[|\{)(?P<number>[0-9]+)(?P<behind>[\]}]):?(?: |$)")

Labels: TypeAlias = Mapping[int, re.Match[str]]
"""The labels of one form, by the number of the line that each begins."""


def labels(lines: Sequence[str]) -> Labels:
    """Return the labels that begin lines, of the form of the last one, from the last label of note 1 on."""
    found = {at: label for at, line in enumerate(lines) if (label := _LABEL.match(line))}
    if not found:
        return {}
    form = found[max(found)].group("before", "behind")
    alike = {at: label for at, label in found.items() if label.group("before", "behind") == form}
    first = max((at for at, label in alike.items() if label["number"] == "1"), default=min(alike))
    return {at: label for at, label in alike.items() if at >= first}


def mark(label: re.Match[str]) -> re.Pattern[str]:
    """Return what a mark looks like, where labels look like ``label``; its group is the number."""
    before = re.escape(label["before"]).replace(r"\ ", r"\s+")
    return re.compile(f"{before}([0-9]+){re.escape(label['behind'])}")
