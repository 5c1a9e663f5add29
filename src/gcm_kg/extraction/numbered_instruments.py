"""Instruments that are named by their numbers: goals, labour conventions, resolutions.

Every number of a list is read, or the list stays unresolved: the first one alone would be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gcm_kg.extraction.anaphora import matches, names_at
from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.rdf.namespaces import BASE, GCM, SKOS
from gcm_kg.text.name_shapes import OPENING, SENTENCE_START

Span = tuple[int, int]

IMPERATIVE = GCM + "imperativeCue"
SDGS = {f"{BASE}instrument/sdgs", f"{BASE}instrument/agenda2030"}
REACH = 40
"""Code points in which a word before a name is looked for."""
GOAL = r"\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?(?![\w%]|\.\d|,\d{3}|\s*[–-]\s*\d)"
COUNTS_NOTHING = (
    r"(?=\d[\d.]*\s*(?:[^\w\s]|\Z|(?:of|and|or|in|by|for|on|with|as|are|is|should|at)\b))"
)
"""In front of a number behind which no noun stands that it would count: 16, not 16 countries."""
JOINT = rf"(?:\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or|&)\s+|\s+to\s+{COUNTS_NOTHING}|\s*/\s*)"
"""What joins the numbers of a list or range."""
# Matches “goals 5.2, 8.7 and 16.2”, not “targets 5 per cent”.
NUMBERED = re.compile(
    r"\b(?P<lead>(?:Sustainable\s+Development\s+|SDGs?\s+)?(?:[Gg]oals?|[Tt]argets?)|SDGs?)\s+"
    rf"(?P<numbers>{GOAL}(?:{JOINT}{GOAL})*)"
    r"(?!\s+(?:per\s+cent|percent|million|billion|thousand|degrees)\b)"
)
# Begins “ of the Agenda”, not “ for the Agenda”.
OF = re.compile(r"\s+(?:of|in|under)\s+(?:(?:the|its|their)\s+)?")
# Matches “the Aichi ”, not “At the ”.
CAPITALIZED = re.compile(rf"\b(?!{OPENING.pattern})(?P<word>[A-Z][\w’'-]*)\s+\Z")
"""A capitalized word at the end of a stretch, unless only a sentence begins with it."""

# Matches “ILO Conventions Nos. 29, 105 and 182”, not “ILO labour conventions”.
CONVENTIONS = re.compile(
    r"\bILO\s+Conventions?\s+(?P<numbers>(?:Nos?\.?\s*)?\d{1,3}"
    rf"(?:{JOINT}(?:Nos?\.?\s*|{COUNTS_NOTHING})\d{{1,3}}(?![\d/]))*)(?![\d/])"
)
# Is “ILO Convention No. 29”, not “Forced Labour Convention, 1930 (No. 29)”.
NUMBERED_CONVENTION = re.compile(r"ILO Convention No\. (\d+)")
# Matches “General Assembly resolutions 71/1 and 64/293”, not “the resolution of 2016”.
RESOLUTIONS = re.compile(
    r"\b(?P<organ>(?:(?:United\s+Nations|UN)\s+)?(?:General\s+Assembly|UNGA|GA)"
    r"|(?:(?:United\s+Nations|UN)\s+)?(?:Human\s+Rights\s+Council|HRC|Security\s+Council"
    r"|Economic\s+and\s+Social\s+Council|ECOSOC))\s+[Rr]esolutions?\s+"
    rf"(?P<numbers>\d{{1,4}}(?:/\d{{1,4}})?(?:{JOINT}\d{{1,4}}/\d{{1,4}})*)(?:\s+\(\d{{4}}\))?(?![\d/])"
)
# Is “UN General Assembly”, not “Security Council”.
ASSEMBLY = re.compile(r"(?:.*\s)?(?:General\s+Assembly|UNGA|GA)", re.S)


def name_numbered_conventions(found: MentionIndex) -> None:
    """ "ILO Conventions Nos. 29, 105 and 182" names each by its number."""
    known = found.vocabulary.prepared("labour conventions", _convention_numbers)
    for match in matches(found, CONVENTIONS, "Convention"):
        numbers = list(re.finditer(r"(?:Nos?\.?\s*)?(?P<number>\d+)", match["numbers"]))
        if len(numbers) > 1 or not _is_known(found, match.span()):
            _name_each(found, match, numbers, known, "numbered-convention")


def _convention_numbers(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The labour conventions by their numbers, which stand in their labels."""
    return {
        number[1]: (entity,)
        for entity in vocabulary.of_kind("LabourConvention")
        for label in vocabulary.get(entity, SKOS + "altLabel")
        if (number := NUMBERED_CONVENTION.fullmatch(label))
    }


