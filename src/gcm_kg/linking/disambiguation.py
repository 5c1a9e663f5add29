"""What stands around the name of a candidate, where that tells whether it is ours.

Brackets, years and codes in the labels themselves, codes beside them, and where it lies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.linking.agreement import Agreement
from gcm_kg.linking.candidates import Candidate
from gcm_kg.linking.context import field_of
from gcm_kg.linking.entity_types import conflicting_type, of_description
from gcm_kg.linking.labels import (
    BASE,
    LOOSE,
    NUMBERED,
    SPELT_OUT,
    YEAR,
    acronym,
    contains,
    label_key,
)
from gcm_kg.linking.labels import qualified as without_brackets
from gcm_kg.linking.subjects import Subject, Subjects
from gcm_kg.linking.target import Target
from gcm_kg.mappings.identifiers import Identifier, from_iri

SINGLE = frozenset({"alpha2", "alpha3", "m49", "normlex", "treaty", "registration", "grid", "ror"})
"""Kinds of identifiers of which a thing has one: with two that differ, there are two things."""
WITHOUT_QUALIFIER = frozenset({BASE, LOOSE, SPELT_OUT})
"""Kinds of keys in which what stands in brackets is left out."""
MONTHS = {name: number for number, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}  # fmt: skip
DAY = re.compile(r"\b(\d{1,2})\b")
DISTINCT = 4
"""Words of an instrument's name with which it needs no year to be known."""


def unfit(thing: Subject, agreement: Agreement) -> str:
    """Why what stands before or behind a name is neither another name of ours nor around it."""
    label = agreement.label
    code = label.parts.code
    if code and ("normlex", code) not in thing.identifiers:
        return f"the code in {label.text} is not ours"
    if agreement.kind not in WITHOUT_QUALIFIER:
        return ""
    for qualifier in label.parts.qualifiers:
        if said := _misfit(thing, agreement, qualifier):
            return said
    return ""


def _misfit(thing: Subject, agreement: Agreement, qualifier: str) -> str:
    label = agreement.label
    place = "brackets" if label.text.rstrip().endswith((")", "]")) else "date"
    if agreement.kind == SPELT_OUT:
        fits = acronym(without_brackets(label.text)[0]) in thing.acronyms
    elif number := NUMBERED.search(qualifier):
        numbers = {n for name in thing.names for n in NUMBERED.findall(name.text)}
        fits = number[1] in numbers
    elif year := YEAR.search(qualifier):
        if not thing.dates:
            long = len(agreement.name.key.split()) >= DISTINCT and thing.sort == "instrument"
            return "" if long else f"its year is not known here: {label.text}"
        fits = any(date.startswith(year[0]) for date in thing.dates)
        place = place if fits else "date"
    else:
        fits = _known(thing, qualifier)
    return "" if fits else f"the {place} in {label.text} is not ours"


def dated(thing: Subject, agreement: Agreement) -> str:
    """How a date behind a name agrees with ours: "day", "year", "unknown", or "" without one."""
    for qualifier in agreement.label.parts.qualifiers:
        if year := YEAR.search(qualifier):
            if not thing.dates:
                return "unknown"
            return "day" if _day(qualifier, year[0]) in thing.dates else "year"
    return ""


def _day(text: str, year: str) -> str:
    """A date in words as "2000-11-15"; "" if it has no day."""
    rest = text.replace(year, " ").casefold()
    month = next((n for name, n in MONTHS.items() if re.search(rf"\b{name}", rest)), 0)
    day = DAY.search(rest)
    return f"{year}-{month:02}-{int(day[1]):02}" if month and day else ""


def _known(thing: Subject, qualifier: str) -> bool:
    """Whether a qualifier names the thing, what is around it, or its sort."""
    key = label_key(qualifier)
    if key in thing.keys or qualifier in thing.acronyms or key in thing.around:
        return True
    if field_of(qualifier):
        return False
    said = of_description(qualifier)
    return bool(said) and not conflicting_type(thing.sort, {said})


def other_code(thing: Subject, identifiers: Sequence[Identifier]) -> str:
    """A code of the candidate of which ours has another one, with ours; "" if there is none."""
    for kind in sorted(SINGLE):
        theirs = sorted(value for k, value in identifiers if k == kind)
        own = sorted(value for k, value in thing.identifiers if k == kind)
        if own and theirs and not set(own) & set(theirs):
            return f"its {kind} is {theirs[0]}, and ours {own[0]}"
    return ""


def other_place(ours: Subjects, target: Target, thing: Subject, candidate: Candidate) -> str:
    """Where the candidate is said to lie, if ours does not lie there; for States and places."""
    if thing.sort == "place" and (country := _other_country(ours, target, thing, candidate)):
        return country
    said = target.above(candidate)
    if thing.sort == "country":
        states = (text for text in said if _states_of(ours, text) - {thing.iri})
        return next(states, "")
    above = [text for text in said if not of_description(text) or _states_of(ours, text)]
    if thing.sort != "place" or not above:
        return ""
    keys = [label_key(text) for text in above]
    known = any(contains(key, near) for key in keys for near in thing.around)
    return "" if known else above[0]


def _states_of(ours: Subjects, text: str) -> set[str]:
    """Our States that have a name."""
    found = {name.thing for name in ours.by_key.get(label_key(text), ())}
    return {iri for iri in found if ours.things[iri].sort == "country"}


def _other_country(ours: Subjects, target: Target, thing: Subject, candidate: Candidate) -> str:
    """The country that the candidate is said to lie in, if it is not ours."""
    for said in candidate.countries:
        forms = {*from_iri(said), ("alpha2", said.upper()), ("alpha3", said.upper())}
        texts = [said, *target.around.get(said, ())]
        keys = {label_key(text) for text in texts}
        found = {o for form in forms for o in ours.by_identifier.get(form, ())}
        found |= {name.thing for key in keys for name in ours.by_key.get(key, ())}
        if not found & thing.places:
            return target.around.get(said, [said])[0]
    return ""
