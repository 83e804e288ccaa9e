"""Say in the words of the standard what a file by other hands says by convention.

Where no link of a file says that it is a note reference, a link is one that
prints a mark and leads to a note: it leads there as the links of common tools
do (``fn1``, ``_ftn1``, ``sdfootnote1sym``; class ``footnote-ref``), or is led
back to. Where nothing says that it is a note, one is what such a link leads to;
where nothing says that it is a way back, one is a link in a note that leads to
its call. What a file says by the standard always goes before.
"""

from __future__ import annotations

from surefoot.inspectors.tree.foreign.conventions import annotate

__all__ = ["annotate"]
