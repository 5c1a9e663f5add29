"""Tells by their words which numbered paragraphs below “Recommendations” only tell of something."""

from __future__ import annotations

import re

from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.wording import asks_for

# Begins “The evaluation found” and “This section”, not “The police should”.
OF_THE_REPORT = re.compile(
    r"(?:This|These|It|There)\b|The (?:following|above|present|evaluat\w+|review\w*|audit\w*|team|"
    r"report|section|chapter|mission|recommendations?|findings?)\b"
)
# Matches “Grants are paid late”, not “Legal aid for all who are detained”.
IS_SO = re.compile(
    r"(?<!\bwho )(?<!\bthat )(?<!\bwhich )(?<!\bwhat )(?<!\bwhere )(?<!\bas )(?<!\bif )(?<!\bwhen )"
    r"\b(?:was|were|has|have|had|is|are|remains?)\b"
)
# Begins “Ringfence the funds”, not “Grants take months”.
VERB_AND_OBJECT = re.compile(
    r"[A-Z][\w-]+ (?:the|an?|all|any|each|every|its|their|our|for|up|out|down|to)\b"
)
# Begins “All detainees” and “No child”, not “Grants”.
OF_ALL = re.compile(r"(?:All|Every|Everyone|Each|No|Nobody|Any)\b")


def narrates(profile: Profile, words: str) -> bool:
    """Whether a paragraph says what is or was, or what a report holds, and asks for nothing."""
    if asks_for(profile, words):
        return False
    if OF_THE_REPORT.match(words):
        return True
    demands = VERB_AND_OBJECT.match(words) or OF_ALL.match(words)
    return not demands and bool(IS_SO.search(words))
