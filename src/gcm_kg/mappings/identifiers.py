"""Identifiers of things, each with its kind: two are the same only if their kinds are.

They stand in literals ("A/RES/71/1"), and within IRIs ("https://ror.org/02cyaqf66",
"http://www.wikidata.org/entity/Q8475"); "5" as a notation is none, for nothing says of what.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from gcm_kg.rdf.namespaces import GCM

Identifier = tuple[str, str]
"""A kind and a value in one form, for example ("m49", "040")."""

_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
OURS: dict[str, str] = _TABLES["ours"]
"""Properties of the ontology, by local name, and the kind of what they give."""
WIKIDATA: dict[str, str] = _TABLES["wikidata"]
"""Direct properties of Wikidata for identifiers."""
SAID = [(re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _TABLES["said"].items()]
"""What the name of a property or of a datatype says of the kind of its values."""
ELSEWHERE = re.compile(r"country|parent|birth|located|address|nationality", re.I)
"""Names of properties whose codes are those of another thing: the country that a town is in."""
UNTYPED = re.compile(r"identifier|notation|id_local|id_document|sameAs|symbol|(?<![a-z])id$", re.I)
"""Names of properties that give identifiers of any kind: only a distinctive one will do."""
DISTINCTIVE = [(re.compile(pattern), kind) for pattern, kind in _TABLES["distinctive"].items()]
"""Values that say themselves what they are."""
WITHIN = {host: (re.compile(pattern), kind) for host, (pattern, kind) in _TABLES["within"].items()}
"""Hosts, by their names without "www" and the like, and the identifiers within their IRIs."""
INDIVIDUAL = frozenset(
    "treaty registration symbol act celex alpha2 alpha3 m49 normlex grid funder isni viaf geonames"
    " ror wikidata sdg iri".split()
)
"""Kinds that identify single things rather than concepts."""
SDG = re.compile(r"(?:SDG )?(\d{1,2}(?:\.[0-9a-e]{1,2})?)")
SCHEME = re.compile(r"https?://(?:www\.|sws\.)?([^/]+)(/.*)?")


def from_iri(iri: str) -> list[Identifier]:
    """The IRI itself, in one form for http and https and for each end, and what it holds."""
    match = SCHEME.fullmatch(iri)
    if match is None:
        return [("iri", iri)]
    host, path = match[1].lower(), match[2] or ""
    found = [("iri", f"{host}{path.rstrip('/')}")]
    if host in WITHIN:
        pattern, kind = WITHIN[host]
        inside = pattern.fullmatch(path.rstrip("/"))
        if inside and kind == "europa":
            found.append(("celex", inside[2]) if inside[2] else ("alpha3", inside[3]))
        elif inside:
            found.append((kind, inside[1].upper() if kind == "symbol" else inside[1]))
    if host == "metadata.un.org" and (goal := SDG.fullmatch(path.removeprefix("/sdg/"))):
        found.append(("sdg", goal[1]))
    return found


def from_literal(predicate: str, value: str, datatype: str = "") -> Identifier | None:
    """The identifier that a literal is, by its property, its datatype or its own form."""
    value = value.strip()
    kind = kind_of(predicate) or kind_of(datatype)
    if kind == "any":
        kind = next((kind for pattern, kind in DISTINCTIVE if pattern.fullmatch(value)), "")
        if not kind and value.startswith(("http://", "https://")):
            return next((found for found in from_iri(value) if found[0] != "iri"), None)
    return (kind, _one_form(kind, value)) if kind and value else None


@lru_cache(maxsize=4096)
def kind_of(iri: str) -> str:
    """The kind of identifiers that a property or datatype gives; "any" for several, "" for none."""
    if iri.startswith(GCM):
        return OURS.get(iri[len(GCM) :], "")
    local = re.split(r"[/#:]", iri)[-1]
    if "wikidata.org/prop/direct" in iri:
        return WIKIDATA.get(local, "")
    if not local or ELSEWHERE.search(local):
        return ""
    said = next((kind for pattern, kind in SAID if pattern.search(local)), "")
    return said or ("any" if UNTYPED.search(local) else "")


def _one_form(kind: str, value: str) -> str:
    if value.startswith(("http://", "https://")):
        return next((found[1] for found in from_iri(value) if found[0] == kind), "")
    if kind == "isni":
        return re.sub(r"[ -]", "", value)
    if kind == "m49":
        return value.zfill(3)
    if kind in ("symbol", "alpha2", "alpha3"):
        return value.upper()
    return value


def scheme_of(iri: str) -> str:
    """The namespace of an IRI, in which it stands for one scheme of concepts.

    A slash or a hash at its end is a part of the name ("https://sws.geonames.org/745044/"); without
    any, the last colon parts them ("urn:uuid:…").
    """
    body = iri.rstrip("/#")
    return iri[: max(body.rfind("/"), body.rfind("#"), -1) + 1] or iri[: body.rfind(":") + 1]
