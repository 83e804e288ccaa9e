"""What the page tells machines of itself and of the works it cites.

Highwire tags are what Zotero and Google Scholar read, Dublin Core what
libraries read, schema.org what search engines read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from surefoot.dates import iso
from surefoot.identifiers import doi, resolver
from surefoot.model import Author, Json, Metadata, Reference

_CSL_MARKUP = re.compile(r"</?(?:i|b|sc|sup|sub|span)\b[^>]*>")
_SCHEMA_TYPES = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "motion_picture": "Movie",
    "paper-conference": "ScholarlyArticle",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
    "webpage": "WebPage",
}


def full_title(metadata: Metadata) -> str:
    """Return title and subtitle as one line."""
    return ": ".join(filter(None, (metadata.title, metadata.subtitle)))


def meta_tags(metadata: Metadata) -> tuple[tuple[str, str], ...]:
    """Return the names and contents of the page's ``meta`` elements, empty ones left out."""
    return tuple(
        (name, content) for name, content in (*_highwire(metadata), *_dublin_core(metadata)) if content
    )


def json_ld(metadata: Metadata, references: Sequence[Reference]) -> str:
    """Return the document and what it cites as schema.org JSON-LD, safe inside ``script``."""
    report = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": metadata.title,
        "alternativeHeadline": metadata.subtitle,
        "inLanguage": metadata.language,
        "datePublished": iso(metadata.date),
        "author": [_person(author) for author in metadata.authors],
        "publisher": _organization(metadata.publisher),
        "abstract": metadata.abstract,
        "keywords": list(metadata.keywords),
        "identifier": metadata.identifier,
        "copyrightNotice": metadata.rights,
        "citation": [_work(reference.csl) for reference in references],
    }
    return json.dumps(_without_empty(report), ensure_ascii=False).replace("<", "\\u003c")


def _highwire(metadata: Metadata) -> Iterator[tuple[str, str]]:
    yield "citation_title", full_title(metadata)
    for author in metadata.authors:
        yield "citation_author", author.name
        yield "citation_author_institution", author.affiliation
    yield "citation_publication_date", iso(metadata.date).replace("-", "/")
    yield "citation_technical_report_institution", metadata.publisher
    yield "citation_language", metadata.language
    yield "citation_doi", doi(metadata.identifier)
    yield "citation_keywords", "; ".join(metadata.keywords)


def _dublin_core(metadata: Metadata) -> Iterator[tuple[str, str]]:
    yield "DC.title", full_title(metadata)
    for author in metadata.authors:
        yield "DC.creator", author.name
    yield "DC.publisher", metadata.publisher
    yield "DC.date", metadata.date
    yield "DC.language", metadata.language
    yield "DC.type", "Report"
    yield "DC.identifier", metadata.identifier
    yield "DC.rights", metadata.rights
    for keyword in metadata.keywords:
        yield "DC.subject", keyword


def _person(author: Author) -> Json:
    return {
        "@type": "Person",
        "name": author.name,
        "jobTitle": author.role,
        "affiliation": _organization(author.affiliation),
    }


def _organization(name: str) -> Json:
    return {"@type": "Organization", "name": name} if name else {}


def _work(csl: Mapping[str, Json]) -> Json:
    """Return a cited work, from its CSL-JSON data (CSL 1.0.2, appendices III and IV)."""
    return {
        "@type": _SCHEMA_TYPES.get(csl.get("type", ""), "CreativeWork"),
        "name": _CSL_MARKUP.sub("", csl.get("title", "")),
        "author": [_name(name) for name in csl.get("author", ())],
        "datePublished": _date(csl.get("issued")),
        "publisher": _organization(csl.get("publisher", "")),
        "isPartOf": _container(csl.get("container-title", "")),
        "url": csl.get("URL", ""),
        "sameAs": resolver(csl["DOI"]) if csl.get("DOI") else "",
    }


def _container(title: str) -> Json:
    return {"@type": "CreativeWork", "name": _CSL_MARKUP.sub("", title)} if title else {}


def _name(name: Mapping[str, str]) -> Json:
    if literal := name.get("literal"):
        return _organization(literal)
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return {"@type": "Person", "name": " ".join(name[part] for part in order if name.get(part))}


def _date(issued: Json) -> str:
    """Return a CSL date as ISO 8601, or nothing where it is not one day, month or year."""
    if isinstance(issued, str):
        return iso(issued)
    parts = (issued or {}).get("date-parts") or [[]]
    year, *rest = parts[0] or [""]
    return iso("-".join([str(year), *(f"{int(part):02}" for part in rest)]))


def _without_empty(value: Json) -> Json:
    """Return ``value`` without members that say nothing."""
    if isinstance(value, dict):
        kept = {key: _without_empty(member) for key, member in value.items()}
        return {key: member for key, member in kept.items() if member}
    if isinstance(value, list):
        return [_without_empty(member) for member in value]
    return value
