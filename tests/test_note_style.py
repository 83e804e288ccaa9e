"""The note style sets other people's references as decently as the brief's own.

Every note is the whole reference, ends with its full address, and has no full
stop behind it. What is expected here was set down from the style's rule
(``templates/note.csl``), kind by kind.
"""

import pytest

from surefoot.source import read
from surefoot.source.prose import words

REFERENCES = """
references:
- id: book
  type: book
  author: [{family: Davis, given: Mike}, {family: Roe, given: Jane}]
  title: City of Quartz
  edition: 2
  publisher: Verso
  publisher-place: London
  issued: 2006
- id: many
  type: book
  author: [{family: A, given: B.}, {family: C, given: D.}, {family: E, given: F.}, {family: G, given: H.}]
  title: Four
  volume: 3
  publisher: Verso
  issued: 1999
- id: edited
  type: book
  editor: [{family: Smith, given: Ann}, {family: Roe, given: Jane}]
  title: Handbook
  publisher: OUP
  issued: 2010
- id: chapter
  type: chapter
  author: [{family: Poe, given: Ed}]
  editor: [{family: Smith, given: Ann}]
  title: On Notes
  container-title: Handbook
  publisher: OUP
  issued: 2010
  page: 31-57
- id: article
  type: article-journal
  author: [{family: Lovelace, given: Ada}]
  title: A "Note" on Engines
  container-title: Journal of Engines
  volume: 12
  issue: 3
  page: 101-117
  issued: 2019-04
  accessed: 2020-01-02
  URL: https://example.org/other
  DOI: 10.1000/abc.def
- id: report
  type: report
  author: [{literal: World Bank}]
  title: Growth
  genre: Working paper
  number: 12
  publisher: World Bank
  issued: 2001
  URL: https://example.org/growth.pdf
- id: thesis
  type: thesis
  author: [{family: Poe, given: Ed}]
  title: Deep Notes
  genre: PhD thesis
  publisher: MIT
  issued: 2001
- id: case
  type: legal_case
  title: Brown v. Board of Education
  volume: 347
  container-title: U.S.
  page: 483
  authority: Supreme Court
  issued: 1954-05-17
- id: page
  type: webpage
  title: Home
  accessed: 2020-02-03
  URL: https://example.org/
- id: soon
  type: book
  author: [{family: Poe, given: Ed}]
  translator: [{family: Roe, given: Jane}]
  title: Soon
  publisher: Verso
  status: forthcoming
"""
QUARTZ = "Davis, Mike, and Jane Roe. City of Quartz. 2nd ed. London: Verso, 2006"
ENGINES = "Lovelace, Ada. “A ‘Note’ on Engines.” Journal of Engines, vol. 12, no. 3, April 2019, "
DOI = "https://doi.org/10.1000/abc.def"


@pytest.fixture
def note(source):
    """Return the printed note of a citation, its links as they print."""

    def printed(citation: str, language: str = "en-US") -> str:
        path = source(f"---\ntitle: T\nlang: {language}\n---\n\nClaim {citation}.\n\n---{REFERENCES}---\n")
        (only,) = read(path).notes
        return words(_with_addresses(only.blocks)).strip()

    return printed


def _with_addresses(node):
    """Links give way to their words, which ``words`` would leave out where they are the address."""
    match node:
        case {"t": "Link", "c": [_, inner, _]}:
            return _with_addresses(inner)
        case {"t": kind, "c": content}:
            return {"t": kind, "c": _with_addresses(content)}
        case list():
            return [_with_addresses(part) for part in node]
    return node


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("[@book]", QUARTZ),
        ("[@many]", "A, B., et al. Four. Vol. 3. Verso, 1999"),
        ("[@edited]", "Smith, Ann, and Jane Roe, eds. Handbook. OUP, 2010"),
        ("[@chapter]", "Poe, Ed. “On Notes.” Handbook, edited by Ann Smith. OUP, 2010, pp. 31–57"),
        ("[@article]", f"{ENGINES}pp. 101–117. {DOI}"),
        (
            "[@report]",
            "World Bank. Growth. Working paper 12. World Bank, 2001. https://example.org/growth.pdf",
        ),
        ("[@thesis]", "Poe, Ed. Deep Notes. PhD thesis. MIT, 2001"),
        ("[@case]", "Brown v. Board of Education, 347 U.S. 483 (Supreme Court, May 17, 1954)"),
        ("[@page]", "“Home.” n.d. Accessed February 3, 2020. https://example.org/"),
        ("[@soon]", "Poe, Ed. Soon. Translated by Jane Roe. Verso, forthcoming"),
    ],
)
def test_sets_each_kind_of_work_by_its_rule(note, citation, expected):
    assert note(citation) == expected


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("[@article, p. 103]", f"{ENGINES}p. 103. {DOI}"),
        (
            "[@case, p. 495]",
            "Brown v. Board of Education, 347 U.S. 483, p. 495 (Supreme Court, May 17, 1954)",
        ),
        ("[see @book, pp. 12-15, emphasis mine]", f"See {QUARTZ}, pp. 12–15, emphasis mine"),
        ("[@book; @thesis]", f"{QUARTZ}; Poe, Ed. Deep Notes. PhD thesis. MIT, 2001"),
    ],
)
def test_puts_locators_and_the_author_s_words_where_they_belong(note, citation, expected):
    assert note(citation) == expected


def test_speaks_the_document_s_language(note):
    assert note("[@chapter]", "de-DE") == (
        "Poe, Ed. „On Notes“. Handbook, herausgegeben von Ann Smith. OUP, 2010, S. 31–57"
    )
    assert note("[@page]", "fr-FR").replace("\N{NO-BREAK SPACE}", " ") == (
        "« Home ». s. d. Consulté le 3 février 2020. https://example.org/"
    )
