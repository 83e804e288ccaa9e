"""Addresses: what is encoded in them, and what stays."""

from __future__ import annotations

import string

import pytest

from surefoot.text import address


def test_all_that_an_address_may_hold_stays_as_it_is() -> None:
    # RFC 3986, section 2: unreserved and reserved characters, and escapes.
    rest = f"/{string.ascii_letters}{string.digits}-._~:/?#@!$&'()*+,;=%20"
    assert (
        address(f"https://{string.ascii_letters}.example{rest}")
        == f"https://{string.ascii_letters}.example{rest}"
    )


@pytest.mark.parametrize("url", ["[a]", "path[a]", "mailto:[a]"])
def test_brackets_are_encoded_where_there_is_no_host(url: str) -> None:
    assert address(url) == url.replace("[", "%5B").replace("]", "%5D")
