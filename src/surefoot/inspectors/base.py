"""Resolve links against the base that a document declares."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urljoin

from lxml.etree import _Element as Element

from surefoot.text import absolute

_NO_BASE = ("data:", "javascript:")


def resolve(root: Element) -> None:
    """Write every relative link below ``root`` as it reads from the document itself.

    The first ``base`` that has an address counts (HTML, 4.2.3). Even a link to a
    mere fragment is resolved against it: with a base elsewhere, no such link
    leads to a place in the document.
    """
    bases = (base.get("href") for base in root.iter("{*}base"))
    start = next((found for found in bases if found is not None), "").strip().partition("#")[0]
    if not start or start.lower().startswith(_NO_BASE):
        return
    for link in root.iter("{*}a", "{*}area"):
        target = link.get("href", "").strip()
        if target.startswith("#"):
            link.set("href", start + target)
        elif target and not absolute(target):
            # What is no address by any rule stays as it is written.
            with suppress(ValueError):
                link.set("href", urljoin(start, target))
