"""Reads a plain text file back: marks in brackets, and the notes that begin with them.

The convention is ordinary usage, written down:

* The notes begin with the last line at whose start stands the label of note 1,
  ``[1]`` and a space. Each goes on to the next label, the last one to the first
  paragraph behind its own that is not moved in as other notes are. Paragraphs
  that call notes which begin only later are prose again: notes may stand at the
  end of each chapter.
* The labels show what a mark looks like: ``[3]``, or ``[^3]``, ``[fn 3]``,
  ``{3}`` where the prose has figures in brackets of its own. Whatever looks so
  in the prose is a call, unless it stands as numeric styles cite.
* An address stands in angle brackets (RFC 3986, appendix C), or bare where the
  file has none in brackets; a picture as ``[Image: alternative text]`` in
  whatever language. The marker of a list item is no text, nor is a last
  paragraph that begins with ``↑``, the way back: it may say, behind words that
  most of them have, numbers or what whole paragraphs say (``↑ Cited in:
  Summary; Method``), and what it says besides is a stray text. A WORD JOINER
  (U+2060) keeps words that merely look like one of these from being taken for it.
* Two blank lines stand before a heading (WCAG 2.2, technique T3). Code is
  moved in by four columns more than what it stands in, a quotation by fewer.

What text does not carry is not claimed: the levels of headings, which words are
a cell, an item or a quotation. Two things cannot be told: whether a paragraph
before the first note belongs among them, or one behind the last (it is taken for
prose, unless the notes have a heading and it has none), and where a line ends
behind a hyphen or in a script without spaces, whether a space stands there
(benefit of the doubt).
"""

from surefoot.inspectors.text.inspector import TextInspector

__all__ = ["TextInspector"]
"""Keeps :class:`surefoot.contracts.Inspector`."""
