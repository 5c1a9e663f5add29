"""Writes the pages and the data as files, for any web host, or to be opened from a disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from gcm_kg.files import replaced_folder
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.serving.messages import Request
from gcm_kg.serving.page_engine import VENDOR, available, write_engine
from gcm_kg.serving.pages.directories import DIRECTORIES
from gcm_kg.serving.pages.links import HOME
from gcm_kg.serving.pages.selections import listed_by_value
from gcm_kg.serving.pages.templated import FOLDER
from gcm_kg.serving.routes import respond
from gcm_kg.serving.search_index import search_index
from gcm_kg.serving.served import Served
from gcm_kg.views.facet_rows import FACETS

MARK = ".gcm-kg-site"
"""The file by which a folder is known for a site that may be written anew."""
STATIC = Path(__file__).parent / "static"
ENDINGS = ("ttl", "jsonld", "nt")
"""The data of a thing beside its page."""
LISTS = ("csv", "xlsx", "docx", "json", "jsonld", "ttl", "md", "txt", "ris", "bib", "csl")
LONGEST_NAME = 200
"""Bytes of the name of a file."""


def write_site(
    served: Served, directory: Path, address: str = "", advance: Callable[[], None] = lambda: None
) -> int:
    """Writes all pages into a folder, and gives their number; the folder is replaced as a whole.

    ``address`` is where the site will be, for its map and the citation of its pages. Raises
    InputError for a folder that holds something else, or that cannot be written.
    """
    served.files, served.paged, served.engine = True, frozenset(things(served)), available()
    try:
        with replaced_folder(directory, MARK) as made:
            return _write(served, made, address.rstrip("/"), advance)
    finally:
        served.files, served.paged, served.engine = False, frozenset(), False


def _write(served: Served, made: Path, address: str, advance: Callable[[], None]) -> int:
    paths = list(pages(served))
    for path in paths:
        _put(made / _file(path), _body(served, path, address=address))
        advance()
    for iri in served.paged:
        name = iri[len(BASE) :]
        for ending in ENDINGS:
            _put(made / f"id/{name}.{ending}", _body(served, f"/id/{name}.{ending}"))
    for ending in LISTS:
        _put(
            made / f"recommendations.{ending}",
            _body(served, "/recommendations", f"format={ending}"),
        )
    shutil.copytree(STATIC, made / "static", ignore=shutil.ignore_patterns("vendor", "query.js"))
    if served.engine:
        write_engine(served, made / "static")
        shutil.copy(VENDOR / "LICENCES.txt", made / "static")
    _put(made / "static/search-index.js", search_index(served).encode())
    (made / MARK).write_text(f"{served.digest}\n", "utf-8")
    if address:
        _put(made / "sitemap.xml", _map(paths, address).encode())
        _put(made / "robots.txt", f"User-agent: *\nSitemap: {address}/sitemap.xml\n".encode())
    return len(paths)


def things(served: Served) -> Iterator[str]:
    """The IRIs of the things that have a page: all that have a name, and all parts of documents."""
    found = set(served.names.labels)
    rows = served.graph.select("SELECT ?part { ?part dcterms:identifier ?id ; gcm:evidence ?span }")
    found |= {row["part"].value for row in rows}
    for iri in sorted(found):
        name = iri[len(BASE) :]
        short = all(len(piece.encode()) < LONGEST_NAME for piece in name.split("/"))
        if iri.startswith(BASE) and short and _stays(name) and not set(name) & set('?#\\:*|<>"'):
            yield iri


def pages(served: Served) -> Iterator[str]:
    """The paths of all pages of a site."""
    yield from ("/", "/documents", "/recommendations", "/uptake", "/quality", "/ask", "/search")
    yield from ("/query",) if served.engine else ()
    yield from (f"/{name}" for name in DIRECTORIES)
    yield from (f"/ask/{name}" for name in served.kg.questions)
    yield from (f"/pages/{path.stem}" for path in sorted(FOLDER.glob("*.html")))
    for facet in FACETS:
        listed = (listed_by_value(facet.key, value) for value in served.facets.sets[facet.key])
        yield from (f"/{path}" for path in listed if _stays(path))
    yield from (f"/id/{iri[len(BASE) :]}" for iri in sorted(served.paged))


def _stays(name: str) -> bool:
    """Whether a file of the name lies in its folder: IRIs of others may have steps out of it."""
    return not {".", ".."} & set(name.split("/"))


def _file(path: str) -> str:
    return f"{path.strip('/') or HOME}.html"


def _body(served: Served, path: str, query: str = "", address: str = "") -> bytes:
    accept = "text/html" if not query and not path.endswith(ENDINGS) else ""
    return respond(Request("GET", path, query, accept, origin=address), served).body


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _map(paths: list[str], address: str) -> str:
    """The map of the site (sitemaps.org, protocol 0.9)."""
    from urllib.parse import quote

    from gcm_kg.serving.pages.links import SAFE

    places = (f"{address}/{quote(_file(path), safe=SAFE)}" for path in paths)
    lines = "".join(f"<url><loc>{escape(place)}</loc></url>\n" for place in places)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'{head}<urlset xmlns="{space}">\n{lines}</urlset>\n'
