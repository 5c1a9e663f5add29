"""Gives values of properties of things, for columns that are added to a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gcm_kg.rdf.namespaces import BASE, short
from gcm_kg.serving.candidates import PROPERTIES, full, values_of
from gcm_kg.serving.messages import Refused
from gcm_kg.serving.served import Served

MOST = 1_000
"""Things that are asked of at once."""


def proposed(kind: str) -> dict[str, Any]:
    """The properties of a type that can be asked for (section 7.2)."""
    fitting = [p for p in PROPERTIES if not kind or not p.of or kind in p.of]
    listed = [{"id": p.name, "name": p.label} for p in fitting]
    return {"type": kind, "properties": listed, "limit": len(listed)}


def extended(asked: Mapping[str, Any], served: Served) -> dict[str, Any]:
    """The values of properties of things (section 7.3). Raises Refused."""
    identifiers, wanted = asked.get("ids"), asked.get("properties")
    if not isinstance(identifiers, list) or not isinstance(wanted, list) or len(identifiers) > MOST:
        raise Refused(400, f"extend: expected lists of ids, at most {MOST}, and of properties")
    names = [str(one.get("id")) for one in wanted if isinstance(one, dict)]
    labels = {p.name: p.label for p in PROPERTIES}
    rows = {
        str(identifier): {
            name: [_value(*value) for value in values_of(full(str(identifier)), name, served)]
            for name in names
        }
        for identifier in identifiers
        if _is_path(str(identifier))
    }
    return {"meta": [{"id": n, "name": labels.get(n, n)} for n in names], "rows": rows}


def _value(text: str, iri: str) -> dict[str, str]:
    if iri.startswith(BASE):
        return {"id": short(iri), "name": text}
    return {"str": iri or text}


def _is_path(identifier: str) -> bool:
    return not set(identifier) & set(' <>"{}|\\^`') and identifier.isprintable()
