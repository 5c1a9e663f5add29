"""Reads the canned questions: one file each, its header the manual (grlc decorators)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text, yaml_mapping
from gcm_kg.querying.header import Header
from gcm_kg.rdf.namespaces import WRITTEN, XSD
from gcm_kg.rdf.sparql import declarations, form, parameters, reaches_out, words
from gcm_kg.text.layout import BYTE_ORDER_MARK

DECORATOR = re.compile(r"#\+ ?(.*)")
VARIABLE = re.compile(
    r"(?P<optional>_{1,2})(?P<name>[A-Za-z0-9]+)(?:_(?P<type>[A-Za-z]+)(?:_(?P<datatype>\w+))?)?"
)
FORBIDDEN = frozenset(
    "SERVICE FROM LOAD INSERT DELETE CLEAR DROP CREATE ADD MOVE COPY WITH USING".split()
)
"""Words of SPARQL that name other graphs or places, or change the graph."""
TYPES = {"": "literal", "literal": "literal", "string": "literal", "iri": "iri"}
"""Kinds of parameters by how their variables end, beside numbers, datatypes and languages."""
DATATYPES = frozenset(
    "integer decimal double float boolean date dateTime time gYear gYearMonth duration".split()
)
"""Datatypes of XML Schema that a variable may end in."""
FORMAT = 2
"""Counted up when what a build puts down of a header changes."""
RESERVED = frozenset(
    "format form limit offset help document output for program iris columns wide cite style"
    " show_sparql".split()
)
"""Names that options of ``ask`` and arguments of ``KnowledgeGraph.ask`` have."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question.

    ``kind`` is iri, literal, integer, number, a language tag behind "@", or the IRI of another
    datatype; for an IRI, ``of`` is the CURIE of the class whose members are accepted by label or
    notation. Without a value, the variable of one that is ``optional`` stays a variable.
    """

    name: str
    variable: str
    kind: str
    description: str
    of: str = ""
    default: str | None = None
    allowed: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A canned question; ``paraphrases`` are other words for it, with the names of classes in the
    place of things: "recommendations about theme"."""

    name: str
    summary: str
    description: str
    sparql: str
    parameters: tuple[Parameter, ...]
    example: str
    tags: tuple[str, ...] = ()
    paraphrases: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """SELECT, CONSTRUCT, DESCRIBE or ASK."""
        return form(self.sparql)


def load_questions(folder: Path, headers: Path | None = None) -> dict[str, Question]:
    """The questions of a folder by name, in the order of their names; ``headers`` as below."""
    prepared = _prepared(headers)
    return {path.stem: load_question(path, prepared) for path in sorted(folder.glob("*.rq"))}


def named_question(folder: Path, name: str, headers: Path | None = None) -> Question:
    """The question of a name; ``headers`` is the file in which a build has put down the headers of
    all. Raises InputError for a name that is not known."""
    path = folder / f"{name}.rq"
    if not name.replace("-", "").isalnum() or not path.is_file():
        from difflib import get_close_matches

        close = get_close_matches(name, [known.stem for known in folder.glob("*.rq")], n=1)
        advice = f"did you mean {close[0]}?" if close else "see gcm-kg ask for all of them"
        raise InputError("gcm-kg ask", "the name of a question", shown(name), advice)
    return load_question(path, _prepared(headers))


