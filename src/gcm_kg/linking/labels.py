"""Normal forms of labels, in which case, accents, spelling, number and word order do not count.

"Migration, International", "international migrations" and "INTERNATIONAL MIGRATION" have one key;
"smuggling of migrants" has that of "migrant smuggling". What could turn a meaning round stays:
"violence against women" is not "violence of women", and "—" begins a subdivision of a heading.
"""

from __future__ import annotations

import re

from gcm_kg.text.characters import unaccented
from gcm_kg.text.spelling import stem

TOKEN = re.compile(r"--|,|[^\W_]+")
POSSESSIVE = re.compile(r"(?<=\w)'(?:s\b)?|'")
SUBDIVISION = re.compile(r"\s*(?:--|[\u2013\u2014])\s*")
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
JOINED = re.compile(r"\b(non|co|re|pre|post|anti|counter|multi|inter|intra|cyber)[- ](?=\w)")
"""Prefixes that are written together, with a hyphen or apart."""
TURNING = frozenset({"of", "in", "for"})
"""Prepositions whose two sides may change places: "victims of crime", "crime victims"."""
ARTICLES = frozenset({"a", "an"})
LONGEST = 400
"""Characters of a label that are compared; no name is longer, some definitions are."""
ACRONYM = re.compile(r"(?:[A-Z][A-Z0-9&]{1,9}|(?:[A-Z]\.){2,6})s?|[A-Z]{1,4}-[A-Z]{2,6}")
PEOPLE = frozenset("person people human individual being".split())
"""Words for people, of which one is as good as another: "human trafficking"."""
UNITED_NATIONS = "united nation"
"""What "UN" stands for inside a name; alone, an acronym stays one."""


def label_key(text: str) -> str:
    """The normal form of a label: its words in one case, spelling, number and order, or ""."""
    key = " ".join(_ordered(tokens(text)))
    return key if key == UNITED_NATIONS else key.replace(UNITED_NATIONS, "un")


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


def paraphrased(explicit: str, key: str) -> bool:
    """Whether two keys differ in their words for people alone, of which the first has one."""
    words = explicit.split()
    rest = [word for word in words if word not in PEOPLE]
    return len(rest) < len(words) and rest == [w for w in key.split() if w not in PEOPLE]


def contains(longer: str, shorter: str) -> bool:
    """Whether the words of a key stand in another one, together and in their order."""
    return f" {shorter} " in f" {longer} "
