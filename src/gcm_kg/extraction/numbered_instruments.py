"""Conventions and resolutions that are named by their numbers.

Every number of a list is read, or the list stays unresolved: the first one alone would be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gcm_kg.extraction.document_bodies import makers
from gcm_kg.extraction.mentions import MentionIndex, matches
from gcm_kg.extraction.numbered_goals import notations
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import SKOS
from gcm_kg.text.name_shapes import CAPITALIZED
from gcm_kg.text.number_lists import COUNTS_NOTHING, JOINT, NO

Span = tuple[int, int]

NUMBERED = frozenset(map(rule_iri, ("numbered-convention", "numbered-resolution")))
"""The rules that make mentions of numbers."""
WHOLE = NUMBERED | {rule_iri("longer-name")}
"""The rules whose mentions say which thing is meant, though it be unknown."""

ILO = r"(?:ILO|International\s+Labou?r\s+Organi[sz]ation(?:\s*\(ILO\))?)(?:['’]s?)?"
CONVENTION_NUMBERS = (
    rf"(?P<numbers>{NO}?\d{{1,3}}(?!\d)"
    rf"(?:{JOINT}(?:{NO}|{COUNTS_NOTHING})\d{{1,3}}(?!\d))*)"
)
# Matches “ILO Conventions Nos. 29, 105 and 182”, not “ILO labour conventions”.
ILO_CONVENTIONS = re.compile(rf"\b{ILO}\s+(?:\w+\s+)?[Cc]onventions?\s+{CONVENTION_NUMBERS}")
# Matches “ILO C029 and C105”, not “ILO C”.
ILO_CODES = re.compile(rf"\b{ILO}\s+(?P<numbers>C\d{{1,3}}\b(?:{JOINT}C\d{{1,3}}\b)*)")
# Matches “Conventions No. 29 and 105 of the ILO”, not “Convention No. 108 of the Council”.
CONVENTIONS_OF = re.compile(
    rf"\b[Cc]onventions?\s+{CONVENTION_NUMBERS}(?=\s+(?:\([^()]*\)\s+)?of\s+the\s+{ILO})"
)
# Matches “ILO conventions on migrants (Nos. 97 and 143)”, not “ILO conventions (see annex)”.
CONVENTIONS_ON = re.compile(
    rf"\b{ILO}\s+(?:[\w-]+\s+){{0,2}}?[Cc]onventions?\b[^.;:()]{{0,80}}\(\s*{CONVENTION_NUMBERS}(?=\s*\))"
)
# Matches “Workers Convention, 2011 (No. 189)”, not “Convention 189”.
NAMED_CONVENTION = re.compile(
    rf"\bConvention(?P<year>,?\s+(?:of\s+)?\d{{4}})?,?\s+\(?{NO}(?P<numbers>\d{{1,3}})\b\)?"
)
# Matches “of the ILO”, not “Silo”.
ILO_NAMED = re.compile(rf"\b{ILO}\b|\blabour\s+conventions?\b", re.I)
# Is “ILO Convention No. 29”, not “Forced Labour Convention, 1930 (No. 29)”.
NUMBERED_CONVENTION = re.compile(r"ILO Convention No\. (\d+)")
# Matches “No. 29”, not “No.”.
CONVENTION_NUMBER = re.compile(rf"(?:{NO}|C)?0*(?P<number>\d+)")

ORGAN = (
    r"(?P<organ>(?:(?:United\s+Nations|UN)\s+)?(?:General\s+Assembly|UNGA|GA)"
    r"|(?:(?:United\s+Nations|UN)\s+)?(?:Human\s+Rights\s+Council|HRC|Security\s+Council|UNSC|SC"
    r"|Economic\s+and\s+Social\s+Council|ECOSOC))"
)
WORD = r"[Rr]es(?:olution(?:s|\(s\))?|s?\.)"
RESOLUTION = r"(?:\d{1,4}[/-]\d{1,4}(?![\d/])|\d{3,4}(?![\d/]))(?:\s+\(\d{4}\))?"
RESOLUTION_NUMBERS = rf"(?P<numbers>{NO}?{RESOLUTION}(?:{JOINT}{NO}?{RESOLUTION})*)"
# Matches “General Assembly resolutions 71/1 and 64/293”, not “the resolution of 2016”.
RESOLUTIONS = re.compile(rf"\b{ORGAN}(?:['’]s?)?\s+{WORD}\s+{RESOLUTION_NUMBERS}")
# Matches “resolution 71/1 of the General Assembly”, not “resolution 71/1 of another assembly”.
RESOLUTIONS_OF = re.compile(
    rf"\b{WORD}\s+{RESOLUTION_NUMBERS}(?=\s+(?:\([^()]*\)\s+)?(?:of|by)\s+(?:the\s+)?{ORGAN})"
)
# Matches “resolution 71/1”, not “resolution 1325”.
RESOLUTIONS_ALONE = re.compile(
    rf"\b{WORD}\s+(?P<numbers>(?P<organ>){NO}?\d{{1,3}}/\d{{1,4}}(?:{JOINT}\d{{1,3}}/\d{{1,4}})*)"
    r"(?!\s+of\b|[\d/])"
)
# Is “UN General Assembly”, not “Security Council”.
ASSEMBLY = re.compile(r"(?:.*\s)?(?:General\s+Assembly|UNGA|GA)", re.S)
# Is “Human Rights Council”, not “Security Council”.
RIGHTS_COUNCIL = re.compile(r"(?:.*\s)?(?:Human\s+Rights\s+Council|HRC)", re.S)
# Is “UN Security Council”, not “Human Rights Council”.
SECURITY_COUNCIL = re.compile(r"(?:.*\s)?(?:Security\s+Council|UNSC|SC)", re.S)
SERIES = ((ASSEMBLY, "A/RES/"), (RIGHTS_COUNCIL, "A/HRC/RES/"), (SECURITY_COUNCIL, "S/RES/"))
"""The organs with the beginnings of the symbols of their resolutions."""
# Matches “Recalling the Council’s ”, not “Recalling its earlier ”.
OF_OTHERS = re.compile(
    r"\b(?:Council|Committee|Commission|Conference|Board|Congress|Parliament|Union|Organi[sz]ation)"
    r"(?:['’]s)?\s+(?:\w+\s+)?\Z"
)
"""Before the word resolution: it is one of an organ that is not named in full."""
# Matches “ its resolutions 47/19 and 48/16”, not “its resolution of 2016”.
RESOLUTIONS_OF_ITS = re.compile(
    rf"\b[Ii]ts\s+(?P<organ>)(?:\w+\s+){{0,2}}?{WORD}\s+{RESOLUTION_NUMBERS}"
)
# Begins “ on Decent Work for Cooks”, not “ on cooks”.
TITLE = re.compile(
    rf"(?:,\s+\d{{4}},?)?\s+(?:on|concerning)\s+(?:the\s+)?{CAPITALIZED}"
    rf"(?:(?:\s+(?:of|for|in|at|to)(?:\s+the)?|\s+and)?\s+(?!(?:Conventions?|Protocols?)\b)"
    rf"{CAPITALIZED}(?![\w’'-])(?!(?:\s+[A-Z][\w-]*)*\s+(?:Conventions?|Protocols?)\b))*"
)
"""Behind the number of a convention: its subject, which is part of its name."""
# Matches “64/293 and 71/1”, not “the resolution”.
RESOLUTION_NUMBER = re.compile(r"(?P<number>\d+(?:[/-]\d+)?(?:\s+\(\d{4}\))?)")
LONGEST_NAME = 1_000
"""Code points before a number in which a name of which it is a part may begin."""
FIRST_OF_THE_ASSEMBLY_ALONE = 60
"""From this session on, only the General Assembly has numbers of this kind."""


def name_numbered_conventions(found: MentionIndex) -> None:
    """ "ILO Conventions Nos. 29, 105 and 182" names each by its number."""
    known = found.vocabulary.prepared("labour conventions", _convention_numbers)
    for pattern in (ILO_CONVENTIONS, ILO_CODES, CONVENTIONS_OF, CONVENTIONS_ON):
        for match in matches(found, pattern, "ILO", "Labo"):
            numbers = list(CONVENTION_NUMBER.finditer(match["numbers"]))
            if len(numbers) > 1 or not _is_known(found, match.span()):
                _name_each(found, match, numbers, known, "numbered-convention")
            elif title := TITLE.match(found.text, match.end(), found.part(match.start()).end):
                _add_title(found, match.span(), title.end())
    for match in matches(found, NAMED_CONVENTION, "Convention"):
        _name_with_number(found, match, known)


def _convention_numbers(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The labour conventions by their numbers, which stand in their labels."""
    return {
        number[1]: (entity,)
        for entity in vocabulary.of_kind("LabourConvention")
        for label in vocabulary.get(entity, SKOS + "altLabel")
        if (number := NUMBERED_CONVENTION.fullmatch(label))
    }


