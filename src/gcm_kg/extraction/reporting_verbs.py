"""What the vocabulary knows about saying: verbs, nouns, holders and words that count them.

They stand in speech-acts.ttl, holders.ttl and support.ttl of data/vocabulary. What is not known
there reports nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from gcm_kg.extraction.predicate_adjectives import PredicateAdjectives
from gcm_kg.extraction.reporting_phrases import (
    ADDRESSED,
    ADVERB,
    AFFIRM,
    BE,
    BIT,
    CALLED,
    DENIED,
    DENY,
    DETERMINER,
    ENVOY,
    GAP,
    LIGHT,
    NO_VERB,
    NOBODY,
    NOT_BE,
    NOT_OF_OTHERS,
    ORIGIN,
    PRONOUN,
    RELATIVE,
    TOLD_BY,
)
from gcm_kg.extraction.subject_patterns import SubjectPatterns
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE, GCM, SKOS
from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.folding import folded
from gcm_kg.text.lazy_patterns import LazyPattern
from gcm_kg.text.verb_forms import participle_in_ing, past_forms, reporting_forms, third_person

BARE_NOUNS = tuple(
    "state states document documents promise promises fear fears desire desires praise lament "
    "laments dismiss blame worries want wants".split(" ")
)
"""Forms of verbs of saying that are hardly ever those."""
SHORTEST_ADVERB = 5
"""Letters of a word of support that may stand beside the verb: "widely", not "one"."""


class ReportingVerbs(SubjectPatterns):
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
        for noun in BARE_NOUNS:
            self.acts.pop(noun, None)
        self.adjectives = PredicateAdjectives(self.acts)
        self.past = {form: act for verb, act in verbs for form in past_forms(verb)}
        self.participles = {participle_in_ing(verb): act for verb, act in verbs}
        self.third = {third_person(verb): act for verb, act in verbs}
        self.nouns = {
            folded(noun): act for act in acts for noun in vocabulary.get(act, GCM + "cue")
        }
        self.holders = vocabulary.by_label("Holder")
        self.groups = {
            holder: group
            for holder in vocabulary.of_kind("Holder")
            for group in vocabulary.get(holder, SKOS + "broader")
        }
        self.supports = vocabulary.by_label("SupportDegree")
        self._compile([verb for verb, _ in verbs])
        self._compile_supports()

    def act(self, words: str, *, noun: bool = False) -> str:
        """The speech act that a verb, or a noun, stands for."""
        if adjective := self.adjectives.act(words):
            return adjective
        verbs = (self.acts, self.nouns, self.participles)
        known = (self.nouns, *verbs) if noun else (*verbs, self.nouns)
        act = next((forms[words] for forms in known if words in forms), "")
        return act or self._of_object(words)

    def _affirmed(self) -> dict[str, str]:
        """The past forms of verbs that say that something is so, or is wanted."""
        told = (AFFIRM, *(f"{BASE}speechact/{act}" for act in ("call-for", "stress")))
        return {form: act for form, act in self.past.items() if act in told}

    def _wanted(self) -> list[str]:
        """The past forms of verbs by which something is asked for or approved."""
        told = tuple(f"{BASE}speechact/{act}" for act in ("call-for", "support"))
        return [form for form, act in self.past.items() if act in told]

    def _of_object(self, words: str) -> str:
        """The act of the noun that ends a phrase: "voiced deep concern"."""
        last = words.split(" ")
        phrases = (" ".join(last[at:]) for at in range(1, len(last)))
        act = next((self.nouns[phrase] for phrase in phrases if phrase in self.nouns), AFFIRM)
        if " no " in words:
            return AFFIRM if act == DENY else DENY
        return act

    def _compile(self, infinitives: list[str]) -> None:
        plain = [form for form in self.acts if not self.adjectives.act(form)]
        verb, noun, head, count = map(
            alternatives, (plain, self.nouns, self.holders, self.supports)
        )
        by_saying = rf"(?<=[dnp] by )(?:{alternatives(self.participles)})"
        spoken = rf"{LIGHT}{BIT} {noun}|{ADDRESSED}|{CALLED}|{self.adjectives.pattern}"
        verb = rf"(?:{spoken}|{verb}|{by_saying})"
        counted = rf"(?:(?P<count>{count}) )?{DETERMINER}(?:[\w']+ ){{0,2}}?"
        who = rf"{counted}(?P<head>{head})\b"
        self.active = LazyPattern(
            rf"\b(?P<head>{head}|{PRONOUN}|{NOBODY})\b{NOT_OF_OTHERS}{ORIGIN}{RELATIVE}{GAP}"
            rf"{DENIED}{NOT_BE}(?P<verb>{verb})\b"
        )
        self.verb = LazyPattern(rf"\b(?P<verb>{verb})\b")
        self.behind_name = LazyPattern(
            rf"(?:['’]s? {ENVOY}\b)?\)?(?: \([^()]*\))?"
            rf"(?: (?:and|nor) (?:the )?(?:{NO_VERB}[\w'-]+(?![\w'-]) ?){{1,5}}?)??"
            rf"{ORIGIN}{RELATIVE}{GAP}{DENIED}{NOT_BE}"
        )
        self._verb = verb
        self.passive = LazyPattern(
            rf"(?<!that )(?<!which )(?<!who )\b(?:it )?{BE}(?P<denied> not\b)?{GAP}"
            rf"(?P<verb>{alternatives({**self.past, **self.nouns})}|{TOLD_BY})\b"
        )
        self.participle = LazyPattern(rf"\b(?P<verb>{alternatives(self.past)}) by {who}")
        self.absolute = LazyPattern(
            rf"\bwith {who}(?: \w+ly| also)? (?P<verb>{alternatives(self.participles)})\b"
        )
        self.said_before = LazyPattern(rf"\b(?:{alternatives(self.past)}) that\b[^,;:]*\Z")
        self.nobody = LazyPattern(
            r"\b(?:(?:(?P<almost>almost|virtually|practically|nearly|next to) )?"
            r"(?:nobody|no one|(?:no|not (?:a|one)(?: single)?|(?:none|not one|neither) of the) "
            rf"(?P<head>{head}|\w+))|(?P<hardly>hardly|scarcely|barely) "
            rf"(?:anybody|anyone|any (?P<any>{head}|\w+)))"
            rf"{GAP}(?P<verb>questioned|disputed|contested|challenged|opposed|doubted|denied"
            rf"|rejected|"
            r"disagreed|dissented|objected to|(?:spoke|argued) (?:out )?against|took issue with)\b"
        )
        said, wanted = alternatives(self._affirmed()), alternatives(self._wanted())
        self.said_by_nobody = LazyPattern(
            r"\b(?:nobody|no one|none of (?:those present|the speakers|them))"
            rf"(?: (?:in|on|from|at) [^.;:,]{{1,40}}?)? (?P<verb>{said}(?= that\b)"
            rf"|{wanted}(?! (?:whether|if|why|how|what|who|about)\b))"
        )
        self.led = LazyPattern(
            rf"\b(?:led|prompted|moved) {who} to (?P<verb>{alternatives(infinitives)})\b"
        )
        self.joined = LazyPattern(
            rf"(?:,? (?:and|but|yet)|,)(?: {ADVERB})? (?P<verb>{alternatives(self.past)})\b"
            r"(?! (?:by|with|in|on|at|under|through)\b)(?<!provided(?= that\b))"
        )
        saying = alternatives(self.participles)
        self.while_saying = LazyPattern(rf",? while (?P<verb>{saying})(?= that\b)")
        did = alternatives(infinitives)
        self.joined_did = LazyPattern(rf",? (?:and|but) did (?P<verb>{did})\b")
        super().__init__(head, count)
        self.compile_asides(who, alternatives(self.past))
        self._compile_needed()

    def _compile_needed(self) -> None:
        """Which words the patterns need that are tried where these stand only."""
        self.needed = {
            self.absolute: ("with ",),
            self.as_said: ("as ",),
            self.led: ("led ", "prompted ", "moved "),
            self.participle: (" by ",),
            self.according: ("according to", "in the ", "for ", "as "),
            self.nobody: ("no", "hardly", "scarcely", "barely"),
            self.said_by_nobody: ("nobody", "no one", "none of"),
            self.view: ("in his", "in her", "in their"),
            self.joined_did: (" did ",),
            self.while_saying: (" while ",),
        }
        """Words of which one stands wherever a pattern finds something."""

    def find(self, pattern: LazyPattern, text: str, *stretch: int) -> Iterator[re.Match[str]]:
        """What one of the patterns finds in folded text; it is tried where needed words stand."""
        if any(word in text for word in self.needed.get(pattern, ("",))):
            yield from pattern.finditer(text, *stretch)

    @cached_property
    def first_person(self) -> LazyPattern:
        """Who adopt a document say something: "we affirm"."""
        return LazyPattern(
            r"(?:\A(?:[^.;:]{1,160}, )?|[,;] (?:and |but |yet )?| and )(?P<we>we)"
            rf"(?:, [^.;:]{{2,900}}?,)? {DENIED}(?:{ADVERB} ){{0,3}}(?P<verb>{self._verb})\b"
        )

    @cached_property
    def openings(self) -> dict[str, str]:
        """The forms of verbs with which a paragraph of a resolution begins, whose subject is the
        body that adopts it: "Recalling", "Deeply concerned", "Stresses"."""
        return {**self.participles, **self.third, **self.adjectives.openings()}

    @cached_property
    def opening(self) -> LazyPattern:
        """Such a verb at the beginning of a paragraph."""
        return LazyPattern(
            rf"\A(?:(?:{ADVERB}) )?(?P<verb>{alternatives(self.openings)})\b"
            r"(?! (?:observations|remarks|comments)\b)"
        )

    def _compile_supports(self) -> None:
        """What counts those who speak without standing before them."""
        words = [word for word in self.supports if len(word) >= SHORTEST_ADVERB or word == "wide"]
        self.word_of_support = LazyPattern(rf"\b(?:{alternatives(words)})\b")
        behind = [word for word in self.supports if word.startswith(("without ", "by "))]
        self.support_behind = LazyPattern(rf" (?:{alternatives(behind)})\b")
