"""Reads the verbs that open a recommendation: what it asks for."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from gcm_kg.extraction.openings import LEAD, OPENING
from gcm_kg.extraction.passive_requests import PassiveRequests
from gcm_kg.extraction.reported_actions import ReportedActions
from gcm_kg.extraction.reported_requests import request_starts
from gcm_kg.model.document import Document, Part
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.lazy_patterns import LazyPattern
from gcm_kg.text.phrases import LINKS, PREPOSITIONS

# Is “intensify efforts to ”, not “efforts to ”.
CARRIER = re.compile(
    r"(?:continue|carry on|keep up) to (?:(?:work|strive|seek) to )?"
    r"|(?:continue|intensify|strengthen|step up|increase|enhance|redouble|make|pursue)"
    r"(?: \w+){0,2} efforts to "
    r"|(?:take|undertake|adopt) (?:[\w-]+,? ){0,4}(?:steps|measures|actions?|efforts)"
    r"(?: necessary| required| needed)? to "
    r"|make every (?:possible )?effort to |do (?:its|their) (?:utmost|best) to "
    r"|do (?:everything|all|more|whatever)(?: [\w'’-]+){0,5}? to |(?:seek|strive|work|aim) to "
    r"|(?:make|ensure) (?:sure )?to "
)
"""What goes before the verb that says what is asked, and only says that it is to be done more."""
# Is “ and, where appropriate, ”, not “ with ”.
JOINED = re.compile(
    r"\s*(?:,?\s*\b(?:and/or|and|or)\b|,|/)\s*"
    r"(?:,?\s*(?:where|as|if) (?:appropriate|applicable|possible|necessary|needed),?\s*)?"
)


# Matches “, and fully ” and “, ”, not “ or ”.
CLAUSE = re.compile(
    r"(?=[,;] | and )(?P<mark>[,;])? (?P<joint>and )?(?:(?!(?:apply|comply|supply)\b)\w+ly )?"
)
# Matches “ in order to prevent” and “ who”, not “ access to justice”.
GOVERNING = re.compile(
    r"\b(?:that|which|who|whose|where|when|whether|if|because|so as|in order|with a view)\b|[:“\"]"
    r"|(?<!access)(?<!according)(?<!relating)(?<!related)(?<!due)(?<!regard)"
    r" to (?:(?:\w+ly|better|more|also|further|not) ){0,2}(?P<infinitive>\w+)"
)
"""Behind these, a verb joined by "and" alone may go on with what is subordinate."""
OTHER_VERBS = frozenset(
    "target move have receive become reach make take give bring live work meet keep find know "
    "learn stay leave return avoid serve benefit gain earn exercise enjoy claim report seek obtain "
    "participate understand recognize distinguish disrupt trace save rescue alert deter "
    "visit uplift inspect vote speak travel settle study attend remain survive sell buy "
    "hire wait put run let pay hold turn send set".split()
)
"""Verbs in their basic form with which recommendations do not open, but purposes do."""
# Matches “, to ” and “ and to ”, not “ to ”.
AND_TO = re.compile(
    r"(?:[,;]? (?P<joint>and )|(?:,|(?P<parted>;)) )to (?:also |further )?(?:(?!apply\b)\w+ly )?"
)
# Matches “(togo); to pay”, not “ports; to pay”.
PART = re.compile(r"\)[;,] (?:and )?to (?=\w)")
"""Behind those who asked for one thing, and before what others asked for."""
# Matches “ including”, not “ in”.
LISTING = re.compile(r"\b(?:by \w+ing|including|such as|through)\b|\(")
"""Behind these nouns are listed, or gerunds: no verb in its plain form."""
# Begins “put money”, not “ money”.
FIRST = re.compile(r"[a-z]+\b")
# Is “, ”, not “ and ”.
LISTED = re.compile(r", ")
# Begins “ the police”, not “ for them”.
OBJECT = re.compile(r" (?!(?:of|for|to|in|on|at|with|by|from|between|among|and|or|as)\b)\w")
ALSO_NOUNS = frozenset(
    "support aid fund finance research study review plan report address access use help return "
    "train link share measure release ban host map target monitor register process transfer "
    "benefit increase change work focus place process progress regulate protection trade travel "
    "visit vote consent conduct control contact contract offer order pay raise reform rescue "
    "demand respect root search shelter sign stop test treat update upgrade value ".split()
)
"""Verbs that are nouns too: behind "and" alone they may be what is listed."""


GAP = "…"
OBJECT_BETWEEN = r" (?!(?:to|that|(?:\w+ )?use of)\b)(?:(?! (?:to|that)\b)[^,;:.]){1,80}? "
"""Between the words of a verb with its object within: "bring the law into line"."""
ENDS = rf"(?=\W*\Z|[,;.:)]| (?:{PREPOSITIONS}|{LINKS}|and|or)\b)"
"""Behind such a verb: in "make efforts, and raise public awareness" nothing is made public."""
Spans = tuple[tuple[int, int], ...]


def verbs_alone(vocabulary: Vocabulary) -> frozenset[str]:
    """The first words of actions that are no nouns, with which no name begins."""
    words = {label.split(" ")[0] for label in vocabulary.by_label("Action")}
    return frozenset(words - (ALSO_NOUNS - {"sign", "respect"}))


class OpeningVerbs:
    """The labels of the actions of a vocabulary, longest first."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.actions = vocabulary.by_label("Action")
        whole = [label for label in self.actions if GAP not in label]
        self.known = {label.split(" ")[0] for label in self.actions} | OTHER_VERBS
        self.parted = list(self._parted())
        parted = "|".join(pattern.pattern for pattern, _ in self.parted)
        self.reported = ReportedActions(self.actions)
        self.passives = PassiveRequests(whole)
        self.verb = LazyPattern(rf"(?:{parted or '(?!)'}|{alternatives(whole)})(?!\w)")

    def _parted(self) -> Iterator[tuple[re.Pattern[str], str]]:
        """How the verbs are found whose object stands within: the words before it, if those behind
        it follow."""
        for label, action in self.actions.items():
            if GAP in label:
                head, tail = (re.escape(words.strip()) for words in label.split(GAP))
                yield re.compile(rf"{head}(?={OBJECT_BETWEEN}({tail}){ENDS})"), action

    def read(self, document: Document, part: Part) -> Iterator[tuple[str, Spans]]:
        """Each action that a recommendation asks for, with the places of its verb: one, or the
        words before and behind the object.

        These are the verb of its first words, verbs joined to it with nothing between, and verbs
        that begin another clause of the same rank: "ratify UNTOC, and train the police", "and
        shelters should be opened". Where a whole sentence recommends, its first words are those
        that it asks for: "urges States to …".
        """
        words = document.folding_of(part)
        found = list(self._opening(words.text))
        if not found:
            found = [(action, (place,)) for action, place in self.reported.read(words.text)]
        if found:
            found += self._joined(words.text, max(places[0] for _, places in found))
        for action, places in found:
            spans = (words.span(*place) for place in places)
            yield action, tuple((part.start + low, part.start + high) for low, high in spans)

    def _opening(self, text: str) -> Iterator[tuple[str, Spans]]:
        """The actions of the verbs that open a folded text, with their places in it."""
        first = self._first(text)
        starts = (*self._clauses(text, first), *self._infinitives(text, first))
        parts = (match.end() for match in PART.finditer(text, first))
        for start in dict.fromkeys((first, *starts, *parts)):
            position = start
            while verb := self._verb_at(text, position):
                yield self._asked(text, verb)
                junction = JOINED.match(text, verb.end())
                if not junction:
                    break
                position = junction.end()

    def _joined(self, text: str, last: tuple[int, int]) -> Iterator[tuple[str, Spans]]:
        """What should be done by clauses behind the last verb: "and shelters should be opened"."""
        for made in self.passives.read(text, last[0]):
            if made.joined:
                yield self.actions[made.verb], (made.done,)

    def _asked(self, text: str, verb: re.Match[str]) -> tuple[str, Spans]:
        """The action of a verb, with its places: what it says with the words behind its object
        goes before what it says alone."""
        for pattern, action in self.parted:
            if found := pattern.match(text, verb.start()):
                return action, (found.span(), found.span(1))
        return self.actions[verb[0]], (verb.span(),)

    def _first(self, text: str) -> int:
        """Where what is asked for begins."""
        if self._verb_at(text, 0):
            return 0
        if (lead := LEAD.match(text)) and self._verb_at(text, lead.end()):
            return lead.end()
        starts = (start for start in request_starts(text) if self._verb_at(text, start))
        return next(starts, 0)

    def _clauses(self, text: str, start: int) -> Iterator[int]:
        """Where clauses begin whose verbs are of the same rank as the first one.

        Behind ", and" that is nearly all; behind "and" alone, or a comma, what is subordinate goes
        on: "to prevent abuse and punish it".
        """
        first = self._verb_at(text, start) or self._other_verb(text)
        end = first.end() if first else len(text)
        governing, listing = self._governing(text, end), _begin(LISTING.search(text, end))
        listed = self._second(text, governing)
        for junction in CLAUSE.finditer(text, end):
            carrier = CARRIER.match(text, junction.end())
            verb = self.verb.match(text, carrier.end() if carrier else junction.end())
            if verb and (OBJECT.match(text, verb.end()) or self._goes_on(text, verb.end())):
                noun = (verb[0] if junction["joint"] else verb[0].split()[0]) in ALSO_NOUNS
                noun = noun and not carrier
                alone = noun or governing < junction.start()
                joined = listed < junction.start() or (noun and listing < junction.start())
                if not (joined if junction["mark"] and junction["joint"] else alone):
                    yield junction.end()

    def _goes_on(self, text: str, position: int) -> bool:
        """Whether behind a verb another one follows that has the same object."""
        junction = JOINED.match(text, position)
        verb = self.verb.match(text, junction.end()) if junction else None
        return verb is not None and verb[0] not in ALSO_NOUNS

    def _other_verb(self, text: str) -> re.Match[str] | None:
        """The word with which a recommendation opens that is a verb, but no action."""
        word = FIRST.match(text)
        return word if word and word[0] in OTHER_VERBS else None

    def _infinitives(self, text: str, start: int) -> Iterator[int]:
        """Where the verbs begin that "to" joins to one behind "to": "urges States to open ports, to
        paint boats and to train crews"."""
        first = self._verb_at(text, start)
        if not first or not text[:start].endswith("to "):
            return
        series = list(AND_TO.finditer(text, first.end()))
        if not any(match["joint"] or match["parted"] for match in series):
            return
        own = {match.end() for match in series}
        for match in series:
            inner = GOVERNING.finditer(text, first.end(), match.start())
            verbs = ((g["infinitive"], g.start("infinitive")) for g in inner)
            if any(word is None or (word in self.known and at not in own) for word, at in verbs):
                return
            verb = self.verb.match(text, match.end())
            if verb and OBJECT.match(text, verb.end()):
                yield match.end()

    def _governing(self, text: str, start: int) -> int:
        """Where behind a place that begins with which a verb may go on."""
        found = GOVERNING.finditer(text, start)
        words = ((match, match["infinitive"]) for match in found)
        return _begin(next((m for m, word in words if word is None or word in self.known), None))

    def _second(self, text: str, start: int) -> int:
        """Where behind a place a second verb is listed: what "and" joins then goes on with it."""
        commas = LISTED.finditer(text, start)
        return _begin(next((c for c in commas if self.verb.match(text, c.end())), None))

    def _verb_at(self, text: str, position: int) -> re.Match[str] | None:
        opening = OPENING.match(text, position)
        start = opening.end() if opening else position
        carrier = CARRIER.match(text, start)
        carried = self.verb.match(text, carrier.end()) if carrier else None
        return carried or self.verb.match(text, position) or self.verb.match(text, start)


def _begin(found: re.Match[str] | None) -> int:
    return found.start() if found else sys.maxsize