def _add_title(found: MentionIndex, span: Span, end: int) -> None:
    """Lets a name that ends with its number go on to the end of its title."""
    for mention in [m for m in found.between(*span) if m.end == span[1]]:
        found.remove(mention)
        found.add((mention.start, end), mention.entities, "names", "numbered-convention")


def _name_with_number(
    found: MentionIndex, match: re.Match[str], known: Mapping[str, tuple[str, ...]]
) -> None:
    """ "Domestic Workers Convention, 2011 (No. 189)": the number belongs to the name.

    Where the name says another convention than the number, nothing is certain; without a name that
    is known, the number counts where the ILO or labour conventions are spoken of.
    """
    if _is_known(found, match.span("numbers")):
        return
    entities = known.get(match["numbers"].lstrip("0"), ())
    leaf = found.part(match.start())
    named = [m for m in found.between(leaf.start, match.end()) if m.end > match.start()]
    instruments = {e for m in named for e in m.entities if found.vocabulary.is_a(e, "Instrument")}
    start = min((m.start for m in named if m.entities), default=match.start())
    if instruments and instruments != set(entities):
        entities = ()
    elif not instruments and not ILO_NAMED.search(found.text, leaf.start, leaf.end):
        return
    for mention in named:
        found.remove(mention)
    found.add((start, match.end()), entities, "names", "numbered-convention")


