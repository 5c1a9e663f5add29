"""Bodies in a sentence that may be said to speak: how many they are, with whom, and for whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from gcm_kg.extraction.clause_joints import EMBEDDED, REACH
from gcm_kg.extraction.persons_of_bodies import (
    INTRODUCED,
    NAMED_OF,
    NAMED_PERSON,
    PERSON,
    PERSON_OF,
)
from gcm_kg.extraction.reporting_phrases import WORDS_OF
from gcm_kg.extraction.reporting_verbs import ReportingVerbs
from gcm_kg.rdf.namespaces import BASE

Body = tuple[int, int, str]
"""Start and end in the folded words of a sentence, and the IRI."""
ONE, SPEAKERS = f"{BASE}support/one", f"{BASE}holder/speakers"
REPRESENTING = (
    "representatives", "delegation", "delegate", "head of delegation", "government member",
    "government members",
)  # fmt: skip
"""Those who speak for a body where one is named, and else for their States."""
BACK = 60
"""Code points before a holder in which the words that count it are looked for."""
# Begins “, including from ”, not “, of ”.
AMONG_THEM = re.compile(r",? (?:including|among them|among others|notably|such as|not least)\b")
"""Behind speakers: some of them are named."""
WITH = (
    r"(?:as well as|together with|along with|alongside"
    r"|(?:joined|backed|supported|seconded|echoed|followed)(?: \w+ly)? by)"
)
# Is “, backed by the ”, not “ of the ”.
AND_BODY = re.compile(rf",? (?:and|nor|{WITH}) (?:[\w-]+ ){{0,3}}")
# Is “, backed by the ”, not “ and the ”.
WITH_BODY = re.compile(rf", {WITH} (?:the )?")
# Is “'s ”, not “ and ”.
OWNER = re.compile(r"['’]s? ")
# Is “ of the ”, not “ and ”.
OF_BODY = re.compile(r" (?:of|from|at|with) (?:the )?")
# Matches “Kenya (chair), the ”, not “Kenya, as well as ”.
JOINT = re.compile(r"(?: \([^()]*\))?, (?:the )?\Z")
# Matches “Kenya, and the ”, not “Kenya or ”.
LAST_JOINT = re.compile(r"(?: \([^()]*\))?,? and (?:the )?\Z")
# Begins “, Kenya” and “ and by the ”, not “ or ”.
ALSO = re.compile(
    r"(?: \([^()]*\))?(?:(?P<comma>,)(?P<last> and)?|(?P<joint> and))(?: by| of)? (?:the )?"
)
# Matches “all delegations but ”, not “, but ”.
EXCEPTED = re.compile(
    r"\b(?:all|every|each|no|none|nobody|everyone|everybody|any)\b[^.;:,]{0,40} "
    r"(?:but|except|save|bar)(?: for)? (?:the )?\Z"
)
"""Before a body that is said not to be among those who speak."""
# Matches “then, the delegation of ”, not “In ”.
OPENS = re.compile(
    rf"(?:\A|[;:] |\b(?:and|but|while|whereas|although|then|later) |\b(?:\w+ly|then|later), )"
    rf"(?:the )?(?:(?:\w+ )?(?:{PERSON}|speakers?|panell?ists?) (?:of|from|for) (?:the )?)?\Z"
)
"""What stands before the first of those who speak: nothing that makes it another's place."""
# Matches “a plan by ”, not “most of the ”.
OF_OTHERS = re.compile(r"\b(?:by|from|in|for|to|with|on|at|that)\b")
"""In the words that would count a body: they count something of its."""
# Is “ by the representative of the ”, not “ by the adoption of the ”.
BY_BODY = re.compile(
    rf" (?:\w+ly )?{WORDS_OF} (?:(?:the|an?|one|some|several) )?"
    rf"(?:(?:[\w-]+ )?{PERSON} (?:of|from|at|with|for) (?:the )?)?"
)
# Is “ for ships came from the ”, not “ for ships from all States and ”.
FROM_BODY = re.compile(r"[^.;:]{0,100}? from (?:the )?")
# Begins “, who”, not “ to”.
ENDS = re.compile(r"[,.;]|\Z| and\b")


