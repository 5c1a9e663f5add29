"""Knows the marks that name what they mark: “Recommendation 3:”, “Measure 1 –”, “R.2”, “A1.”."""

from __future__ import annotations

import re

from gcm_kg.reading.mark import Mark, roman_value

BARE = "recommendation:"
"""What marks an item that is called a recommendation and has no number."""
ACTION = "action:"
"""What marks an item of minutes that says what is to be done by whom."""
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
WORD_NUMBERS = "one two three four five six seven eight nine ten".split()

KINDS = (
    "key strategic operational overarching main specific general priority thematic technical policy"
    " important critical overall final major programmatic cross-cutting management"
    " evaluation audit formal".split()
)
"""Words before “recommendation” in a label."""
PROPOSED = ["suggestion", "proposal"]
NAMED = [*PROPOSED, *"action measure commitment pledge objective opinion".split()]
"""Words that a number marks, beside “recommendation”."""
# Begins “Recommendation 3: ”, “Key measure 3 (high): ” and “Rec. 3 Train all”, not “Action 3 was”.
LABEL = re.compile(
    r"(?P<open>\*\*|[*_“\"(\[])?"
    rf"(?P<word>(?i:(?:(?:{'|'.join(KINDS)}|FRA)\s+)?(?:recommendation|{'|'.join(NAMED)})"
    r"(?:\s+(?:point|item))?)|Rec\.?|R\.?(?=\s?\d))"
    r"\s*(?:(?i:No|Nr|Number)\b\.?\s*|[#№]\s*|n[°º]\s*)?"
    r"\(?(?P<label>\d{1,3}(?:\.\d{1,2})?|(?<![A-Za-z])[IVX]{2,6}\b|(?<![A-Za-z])[A-Z](?![A-Za-z])|"
    rf"(?<=\()[a-z](?=\))|(?<![A-Za-z])(?i:{'|'.join(WORD_NUMBERS)})\b)\)?"
    r"(?:\s*[(\[][^()\[\]]{1,160}[)\]](?=\s*(?:[:.–—-]|\Z)))?"
    r"(?:\s+(?:to|for)\s[^:.;–—]{2,60}(?=\s*[:–—]))?(?P<close>\*\*|[*_”\")\]])?"
    r"(?:\s*[:.)–—-]+|(?=\s*\Z)|\s+\([a-z ]{2,30}:[^()]*\Z|\s*\||(?<=[)\]])(?=\s)"
    r"|(?P<loose>(?<=[\dIVX])(?=\s+[A-Z“][\w’'-]*\s+\w)))(?:\*\*|[*_])?\s*"
)
# Begins “A1. Train”, “SR2: Train” and “[B2.1] Train”, not “A1 roads”, “A4” or “G20, the”.
CODE = re.compile(
    r"(?:\*\*|[*_])?[(\[]?(?P<letter>(?!R)[A-Z]|[SOGKT]R)[.-]?(?P<label>\d{1,2}(?:\.\d{1,2})?)[)\]]?"
    r"(?:[.:)]+(?:\*\*|[*_])?(?=\s)|\s[–—-](?=\s)|(?<=[)\]])(?=\s)"
    r"|(?P<loose>(?=\s+[A-Z][a-z]+\s+\w)))\s+"
)
# Begins “Recommendation: Train”, not “Recommendation:” or “Recommendations: 5”.
BARE_LABEL = re.compile(r"(?:\*\*|_)?(?i:recommendation)(?:\*\*|_)?\s*:(?:\*\*|_)?\s+(?=[A-Z“])")
# Begins “ACTION: IOM to train”, not “Actions taken: none”.
BARE_ACTION = re.compile(
    r"(?:\*\*|_)?(?i:(?:follow-?up )?actions?(?: (?:points?|items?))?)(?:\*\*|_)?\s*:(?:\*\*|_)?\s+"
    r"(?=[A-Z“])"
)
# Begins “First: Develop” and “Second recommendation: Train”, not “First of all”.
ORDINAL = re.compile(
    rf"(?:The\s+)?(?P<label>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)(?=\s+rec))"
    r"(?:ly|(?P<word>\s+recommendation))?"
    r"\s*(?:[:.–—-]\s*(?=\S)|(?<=[nN])\s*\Z)",
    re.I,
)


def labelled(words: str, start: int = 0) -> Mark | None:
    """The mark that begins at a place with a word and a number, or with a letter and a number."""
    if label := LABEL.match(words, start):
        return _named(label)
    if code := CODE.match(words, start):
        whole, value = code["letter"] + code["label"], int(code["label"].split(".")[-1])
        prefix = whole.rpartition(".")[0] or code["letter"]
        return Mark("code", prefix, value, whole, code.end(), code["loose"] is not None)
    return None


def initial(mark: Mark) -> str:
    """What stands for the word of a label: R for recommendations, suggestions and proposals."""
    word = mark.prefix.rstrip("0123456789")
    return word[0].upper() if word in NAMED and word not in PROPOSED else "R"


def _named(match: re.Match[str]) -> Mark:
    label = match["label"].lower()
    said = match["word"].lower()
    word = next((word for word in NAMED if word in said), "recommendation")
    if label in WORD_NUMBERS:
        value = WORD_NUMBERS.index(label) + 1
    elif len(label) > 1 and not label[0].isdigit():
        value = roman_value(label)
    else:
        value = int(label.split(".")[-1]) if label[0].isdigit() else ord(label) - 96
    prefix = label.split(".")[0] if "." in label else ""
    return Mark("label", word + prefix, value, label, match.end(), match["loose"] is not None)