def name_numbered_resolutions(found: MentionIndex) -> None:
    """ "General Assembly resolutions 71/1 and 64/293" names each by its document symbol.

    One that is not known is kept, unresolved, with its number.
    """
    notations = found.vocabulary.prepared("notations", _notations)
    for match in matches(found, RESOLUTIONS, "esolution"):
        numbers = list(re.finditer(r"(?P<number>\d+(?:/\d+)?)", match["numbers"]))
        if len(numbers) > 1 or not _is_known(found, match.span()):
            prefix = "A/RES/" if ASSEMBLY.fullmatch(match["organ"]) else "/"
            ours = {n["number"]: notations.get(prefix + n["number"], ()) for n in numbers}
            _name_each(found, match, numbers, ours, "numbered-resolution")


def _is_known(found: MentionIndex, span: Span) -> bool:
    """Whether a label names the whole, and not the kind of thing alone."""
    return any(m.entities and m.start <= span[0] and m.end >= span[1] for m in found.between(*span))


def _name_each(
    found: MentionIndex,
    match: re.Match[str],
    numbers: list[re.Match[str]],
    known: Mapping[str, tuple[str, ...]],
    rule: str,
) -> None:
    """A mention for each number, the first with the words before it, instead of what is there."""
    for mention in list(found.between(*match.span())):
        if not all(found.vocabulary.is_a(entity, "Actor") for entity in mention.entities):
            found.remove(mention)
    base = match.start("numbers")
    for index, number in enumerate(numbers):
        start = match.start() if index == 0 else base + number.start()
        found.add((start, base + number.end()), known.get(number["number"], ()), "names", rule)


def name_numbered_goals(found: MentionIndex) -> None:
    """ "goals 5.2, 8.7 and 16.2" names each by its notation, where the SDGs are spoken of."""
    if found.named.isdisjoint(SDGS):
        return
    goals = found.vocabulary.prepared("notations", _notations)
    verbs = found.vocabulary.prepared("verbs before goals", _verbs)
    for match in matches(found, NUMBERED, "oal", "arget", "SDG"):
        if _counts_goals(found, match, verbs):
            ours = not _is_of_another(found, match.end())
            for span, number in _numbers(found, match):
                entities = goals.get(f"SDG {number}", ()) if ours else ()
                found.add(span, entities, "names", "numbered-goal")


def _counts_goals(found: MentionIndex, match: re.Match[str], verbs: set[str]) -> bool:
    """Whether the numbers count goals: "target 5 regions" asks for something else.

    Goals of another kind have another name in front, "Aichi Targets 5"; a verb that begins the
    sentence is none, "Implement goals 5 and 8".
    """
    several = len(re.findall(GOAL, match["numbers"])) > 1 or "." in match["numbers"]
    low = max(found.part(match.start()).start, match.start() - REACH)
    kind = CAPITALIZED.search(found.text, low, match.start())
    if kind and SENTENCE_START.search(found.text[low : kind.start("word")]):
        kind = None if kind["word"].lower() in verbs else kind
    other = kind and found.is_free("names", *kind.span("word")) and "S" not in match["lead"]
    return not other and (several or match["lead"][0].isupper())


def _verbs(vocabulary: Vocabulary) -> set[str]:
    """The first words of what asks for something to be done, with an instrument or else."""
    get, of_kind = vocabulary.get, vocabulary.of_kind
    cues = [c for function in of_kind("CitationFunction") for c in get(function, IMPERATIVE)]
    labels = [w for action in of_kind("Action") for name in POSITIVE for w in get(action, name)]
    cues += get(rule_iri("numbered-goal"), SKOS + "hiddenLabel")
    return {words.split()[0].lower() for words in (*cues, *labels)}


def _notations(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The instruments by their notations, "SDG 5" or "A/RES/71/1"."""
    return {
        notation: (entity,)
        for entity in vocabulary.of_kind("Instrument")
        for notation in vocabulary.get(entity, SKOS + "notation")
    }


def _is_of_another(found: MentionIndex, position: int) -> bool:
    """Whether behind a place stands of what the goals are, and it is not the 2030 Agenda."""
    junction = OF.match(found.text, position)
    return junction is not None and SDGS.isdisjoint(names_at(found, junction.end()))


def _numbers(found: MentionIndex, match: re.Match[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """The numbers that no label has, the first with the word before it.

    Where that word is the name of all goals together, the numbers make it the name of some.
    """
    for number in re.finditer(GOAL, match["numbers"]):
        start, end = (match.start("numbers") + offset for offset in number.span())
        if not found.is_free("names", start, end):
            continue
        if number.start() == 0:
            start = match.start()
            for whole in list(found.between(start, start + 1)):
                found.remove(whole)
        yield (start, end), number[0]
