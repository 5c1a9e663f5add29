"""The forms of English verbs in sentences that report: present, past, participles."""

from __future__ import annotations

import re

PAST = {
    "make": ("made",),
    "say": ("said",),
    "give": ("gave", "given"),
    "take": ("took", "taken"),
    "hold": ("held",),
    "find": ("found",),
    "speak": ("spoke", "spoken"),
    "draw": ("drew", "drawn"),
    "show": ("showed", "shown"),
    "put": ("put",),
    "tell": ("told",),
    "bring": ("brought",),
    "be": ("was", "were", "been"),
    "pay": ("paid",),
    "deal": ("dealt",),
    "have": ("had",),
    "lend": ("lent",),
    "seek": ("sought",),
    "stand": ("stood",),
    "throw": ("threw", "thrown"),
    "feel": ("felt",),
    "focus": ("focused", "focussed"),
    "cut": ("cut",),
    "set": ("set",),
    "build": ("built",),
    "fight": ("fought",),
    "keep": ("kept",),
    "uphold": ("upheld",),
    "undertake": ("undertook", "undertaken"),
    "overcome": ("overcame", "overcome"),
    "break": ("broke", "broken"),
    "undo": ("undid", "undone"),
    "run": ("ran", "run"),
    "do": ("did", "done"),
    "withstand": ("withstood",),
    "send": ("sent",),
    "fly": ("flew", "flown"),
    "hear": ("heard",),
    "teach": ("taught",),
    "leave": ("left",),
    "lose": ("lost",),
    "steal": ("stole", "stolen"),
    "sell": ("sold",),
    "buy": ("bought",),
    "win": ("won",),
    "meet": ("met",),
    "learn": ("learned", "learnt"),
    "get": ("got",),
    "go": ("went", "gone"),
    "come": ("came", "come"),
    "catch": ("caught",),
    "write": ("wrote", "written"),
    "know": ("knew", "known"),
    "withhold": ("withheld",),
    "flee": ("fled",),
    "forbid": ("forbade", "forbidden"),
    "forgo": ("forwent", "forgone"),
    "shut": ("shut",),
    "see": ("saw", "seen"),
    "grow": ("grew", "grown"),
    "spend": ("spent",),
    "drive": ("drove", "driven"),
    "let": ("let",),
    "beat": ("beat", "beaten"),
    "read": ("read",),
    "lead": ("led",),
    "mislead": ("misled",),
    "tear": ("tore", "torn"),
    "split": ("split",),
    "bear": ("bore", "borne"),
    "bind": ("bound",),
    "shoot": ("shot",),
    "hit": ("hit",),
    "undercut": ("undercut",),
    "withdraw": ("withdrew", "withdrawn"),
    "understand": ("understood",),
    "rebuild": ("rebuilt",),
    "lay": ("laid",),
    "choose": ("chose", "chosen"),
    "prove": ("proved", "proven"),
    "hide": ("hid", "hidden"),
    "sink": ("sank", "sunk"),
    "strike": ("struck",),
    "arise": ("arose", "arisen"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "fall": ("fell", "fallen"),
    "feed": ("fed",),
    "foresee": ("foresaw", "foreseen"),
    "forget": ("forgot", "forgotten"),
    "forgive": ("forgave", "forgiven"),
    "freeze": ("froze", "frozen"),
    "mean": ("meant",),
    "oversee": ("oversaw", "overseen"),
    "overtake": ("overtook", "overtaken"),
    "rise": ("rose", "risen"),
    "shake": ("shook", "shaken"),
    "strive": ("strove", "striven", "strived"),
    "think": ("thought",),
    "undergo": ("underwent", "undergone"),
    "wear": ("wore", "worn"),
    "cast": ("cast",),
    "cost": ("cost",),
    "spread": ("spread",),
    "hurt": ("hurt",),
    "foretell": ("foretold",),
    "eat": ("ate", "eaten"),
}
"""Past forms and participles that no rule gives."""
NOUN_ENDS = {
    "fy": "fication",
    "ish": "ition",
    "duce": "duction",
    "de": "sion",
    "nd": "nsion",
    "mit": "mission",
    "cede": "cession",
    "peal": "peal",
    "lease": "lease",
    "view": "view",
    "form": "form",
    "clude": "clusion",
}
"""How nouns end that name what verbs of some endings do."""
# Matches “reiterate”, not “agree”.
SILENT_E = re.compile(r"[^eo]e\Z")
# Matches “worry”, not “say”.
CONSONANT_Y = re.compile(r"[^aeiou]y\Z")
VERBS_IN_LY = frozenset("apply comply imply multiply rally rely reply supply tally".split())
"""Verbs that end as adverbs do."""
# Is “submit”, not “exhibit”.
DOUBLED = re.compile(
    r"admit|commit|submit|permit|omit|transmit|refer|prefer|defer|confer|infer|occur|deter|"
    r"regret|concur|put|rebut|cut|set|stop|stem|ban|scrap|rid|run|equip|"
    r"drop|plan|ship|trap|strip|get|shut|let|beg|rob|win|forbid|allot|split|undercut|hit|"
    r"control|patrol|compel|expel|enrol|repel|label|travel|map|spot|swap|entrap|tip|"
    r"begin|forget"
)


def past_forms(phrase: str) -> list[str]:
    """The past forms of a verb, or of a phrase that begins with one ("point out": "pointed out").

    An adverb in front ("positively note") stays in front.
    """
    return [_with_verb(phrase, form) for form in _past(_verb(phrase))]


def reporting_forms(phrase: str) -> list[str]:
    """The past and the present forms of a verb or phrase."""
    verb = _verb(phrase)
    forms = dict.fromkeys(
        [*_past(verb), verb, _third_person(verb), *(["is"] if verb == "be" else [])]
    )
    return [_with_verb(phrase, form) for form in forms]


def third_person(phrase: str) -> str:
    """The third person singular of a verb or phrase: "stresses"."""
    verb = _verb(phrase)
    return _with_verb(phrase, "is" if verb == "be" else _third_person(verb))


def past_participle(phrase: str) -> str:
    """The past participle of a verb or phrase."""
    return _with_verb(phrase, _past(_verb(phrase))[-1])


def participle_in_ing(phrase: str) -> str:
    """The present participle of a verb or phrase."""
    verb = _verb(phrase)
    if DOUBLED.fullmatch(verb):
        return _with_verb(phrase, verb + verb[-1] + "ing")
    stem = verb[:-1] if SILENT_E.search(verb) else verb
    return _with_verb(phrase, (verb[:-2] + "y" if verb.endswith("ie") else stem) + "ing")


def nouns_of(verb: str) -> list[str]:
    """Nouns that may name what a verb does, of which not all exist: "abolition", "adoption",
    "amendment", "removal", "issuance", "lifting"."""
    stem = verb.removesuffix("e")
    nouns = [stem + "ion", verb + "ment", stem + "ation", participle_in_ing(verb), stem + "ance"]
    for end, noun in NOUN_ENDS.items():
        if verb.endswith(end):
            nouns.append(verb.removesuffix(end) + noun)
    return [*nouns, stem + "al"]


def _place(words: list[str]) -> int:
    """Where in a phrase the verb stands: behind an adverb."""
    return 1 if words[0].endswith("ly") and words[0] not in VERBS_IN_LY and len(words) > 1 else 0


def _verb(phrase: str) -> str:
    words = phrase.split(" ")
    return words[_place(words)]


def _with_verb(phrase: str, form: str) -> str:
    words = phrase.split(" ")
    words[_place(words)] = form
    return " ".join(words)


def _past(verb: str) -> tuple[str, ...]:
    if verb in PAST:
        return PAST[verb]
    if verb.endswith("e"):
        return (verb + "d",)
    if CONSONANT_Y.search(verb):
        return (verb[:-1] + "ied",)
    return (verb + verb[-1] + "ed",) if DOUBLED.fullmatch(verb) else (verb + "ed",)


def _third_person(verb: str) -> str:
    if CONSONANT_Y.search(verb):
        return verb[:-1] + "ies"
    if verb == "be":
        return "are"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
