"""Reads what a mapping table says of itself (SSSOM/TSV, embedded and external mode)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text, yaml_mapping
from gcm_kg.text.layout import BYTE_ORDER_MARK

METADATA = ("mapping_set_id", "license")
"""What a table must say of itself."""
EXTERNAL = (".yml", ".yaml", "-meta.yml")
"""How the name of a file of metadata ends, in the place of ".tsv"."""
ABSOLUTE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]+')
"""An IRI with a scheme and without what no IRI holds (RFC 3987; RDF 1.1 Turtle, IRIREF)."""


def metadata_of(path: Path, head: str) -> dict[str, Any]:
    """What a table says of itself; what stands in the table itself goes before what stands beside
    it. Values are text or lists of text."""
    stems = (path.name.removesuffix(".tsv") + ending for ending in EXTERNAL)
    beside = next((p for stem in stems if (p := path.with_name(stem)).is_file()), None)
    advice = "begin the file with its metadata, or put them into a file beside it ending in .yml"
    metadata = yaml_mapping(path, head, "YAML behind #", advice)
    if beside is not None:
        text = load_text(beside).removeprefix(BYTE_ORDER_MARK)
        metadata = {**yaml_mapping(beside, text, "metadata in YAML", "correct it"), **metadata}
    where = beside or path
    if not metadata:
        raise InputError(path, f"#{METADATA[0]}: and other metadata", "none", advice, line=1)
    for key in METADATA:
        if not isinstance(metadata.get(key), str) or not metadata[key].strip():
            raise InputError(where, f"#{key}: with a value", "none", "add it", line=1)
        if not ABSOLUTE.fullmatch(metadata[key]):
            found = shown(metadata[key])
            raise InputError(where, f"#{key}: with an IRI", found, "correct it", line=1)
    _refuse_prefixes(where, metadata.get("curie_map") or {})
    for key, value in metadata.items():
        if key.startswith("mapping_set_") and not isinstance(value, str | list):
            raise InputError(where, f"#{key}: with text", shown(str(value)), "correct it", line=1)
    return metadata


def _refuse_prefixes(path: Path, prefixes: object) -> None:
    """Raises InputError for a curie_map that maps no prefixes to IRIs."""
    if not (isinstance(prefixes, dict) and all(isinstance(v, str) for v in prefixes.values())):
        found = shown(str(prefixes))
        raise InputError(path, "#curie_map: with prefixes", found, "correct it", line=1)
    for prefix, space in prefixes.items():
        if not ABSOLUTE.fullmatch(space + "x"):
            found = f"{shown(space) if space else 'nothing'} for {shown(prefix)}"
            raise InputError(path, "#curie_map: with IRIs", found, "correct it", line=1)