def headers_text(folder: Path) -> str:
    """The headers of all questions of a folder as JSON, each on a line, with the digest of its file
    (SHA-256): YAML takes longer to load than most questions take to answer."""
    texts = {path: _text(path) for path in sorted(folder.glob("*.rq"))}
    entries = (
        f"{json.dumps(path.stem)}: {json.dumps([_digest(text), _header(path, text)])}"
        for path, text in texts.items()
    )
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _text(path: Path) -> str:
    """The text of a file, its lines ended by LF, without a byte order mark."""
    text = load_text(path).removeprefix(BYTE_ORDER_MARK)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _prepared(headers: Path | None) -> dict[str, Any]:
    """What a build has put down; nothing where there is none, or it is damaged."""
    try:
        loaded = json.loads(headers.read_text("utf-8")) if headers else {}
        return {name: (str(digest), dict(header)) for name, (digest, header) in loaded.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _digest(text: str) -> str:
    return hashlib.sha256(f"{FORMAT}\n{text}".encode()).hexdigest()


def load_question(path: Path, prepared: Mapping[str, Any] = MappingProxyType({})) -> Question:
    """One question; its header is taken from ``prepared`` if that is of this very text.

    What a header leaves out is made up for, as in files for grlc: the summary is the name. Raises
    InputError, with the line, for a header that does not describe its query, and for a query that
    is no SPARQL, or none when its parameters have values.
    """
    sparql = _text(path)
    digest, known = prepared.get(path.stem) or ("", {})
    checked = bool(digest) and digest == _digest(sparql)
    header = Header(path, sparql, known if checked else _header(path, sparql))
    _refuse(path, sparql)
    described = header.mapping("parameters")
    asked = [_parameter(header, variable, described) for variable in parameters(sparql)]
    unused = set(described) - {parameter.name for parameter in asked}
    if unused:
        names = ", ".join(sorted(unused))
        what, advice = "parameters of the query", "remove them"
        raise header.fault(f"{min(unused)}:", what, names, advice, "parameters")
    summary = header.text("summary", path.stem.replace("-", " "))
    question = Question(
        name=path.stem,
        summary=summary,
        description=header.text("description", summary),
        sparql=sparql,
        parameters=tuple(asked),
        example=header.text("example", f"gcm-kg ask {path.stem}"),
        tags=header.texts("tags"),
        paraphrases=header.texts("paraphrases"),
    )
    if not checked:
        from gcm_kg.querying.parameters import refuse_mistakes

        refuse_mistakes(path, question)
    return question


def _refuse(path: Path, sparql: str) -> None:
    """Raises InputError for a text that is no query of the graph alone."""
    if not form(sparql):
        expected = "SELECT, CONSTRUCT, DESCRIBE or ASK"
        raise InputError(path, expected, "none of them", "write the query behind its header")
    forbidden = words(sparql) & FORBIDDEN
    if forbidden or reaches_out(sparql):
        found = ", ".join(sorted(forbidden)) or "SERVICE"
        raise InputError(path, "a query of the graph alone", found, "take it out")


def _header(path: Path, sparql: str) -> dict[str, Any]:
    """The header of a question, each of its lines where it is in the file."""
    lines = (m[1] if (m := DECORATOR.fullmatch(line)) else "" for line in sparql.split("\n"))
    return yaml_mapping(path, "\n".join(lines), "YAML behind #+", "describe the question")


def _parameter(header: Header, variable: str, described: dict[str, Any]) -> Parameter:
    match = VARIABLE.fullmatch(variable)
    kind = _kind(header.sparql, match["type"] or "", match["datatype"] or "") if match else ""
    if not match or not kind:
        advice = "name it ?_name, ?_name_iri, ?_name_integer, ?_name_en or ?_name_xsd_date"
        found = shown(f"?{variable}")
        raise header.fault(f"?{variable}", "a parameter as grlc names it", found, advice)
    name = match["name"]
    if name in RESERVED:
        expected = f"a parameter of another name, as --{name} is an option of every question"
        raise header.fault(f"?{variable}", expected, shown(f"?{variable}"), "rename it")
    about = Header(header.path, header.sparql, header.of(described, name))
    names = (name, variable, f"?{variable}")
    allowed = header.listed("enumerate", names)
    default = header.listed("defaults", names)
    if len(default) > 1:
        found = f"{len(default)} of them"
        raise header.fault(f"{name}:", f"one default of {name}", found, "keep one", "defaults")
    if allowed and not set(default) <= set(allowed):
        expected = f"a default of {name} among {' '.join(allowed)}"
        raise header.fault(f"{name}:", expected, shown(default[0]), "correct it", "defaults")
    return Parameter(
        name=name,
        variable=variable,
        kind=kind,
        description=about.text("description", f"the value of {name}"),
        of=about.text("class", ""),
        default=default[0] if default else None,
        allowed=tuple(allowed),
        optional=match["optional"] == "__",
    )


def _kind(sparql: str, kind: str, datatype: str) -> str:
    """The kind of a parameter by how its variable ends, as in grlc; "" for no known one."""
    if datatype:
        space = declarations(sparql).get(kind) or WRITTEN.get(kind)
        return f"{space}{datatype}" if space else ""
    if kind in TYPES:
        return TYPES[kind]
    if kind in ("integer", "number"):
        return kind
    if kind in DATATYPES:
        return f"{XSD}{kind}"
    return f"@{kind.lower()}" if len(kind) == 2 else ""
