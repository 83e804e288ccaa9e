"""What was compared without spaces is shown with them, and no letter of it is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.text import fold
from surefoot.wording import respaced

WRITTEN = "Sheikh, Salman. “Russia Stakes Its Claim.” Asia Times, 2021."


@pytest.mark.parametrize(
    ("folded", "shown"),
    [
        (fold(WRITTEN), WRITTEN),
        (fold(WRITTEN.replace("Stakes", "Stokes")), WRITTEN.replace("Stakes", "Stokes")),
        (fold(WRITTEN.replace("Its ", "")), WRITTEN.replace("Its ", "")),
        ("…ItsClaim", "… Its Claim"),
        ("Nothingalike", "Nothingalike"),
        ("", ""),
    ],
)
def test_spaces_and_signs_come_from_the_written_text(folded: str, shown: str) -> None:
    assert respaced(folded, WRITTEN) == shown


@given(st.text(st.characters(categories=["L", "N", "P"]), max_size=60), st.text(max_size=60))
def test_no_letter_is_changed(found: str, written: str) -> None:
    assert fold(respaced(fold(found), written)) == fold(found)
