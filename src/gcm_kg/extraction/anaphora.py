"""Resolves the Protocols of a treaty, and "these instruments": plurals that lean on names before.

The rules are described in data/vocabulary/rules.ttl; one that cannot decide gives an unresolved
mention, none guesses.
"""

from __future__ import annotations

import re
from collections import defaultdict

from gcm_kg.extraction.head_nouns import NAME_GOES_ON, head_of
from gcm_kg.extraction.mentions import MentionIndex, unexplained
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import GCM

NUMBER_WORDS = {"two": 2, "three": 3, "four": 4, "both": 2}
# Matches “the two relevant Protocols thereto”, not “guidelines and protocols”.
PROTOCOLS = re.compile(
    r"\b(?P<lead>(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose|[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our|"
    r"relevant|additional|respective|supplementary|supplementing)\s+)*)"
    r"Protocols(?P<thereto>\s+thereto)?\b"
)
# Begins “ to the Convention”, not “ and the Convention”.
COMPLEMENT = re.compile(r"\s+(?P<to>to|of|supplementing|on|against|concerning|for)\s+(?:the\s+)?")
FAR = 1000
"""Code points in which the treaty of Protocols, or the sentence before, is looked for."""
# Matches “the Rome Statute”, not “a statute book”.
OTHER_TREATY = re.compile(r"\b(?:Conventions?|Covenants?|Treaty|Treaties|Statute|Charter)\b")
# Matches “these two legal instruments” and “both Conventions”, not “some legal instruments”.
THESE_INSTRUMENTS = re.compile(
    r"\b(?P<lead>[Tt]hese|[Tt]hose|[Bb]oth|[Tt]he\s+(?:two|three|four)|[Aa]ll\s+(?:two|three|four))"
    r"\s+(?P<number>(?:two|three|four|both)\s+)?(?:(?:said|above|legal|international)\s+)*"
    rf"(?P<kind>instruments|treaties|[Cc]onventions|[Pp]rotocols|[Cc]ovenants)\b(?!{NAME_GOES_ON})"
)
KINDS = ("instruments", "treaties", "onventions", "rotocols", "ovenants")
# Matches “was said. They”, not “art. 5”.
SENTENCE = re.compile(r"[.!?:](?=\s+[A-Z]|\s*\Z)|\n\s*\n(?=\s*[A-Z])")


def protocols_of_treaties(found: MentionIndex) -> None:
    """ "the two relevant Protocols thereto" are those of the treaty named last before.

    Of the instruments that supplement it, those count that the document names elsewhere; there
    must be more than one, and a number that is stated must agree. Where it names none so, they are
    all of them, if their number is stated, or the group of them, if none is.
    """
    for match in unexplained(found, PROTOCOLS, "Protocols"):
        if match["lead"] or match["thereto"]:
            entities = _that_supplement(found, match, _treaty(found, match))
            entities = entities or _named_before(found, match)
            found.add(match.span(), entities, "names", "protocols-thereto")


def _named_before(found: MentionIndex, match: re.Match[str]) -> tuple[str, ...]:
    """The protocols that "both Protocols" means: all that its part has named before, if there are
    as many as are said."""
    if match["thereto"] or not _numbers(match) or COMPLEMENT.match(found.text, match.end()):
        return ()
    start = found.part(match.start()).start
    named = dict.fromkeys(e for m in found.between(start, match.start()) for e in m.entities)
    protocols = tuple(e for e in named if head_of(found.vocabulary, e) == "Protocol")
    return protocols if _agrees(match, len(protocols)) else ()


def _that_supplement(found: MentionIndex, match: re.Match[str], treaty: str) -> tuple[str, ...]:
    """The protocols of a treaty that the words mean, or their group; nothing where neither is
    certain."""
    supplements = found.vocabulary.prepared("supplements", _supplements)
    protocols = [p for p in supplements[treaty] if found.vocabulary.is_a(p, "Protocol")]
    known = [protocol for protocol in protocols if protocol in found.named]
    for meant in (known, protocols if _numbers(match) else []):
        if len(meant) > 1 and _agrees(match, len(meant)):
            return tuple(meant)
    groups = [g for g in supplements[treaty] if found.vocabulary.is_a(g, "InstrumentGroup")]
    return tuple(groups) if len(groups) == 1 and not _numbers(match) else ()


def _supplements(vocabulary: Vocabulary) -> defaultdict[str, list[str]]:
    """What supplements each treaty, in the order of the vocabulary."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entity in vocabulary.of_kind("Instrument"):
        for treaty in vocabulary.get(entity, GCM + "supplements"):
            found[treaty].append(entity)
    return found


def _treaty(found: MentionIndex, match: re.Match[str]) -> str:
    """The treaty to which Protocols belong; nothing where it is not certain."""
    kinds = found.vocabulary.kinds
    part = found.part(match.start())
    complement = COMPLEMENT.match(found.text, match.end(), part.end)
    if complement and not match["thereto"]:
        behind = [
            entity for entity in names_at(found, complement.end()) if kinds[entity] == "Treaty"
        ]
        return behind[0] if behind and complement["to"] in ("to", "of", "supplementing") else ""
    for mention in reversed(list(found.between(match.start() - FAR, match.start()))):
        if treaties := [entity for entity in mention.entities if kinds[entity] == "Treaty"]:
            others = OTHER_TREATY.finditer(found.text, mention.end, match.start())
            certain = not any(found.is_free("names", *other.span()) for other in others)
            return treaties[0] if certain and len(treaties) == 1 else ""
    return ""


def _agrees(match: re.Match[str], number: int) -> bool:
    """Whether every number word of a phrase says this number."""
    return all(stated == number for stated in _numbers(match))


def _numbers(match: re.Match[str]) -> list[int]:
    words = f"{match['lead']} {match.groupdict().get('number') or ''}".lower().split()
    return [NUMBER_WORDS[word] for word in words if word in NUMBER_WORDS]


def these_instruments(found: MentionIndex) -> None:
    """ "These instruments" are those of the sentence before; one alone cannot be meant."""
    for match in unexplained(found, THESE_INSTRUMENTS, *KINDS):
        low = max(found.part(match.start()).start, match.start() - FAR)
        ends = [m.end() for m in SENTENCE.finditer(found.text, low, match.start())]
        before = found.between(ends[-2] if len(ends) > 1 else low, match.start())
        known = dict.fromkeys(
            entity
            for mention in before
            for entity in mention.entities
            if _is_one_of(found.vocabulary, entity, match["kind"].lower())
        )
        sure = len(known) > 1 and _agrees(match, len(known))
        found.add(match.span(), tuple(known) if sure else (), "names", "these-instruments")


def _is_one_of(vocabulary: Vocabulary, entity: str, kind: str) -> bool:
    """Whether an instrument can be meant by a noun, which is one of its name unless it is general:
    conventions, protocols and covenants are so called."""
    if kind in ("instruments", "treaties"):
        return vocabulary.is_a(entity, "Instrument" if kind == "instruments" else "Treaty")
    return vocabulary.is_a(entity, "Treaty") and head_of(vocabulary, entity).lower() + "s" == kind


def names_at(found: MentionIndex, position: int) -> list[str]:
    """The entities of the names that begin at a place."""
    return [entity for m in found.between(position, position + 1) for entity in m.entities]
