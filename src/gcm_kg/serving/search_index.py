"""What is searched in a site without a server: names of things, and the words of parts."""

from __future__ import annotations

import json

from gcm_kg.serving.pages.links import Links
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import text_of

PARTS = """
SELECT ?part ?identifier ?text { ?part gcm:text ?text ; dcterms:identifier ?identifier }
ORDER BY ?part
"""


def search_index(served: Served) -> str:
    """A script that holds the index, since a page from a disk may read no other file.

    Each entry: address from the root, title, words.
    """
    links = Links("/", files=True, known=served.paged)
    entries = [
        [links.thing(iri), label, served.describe(iri)]
        for iri, label in sorted(served.names.labels.items())
        if iri in served.paged
    ]
    for row in served.graph.select(PARTS):
        iri = text_of(row["part"])
        if iri in served.paged:
            words = " ".join(text_of(row["text"]).split())
            entries.append([links.thing(iri), text_of(row["identifier"]), words])
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    return f"window.gcmKgEntries = {text};\n"
