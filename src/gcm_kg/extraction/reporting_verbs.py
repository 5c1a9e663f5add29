"""What the vocabulary knows about saying: verbs, nouns, holders and words that count them.

They stand in speech-acts.ttl, holders.ttl and support.ttl of data/vocabulary. What is not known
there reports nothing.
"""

from __future__ import annotations

import re

from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE, GCM, SKOS
from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.folding import folded
from gcm_kg.text.verb_forms import participle_in_ing, past_forms, reporting_forms

AFFIRM = f"{BASE}speechact/affirm"
ADVERB = (
    r"(?:\w+ly|also|again|further|then|however|in turn|in particular|all|both|therefore|thus|"
    r"once more|too|indeed|nonetheless|nevertheless|instead|rather|often|always|as well|in general|"
    r"with one voice|by contrast|for instance|for example|on balance|on the other hand|"
    r"on the contrary|in response|in return|in closing|in summing up|"
    r"for (?:its|their|his|her) part)"
)
GAP = rf"(?:,? {ADVERB}\b,?){{0,3}}?,? "
DENIED = r"(?P<denied>(?:did|do|does|could|would|had|have|has) not |never )?(?:had |have |has )?"
BE = r"(?:was|were|is|are|has been|have been|had been)"
NOBODY = (
    r"(?:discussions?|exchanges?|debates?|deliberations?|interventions|statements|conversations?|"
    r"presentations?|sessions?|meeting|inputs)"
)
"""Heads of subjects that are said to say something without being anybody."""
PRONOUN = r"(?:he|she|they|some|many|several|most|others|another|all|both|a few)"
ORIGIN = r"(?: (?:of|from|in|on|at|for|representing|working (?:with|in|on|for)) [^.;:,]{1,60}?)??"
RELATIVE = r"(?:,? (?:that|who) [^.;:,]{1,40}?)??"
DETERMINER = r"(?:(?:of )?(?:the|these|those|other) )?"
SHORTEST_ADVERB = 5
"""Letters of a word of support that may stand beside the verb: "widely", not "one"."""


class ReportingVerbs:
    """The patterns of reporting clauses, made from a vocabulary. All match folded text.

    Their groups are ``verb``, ``head`` (who), ``count`` and ``denied``, where they have them.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        acts = vocabulary.of_kind("SpeechAct")
        verbs = [
            (folded(label), act)
            for act in acts
            for predicate in (SKOS + "prefLabel", SKOS + "altLabel")
            for label in vocabulary.get(act, predicate)
        ]
        self.acts = {form: act for verb, act in verbs for form in reporting_forms(verb)}
        self.past = {form: act for verb, act in verbs for form in past_forms(verb)}
        self.participles = {participle_in_ing(verb): act for verb, act in verbs}
        self.nouns = {
            folded(noun): act for act in acts for noun in vocabulary.get(act, GCM + "cue")
        }
        self.holders = vocabulary.by_label("Holder")
        self.supports = vocabulary.by_label("SupportDegree")
        self._compile([verb for verb, _ in verbs])

    def act(self, words: str, *, noun: bool = False) -> str:
        """The speech act that a verb, or a noun, stands for."""
        verbs = (self.acts, self.nouns, self.participles)
        known = (self.nouns, *verbs) if noun else verbs
        return next((forms[words] for forms in known if words in forms), AFFIRM)

    def _compile(self, infinitives: list[str]) -> None:
        verb, noun, head, count = map(
            alternatives, (self.acts, self.nouns, self.holders, self.supports)
        )
        counted = rf"(?:(?P<count>{count}) )?{DETERMINER}(?:[\w']+ ){{0,2}}?"
        who = rf"{counted}(?P<head>{head})\b"
        self.active = re.compile(
            rf"\b(?P<head>{head}|{PRONOUN}|{NOBODY})\b{ORIGIN}{RELATIVE}{GAP}"
            rf"{DENIED}(?P<verb>{verb})\b"
        )
        self.verb = re.compile(rf"\b(?P<verb>{verb})\b")
        self.behind_name = re.compile(
            rf"(?: \([^()]*\))?(?: and (?:the )?(?:[\w'-]+ ?){{1,5}}?)??"
            rf"{ORIGIN}{RELATIVE}{GAP}{DENIED}"
        )
        self.passive = re.compile(
            rf"(?<!that )(?<!which )(?<!who )\b(?:it )?{BE}(?P<denied> not\b)?{GAP}"
            rf"(?P<verb>{alternatives({**self.past, **self.nouns})})\b"
        )
        self.agent = re.compile(rf"(?: \w+ly)? by {who}")
        self.participle = re.compile(rf"\b(?P<verb>{alternatives(self.past)}) by {who}")
        self.absolute = re.compile(
            rf"\bwith {who}(?: \w+ly| also)? (?P<verb>{alternatives(self.participles)})\b"
        )
        self.view = re.compile(r"\b(?P<verb>in (?P<whose>his|her|their) (?:view|opinion))\b")
        self.according = re.compile(
            rf"\b(?P<verb>according to|in the (?:view|opinion|words) of) (?:{who}|(?P<body>))"
        )
        self.nobody = re.compile(
            r"\b(?:nobody|no one|no \w+) (?P<verb>questioned|disputed|contested|challenged)\b"
        )
        self.led = re.compile(
            rf"\b(?:led|prompted|moved) {who} to (?P<verb>{alternatives(infinitives)})\b"
        )
        self.existing = re.compile(
            rf"\bthere {BE} (?P<denied>no )?{counted}(?P<verb>{noun})\b"
            r"(?= (?:for|to|on|that|about|over|among|as)\b)"
        )
        said = "raised|expressed|voiced|made|reached|heard|paid|placed|given"
        self.uttered = re.compile(
            rf"(?:\b(?P<count>{count}) )?(?:\w+ )?\b(?P<verb>{noun})"
            rf"(?: (?:about|over|for|on) [^.;:]{{1,60}}?)??"
            rf" (?:{BE}(?: \w+ly| also)? (?:{said})|emerged)\b"
        )
        self.several_calls = re.compile(rf"\b(?P<count>{count}) (?P<verb>calls) for\b")
        self.joined = re.compile(
            rf"(?:,? (?:and|but)|,)(?: {ADVERB})? (?P<verb>{alternatives(self.past)})\b"
            r"(?! (?:by|with|in|on|at|under|through)\b)"
        )
        self.joined_did = re.compile(rf",? (?:and|but) did (?P<verb>{alternatives(infinitives)})\b")
        self.counting = re.compile(rf"\b(?P<count>{count}) {DETERMINER}(?:[\w']+ ){{0,3}}\Z")
        self.joined_head = re.compile(rf"\b(?P<head>{head}) and (?:the )?\Z")
        words = [word for word in self.supports if len(word) >= SHORTEST_ADVERB]
        self.word_of_support = re.compile(rf"\b(?:{alternatives(words)})\b")
        self.needed = {
            self.absolute: ("with ",),
            self.led: ("led ", "prompted ", "moved "),
            self.participle: (" by ",),
            self.existing: ("there ",),
            self.uttered: (*said.split("|"), "emerged"),
            self.several_calls: (" calls for",),
            self.according: ("according to", "in the "),
            self.nobody: ("no",),
            self.view: ("in his", "in her", "in their"),
        }
        """Words of which one stands wherever a pattern finds something."""
