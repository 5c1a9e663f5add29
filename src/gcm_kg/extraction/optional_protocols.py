"""Optional Protocols that are named by their treaty: "CEDAW and its Optional Protocol", "the two
Optional Protocols to the CRC".

The rule is described in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.text.folding import folded

MOST_BEFORE = 30
"""Code points before a name within which its number is looked for."""
NUMBERS = {"two": 2, "both": 2, "three": 3}
ORDINALS = ("first", "second", "third")
NUMERALS = {"i": "first", "ii": "second", "iii": "third"}
# Begins “ (CAT) and its Optional Protocol”, “ and sign its Protocols”, not “ and its Protocol on”.
BELONGING = re.compile(
    r"(?:\s*\([^()]{1,20}\))?(?:\s+of\s+\d{4})?,?\s+(?:and|with|as\s+well\s+as|including)\s+"
    r"(?:(?:also\s+)?(?:consider\s+)?"
    r"(?:ratify|sign|accede|implement|becom(?:e|ing)\s+(?:a\s+)?party|do\s+(?:the\s+same|likewise|so))(?:ing)?\s+)?"
    r"(?:(?:to|for|with)\s+)?"
    r"(?P<name>(?P<whose>its|the)\s+(?:(?P<which>first|second|third|two|both|three)\s+)?"
    r"(?:(?P<kind>optional|supplementing|supplementary|additional)\s+)?"
    r"(?P<noun>protocols?)(?:\s+(?P<numeral>I{1,3}))?(?P<thereto>\s+thereto)?)\b"
    r"(?(thereto)|(?!\s+(?:to|of|on|concerning|relating|regarding|aiming|against|for)\b))",
    re.I,
)
# Is “Optional Protocols to the CRC”, not “Optional Protocol to the CRC”.
SEVERAL = re.compile(
    r"(?:optional|additional)\s+protocols\s+(?:to|of)\s+(?:the\s+)?(?P<treaty>\S.*)", re.I | re.S
)
# Is “2014 Protocol to Convention No. 29”, not “Protocol to Convention No. 29”.
OF_A_YEAR = re.compile(
    r"(?:(?P<first>\d{4})\s+protocol|protocol\s+of\s+(?P<last>\d{4}))\s+to\s+(?:the\s+)?(?P<treaty>\S.*)",
    re.I | re.S,
)
# Matches “1967” and “2014”, not “100”.
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# Is “ (CRC) and to ”, not “ and ratify the ”.
LISTED = re.compile(
    r"(?:\s*\([^()]{1,20}\))?\s*(?:,?\s*(?:and|or|as\s+well\s+as)|,)\s*(?:to\s+)?(?:the\s+)?(?:to\s+the\s+)?"
)
# Matches “the two ”, not “the two new ”.
NUMBER = re.compile(r"\b(?P<which>two|both|three)\s+(?:the\s+|of\s+the\s+)?\Z", re.I)
# Matches “IV-11-c”, not “XVIII”.
TREATY_NUMBER = re.compile(r"(?P<chapter>[IVXL]+)-(?P<number>\d+)(?:-(?P<letter>[a-z]))?")


def name_optional_protocols(found: MentionIndex) -> None:
    """Gives "its Optional Protocol" behind a treaty, and "Optional Protocols to" before one, the
    protocol, or protocols, that is meant.

    Of several, the number that is stated says how many, the oldest first, or an ordinal says which;
    without either, one of several is not certain, and several are the two oldest at least.
    """
    optional = found.vocabulary.prepared("optional protocols", _of_treaties)
    _before_their_treaty(found, optional)
    _of_a_year(found)
    _of_listed_treaties(found, optional)
    for mention in found.all():
        treaty = mention.entities[0] if len(mention.entities) == 1 else ""
        if not optional.get(treaty):
            continue
        match = BELONGING.match(found.text, mention.end, mention.part.end)
        if match and _says_whose(match) and found.is_free("names", *match.span("name")):
            entities = _meant(found.vocabulary, optional[treaty], match)
            found.add(match.span("name"), entities, "names", "optional-protocol")


def _says_whose(match: re.Match[str]) -> bool:
    """Whether the words belong to the treaty: "its Protocol", not "the Protocol".

    Which Protocols are meant that are not optional, the document says.
    """
    several = match["noun"].lower().endswith("s")
    if (match["kind"] or "").lower() == "optional":
        return True
    return not several and bool(match["thereto"] or match["whose"].lower() == "its")


def _meant(vocabulary: Vocabulary, protocols: list[str], match: re.Match[str]) -> tuple[str, ...]:
    numeral = NUMERALS.get((match["numeral"] or "").lower(), "")
    which = numeral or (match["which"] or "").strip().lower()
    several = match["noun"].lower().endswith("s")
    if which in ORDINALS:
        names = (f"{which} optional protocol", f"{which} additional protocol")
        protocols = [p for p in protocols if _begins(vocabulary, p, names)]
        return tuple(protocols) if len(protocols) == 1 and not several else ()
    if several:  # of a treaty with one, that is meant by “its Optional Protocols” too
        return _oldest(protocols, NUMBERS.get(which, 2)) or (() if which else _alone(protocols))
    return () if which else _alone(protocols)


def _before_their_treaty(found: MentionIndex, optional: dict[str, list[str]]) -> None:
    """The protocols of "two Optional Protocols to the CRC", which is no name that is known."""
    for mention, match in _unresolved(found, SEVERAL):
        near = max(mention.part.start, mention.start - MOST_BEFORE)
        number = NUMBER.search(found.text, near, mention.start)
        which = number["which"].lower() if number else ""
        treaty = _treaty(found.vocabulary, match["treaty"])
        if protocols := _oldest(optional.get(treaty, []), NUMBERS.get(which, 2)):
            _replace(found, mention, protocols)


def _unresolved(
    found: MentionIndex, pattern: re.Pattern[str]
) -> Iterator[tuple[Mention, re.Match[str]]]:
    """The names of which nothing is known that are of a form."""
    for mention in found.all():
        unknown = mention.layer == "names" and not mention.entities
        match = pattern.fullmatch(found.text, mention.start, mention.end) if unknown else None
        if match:
            yield mention, match


def _treaty(vocabulary: Vocabulary, words: str) -> str:
    """The treaty that some words name; nothing where it is not known."""
    treaties = vocabulary.prepared("treaties", lambda known: known.by_label("Treaty"))
    return treaties.get(folded(" ".join(words.split())), "")


def _replace(found: MentionIndex, mention: Mention, protocols: tuple[str, ...]) -> None:
    """Protocols, or nothing that is certain, for the words of a mention."""
    found.remove(mention)
    found.add((mention.start, mention.end), protocols, "names", "optional-protocol")


def _alone(protocols: Sequence[str]) -> tuple[str, ...]:
    """The only one of some protocols; none of several."""
    return tuple(protocols) if len(protocols) == 1 else ()


def _of_listed_treaties(found: MentionIndex, optional: dict[str, list[str]]) -> None:
    """The protocols of "Optional Protocols to A, B and C" behind the first: a treaty of the list
    that has one stands for it; one that has several, or none, for nothing that is certain."""
    first: Mention | None = None
    of_first, last = "", -1
    for mention in (m for m in found.all() if m.layer == "names"):
        if match := SEVERAL.fullmatch(found.text, mention.start, mention.end):
            first, last = mention, mention.end
            of_first = "" if mention.entities else _treaty(found.vocabulary, match["treaty"])
        elif first and last < mention.start:
            treaty = any(found.vocabulary.is_a(entity, "Treaty") for entity in mention.entities)
            if not treaty or not LISTED.fullmatch(found.text, last, mention.start):
                first = None
                continue
            _replace(found, mention, _alone(optional.get(mention.entities[0], [])))
            if of_first:
                _replace(found, first, _alone(optional.get(of_first, [])))
            of_first, last = "", mention.end


def _of_a_year(found: MentionIndex) -> None:
    """The protocol of "2014 Protocol to Convention No. 29": the one of that year to the treaty."""
    supplementing = found.vocabulary.prepared("protocols of years", _of_years)
    for mention, match in _unresolved(found, OF_A_YEAR):
        treaty = _treaty(found.vocabulary, match["treaty"])
        if protocol := supplementing.get((treaty, match["first"] or match["last"]), ""):
            _replace(found, mention, (protocol,))


def _of_years(vocabulary: Vocabulary) -> dict[tuple[str, str], str]:
    """The protocol to each treaty of each year, which its date or its name says; none of two."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for protocol in vocabulary.of_kind("Protocol"):
        treaties = vocabulary.get(protocol, GCM + "supplements")
        dates = [date[:4] for date in vocabulary.get(protocol, GCM + "adoptedOn")]
        for treaty in treaties:
            named = YEAR.findall(vocabulary.name(protocol).replace(vocabulary.name(treaty), ""))
            for year in {*dates, *named}:
                found[treaty, year].add(protocol)
    return {key: next(iter(ones)) for key, ones in found.items() if len(ones) == 1}


