"""Names of two things that agree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gcm_kg.errors import shown
from gcm_kg.linking.candidates import CandidateLabel
from gcm_kg.linking.labels import WHOLE
from gcm_kg.linking.names import Name

LONGEST_SHOWN = 120
"""Characters of a name in a comment."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A name of ours and one of theirs that have a key in common.

    ``kind`` says what of their name the key is of: whole, base, loose … (``labels``).
    """

    name: Name
    label: CandidateLabel
    kind: str = WHOLE

    @property
    def literal(self) -> bool:
        """Whether both are written alike, but for capitals."""
        return self.name.text.casefold() == self.label.text.casefold()

    @property
    def quoted(self) -> str:
        """Both names, each with its role, for a comment."""
        ours, theirs = (shown(x.text, LONGEST_SHOWN) for x in (self.name, self.label))
        return f"our {self.name.role} {ours} = their {self.label.role} {theirs}"


def number_differs(ours: str, theirs: str) -> bool:
    """Whether the last words of two labels that have one key are singular and plural."""
    mine, other = (re.findall(r"\w+", text.casefold())[-1:] for text in (ours, theirs))
    if not mine or not other or mine == other:
        return False
    return bool(mine[0] + "s" == other[0] or other[0] + "s" == mine[0])