class SpeakingBodies:
    """The bodies of one folded sentence, in the order of their places."""

    def __init__(
        self,
        text: str,
        bodies: list[Body],
        verbs: ReportingVerbs,
        is_in_name: Callable[[int], bool],
    ) -> None:
        self.text, self.bodies, self.verbs = text, bodies, verbs
        self.is_in_name = is_in_name

    def agent(self, position: int) -> Body | None:
        """The body by which, or by one for it, something is told whose verb ends at a place."""
        told = (b for b in self.bodies if BY_BODY.fullmatch(self.text, position, b[0]))
        return next(told, None)

    def source(self, position: int) -> Body | None:
        """The body from which comes what a noun tells that ends at a place."""
        came = (b for b in self.bodies if FROM_BODY.fullmatch(self.text, position, b[0]))
        return next((b for b in came if ENDS.match(self.text, b[1])), None)

    def may_speak(self, start: int) -> bool:
        """Whether nothing before a body that begins at a place makes it part of what is said, or
        of something else; in brackets it is whose person is named: "Ms. Mensah (Ghana)"."""
        counted = self.counted_from(start)[0]
        counted = start if OF_OTHERS.search(self.text, counted, start) else counted
        front = self.text[max(0, counted - REACH) : counted]
        if front.rfind("(") > front.rfind(")"):
            return NAMED_PERSON.search(front) is not None
        if EXCEPTED.search(self.text[max(0, start - REACH) : start]):
            return False
        if PERSON_OF.search(front) or not EMBEDDED.search(front):
            return True
        person = NAMED_OF.search(front)
        return person is not None and self.is_in_name(counted - len(front) + person.start("last"))

    def backing(self, end: int) -> tuple[str, ...]:
        """The bodies that back a subject that ends at a place: "delegations, backed by IOM"."""
        return tuple(b[2] for b in self.bodies if WITH_BODY.fullmatch(self.text, end, b[0]))

    def counted_from(self, start: int) -> tuple[int, str]:
        """Where the words begin that count who begins at a place, and how many they are."""
        counting = self.verbs.opening_count.match(self.text, 0, start)
        counting = counting or self.verbs.counting.search(self.text, max(0, start - BACK), start)
        if not counting:
            return start, ""
        return counting.start(), self.verbs.supports[counting["count"]]

    def owned_from(self, start: int) -> int:
        """Where the body begins whose representative does at a place: "Kenya's delegate"."""
        owners = (b[0] for b in self.bodies if OWNER.fullmatch(self.text, b[1], start))
        return next(owners, start)

    def introduced(self, start: int) -> bool:
        """Whether a body or group that begins at a place is one of whom is told what follows."""
        front = self.text[max(0, start - REACH) : start]
        return INTRODUCED.search(front) is not None or not EMBEDDED.search(front)

    def counted(self, start: int) -> str:
        """How many a noun is said to be by the words before it, or by its own first one."""
        own = "" if self.is_in_name(start) else self.text[start:].partition(" ")[0]
        return self.counted_from(start)[1] or self.verbs.supports.get(own, "")

    def speaking(self, body: Body, verb: int) -> tuple[tuple[str, ...], str]:
        """Those who are the subject of a verb at a place, and how many they are: the body, or that
        of which it is a single person, and those joined to it by "and"."""
        start, end, name = body
        here = [b for b in self.bodies if end < b[0] and b[1] <= verb]
        others = [b for b in here if AND_BODY.fullmatch(self.text, end, b[0])]
        name = self._employer(start, end) or name
        first = self.listed(self.counted_from(start)[0], last=not others)
        names = (*(n for _, n in first), name, *(other for _, _, other in others))
        own = (start, *(b[0] for b in others))
        if self.differ((*(at for at, _ in first), *own)):
            return names, ""
        return names, next((count for at in own if (count := self.counted(at))), "")

    def differ(self, starts: Iterable[int]) -> bool:
        """Whether those of a list whose names begin at some places are counted, and not all as
        many: "several delegations and one panellist"."""
        return len({count for at in starts if (count := self.counted(at))}) > 1

    def listed(self, start: int, *, last: bool = True) -> list[tuple[int, str]]:
        """Where those of a list begin, with their IRIs, that stand before its last holder, or last
        but one, which begins at a place: "Kenya, two panellists and Ghana said". Where something
        stands before the first, "In Kenya, Uganda and Ghana said", those that "and" joins alone."""
        found: list[tuple[int, str]] = []
        joint = (LAST_JOINT if last else JOINT).search(self.text, max(0, start - BACK), start)
        while joint and (item := self.ending_at(joint.start())):
            found.insert(0, item)
            joint = JOINT.search(self.text, max(0, item[0] - BACK), item[0])
        first = found[0][0] if found else start
        if len(found) > last and not OPENS.search(self.text[max(0, first - BACK) : first]):
            found = found[-1:] if last else []
        return found

    def following(self, end: int) -> tuple[int, tuple[str, ...]]:
        """Where a list ends whose first holder does at a place, and those behind that one: "by
        Ghana, Kenya and two panellists". Behind a comma one alone begins another clause."""
        found, place = list[str](), end
        while joint := ALSO.match(self.text, place):
            if not (item := self._item_from(joint.end())):
                break
            place = item[0]
            found.append(item[1])
            if joint["joint"] or (joint["last"] and len(found) > 1):
                return place, tuple(found)
        return end, ()

    def _item_from(self, start: int) -> tuple[int, str] | None:
        """Where a body or a group of holders ends that begins at a place, and its IRI."""
        if named := next(((end, name) for first, end, name in self.bodies if first == start), None):
            return named
        group = self.verbs.group.match(self.text, start)
        return (group.end(), self.verbs.holders[group["head"]]) if group else None

    def ending_at(self, end: int) -> tuple[int, str] | None:
        """Where a body or a group of holders begins that ends at a place, and its IRI."""
        if named := next(((start, name) for start, last, name in self.bodies if last == end), None):
            return self.counted_from(named[0])[0], named[1]
        group = self.verbs.listed_head.search(self.text, max(0, end - BACK), end)
        return (group.start(), self.verbs.holders[group["head"]]) if group else None

    def _employer(self, start: int, end: int) -> str:
        """The body of which a single person speaks: "a researcher of the Institute"."""
        if self.verbs.supports.get(self.text[start:].partition(" ")[0]) != ONE:
            return ""
        behind = (b for b in self.bodies if OF_BODY.fullmatch(self.text, end, b[0]))
        return next((body for _, _, body in behind), "")

    def first(self) -> tuple[str, ...]:
        """The group of holders with which the sentence begins: "the panellists came by boat"."""
        group = self.verbs.group.match(self.text)
        return (self.verbs.holders[group["head"]],) if group else ()

    def _is_speaker(self, head: str) -> bool:
        return self.verbs.holders.get(head) == SPEAKERS

    def of_subject(self, match: re.Match[str]) -> tuple[str, ...]:
        """The body that the subject of a match names in full, or whose representative it is."""
        first, last = match.span("head")
        represents = match["head"] in REPRESENTING or self._is_speaker(match["head"])
        found = (
            (end, body)
            for start, end, body in self.bodies
            if (start < first and end == last)
            or (
                represents
                and last < start
                and end < match.start("verb")
                and not AMONG_THEM.match(self.text, last)
            )
            or (represents and OWNER.fullmatch(self.text, end, first))
            or ("chair" in match["head"] and OF_BODY.fullmatch(self.text, last, start))
        )
        end, first_body = next(found, (0, ""))
        several = represents and match["head"].endswith("s") and first_body
        others = self.following(end)[1] if several else ()
        return (first_body, *others) if first_body else ()
