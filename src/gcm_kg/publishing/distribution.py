"""Writes the published files for a place on the web: with their addresses, sums and redirections.

The identifiers of the graph are of w3id.org, which redirects to where files and pages are now (its
repository holds a folder with an .htaccess for each name). Only here is an address of ours said.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from gcm_kg.errors import InputError
from gcm_kg.files import replaced_folder
from gcm_kg.project import DESCRIPTION, FILES, Project, own_project
from gcm_kg.rdf import turtle
from gcm_kg.rdf.namespaces import DATASET, DCAT, ONTOLOGY_GRAPH, OWL
from gcm_kg.rdf.parsing import parse_turtle

SUMS = "SHA256SUMS"
"""The sums of all files, as sha256sum reads them; by it a folder is known that may be replaced."""
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~-]+)*/?")
"""An address that can stand in a rule of redirection: without a sign that means something there."""
DATA = {"text/turtle": "ttl", "application/ld+json": "jsonld", "application/n-triples": "nt"}
"""The data of a thing as clients ask for it, and the ending of its address."""
TERMS = "ontology.html"
"""The page of all terms, which a checkout has in docs/."""
NAME = "gcm-kg"
"""Our name below w3id.org."""


def write_distribution(project: Project, directory: Path, address: str, pages: str) -> list[str]:
    """Writes the files of a built project into a folder, and gives their names.

    ``address`` is where they will be on the web, ``pages`` where the pages of things will be (what
    ``gcm-kg site`` or ``serve`` gives). The description has the address of each file
    (dcat:downloadURL, DCAT 3, section 6.8.9). Raises InputError for an address that is none, for
    a graph that is not built, and for a folder that holds something else.
    """
    address, pages = (_address(each) for each in (address, pages))
    missing = [project.graph / name for name in FILES if not (project.graph / name).is_file()]
    if missing:
        raise InputError(missing[0], "a built graph", "none", "run gcm-kg build")
    ontology = parse_turtle(project.ontology)
    with replaced_folder(directory, SUMS) as folder:
        for path in _files(project):
            shutil.copyfile(path, folder / path.name)
        description = folder / DESCRIPTION
        described = _located(parse_turtle(description), address)
        description.write_text(turtle.turtle(turtle.Layout().extend(described)), "utf-8")
        (folder / "w3id").mkdir()
        terms = (folder / TERMS).is_file()
        rules = redirections(_version(ontology), address, pages, terms=terms)
        (folder / "w3id" / ".htaccess").write_text("".join(f"{rule}\n" for rule in rules), "utf-8")
        names = sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
        sums = "".join(f"{_sum(folder / name)}  {name}\n" for name in names)
        (folder / SUMS).write_text(sums, "utf-8")
    return [*names, SUMS]


def redirections(version: str, address: str, pages: str, *, terms: bool) -> Iterator[str]:
    """The lines of the .htaccess by which w3id.org leads from our identifiers to files and pages
    (Apache HTTP Server 2.4, mod_rewrite); 303, as the things are no files (RFC 9110, 15.4.4).

    ``terms`` says whether there is a page of the terms.
    """
    yield f"# To be put into the folder {NAME} of the repository of w3id.org."
    yield "RewriteEngine on"
    if terms:
        yield from _for_people("ontology", f"{address}/{TERMS}")
    yield _rule("ontology", f"{address}/gcm.ttl")
    yield _rule(f"ontology/{re.escape(version)}", f"{address}/gcm.ttl")
    for name in ("shapes", "link-shapes", "light-shapes"):
        yield _rule(name, f"{address}/{name}.ttl")
    yield _rule("context", f"{address}/context.jsonld")
    yield from _for_people("id/dataset", f"{pages}/")
    yield _rule("id/dataset", f"{address}/{DESCRIPTION}")
    for media, ending in DATA.items():
        yield f"RewriteCond %{{HTTP_ACCEPT}} {re.escape(media)}"
        yield _rule("id/(.+)", f"{pages}/id/$1.{ending}")
    yield _rule("id/(.+)", f"{pages}/id/$1.html")
    yield _rule("", f"{pages}/")


def _for_people(path: str, target: str) -> Iterator[str]:
    yield "RewriteCond %{HTTP_ACCEPT} text/html"
    yield _rule(path, target)


def _rule(path: str, target: str) -> str:
    return f"RewriteRule ^{path}/?$ {target} [R=303,NE,L]"


def _address(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise InputError(text, "an address, https://…", "none", "give where the files will be")
    return text.rstrip("/")


def _files(project: Project) -> Iterator[Path]:
    """The published files, the ontology with its page, the shapes and the context."""
    yield from (project.graph / name for name in FILES)
    yield from (project.ontology, project.shapes, project.link_shapes, project.context)
    yield own_project().light_shapes
    page = project.root / "docs" / TERMS
    yield from (page,) if page.is_file() else ()


def _located(quads: list[Quad], address: str) -> Iterator[Quad | Triple]:
    """A description with the address of each file that it describes."""
    yield from quads
    for quad in quads:
        node = quad.object
        if quad.predicate.value == DCAT + "distribution" and isinstance(node, NamedNode):
            name = node.value.removeprefix(f"{DATASET}#")
            yield Triple(node, NamedNode(DCAT + "downloadURL"), NamedNode(f"{address}/{name}"))


def _version(ontology: list[Quad]) -> str:
    values = (q.object for q in ontology if q.predicate.value == OWL + "versionInfo"
              and q.subject == NamedNode(ONTOLOGY_GRAPH))  # fmt: skip
    return next((value.value for value in values if isinstance(value, Literal)), "")


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
