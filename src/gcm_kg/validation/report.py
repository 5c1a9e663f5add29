"""Findings of a validation, and what to do about each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import IntEnum

from gcm_kg.errors import shown
from gcm_kg.rdf.namespaces import SH, short


class Severity(IntEnum):
    """How much a finding weighs (SHACL, section 2.1.4)."""

    INFO = 0
    WARNING = 1
    VIOLATION = 2


ADVICE = {
    "MinCount": "add it",
    "MaxCount": "keep one",
    "Datatype": "correct the value",
    "Class": "name a thing of that class, or declare it",
    "NodeKind": "correct the value",
    "Pattern": "correct the value",
    "In": "use one of the values allowed",
    "LessThan": "put the two in order",
    "LessThanOrEquals": "put the two in order",
    "UniqueLang": "keep one for each language",
    "HasValue": "add the value",
}
"""What to do about a finding, by the kind of the constraint (SHACL, section 4)."""
MOST_WORDS, MOST_EXAMPLES = 60, 3
"""Code points that are shown of the words of a finding, and words that are shown of a kind."""
FALLBACK = "look at the thing in its file and mend it"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of validation: which thing, which property, what is wrong, what to do.

    Information says itself what can be done; its advice is empty. ``words`` are those of the source
    behind the thing, where they are known.
    """

    severity: str
    focus: str
    path: str
    value: str
    message: str
    advice: str
    words: str = ""

    def __str__(self) -> str:
        found = f" (found: {self.value})" if self.value else ""
        path = f" {self.path}" if self.path else ""
        advice = f"; {self.advice}" if self.advice else ""
        words = f" {shown(self.words, MOST_WORDS)}" if self.words else ""
        return f"{self.severity.lower()}: {self.focus}{words}{path}: {self.message}{found}{advice}"

    def as_dict(self) -> dict[str, str]:
        """The finding for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a check; ``turtle`` gives the validation report of SHACL (section 3.6), where
    one graph was checked at once; ``notes`` say what was not checked."""

    findings: list[Finding]
    turtle: Callable[[], str] = str
    notes: tuple[str, ...] = ()

    def fails(self, level: Severity) -> bool:
        """Whether a finding weighs as much as the level, or more."""
        return fails(self.findings, level)

    def lines(self, most: int) -> list[str]:
        """The findings for people, those of one kind together: so many of a kind and how many more
        there are (with 0, each), and of information how often each kind was found."""
        alike: defaultdict[tuple[str, str, str], list[Finding]] = defaultdict(list)
        for finding in _joined(self.findings):
            alike[finding.severity, finding.path, finding.message].append(finding)
        lines: list[str] = []
        for (severity, _, message), found in alike.items():
            if severity == "Info":
                lines.append(f"info: {len(found):,} times: {message}{_examples(found)}")
                continue
            kept = found[: most or None]
            lines += map(str, kept)
            if more := len(found) - len(kept):
                lines.append(f"{severity.lower()}: {more:,} more of this kind; --all names each")
        return lines


def _examples(found: Iterable[Finding]) -> str:
    """Some of the words that findings of one kind are about."""
    words = dict.fromkeys(shown(each.words, MOST_WORDS) for each in found if each.words)
    return f": {', '.join([*words][:MOST_EXAMPLES])}" if words else ""


def fails(findings: Iterable[Finding], level: Severity) -> bool:
    """Whether a finding weighs as much as the level, or more."""
    return any(Severity[finding.severity.upper()] >= level for finding in findings)


def _joined(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; those that one mending removes as one, with all that they say: a part without a
    text is at fault as a part and as what a mention stands in."""
    same: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for found in findings:
        rest = (found.message,) if not (found.path and found.advice) else ()
        key = (
            *(found.severity, found.focus, found.path, found.value, found.advice, found.words),
            *rest,
        )
        same[key].append(found.message)
    for (severity, focus, path, value, advice, words, *_), said in same.items():
        message = ". ".join(dict.fromkeys(said))
        yield Finding(severity, focus, path, value, message, advice, words)


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, the heaviest first."""
    return sorted(findings, key=lambda f: (-Severity[f.severity.upper()], str(f)))


def finding(
    *, severity: str, focus: str, path: str, value: str, message: str, component: str
) -> Finding:
    """A finding of an engine, given by IRIs and as it words it."""
    kind = component.removeprefix(SH).removesuffix("ConstraintComponent")
    advice = ADVICE.get(kind, FALLBACK)
    if kind == "MinCount" and path:
        advice = f"add {short(path)}"
    return Finding(
        severity=severity.removeprefix(SH),
        focus=short(focus),
        path=short(path),
        value=short(" ".join(value.split()))[:120],
        message=message.rstrip("."),
        advice="" if severity.removeprefix(SH) == "Info" else advice,
    )
