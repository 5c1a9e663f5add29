"""Carries out the judgements of people on mentions and statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from gcm_kg.extraction.mentions import sort_key
from gcm_kg.model.annotations import Annotations, Row
from gcm_kg.model.statements import RELATIONS, Key, Mention, Statement
from gcm_kg.model.vocabulary import LAYERS, Vocabulary


def judge_statements(
    made: dict[Key, Statement], annotations: Annotations, vocabulary: Vocabulary
) -> None:
    """Carries out the rows of the table of statements, rejections first."""
    rows = sorted(annotations["statements"], key=lambda row: row.values["verdict"] == "add")
    for row in rows:
        values = row.values
        relation = values["relation"]
        if relation not in RELATIONS:
            raise row.fail("relation", "one of " + ", ".join(RELATIONS), "correct the cell")
        if not vocabulary.is_a(row.entity("object"), RELATIONS[relation][1]):
            raise row.fail("object", f"a gcm:{RELATIONS[relation][1]}", "correct the cell")
        key = (row.part.identifier, relation, row.entity("object"), row.entity("function"))
        _carry_out(made, row, key)


def _carry_out(made: dict[Key, Statement], row: Row, key: Key) -> None:
    verdict = row.values["verdict"]
    if verdict == "add":
        if key in made:
            raise row.fail("verdict", "something new to add", "it is there already: remove the row")
        span = (row.span,) if row.span else ()
        made[key] = Statement(row.part, key[1], key[2], key[3], span, row.iri, True)
    elif key not in made:
        raise row.fail("verdict", "a statement that a rule makes", "none is made: remove the row")
    elif verdict == "reject":
        del made[key]
    else:
        made[key] = replace(made[key], reviewed=True)


def judged_mentions(
    mentions: Iterable[Mention], annotations: Annotations, vocabulary: Vocabulary
) -> list[Mention]:
    """The mentions after the rows of the table of mentions have been carried out.

    A row that names no entity rejects all that its words are taken for. Raises InputError for a
    row that rejects what is not there or adds what is.
    """
    kept: defaultdict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        kept[mention.start, mention.end].append(mention)
    for row in annotations["mentions"]:
        if row.span:
            kept[row.span] = list(_judged(kept[row.span], row, vocabulary))
    return sorted((m for same in kept.values() for m in same), key=sort_key)


def _judged(same: list[Mention], row: Row, vocabulary: Vocabulary) -> list[Mention]:
    entity = row.entity("entity")
    there = any(not entity or entity in mention.entities for mention in same)
    if row.values["verdict"] == "add":
        if there:
            raise row.fail("verdict", "something new to add", "a rule makes it: remove the row")
        span = row.span or (0, 0)
        layer = next((n for k, n in LAYERS.items() if vocabulary.is_a(entity, k)), "names")
        resolved = [mention for mention in same if mention.entities]
        return [*resolved, Mention(*span, (entity,), layer, row.iri, row.part)]
    if not there:
        raise row.fail("quote", "words that a rule takes for a mention", "remove the row")
    return [rest for mention in same if (rest := _without(mention, entity)) is not None]


def _without(mention: Mention, entity: str) -> Mention | None:
    """A mention that no longer stands for an entity; without one given, no mention."""
    if entity and entity not in mention.entities:
        return mention
    left = tuple(e for e in mention.entities if entity and e != entity)
    return replace(mention, entities=left) if left else None
