"""Goals and targets that are named by their numbers: "Goals 5, 8 and 16", "targets 8.7 and 10.7".

Every number of a list is read, or the list stays unresolved: the first one alone would be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.anaphora import names_at
from gcm_kg.extraction.mentions import MentionIndex, matches
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.rdf.namespaces import BASE, GCM, SKOS
from gcm_kg.text.name_shapes import OPENING, SENTENCE_START
from gcm_kg.text.number_lists import JOINT, NO, inner_numbers

IMPERATIVE = GCM + "imperativeCue"
SDGS = {f"{BASE}instrument/sdgs", f"{BASE}instrument/agenda2030"}
REACH = 40
"""Code points in which a word before a name is looked for."""
GOAL = r"\d{1,2}(?:\.(?:\d{1,2}|[a-d]))?(?![\w%]|\.\d|,\d{3}|\s*[–-]\s*\d{3})"
# Matches “goals 5.2, 8.7 and 16.2” and “SDG5”, not “targets 5 per cent”.
NUMBERED = re.compile(
    r"\b(?P<lead>(?:Sustainable\s+Development\s+|SDGs?\s+)?(?:[Gg]oals?|[Tt]argets?)(?=\W)|SDGs?)"
    rf"(?:\s+(?:\(SDGs?\)\s*)?{NO}?|(?<=SDG)-?)(?P<numbers>{GOAL}(?:{JOINT}{NO}?{GOAL})*)"
    r"(?!\s+(?:per\s+cent|percent|million|billion|thousand|degrees)\b)"
)
COMPACT = f"{BASE}instrument/gcm"
# Matches “Objectives 5 and 7 of the ”, not “objectives of the ”.
OBJECTIVES = re.compile(
    rf"\b[Oo]bjectives?\s+{NO}?(?P<numbers>{GOAL}(?:{JOINT}{NO}?{GOAL})*)"
    r"\s+(?:of|in|under)\s+(?:the\s+|that\s+|this\s+)?(?P<of>(?=[Cc]ompact\b))?"
)
# Begins “ of the Agenda” and “ in the Aichi plan”, not “ in camps”.
OF = re.compile(
    r"\s+(?:of|(?:in|under)(?=\s+(?:[\w-]+\s+){0,6}?(?:[Aa]genda|[Pp]lan|[Ff]ramework|[Cc]ompact"
    r"|[Ss]trategy|[Dd]eclaration|[Pp]rogramme)\b))\s+(?:(?:the|its|their)\s+)?"
)
# Matches “the Aichi ”, not “At the ”.
CAPITALIZED = re.compile(rf"\b(?!{OPENING.pattern})(?P<word>[A-Z][\w’'-]*)\s+\Z")
"""A capitalized word at the end of a stretch, unless only a sentence begins with it."""


def name_numbered_goals(found: MentionIndex) -> None:
    """ "goals 5.2, 8.7 and 16.2" names each by its notation, where the SDGs are spoken of."""
    goals = found.vocabulary.prepared("notations", notations)
    sdgs = found.vocabulary.prepared("sdgs", _sdgs)
    spoken_of = not found.named.isdisjoint(sdgs)
    verbs = found.vocabulary.prepared("verbs before goals", _verbs)
    for match in matches(found, NUMBERED, "oal", "arget", "SDG"):
        if (spoken_of or "S" in match["lead"]) and _counts_goals(found, match, verbs):
            ours = not _is_of_another(found, match.end())
            named = [
                (span, goals.get(f"SDG {number}", ()) if ours else ())
                for span, number in _numbers(found, match)
            ]
            for span, entities in dict.fromkeys(named):
                found.add(span, entities, "names", "numbered-goal")


def notations(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The instruments by their notations, "SDG 5" or "A/RES/71/1"."""
    return {
        notation: (entity,)
        for entity in vocabulary.of_kind("Instrument")
        for notation in vocabulary.get(entity, SKOS + "notation")
    }


def _sdgs(vocabulary: Vocabulary) -> set[str]:
    """The goals, each of them, and what they are of."""
    numbered = notations(vocabulary).items()
    return SDGS.union(*(things for words, things in numbered if words.startswith("SDG ")))


def name_numbered_objectives(found: MentionIndex) -> None:
    """ "Objectives 5, 7 and 23 of the Global Compact for Migration" names each by its notation."""
    if COMPACT not in found.named:
        return
    known = found.vocabulary.prepared("notations", notations)
    for match in matches(found, OBJECTIVES, "bjective"):
        of = names_at(found, match.end())
        if COMPACT in of or (not of and match["of"] is not None):
            named = [
                (span, known.get(f"GCM {number}", ())) for span, number in _numbers(found, match)
            ]
            for span, entities in dict.fromkeys(named):
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
    whole_targets = match["lead"].startswith("target") and "." not in match["numbers"]
    several = (several or re.search(NO, match[0]) is not None) and not whole_targets
    return not other and (several or match["lead"][0].isupper())


def _verbs(vocabulary: Vocabulary) -> set[str]:
    """The first words of what asks for something to be done, with an instrument or else."""
    get, of_kind = vocabulary.get, vocabulary.of_kind
    cues = [c for function in of_kind("CitationFunction") for c in get(function, IMPERATIVE)]
    labels = [w for action in of_kind("Action") for name in POSITIVE for w in get(action, name)]
    cues += get(rule_iri("numbered-goal"), SKOS + "hiddenLabel")
    return {words.removeprefix("to ").split()[0].lower() for words in (*cues, *labels)}


def _is_of_another(found: MentionIndex, position: int) -> bool:
    """Whether behind a place stands of what the goals are, and it is not the 2030 Agenda."""
    junction = OF.match(found.text, position)
    return junction is not None and SDGS.isdisjoint(names_at(found, junction.end()))


def _numbers(found: MentionIndex, match: re.Match[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """The numbers that no label has, the first with the word before it, and those within ranges.

    Where that word is the name of all goals together, the numbers make it the name of some.
    """
    last = None
    for number in re.finditer(GOAL, match["numbers"]):
        start, end = (match.start("numbers") + offset for offset in number.span())
        if last:
            joint = match["numbers"][last.end() : number.start()]
            words = start - len(joint.lstrip())
            for inner in inner_numbers(joint, last[0], number[0]):
                yield (words, end), inner
        last = number
        if not found.is_free("names", start, end):
            continue
        if number.start() == 0:
            start = match.start()
            for whole in list(found.between(start, start + 1)):
                found.remove(whole)
        yield (start, end), number[0]
