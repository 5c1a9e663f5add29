"""What stands around the name of a candidate, where that tells whether it is ours.

Brackets, years and codes in the labels themselves, codes beside them, and the country it lies in.
"""

from __future__ import annotations

from collections.abc import Sequence

from gcm_kg.linking.candidates import YEAR, Agreement, Candidate, CandidateLabel
from gcm_kg.linking.entity_types import conflicting_type, of_description
from gcm_kg.linking.labels import acronym, label_key, qualified
from gcm_kg.linking.subjects import Subject, Subjects
from gcm_kg.linking.target import Target
from gcm_kg.mappings.identifiers import Identifier, from_iri

SINGLE = frozenset({"alpha2", "alpha3", "m49", "normlex", "treaty", "registration", "grid", "ror"})
"""Kinds of identifiers of which a thing has one: with two that differ, there are two things."""


def fitting(
    thing: Subject, candidate: Candidate, agreements: Sequence[Agreement]
) -> tuple[list[Agreement], str]:
    """The names that agree with what stands beside them, or, for none, what does not fit."""
    wrong = [(a, unfit(thing, a.label, a.name.key)) for a in agreements]
    kept = [a for a, reason in wrong if not reason]
    if not kept:
        return [], wrong[0][1]
    if not any(a.label.role == "pref" for a in kept):
        for label in candidate.labels:
            preferred = label.role == "pref" and label.key in thing.keys
            if preferred and (reason := unfit(thing, label, label.key)):
                return [], reason
    return kept, ""


def unfit(thing: Subject, label: CandidateLabel, key: str) -> str:
    """Why what stands before or behind a name is neither another name of ours nor around it.

    ``key`` is the part of the label that agrees.
    """
    if label.code and ("normlex", label.code) not in thing.identifiers:
        return f"the code in {label.text} is not ours"
    if not label.qualifier or key == label.whole:
        return ""
    if key == label.spelt_out:
        fits = acronym(qualified(label.text)[0]) in thing.acronyms
    elif year := YEAR.search(label.qualifier):
        if not thing.year:
            return f"its year is not known here: {label.text}"
        fits = year[0] == thing.year
    else:
        fits = _known(thing, label.qualifier)
    if label.text.endswith((")", "]")):
        return "" if fits else f"the brackets in {label.text} are not ours"
    return "" if fits else f"the date in {label.text} is not ours"


def _known(thing: Subject, qualifier: str) -> bool:
    """Whether a qualifier names the thing, what is around it, or its sort."""
    key = label_key(qualifier)
    if key in thing.keys or qualifier in thing.acronyms or key in thing.around:
        return True
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


def other_country(ours: Subjects, target: Target, thing: Subject, candidate: Candidate) -> str:
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
