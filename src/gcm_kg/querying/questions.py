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
from gcm_kg.files import load_text
from gcm_kg.rdf.namespaces import XSD
from gcm_kg.rdf.sparql import form, parameters, words

DECORATOR = re.compile(r"#\+ ?(.*)")
VARIABLE = re.compile(r"(?P<optional>_{1,2})(?P<name>[A-Za-z0-9]+)(?:_(?P<type>[a-z]+))?")
FORBIDDEN = frozenset(
    "SERVICE FROM LOAD INSERT DELETE CLEAR DROP CREATE ADD MOVE COPY WITH USING".split()
)
"""Words of SPARQL that name other graphs or places, or change the graph."""
TYPES = frozenset({"iri", "literal", "integer"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question.

    ``kind`` is iri, literal or integer; for an IRI, ``of`` is the CURIE of the class whose members
    are accepted by label or notation. Without a value, the variable of one that is ``optional``
    stays a variable.
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
    """A canned question."""

    name: str
    summary: str
    description: str
    sparql: str
    parameters: tuple[Parameter, ...]
    example: str
    tags: tuple[str, ...] = ()

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
    texts = {path: load_text(path) for path in sorted(folder.glob("*.rq"))}
    entries = (
        f"{json.dumps(path.stem)}: {json.dumps([_digest(text), _header(path, text)], default=str)}"
        for path, text in texts.items()
    )
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _prepared(headers: Path | None) -> dict[str, Any]:
    """What a build has put down; nothing where there is none, or it is damaged."""
    try:
        loaded = json.loads(headers.read_text("utf-8")) if headers else {}
        return {name: (str(digest), dict(header)) for name, (digest, header) in loaded.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def load_question(path: Path, prepared: Mapping[str, Any] = MappingProxyType({})) -> Question:
    """One question; its header is taken from ``prepared`` if that is of this very text.

    Raises InputError for a header that does not describe its query.
    """
    sparql = load_text(path)
    digest, known = prepared.get(path.stem) or ("", {})
    header = known if digest and digest == _digest(sparql) else _header(path, sparql)
    for key in ("summary", "description", "example"):
        if not isinstance(header.get(key), str):
            raise InputError(path, f"a line “#+ {key}: …”", "none", "add it", line=1)
    _refuse(path, sparql)
    described = header.get("parameters") or {}
    asked = [_parameter(path, variable, described, header) for variable in parameters(sparql)]
    unused = set(described) - {parameter.name for parameter in asked}
    if unused:
        raise InputError(path, "parameters of the query", ", ".join(sorted(unused)), "remove them")
    return Question(
        name=path.stem,
        summary=header["summary"],
        description=" ".join(header["description"].split()),
        sparql=sparql,
        parameters=tuple(asked),
        example=header["example"],
        tags=tuple(header.get("tags") or ()),
    )


def _refuse(path: Path, sparql: str) -> None:
    """Raises InputError for a query that reaches out of the graph, or that grlc could not fill in.

    It writes a number as "4"^^xsd:integer. Where it does not find this very line it adds one, and
    before each sub-select another.
    """
    if forbidden := words(sparql) & FORBIDDEN:
        found = ", ".join(sorted(forbidden))
        raise InputError(path, "a query of the graph alone", found, "take it out")
    numbers = [name for name in parameters(sparql) if name.endswith("_integer")]
    if numbers and f"PREFIX xsd: <{XSD}>" not in sparql.split("\n"):
        expected = f"the line “PREFIX xsd: <{XSD}>” for ?{numbers[0]}"
        raise InputError(path, expected, "none", "add it, so that grlc can fill in numbers")


def _header(path: Path, sparql: str) -> dict[str, Any]:
    lines = [m[1] for line in sparql.split("\n") if (m := DECORATOR.fullmatch(line))]
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast
    try:
        header = yaml.load("\n".join(lines), Loader=loader)
    except yaml.YAMLError as error:
        message = str(error).split("\n", 1)[0]
        raise InputError(path, "YAML behind #+", message, "correct the header", line=1) from None
    if not isinstance(header, dict):
        raise InputError(path, "a header of #+ lines", "none", "describe the question", line=1)
    return header


def _parameter(
    path: Path, variable: str, described: dict[str, Any], header: dict[str, Any]
) -> Parameter:
    match = VARIABLE.fullmatch(variable)
    if not match or (match["type"] or "literal") not in TYPES:
        advice = "name it ?_name, ?_name_iri or ?_name_integer"
        raise InputError(path, "a parameter as grlc names it", shown(f"?{variable}"), advice)
    name = match["name"]
    values = described.get(name)
    if not isinstance(values, dict) or "description" not in values:
        advice = "describe it under #+ parameters:"
        raise InputError(path, f"a description of {name}", "none", advice, line=1)
    return Parameter(
        name=name,
        variable=variable,
        kind=match["type"] or "literal",
        description=values["description"],
        of=values.get("class", ""),
        default=_of_list(header, "defaults", name),
        allowed=tuple(_of_list(header, "enumerate", name) or ()),
        optional=match["optional"] == "__",
    )


def _of_list(header: dict[str, Any], key: str, name: str) -> Any:
    """What grlc's defaults and enumerate, lists of single pairs, hold for a parameter."""
    for pair in header.get(key) or ():
        if isinstance(pair, dict) and name in pair:
            value = pair[name]
            return value if isinstance(value, list) else str(value)
    return None