def _oldest(protocols: list[str], number: int) -> tuple[str, ...]:
    """The oldest protocols of a treaty, as many as are meant; none, if it has fewer."""
    return tuple(protocols[:number]) if len(protocols) >= number else ()


def _begins(vocabulary: Vocabulary, entity: str, words: tuple[str, ...]) -> bool:
    labels = (label for name in POSITIVE for label in vocabulary.get(entity, name))
    return any(label.lower().startswith(words) for label in labels)


def _of_treaties(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The protocols of each treaty, the optional ones alone where it has such, in the order of
    their numbers, which is that in which they were deposited."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for protocol in vocabulary.of_kind("Protocol"):
        for treaty in vocabulary.get(protocol, GCM + "supplements"):
            found[treaty].append(protocol)
    for treaty, protocols in found.items():
        optional = [p for p in protocols if _is_optional(vocabulary, p)]
        found[treaty] = optional or protocols
    for protocols in found.values():
        protocols.sort(key=lambda protocol: _number(vocabulary, protocol))
    return dict(found)


def _is_optional(vocabulary: Vocabulary, protocol: str) -> bool:
    return "Optional Protocol" in vocabulary.name(protocol)


def _number(vocabulary: Vocabulary, protocol: str) -> tuple[bool, int, str, str]:
    """What protocols of one treaty are sorted by."""
    for value in vocabulary.get(protocol, GCM + "treatyNumber"):
        if match := TREATY_NUMBER.fullmatch(value):
            return False, int(match["number"]), match["letter"] or "", protocol
    return True, 0, "", protocol
