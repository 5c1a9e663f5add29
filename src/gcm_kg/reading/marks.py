"""Knows the marks that begin headings, paragraphs and items: numbers, letters, bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import numeric

from gcm_kg.text.layout import BULLETS, DASHES

# Is “XIV”, not “IIX”.
ROMAN = re.compile(r"M{0,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
SIGNS = (
    f"{BULLETS}✓✔✗✘❖◆◇◊►▶▸▻→⇒➔➜➤★☆☐☑☒∙⦁◘❑❒□▢👉✅📌🔹🔸🔵🟢➡⭐\uf0a7\uf0a8\uf0d8\uf0e0\uf0fc\u25ab"
)
"""Signs that only ever mark an item."""
BARE = "recommendation:"
"""What marks an item that is called a recommendation and has no number."""
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
WORD_NUMBERS = "one two three four five six seven eight nine ten".split()

# Is “ ​”, not “a”.
UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")
"""White space, and signs without width that word processors and pages leave before words."""
# Begins “122.1 Ratify”, not “122.1% of”.
DOTTED = re.compile(r"(?P<label>\d{1,3}(?:\.\d{1,3}){1,3})(?P<end>\.|\)|:)?(?=\s|\Z|[A-Z])")
# Begins “5. The Committee”, not “5.3 per cent”.
NUMBER = re.compile(r"(?P<label>\d{1,3})(?P<end>[.)]|\s?[–-](?=\s))(?=\s|\Z|[A-Z(])")
# Begins “[1] Train” and “#1 Train”, not “# Train”.
NUMBERED = re.compile(
    r"(?:\[(?P<inside>\d{1,3})\]|(?:#|№\s?|No\.\s)(?P<behind>\d{1,3})[.:)]?)(?=\s+\S)"
)
# Begins “① Train”, not “1 Train”.
CIRCLED = re.compile(r"(?P<label>[①-⑳❶-❿➀-➓])\s*(?=\S)")
# Begins “(a) Train”, not “(and others)”.
BRACKETED = re.compile(r"\((?P<label>\d{1,3}|[a-z]{1,2}|[ivx]{1,6}|[A-Z])\)(?=\s|\Z|[A-Z])")
# Begins “b) Train” and “b. Diasporas”, not “b, c”.
LETTER = re.compile(r"(?P<label>[a-z]|[ivx]{1,6})(?P<end>[.)])\s+(?=\S)")
# Begins “III. Discussion” and “A.Introduction”, not “III and”.
CAPITAL = re.compile(r"(?P<label>[IVXL]{1,7}|[A-Z])(?P<end>[.)])(?:\s+(?=\S)|(?=[A-Z][a-z]))")
KINDS = (
    "key strategic operational overarching main specific general priority thematic technical policy"
    " important critical overall final major programmatic cross-cutting management".split()
)
"""Words before “recommendation” in a label."""
# Begins “Recommendation 3: ” and “Key recommendation 3 (high): ”, not “RECOMMENDATIONS:”.
LABEL = re.compile(
    r"(?P<open>\*\*|[*_“\"(\[])?"
    rf"(?P<word>(?i:(?:(?:{'|'.join(KINDS)})\s+)?recommendation|suggestion|proposal|action|commitment|"
    r"objective)|Rec\.?|R\.?(?=\s?\d))"
    r"\s*(?:(?i:No|Nr|Number)\b\.?\s*|[#№]\s*|n[°º]\s*)?"
    r"\(?(?P<label>\d{1,3}(?:\.\d{1,2})?|(?<![A-Za-z])[IVX]{2,6}\b|(?<![A-Za-z])[A-Z](?![A-Za-z])|"
    rf"(?<=\()[a-z](?=\))|(?<![A-Za-z])(?i:{'|'.join(WORD_NUMBERS)})\b)\)?"
    r"(?:\s*[(\[][^()\[\]]{1,60}[)\]](?=\s*(?:[:.–—-]|\Z)))?"
    r"(?:\s+(?:to|for)\s[^:.;–—]{2,60}(?=\s*[:–—]))?(?P<close>\*\*|[*_”\")\]])?"
    r"(?:\s*[:.)–—-]+|(?=\s*\Z)|\s*\||(?<=[)\]])(?=\s))(?:\*\*|[*_])?\s*"
)
# Begins “Recommendation: Train”, not “Recommendation:” or “Recommendations: 5”.
BARE_LABEL = re.compile(r"(?:\*\*|_)?(?i:recommendation)(?:\*\*|_)?\s*:(?:\*\*|_)?\s+(?=[A-Z“])")
# Begins “First: Develop” and “Second recommendation: Train”, not “First of all”.
ORDINAL = re.compile(
    rf"(?:The\s+)?(?P<label>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)(?=\s+rec))"
    r"(?:ly|(?P<word>\s+recommendation))?"
    r"\s*(?:[:.–—-]\s*(?=\S)|(?<=[nN])\s*\Z)",
    re.I,
)
# Begins “• Ratify” and “- ratify”, not “-ratify”.
BULLET = re.compile(
    rf"(?:(?P<label>[{SIGNS}])\ufe0f?\s*|(?P<dash>[{DASHES}*+o§»›])(?=\s)\s+)"
    rf"(?:\[[ xX]\]\s+)?(?=\S)"
    rf"|(?P<tight>[{DASHES}])(?=[A-ZÀ-ÖØ-Þ])"
)
# Is “ • ”, not “• Ratify”.
LONE = re.compile(rf"\s*[{DASHES}{SIGNS}*o§»›]\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the beginning of a line.

    ``style`` and ``prefix`` tell the series that it belongs to ("dotted", "122"), ``value`` its
    place there, ``label`` is as written ("122.1", "(a)" is "a"); ``length`` counts its code points,
    with the white space around it.
    """

    style: str
    prefix: str
    value: int
    label: str
    length: int

    @property
    def key(self) -> tuple[str, str]:
        """What the marks of one series have in common."""
        return self.style, self.prefix


