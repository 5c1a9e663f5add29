"""Normal forms of labels, in which case, accents, spelling, number and word order do not count.

"Migration, International", "international migrations" and "INTERNATIONAL MIGRATION" have one key;
"smuggling of migrants" has that of "migrant smuggling". What could turn a meaning round stays:
"violence against women" is not "violence of women", and "—" begins a subdivision of a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gcm_kg.text.characters import unaccented
from gcm_kg.text.spelling import stem

TOKEN = re.compile(r"--|,|[^\W_]+")
POSSESSIVE = re.compile(r"(?<=\w)'(?:s\b)?|'")
QUALIFIER = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
CODE = re.compile(r"([CPR]\d{3})\s*[-\u2013\u2014:]\s+(?=\S)")
CITIES = (
    "Vienna|Geneva|New York|Paris|London|Rome|Brussels|Strasbourg|The Hague|Washington|Istanbul"
    "|Warsaw|Palermo|Montreal|Lisbon|Budapest|San José|San Jose|Nairobi|Kampala|Marrakesh"
)
"""Where treaties are adopted; what else stands before a date may be a part of one."""
DATE = re.compile(
    rf"(?<=\w),\s+((?:(?:{CITIES}),?\s+)?(?:\d{{1,2}}\s+[A-Z][a-z]+\s+)?(?:1[89]|20)\d\d)$"
)
PREFIXES = frozenset("non co re pre post anti counter multi inter intra cyber".split())
JOINED = re.compile(rf"\b({'|'.join(sorted(PREFIXES))})[- ](?=\w)")
"""Prefixes that are written together, with a hyphen or apart."""
TURNING = frozenset({"of", "in", "for"})
"""Prepositions whose two sides may change places: "victims of crime", "crime victims"."""
ARTICLES = frozenset({"a", "an"})
LONGEST = 400
"""Characters of a label that are compared; no name is longer, some definitions are."""
ACRONYM = re.compile(r"(?:[A-Z][A-Z0-9&]{1,9}|(?:[A-Z]\.){2,6})s?|[A-Z]{1,4}-[A-Z]{2,6}")
SAYING_LITTLE = frozenset("and or to against from by with without at on of in for all the a an un"
                          " relating concerning united nation".split())  # fmt: skip
"""Words that tell two long names from each other least."""
LONG = 3
"""Words that say something, in a name whose words may stand in any order."""
NUMBERED = re.compile(r"\bNo\.? ?(\d{1,3})\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
JOINING = re.compile(r"\s+(?:and|or|&)\s+|\s*[,/]\s*")
WHOLE, BASE, SPELT_OUT, LOOSE, PART, HUMAN = "whole", "base", "spelt out", "loose", "part", "human"
"""What of a label a key is of: all of it, what stands before brackets, what brackets spell out, its
words in any order, one of several things that it joins, what is left without "human"."""
UNITED_NATIONS = "united nation"
"""What "UN" stands for inside a name; alone, an acronym stays one."""


def label_key(text: str) -> str:
    """The normal form of a label: its words in one case, spelling, number and order, or ""."""
    return _key(_ordered(tokens(text)))


def _key(words: list[str]) -> str:
    if len(words) > 1:
        words = ["person" if word == "people" else word for word in words]
    key = " ".join(words)
    return key if key == UNITED_NATIONS else key.replace(UNITED_NATIONS, "un")


def loose_key(text: str) -> str:
    """The words of a long label that say something, in the order of the alphabet; "" for a short.

    "Convention on the Rights of the Child" and "Convention, Rights of the Child" have one.
    """
    said = {word for word in tokens(text) if word[0].isalnum() and not YEAR.fullmatch(word)}
    said -= SAYING_LITTLE
    return "~ " + " ".join(sorted(said)) if len(said) >= LONG else ""


@dataclass(frozen=True, slots=True)
class LabelParts:
    """A label taken apart: its keys, each with what of it they are of, and what stands beside it.

    ``qualifiers`` stood in brackets or as a date at its end, the last one last; ``code`` is one of
    NORMLEX, which stood before it.
    """

    keys: tuple[tuple[str, str], ...]
    qualifiers: tuple[str, ...] = ()
    code: str = ""


def taken_apart(text: str) -> LabelParts:
    """The keys by which a label may be found, each once, the more telling first."""
    text, code = coded(text[:LONGEST])
    base, qualifiers = _stripped(text)
    keys = {label_key(text): WHOLE}
    if text.count(",") == 1:
        keys.setdefault(label_key(text.replace(",", " ")), WHOLE)
    if qualifiers:
        keys.setdefault(label_key(base), BASE)
        if acronym(base):
            keys.setdefault(label_key(qualifiers[-1]), SPELT_OUT)
    keys.setdefault(loose_key(base), LOOSE)
    for part in joined(base):
        keys.setdefault(label_key(part), PART)
    if base[:6].lower() == "human ":
        keys.setdefault(label_key(base[6:]), HUMAN)
    keys.pop("", None)
    return LabelParts(tuple(keys.items()), qualifiers, code)


def _stripped(text: str) -> tuple[str, tuple[str, ...]]:
    """A label without all that stands in brackets or as a date at its end, and those."""
    found: list[str] = []
    base, qualifier = qualified(text)
    while qualifier:
        found.insert(0, qualifier)
        text = base
        base, qualifier = qualified(text)
    return base, tuple(found)


def joined(text: str) -> list[str]:
    """The things that a short label joins: "Refugees and asylum seekers"; none if it joins none."""
    if not (" and " in text or " or " in text or "&" in text or "/" in text):
        return []
    parts = JOINING.split(text)
    return parts if 1 < len(parts) <= 4 and all(0 < len(p.split()) <= 3 for p in parts) else []


def tokens(text: str) -> list[str]:
    """The words of a label in their order, as stems, with "," and "--" between them."""
    plain = _plain(text[:LONGEST])
    words = TOKEN.findall(plain)
    if words and words[0] in ARTICLES:
        words = words[1:]
    return [stem(word) for word in words if word != "the"]


def _plain(text: str) -> str:
    """Lower case without accents, possessives and the hyphens of prefixes."""
    if not text.isascii():
        text = text.replace("’", "'").replace("‘", "'").replace("‑", "-").replace("\u00ad", "")
        text = unaccented(text.replace("–", "--").replace("—", "--"))
    text = text.casefold().replace("&", " and ").replace("_", " ")
    if "'" in text:
        text = POSSESSIVE.sub("", text)
    return JOINED.sub(r"\1", text)


def _ordered(words: list[str]) -> list[str]:
    """Words with what qualifies before what is qualified, and no "of", "in", "for" or comma."""
    if words.count(",") == 1 and "--" not in words:
        middle = words.index(",")
        words = [*words[middle + 1 :], *words[:middle]]
    words = [word for word in words if word != ","]
    for position in range(1, len(words) - 1):
        if words[position] in TURNING:
            return [*_ordered(words[position + 1 :]), *words[:position]]
    return words


def turned(text: str) -> bool:
    """Whether the order of a label's words was changed in its key."""
    words = tokens(text)
    return _ordered(words) != [word for word in words if word != ","]


def coded(text: str) -> tuple[str, str]:
    """A label without the code of NORMLEX before it, and that: "C029 - Forced Labour"."""
    code = CODE.match(text)
    return (text[code.end() :], code[1]) if code else (text, "")


def qualified(text: str) -> tuple[str, str]:
    """A label without what stands in brackets, or as a date, at its end, and that.

    "RECRUITMENT (LABOUR)"; "Convention on Consular Relations, Vienna, 24 April 1963".
    """
    if text[-4:].isdigit() and (date := DATE.search(text)):
        return text[: date.start()], date[1]
    last = list(QUALIFIER.finditer(text))[-1:]
    if not last or last[0].end() != len(text) or last[0].start() == 0:
        return text, ""
    return text[: last[0].start()], last[0][1]


def acronym(text: str) -> str:
    """The acronym that a label is, with its case and without dots; "" if it is none."""
    text = text.strip()
    return text.replace(".", "") if len(text) <= 12 and ACRONYM.fullmatch(text) else ""


def contains(longer: str, shorter: str) -> bool:
    """Whether the words of a key stand in another one, together and in their order."""
    return f" {shorter} " in f" {longer} "
