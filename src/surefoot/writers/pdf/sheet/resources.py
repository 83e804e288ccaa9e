"""What the page may fetch: the document's own pictures, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from weasyprint.urls import URLFetcher, URLFetcherResponse

SCHEME = "surefoot:"
"""Of the addresses in our trees: no network, no file system behind it."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that a page needs."""

    media_type: str
    data: bytes


_BLANK = Resource("image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')


class Shelf(URLFetcher):
    """Hands out resources by name, and what an address itself holds (RFC 2397)."""

    def __init__(self, resources: Mapping[str, Resource]) -> None:
        super().__init__(allowed_protocols=("data",), fail_on_errors=True)  # type: ignore[no-untyped-call]
        self._resources = resources

    def fetch(self, url: str | None, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return the resource ``surefoot:NAME``; nothing to see for an SVG ``image`` without address.

        Raises:
            LookupError: there is no such resource; WeasyPrint makes it fatal.
        """
        if url and url.startswith("data:"):
            return super().fetch(url, headers)  # type: ignore[no-any-return, no-untyped-call]
        resource = _BLANK if url is None else self._find(url.removeprefix(SCHEME))
        return URLFetcherResponse(url, resource.data, {"Content-Type": resource.media_type})

    def _find(self, name: str) -> Resource:
        if name in self._resources:
            return self._resources[name]
        raise LookupError(f"{name} is not part of the document")
