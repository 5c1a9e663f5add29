"""Reads actions of which a recommendation speaks by a noun, a participle, or a denial.

"Recommended the abolition of …", "recommended lifting …", "that it be abolished", "do not renew".
They are looked for where no verb opens what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.lazy_patterns import LazyPattern
from gcm_kg.text.verb_forms import nouns_of, participle_in_ing, past_participle

REPORTING = r"(?:recommend|suggest|propose|encourage|advise|urge|support)(?:s|ed)? "
BEGIN = r"\A\W*(?:\w+ly |it (?:is |was )?)?"
# Begins “do not renew” and “never again use”, not “not only”.
DENIED = re.compile(r"\W*(?:do not|not|never)(?! only\b)(?= \w)")
POSSIBLE = r"(?<! may)(?<! can)(?<! could)(?<! might)(?<! would)(?<! cannot)(?<! not)"
"""In front of "be": nothing is asked to be done."""
REFRAIN = "refrain"
"""The label of the action of which a denial speaks."""
NOBODY = r"(?:nobody|no one|none|neither|no)(?! (?:later|less|fewer|more)\b)\b"
REACH = 160
"""Code points behind "that" within which something may have to be done."""


class ReportedActions:
    """The forms of the actions of a vocabulary, given by their labels in folded form."""

    def __init__(self, actions: Mapping[str, str]) -> None:
        whole = [label for label in actions if "…" not in label]
        self.gerunds = {participle_in_ing(label): actions[label] for label in whole}
        self.participles = {past_participle(label): actions[label] for label in whole}
        single = [label for label in whole if " " not in label]
        self.nouns = {noun: actions[label] for label in single for noun in nouns_of(label)}
        self.denied = actions.get(REFRAIN, "")
        form = r"(?P<form>{})(?!\w)"
        gerund, noun, participle = (
            form.format(alternatives([*forms]) if forms else "(?!)")
            for forms in (self.gerunds, self.nouns, self.participles)
        )
        self.by_gerund = LazyPattern(rf"{BEGIN}{REPORTING}(?:further |also )?{gerund}")
        self.by_noun = LazyPattern(
            rf"{BEGIN}(?:{REPORTING}(?:the |an? )?(?:[\w-]+ )?|(?:the |an? )(?:[\w-]+ )?)?{noun}"
            r"(?= (?:of|to|and|or)\b)"
        )
        self.by_participle = LazyPattern(
            rf"(?:\bthat |\A\W*)(?!{NOBODY})(?:[^.;:]){{1,{REACH}}}?{POSSIBLE} be "
            rf"(?:\w+ly |further |also )?{participle}"
        )

    def read(self, text: str) -> Iterator[tuple[str, tuple[int, int]]]:
        """The action of which a folded text speaks, with the place of its words, if any."""
        if self.denied and (denied := DENIED.match(text)):
            start = denied.end() - len(denied[0].lstrip())
            yield self.denied, (start, denied.end())
            return
        for pattern, forms in (
            (self.by_gerund, self.gerunds),
            (self.by_noun, self.nouns),
            (self.by_participle, self.participles),
        ):
            if found := pattern.search(text):
                yield forms[found["form"]], found.span("form")
                return
