"""What properties of any vocabulary are for, told by their own names; and names in IRIs."""

from __future__ import annotations

import re
from functools import lru_cache

from gcm_kg.mappings.identifiers import kind_of
from gcm_kg.rdf.namespaces import OWL, SKOS

PREFERRED = frozenset("preflabel label name title literalform authoritativelabel legalname".split())
OTHERS = frozenset(
    "altlabel hiddenlabel alternatename alternativename officialname shortname title_short"
    " title_alternative alternative variantlabel hasexactsynonym synonym acronym alias othername"
    " aliases expression_title resource_title".split()
)
"""Local names of properties that give names, in whatever ontology."""
XL = "http://www.w3.org/2008/05/skos-xl#"
LINKING = {SKOS + "exactMatch", OWL + "sameAs", SKOS + "closeMatch", "http://schema.org/sameAs",
           "https://schema.org/sameAs"}  # fmt: skip
DESCRIBING = frozenset({"description", "comment"})
DEFINING = frozenset("definition scopenote note iao_0000115 gloss abstract skopenote".split())
BELONGING = frozenset({"realizes", "expression_belongs_to_work"})
REALIZED = "is_realized_by"
"""Between a text in a language, which has the title, and the work that it is of (ELI, CDM)."""
TYPING = frozenset({"type", "P31", "additionalType", "featureCode", "madstype"})
PLACING = frozenset("countrycode parentcountry country P17 addresscountry containedinplace".split())
ABOVE = frozenset(
    "broader broadergeneric broaderpartitive broadertransitive subclassof ispartof locatedin"
    " parentfeature inscheme inmicrothesaurus topconceptof domain indefinedtermset".split()
)
HOLDING = frozenset({"member", "hastopconcept", "memberlist"})
"""Properties of what holds concepts, and is none."""
REPLACING = frozenset(
    "isreplacedby supersededby iao_0100001 replacedby term_replaced_by useinstead".split()
)
STATUS = frozenset("status term_status conceptstatus concept_status".split())
WITHDRAWING = frozenset({"deprecated", "obsolete", "is_obsolete"})


def local_name(iri: str) -> str:
    """What stands behind the namespace of an IRI."""
    return re.split(r"[/#]", iri)[-1]


@lru_cache(maxsize=4096)
def role_of(predicate: str) -> str:
    """The role of the names that a property gives, by its name; "" if it gives none."""
    local = local_name(predicate).lower()
    if local in PREFERRED:
        return "pref"
    return "alt" if local in OTHERS else ""


USES = {
    "withdraw": WITHDRAWING, "replace": REPLACING, "status": STATUS, "define": DEFINING,
    "describe": DESCRIBING, "place": PLACING, "above": ABOVE, "hold": HOLDING,
}  # fmt: skip
"""What properties are for, by their local names."""


@lru_cache(maxsize=4096)
def use_of(predicate: str) -> str:
    """What a property is for: to name, identify, link, type, describe, withdraw …; or ""."""
    local = local_name(predicate)
    if predicate in LINKING:
        return "link"
    if role_of(predicate):
        return "name"
    if local in TYPING:
        return "type"
    if local in BELONGING or local == REALIZED:
        return "belong"
    lower = local.lower()
    for use, names in USES.items():
        if lower in names or local in names:
            return use
    return "identify" if kind_of(predicate) else ""


WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
"""A word in a name that is written together."""


def name_in_iri(iri: str) -> str:
    """The words of which the end of an IRI is made: "HumanTrafficking"; "" for codes and numbers.

    So are classes named that have no label.
    """
    local = local_name(iri.rstrip("/#"))
    if len(local) < 4 or any(c.isdigit() for c in local) or not local.isascii():
        return ""
    return " ".join(WORD.findall(local))