def marks_of(line: str) -> list[Mark]:
    """The marks that a line may begin with; “(i)” may be a letter and a number."""
    lead = UNSEEN.match(line).end()  # type: ignore[union-attr]
    words = line[lead:]
    return [
        Mark(mark.style, mark.prefix, mark.value, mark.label, lead + mark.length)
        for mark in _marks(words)
    ]


def _marks(words: str) -> Iterator[Mark]:
    if numbered := _numbered(words):
        yield numbered
        if numbered.style == "label" and numbered.label in ("i", "v", "x"):
            yield replace(numbered, value=roman_value(numbered.label))
    elif bracketed := BRACKETED.match(words):
        yield from _lettered(bracketed["label"], "()", _length(words, bracketed))
    elif letter := LETTER.match(words) or CAPITAL.match(words):
        yield from _lettered(letter["label"], letter["end"], _length(words, letter))
    yield from _bullets(words)


def _bullets(words: str) -> Iterator[Mark]:
    """A sign, with the label or number behind it; or “Recommendation:” without a number."""
    if bullet := BULLET.match(words):
        if label := LABEL.match(words, bullet.end()):
            yield _labelled(label)
        sign = bullet["label"] or bullet["dash"] or bullet["tight"]
        bare = BARE_LABEL.match(words, bullet.end())
        behind = bare or NUMBER.match(words, bullet.end())
        length = _length(words, behind) if behind else bullet.end()
        yield Mark("bullet", BARE if bare else sign, 0, "", length)
    elif bare := BARE_LABEL.match(words):
        yield Mark("bullet", BARE, 0, "", bare.end())
    elif LONE.fullmatch(words):
        yield Mark("bullet", words.strip(), 0, "", len(words))


def _numbered(words: str) -> Mark | None:
    """A labelled number, an ordinal, a number with dots, or a number."""
    if label := LABEL.match(words):
        return _labelled(label)
    if ordinal := ORDINAL.match(words):
        word = ordinal["label"].lower()
        value = ORDINALS.index(word) + 1 if word in ORDINALS else int(word[:-2])
        if ordinal["word"]:
            return Mark("label", "recommendation", value, str(value), ordinal.end())
        return Mark("ordinal", "", value, word, ordinal.end())
    if dotted := DOTTED.match(words):
        prefix, _, last = dotted["label"].rpartition(".")
        return Mark("dotted", prefix, int(last), dotted["label"], _length(words, dotted))
    if signed := NUMBERED.match(words) or CIRCLED.match(words):
        return _signed(words, signed)
    if number := NUMBER.match(words):
        style = number["end"].strip()
        bare = BARE_LABEL.match(words, _length(words, number))
        length = bare.end() if bare else _length(words, number)
        return Mark("number", style, int(number["label"]), number["label"], length)
    return None


def _signed(words: str, mark: re.Match[str]) -> Mark:
    """A number in square brackets, behind a sign, or in a circle."""
    given = mark.groupdict()
    label = given.get("inside") or given.get("behind") or str(int(numeric(mark["label"])))
    prefix = "[]" if given.get("inside") else "#" if given.get("behind") else "①"
    return Mark("number", prefix, int(label), label, _length(words, mark))


def _length(words: str, mark: re.Match[str]) -> int:
    return UNSEEN.match(words, mark.end()).end()  # type: ignore[union-attr]


def _labelled(match: re.Match[str]) -> Mark:
    label = match["label"].lower()
    said = match["word"].lower()
    word = "recommendation" if said.startswith("r") or "recommendation" in said else said
    if label in WORD_NUMBERS:
        value = WORD_NUMBERS.index(label) + 1
    elif len(label) > 1 and not label[0].isdigit():
        value = roman_value(label)
    else:
        value = int(label.split(".")[-1]) if label[0].isdigit() else ord(label) - 96
    prefix = label.split(".")[0] if "." in label else ""
    return Mark("label", word.lower() + prefix, value, label, match.end())


def _lettered(label: str, end: str, length: int) -> Iterator[Mark]:
    """Letters and roman numbers; “v” may be both."""
    if label.isdigit():
        yield Mark("number", end, int(label), label, length)
        return
    small = label.islower()
    if ROMAN.fullmatch(label.upper()):
        style = "small roman" if small else "roman"
        yield Mark(style, end, roman_value(label), label, length)
    if len(label) == 1 or label[0] == label[-1]:
        value = ord(label[0].lower()) - 96 + 26 * (len(label) - 1)
        yield Mark("letter" if small else "capital", end, value, label, length)


def roman_value(label: str) -> int:
    """The value of a roman number: "XIV" is 14."""
    values = [VALUES[sign] for sign in label.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < later else value for value, later in pairs)
