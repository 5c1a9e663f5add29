"""Tells of recommendations to which an addendum answers otherwise than its report says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from gcm_kg.errors import shown
from gcm_kg.extraction.attributions import Attributions
from gcm_kg.extraction.positions import OPEN
from gcm_kg.model.document import Attribute, Document, Part, Source
from gcm_kg.model.statements import Statement
from gcm_kg.reading.addenda import answering

SHOWN = 5
"""How many recommendations are named."""


class _Answer(NamedTuple):
    """What is answered, in which words, and where: the key and symbol of the document."""

    entity: str
    words: str
    where: str


def contradicted(source: Source, attributions: Attributions) -> Iterator[str]:
    """A sentence for each addendum that answers otherwise than its report, with the first such
    recommendation; what the report leaves open is not contradicted."""
    if not answering(source):
        return
    own = _answers(source, attributions, lambda attribute: attribute.elsewhere is None)
    later = _answers(source, attributions, lambda attribute: attribute.elsewhere is not None)
    for where in dict.fromkeys(each.where for each in later.values()):
        found = [x for x, a in later.items() if a.where == where and _differ(own.get(x), a)]
        if found:
            yield _sentence(found, own[found[0]], later[found[0]], source.stem)


def _differ(own: _Answer | None, later: _Answer) -> bool:
    return own is not None and own.entity != later.entity and OPEN not in (own.entity, later.entity)


def _sentence(labels: Sequence[str], own: _Answer, later: _Answer, stem: str) -> str:
    more = f" and {len(labels) - SHOWN} more" if len(labels) > SHOWN else ""
    return (
        f"{', '.join(labels[:SHOWN])}{more}: {shown(own.words)} here, but {shown(later.words)} in"
        f" {later.where}; what is said here stays: read both, and if it is wrong, reject it in"
        f" data/annotations/{stem}"
    )


def _answers(
    source: Source, attributions: Attributions, wanted: Callable[[Attribute], bool]
) -> dict[str, _Answer]:
    """What the stretches that are wanted answer to each recommendation, by its identifier."""
    parts = (_with(part, filter(wanted, part.attributes)) for part in _asked(source.document))
    document = replace(source.document, parts=tuple(parts))
    return {said.part.identifier: _answer(source, said) for said in attributions.read(document)}


def _answer(source: Source, said: Statement) -> _Answer:
    other, (start, end) = said.elsewhere or source, said.evidence[0]
    words = " ".join(other.document.words[start:end].split())
    return _Answer(said.entity, words, f"{other.key} ({other.symbol})")


def _asked(document: Document) -> Iterator[Part]:
    """The recommendations to which an addendum answers."""
    return (p for p in document.recommendations() if any(a.elsewhere for a in p.attributes))


def _with(part: Part, attributes: Iterable[Attribute]) -> Part:
    answers = (each for each in attributes if each.relation == "position")
    return replace(part, attributes=tuple(answers))