def name_numbered_resolutions(found: MentionIndex) -> None:
    """ "General Assembly resolutions 71/1 and 64/293" names each by its document symbol.

    In a document of an organ, its resolutions are of that organ. One that is not known is kept,
    unresolved, with its number.
    """
    known = found.vocabulary.prepared("symbols of resolutions", _symbols)
    own = _own_organ(found)
    for pattern in (RESOLUTIONS, RESOLUTIONS_OF, RESOLUTIONS_OF_ITS, RESOLUTIONS_ALONE):
        for match in matches(found, pattern, "esolution", "es."):
            numbers = list(RESOLUTION_NUMBER.finditer(match["numbers"]))
            if len(numbers) > 1 or not _is_known(found, match.span()):
                organ = match["organ"] or ("" if _is_of_others(found, match, own) else own)
                ours = {n["number"]: _resolution(known, organ, n["number"]) for n in numbers}
                _name_each(found, match, numbers, ours, "numbered-resolution")


def _symbols(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The resolutions by their symbols, with the year in brackets and without."""
    whole = {words.replace(" ", ""): things for words, things in notations(vocabulary).items()}
    return whole | {words.partition("(")[0]: things for words, things in whole.items()}


def _own_organ(found: MentionIndex) -> str:
    """The name of the organ whose document it is, if it is one."""
    bodies = makers(found.document, found.all(), found.vocabulary)
    return found.vocabulary.name(*bodies) if len(bodies) == 1 else ""


def _is_of_others(found: MentionIndex, match: re.Match[str], own: str) -> bool:
    """Whether, in a document of an organ, a resolution may be one of another that was named."""
    start = max(
        a for a, _ in found.document.sentences_of(found.part(match.start())) if a <= match.start()
    )
    before = (e for m in found.between(start, match.start()) for e in m.entities)
    names = (found.vocabulary.name(e) for e in before if found.vocabulary.is_a(e, "Actor"))
    return any(name != own for name in names) or bool(
        OF_OTHERS.search(found.text, start, match.start())
    )


def _resolution(known: Mapping[str, tuple[str, ...]], organ: str, number: str) -> tuple[str, ...]:
    """The resolution of an organ with a number; without an organ, where it can only be one."""
    symbol = "".join(number.split()).replace("-", "/")
    for named, beginning in SERIES:
        if named.fullmatch(organ):
            return known.get(beginning + symbol, ())
    alone = not organ and "/" in symbol and int(symbol.split("/")[0]) >= FIRST_OF_THE_ASSEMBLY_ALONE
    return known.get(f"A/RES/{symbol}", ()) if alone else ()


def _is_known(found: MentionIndex, span: Span) -> bool:
    """Whether a label or number names the whole, and not the kind of thing alone."""
    leaf = found.part(span[0])
    names = found.between(max(leaf.start, span[0] - LONGEST_NAME), span[0] + 1)
    return any(m.start <= span[0] and m.end >= span[1] for m in names if _says_which(m))


def _says_which(mention: Mention) -> bool:
    return bool(mention.entities) or mention.maker in WHOLE


def _name_each(
    found: MentionIndex,
    match: re.Match[str],
    numbers: list[re.Match[str]],
    known: Mapping[str, tuple[str, ...]],
    rule: str,
) -> None:
    """A mention for each number, the first with the words before it, instead of what is there.

    Nothing is done where an earlier reading has named them.
    """
    inside = list(found.between(*match.span()))
    if any(mention.maker in NUMBERED for mention in inside):
        return
    for mention in inside:
        if not all(found.vocabulary.is_a(entity, "Actor") for entity in mention.entities):
            found.remove(mention)
    base = match.start("numbers")
    for index, number in enumerate(numbers):
        start = match.start() if index == 0 else base + number.start()
        entities = known.get(number["number"], ())
        title = TITLE.match(found.text, match.end()) if len(numbers) == 1 else None
        end = title.end() if title and rule == "numbered-convention" else base + number.end()
        found.add((start, end), entities, "names", rule)
