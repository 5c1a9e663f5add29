"""Nouns that tell what was said: “there were calls for”, “was a source of worry”, “points raised”.

Which noun stands for which speech act is said in speech-acts.ttl of data/vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.quoted_speech import QuotedSpeech
from gcm_kg.extraction.reporting_phrases import AFFIRM, BE, DENY, NO_VERB
from gcm_kg.extraction.reporting_verbs import ReportingVerbs
from gcm_kg.extraction.unknown_speakers import UnknownSpeakers
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.alternatives import alternatives

REPORT = f"{BASE}speechact/report"
SAID = (
    "raised|expressed|voiced|made|reached|heard|paid|placed|given|drawn|sounded|launched"
    "|put forward|tabled|extended|aired|levelled|directed|lodged|registered"
)
SHARED = "shared|presented|mentioned|raised|discussed|cited|identified|highlighted|proposed|noted"


class ReportingNouns:
    """The patterns of reporting clauses with a noun, made from a vocabulary, of folded text.

    Their groups are those of ``ReportingVerbs``.
    """

    def __init__(self, verbs: ReportingVerbs) -> None:
        self.verbs, self.quoted, self.unknown = verbs, QuotedSpeech(verbs), UnknownSpeakers(verbs)
        noun, head, count = map(alternatives, (verbs.nouns, verbs.holders, verbs.supports))
        counted = rf"(?:(?P<count>{count}) )?(?:the )?(?:[\w']+ ){{0,2}}?"
        patterns = (
            (
                rf"\bthere {BE} (?P<denied>(?:no|little|scant|hardly any|scarcely any) )?{counted}"
                rf"(?P<verb>{noun})\b"
                rf"(?: (?:among|between|amongst|from|by) (?:the |all )?(?P<head>{head})\b)?"
                r"(?= (?:for|to|on|that|about|over|among|as|of)\b)",
                ("there ",),
            ),
            (
                r"(?:\b(?P<denied>little|scant|hardly any|scarcely any) )?"
                rf"(?:\b(?P<count>{count}) )?(?:\w+ )?\b(?P<verb>{noun})"
                rf"(?: (?:about|over|for|on|of|to|in|that) [^.;:]{{1,80}}?)??"
                rf" (?:{BE}(?: \w+ly| also)? (?:{SAID})|emerged)\b",
                tuple(
                    f"{be}{said}"
                    for be in ("re ", "as ", "s ", "been ", "ly ", "so ")
                    for said in SAID.split("|")
                )
                + (" emerged",),
            ),
            (rf"\b(?P<count>{count}) (?P<verb>calls) for\b", (" calls for",)),
            (
                rf"\b{BE} (?:an?|the|of) (?:[\w-]+ ){{0,3}}?"
                rf"(?:sources?|causes?|matters?|subjects?|objects?) of (?:\w+ ){{0,2}}?"
                rf"(?P<verb>{noun})\b",
                (" of ",),
            ),
            (
                rf"\bit {BE} (?:an?|the|one) (?:[\w-]+ ){{0,2}}?(?P<verb>{noun})\b"
                r"(?= (?:that|among|of)\b)",
                ("it ",),
            ),
            (
                r"\b(?:closed|ended|concluded|opened|began|started) with (?:an?|the|several|some) "
                rf"(?:[\w-]+ ){{0,2}}?(?P<verb>{noun})\b",
                (" with ",),
            ),
            (rf"\b(?:the )?(?P<count>{count}) (?:\w+ )??(?P<verb>{noun}) {BE} that\b", (" that",)),
            (
                r"\bit (?P<verb>emerged|transpired|(?:was|became) (?:clear|apparent|evident|plain))"
                r"(?: (?:from|in|during) [^.;:,]{1,60})? that\b",
                ("it ",),
            ),
            (
                rf"\bpoint {BE} (?:\w+ )??(?P<verb>made)(?= (?:by [^.;:,]{{2,60}}? )?that\b)",
                ("point ",),
            ),
            (rf"\Aof (?:\w+ ){{0,2}}?(?P<verb>{noun}) {BE}\b", ("of ",)),
            (
                r"\b(?:(?:m(?:et|eets)|greeted|received|answered) with|(?:found|finds|drew|draws"
                r"|won|attracted|received"
                r"|enjoyed|garnered)) "
                rf"(?P<denied>(?:no|little|scant|hardly any|scarcely any) )?(?:\w+ ){{0,2}}?"
                rf"(?P<verb>{noun})\b"
                rf"(?: (?:from|among|of|with|on the part of) {counted}(?P<head>{head})\b)?",
                (" with ", "found ", "finds ", "drew ", "draws ", "won ", "ed "),
            ),
            (
                rf"\b(?P<verb>{noun})(?: (?:for|of|to|about|over|against"
                rf"|at) [^.;:]{{1,80}}?)?? c(?:ame|omes)"
                r"(?=(?: \w+)? from )",
                ("came ", "comes "),
            ),
        )
        self.patterns = tuple((re.compile(pattern), needed) for pattern, needed in patterns)
        self.topic = re.compile(
            r"\A(?:[\w'-]+ ){0,4}?(?:areas?|parts?|topics?|aspects?|points?|subjects?|issues?|"
            r"questions?|themes?) of (?:the )?(?:discussions?|debates?|exchanges?|deliberations?)\b"
            r"|\A(?:[\w'-]+ ){0,3}?(?:questions|comments|queries|remarks|interventions)"
            r"(?: (?:from|by|in|during|put|raised|asked) [^.;:,]{1,60}?)? (?:turned on|turned to"
            r"|concerned"
            r"|focused on|focussed on|centred on|centered on|related to|dealt with"
            r"|revolved around)\b"
        )
        self.mentioned = re.compile(
            rf"\A(?:{NO_VERB}[\w'-]+ ){{1,5}}?(?P<verb>{SHARED})"
            r"(?: (?:during|in|at|by|on|as|under) [^.;:,]{1,40}?)?"
            rf" (?:includes?|included|{BE}|concern(?:s|ed)|relat(?:es|ed)|point(?:s|ed))\b"
        )

        self.listed = re.compile(
            rf"\A(?:among the (?:\w+ ){{0,2}}?(?P<among>{noun})(?: [^.;:,]{{1,40}}?)? {BE}"
            rf"|(?:[\w'-]+ ){{0,2}}?(?P<verb>{noun})(?: (?:made|heard|raised|put forward|from"
            rf"|by) [^.;:,]{{1,40}}?)??"
            r" (?:includ(?:ed?|es)|ranged from|covered|comprised))\b"
        )

    def find(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Each clause in folded text with its speech act."""
        for pattern, needed in self.patterns:
            if any(words in text for words in needed):
                for match in pattern.finditer(text):
                    act = self.verbs.act(match["verb"], noun=True)
                    if match.groupdict().get("denied") or match[0].startswith("no "):
                        act = AFFIRM if act == DENY else DENY
                    yield match, act

    def subject(self, text: str) -> tuple[re.Match[str], str] | None:
        """What a sentence without a reporting verb is about, if its subject is what was said:
        “Other points raised include”, “One area of the discussion related to”."""
        if topic := self.topic.match(text):
            return topic, REPORT
        if listed := self.listed.match(text):
            return listed, self.verbs.act(listed["among"] or listed["verb"], noun=True)
        if mentioned := self.mentioned.match(text):
            return mentioned, self.verbs.acts.get(mentioned["verb"], REPORT)
        return None
