"""Names of treaties with other small words than their labels have, or in another number.

"Convention of the Rights of Persons with Disability" has the words of the label "Convention on the
Rights of Persons with Disabilities" in its order. The rule is described in
data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections import defaultdict

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.text.folding import folded
from gcm_kg.text.name_shapes import NOUN
from gcm_kg.text.spelling import stem

Words = tuple[str, ...]

# Is “Convention”, not “-”.
WORD = re.compile(r"[^\W_]+")
# Matches “the Rome Statute”, not “a convention”.
TREATY = re.compile(NOUN)
# Matches “Optional Protocols”, not “Optional Protocol”.
SEVERAL = re.compile(r"\b(?:Protocols|Conventions|Covenants|Declarations|Treaties|Charters)\b")
SMALL_WORDS = frozenset(
    "of on the and for to in against from by with all its their any a an as at concerning relating "
    "regarding respecting international united nations un universal".split()
)
"""Words that differ between those who cite the same treaty."""
FEWEST = 3
"""Words of a name, besides these, that make it certain."""


def name_variants(found: MentionIndex) -> None:
    """Gives unresolved names of treaties the thing whose label has their words in their order."""
    known = found.vocabulary.prepared("words of treaties", _treaties)
    for mention in found.all():
        if not mention.entities and mention.layer == "names":
            words = _words(found.text[mention.start : mention.end])
            things = known.get(words, set()) if _is_treaty(found, mention) else set()
            if len(words) >= FEWEST and len(things) == 1:
                found.remove(mention)
                found.add((mention.start, mention.end), tuple(things), "names", "name-variant")


def _is_treaty(found: MentionIndex, mention: Mention) -> bool:
    """Whether a name is one of one treaty: "Optional Protocols" are several."""
    place = (mention.start, mention.end)
    one = SEVERAL.search(found.text, *place) is None
    return one and TREATY.search(found.text, *place) is not None


def _words(name: str) -> Words:
    """The words of a name that count, in the singular and in American spelling."""
    words = (stem(word) for word in WORD.findall(folded(name)))
    return tuple(word for word in words if word not in SMALL_WORDS)


def _treaties(vocabulary: Vocabulary) -> dict[Words, set[str]]:
    """Treaties and declarations by the words of their labels."""
    known: defaultdict[Words, set[str]] = defaultdict(set)
    for kind in ("Treaty", "Declaration", "LabourConvention"):
        for entity in vocabulary.of_kind(kind):
            for predicate in POSITIVE:
                for label in vocabulary.get(entity, predicate):
                    known[_words(label)].add(entity)
    return known
