"""Writes references for programs that keep them (RIS, BibTeX, CSL-JSON 1.0.2), and in any style."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from gcm_kg.views.citation_styles import FOOTNOTES, held, joined
from gcm_kg.views.reference import Reference


def _key(one: Reference) -> str:
    """A key for a bibliography: letters and digits of what is cited."""
    words = re.findall(r"[A-Za-z0-9]+", one.iri.rpartition("/id/")[2])
    return "-".join(words)


def _about(one: Reference) -> str:
    return joined([one.event, one.place, held(one.days, american=False)])


def _in_force(one: Reference) -> str:
    return f"entered into force {one.in_force}" if one.in_force else ""


def _where(one: Reference) -> str:
    return joined([f"section {one.section}" if one.section else "", one.item])


def csl(one: Reference) -> dict[str, object]:
    """An item of CSL-JSON."""
    kinds = {"treaty": "treaty", "resolution": "legislation", "document": "report"}
    item: dict[str, object] = {
        "id": _key(one),
        "type": kinds[one.kind],
        "title": one.title,
        "author": [{"literal": one.body}] if one.body else [],
        "issued": _csl_dates([one.date] if one.date else []),
        "number": one.symbol or one.registration,
        "container-title": one.series,
        "publisher": "United Nations" if one.kind != "treaty" else "",
        "event-title": one.event,
        "event-place": one.place,
        "event-date": _csl_dates(one.days),
        "section": _where(one),
        "page": one.page,
        "URL": one.iri,
        "note": joined([f"entered into force {one.in_force}" if one.in_force else "", one.release]),
    }
    return {name: value for name, value in item.items() if value}


def _csl_dates(days: Sequence[str]) -> dict[str, object]:
    parts = [[int(piece) for piece in day.split("-")] for day in days]
    return {"date-parts": parts} if parts else {}


def ris(one: Reference) -> str:
    """A record of RIS."""
    kinds = {"treaty": "LEGAL", "resolution": "LEGAL", "document": "RPRT"}
    lines = {
        "TY": kinds[one.kind], "ID": _key(one), "TI": one.title, "AU": one.body,
        "PY": one.date[:4], "DA": one.date.replace("-", "/"), "M1": one.symbol or one.registration,
        "T2": one.series, "PB": "United Nations" if one.kind != "treaty" else "",
        "SE": _where(one), "SP": one.page, "UR": one.iri,
        "N1": joined([_about(one), _in_force(one)]),
        "N2": one.release,
    }  # fmt: skip
    written = [f"{tag}  - {_flat(value)}\n" for tag, value in lines.items() if value]
    return "".join([*written, "ER  - \n"])


def bibtex(one: Reference) -> str:
    """An entry of BibTeX, whose braces keep capitals; signs of TeX are escaped."""
    fields = {
        "author": one.body, "title": one.title, "year": one.date[:4], "date": one.date,
        "number": one.symbol or one.registration, "series": one.series,
        "institution": "United Nations" if one.kind == "document" else "",
        "note": joined([_where(one), _about(one), one.release]), "pages": one.page, "url": one.iri,
    }  # fmt: skip
    kind = "techreport" if one.kind == "document" else "misc"
    lines = [
        f"  {name} = {{{value if name == 'url' else _tex(value)}}},\n"
        if name not in ("author", "title")
        else f"  {name} = {{{{{_tex(value)}}}}},\n"
        for name, value in fields.items()
        if value
    ]
    return f"@{kind}{{{_key(one)},\n{''.join(lines)}}}\n"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return re.sub(r"([#$%&_{}])", r"\\\1", _flat(text).replace("\\", "/"))


BIBLIOGRAPHIES = {".ris": "ris", ".bib": "bibtex"}
"""Styles for programs, by the ending of a file."""
STYLES = (*FOOTNOTES, "ris", "bibtex", "csl", "csl-json")


def cited(references: Sequence[Reference], style: str) -> str:
    """References in a style, one after the other; each only once."""
    each = list(dict.fromkeys(references))
    if style in ("csl", "csl-json"):
        return json.dumps([csl(one) for one in each], ensure_ascii=False, indent=1) + "\n"
    if style in FOOTNOTES:
        return "".join(f"{_footnote(one, style)}\n" for one in each)
    return "\n".join({"ris": ris, "bibtex": bibtex}[style](one) for one in each)


def _footnote(one: Reference, style: str) -> str:
    """A footnote, with the release of the graph that it was taken from where one is named."""
    text = FOOTNOTES[style](one)
    return f"{text} Cited from: {one.release}." if one.release else text
