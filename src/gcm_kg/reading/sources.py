"""Reads the source texts of a project with their metadata, one at a time."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.model.document import Source
from gcm_kg.model.original import Original
from gcm_kg.project import Project, own_project
from gcm_kg.rdf.namespaces import WRITTEN
from gcm_kg.reading import table
from gcm_kg.reading.documents import read_as
from gcm_kg.reading.places import SUFFIX, load_places
from gcm_kg.reading.profiles import Profile, load_profiles
from gcm_kg.reading.table import TABLE
from gcm_kg.text.layout import BYTE_ORDER_MARK

REQUIRED = {"title": str, "language": str, "sha256": str}
"""The keys that the metadata of a source must have, with the types of their values."""
OPTIONAL = {
    "path": str,
    "kind": str,
    "key": str,
    "rights": str,
    "symbol": str,
    "date": str,
    "session": str,
    "dates": dict,
    "reported": dict,
    "original": dict,
    "columns": dict,
}
"""Those that it may have: what is not known is left out."""
SOURCE_KEYS = REQUIRED | OPTIONAL
KEPT = ("title", "language", "sha256", "rights", "session", "dates", "reported", "symbol", "key")
ORIGINAL = ("name", "media_type", "sha256")
"""The keys of what is said of the file that a text was made of."""
LANGUAGES = {"ar": "ara", "zh": "zho", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa"}
"""The codes of ISO 639-2/T in the IRIs of documents, for the official languages."""
# Is “s5”, not “s5:III”.
KEY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
"""The short name of a document, which stands before those of its parts."""
SCHEMES = ("http", "https", "urn", "mailto")
"""What stands before a colon in an IRI, and so is no key."""
# Is “akn/un/doc”, not “/akn”.
LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._~/-]*[A-Za-z0-9])?")
"""What may stand behind the base in an IRI of ours."""
# Is “2017-10”, not “5 October 2017”.
DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
MONTH = "2017-10"
"""How a month is written of which the day is not known."""
# Matches “ ” and “&” in “Report & annex”, not “a-2”.
UNFIT = re.compile(r"[^A-Za-z0-9._~-]+")


def source_files(project: Project) -> list[Path]:
    """The files of metadata of a project's sources, by name.

    Raises InputError for a folder without any, and for judgements about no source.
    """
    files = sorted(project.sources.glob("*.toml"))
    if not files:
        raise InputError(
            project.sources, "metadata files (.toml)", "none", "add a document: gcm-kg add FILE"
        )
    _refuse_strays(project, {path.stem for path in files})
    return files


class Apart:
    """Keeps sources apart: no two have the same IRI, or the same key."""

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def add(self, file: Path, path: str, key: str) -> None:
        """Takes note of a source. Raises InputError for a path or a key that another has, and for a
        key that begins other names."""
        if path in self._paths:
            found = f"{shown(path)}, which {self._paths[path]}.toml has"
            raise InputError(file, "a path that no other source has", found, "change one")
        _refuse_key(file, key, self._keys)
        self._paths[path] = self._keys[key.lower()] = file.stem


def _refuse_key(path: Path, key: str, keys: Mapping[str, str]) -> None:
    """Raises InputError for a key that another document has, or that begins other names."""
    if key.lower() in keys:
        found = f"{shown(key)}, which is that of {keys[key.lower()]}"
        raise InputError(path, "a key that no other source has", found, 'add another: key = "…"')
    if key.lower() in (*WRITTEN, *SCHEMES) or not KEY.fullmatch(key):
        expected = "key = letters, digits and hyphens, no prefix such as gcm"
        raise InputError(path, expected, shown(key), "choose another")


def _refuse_strays(project: Project, stems: set[str]) -> None:
    """A folder of judgements that no source goes with would never be read."""
    for folder in sorted(project.annotations.glob("*/")):
        if folder.name not in stems and any(folder.glob("*.tsv")):
            found, advice = f"none for {folder.name}", "rename the folder"
            raise InputError(folder, "a source of the same name", found, advice)


def profiles_of(project: Project) -> dict[str, Profile]:
    """The profiles of the running code, and those of the project, which go before them."""
    return load_profiles(dict.fromkeys((own_project().profiles, project.profiles)))


def load_source(path: Path, profiles: Mapping[str, Profile]) -> Source:
    """The source of a file of metadata. Raises InputError for one that cannot be used."""
    text_path = path.with_suffix(".txt")
    values = _metadata(path, profiles)
    text = load_text(text_path)
    digest = hashlib.sha256(text_path.read_bytes()).hexdigest()
    if digest != values["sha256"]:
        advice = "restore the text, or put in the new digest if the change is meant"
        raise InputError(text_path, f"the SHA-256 in {path.name}", digest, advice)
    original = _original(path, values["original"], len(text))
    if values["kind"] == TABLE:
        reading = table.read(text, str(text_path), original, values["columns"])
    else:
        reading = read_as(text, profiles, str(text_path), values["kind"])
    document = reading.document
    for identifier in [*values["dates"], *values["reported"].values()]:
        if identifier not in document.by_identifier:
            advice = "use an identifier such as III.a, letter-1 or summary"
            raise InputError(path, "identifiers of parts", shown(identifier), advice)
    return Source(
        stem=path.stem,
        path=values["path"] or _path_of(path.stem, values["language"]),
        document=document,
        kind=reading.profile,
        numbering=reading.numbering,
        warnings=reading.warnings,
        original=original,
        answers=reading.answers,
        **{key: values[key] for key in KEPT},
    )


def _original(path: Path, said: dict[str, Any], length: int) -> Original | None:
    """The file that a text was made of, with the places of the text in it, if it is known."""
    if not said:
        return None
    if said.keys() != set(ORIGINAL) or not all(isinstance(each, str) for each in said.values()):
        expected, advice = f"texts for {', '.join(ORIGINAL)} below [original]", "correct them"
        raise InputError(path, expected, ", ".join(sorted(said)), advice)
    return Original(**said, places=load_places(path.with_suffix(SUFFIX), length))


def _path_of(stem: str, language: str) -> str:
    """The path of a document of which only the name of its file is known."""
    name = UNFIT.sub("-", stem).strip("-._~") or "document"
    code = language.partition("-")[0]
    return f"akn/un/doc/{name}/{LANGUAGES.get(code, code)}"


def _metadata(path: Path, profiles: Mapping[str, Profile]) -> dict[str, Any]:
    """The values of all keys; those of keys that are left out are empty."""
    try:
        given = tomllib.loads(load_text(path).removeprefix(BYTE_ORDER_MARK))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        advice, number = "correct the line", int(line[1]) if line else None
        raise InputError(path, "TOML", str(error), advice, line=number) from None
    except RecursionError:
        advice = "take out what lies in itself"
        raise InputError(path, "TOML", "too deep a nesting", advice) from None
    unknown = given.keys() - SOURCE_KEYS.keys()
    if unknown:
        raise InputError(path, "known keys", ", ".join(sorted(unknown)), "remove them")
    values = {key: type_() for key, type_ in OPTIONAL.items()} | given
    for key, type_ in SOURCE_KEYS.items():
        if not isinstance(values.get(key), type_):
            found = "none" if key not in values else shown(str(values[key]))
            what = "a text in quotes" if type_ is str else "a table"
            raise InputError(path, f"{key} = {what}", found, "add or correct it")
    kind = values["kind"]
    if kind and kind not in (*profiles, TABLE):
        expected = f"kind = one of {', '.join((*profiles, TABLE))}"
        raise InputError(path, expected, shown(kind), "correct it, or leave it out")
    _check_values(path, values)
    if values["date"]:
        values["dates"] = {"document": values["date"]} | values["dates"]
    return values


def _check_values(path: Path, values: dict[str, Any]) -> None:
    """Raises InputError for values that cannot become IRIs, dates or identifiers of parts."""
    for local in filter(None, (values["path"], values["session"], *values["reported"])):
        if not LOCAL.fullmatch(local):
            raise InputError(path, "the end of an IRI", shown(local), "correct it")
    days = values["dates"].items()
    for key, day in [*days, ("date", values["date"])] if values["date"] else days:
        if not (isinstance(day, str) and is_date(day)):
            where = key if key == "date" else f"dates.{key}"
            expected = "a date such as “2017-10-09”, or a month, in quotes"
            raise InputError(path, expected, shown(str(day)), f"correct {where}")
    for key, part in values["reported"].items():
        if not isinstance(part, str):
            advice = f"correct reported.{key}"
            raise InputError(path, "the identifier of a part", shown(str(part)), advice)


def is_date(text: str) -> bool:
    """Whether a text is a day, such as 2017-10-09, or a month of one, such as 2017-10."""
    try:
        date.fromisoformat(text if len(text) > len(MONTH) else f"{text}-01")
    except ValueError:
        return False
    return DATE.fullmatch(text) is not None
