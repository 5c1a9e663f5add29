"""Knows the marks before which stands what should be done: “A1. Train”, “(3)”, “ACTION: IOM to”."""

from __future__ import annotations

from gcm_kg.reading.label_marks import ACTION
from gcm_kg.reading.mark import Mark
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.wording import ASKS, asks_for, is_named_to_act, is_to_act


def is_marked(profile: Profile, mark: Mark, text: str, finding: bool, labelled: bool) -> bool:
    """Whether a mark of a form that recommendations may have stands before what should be;
    behind labels, numbers such as 2.1 and bullets an imperative tells that, too. ``finding`` says
    that the heading is one of findings, ``labelled`` that recommendations have labels."""
    if mark.prefix == ACTION:
        return not labelled and (asks_for(profile, text) or is_to_act(text))
    if mark.style == "code" or mark.prefix.rstrip("0123456789") in profile.asking_labels:
        coded = mark.style != "code" or "code" in profile.asking_labels and not finding
        acts = mark.prefix.startswith("action") and is_to_act(text)
        return coded and (acts or asks_for(profile, text))
    if mark.style in ("dotted", "bullet") and mark.style in profile.asking_marks:
        return asks_for(profile, text)
    numbered = mark.style == "number" and mark.prefix in profile.asking_marks
    return numbered and bool(ASKS.search(text))


def asks_or_acts(profile: Profile, mark: Mark | None, text: str) -> bool:
    """Whether words say what should be done, or an item begins with who is to do it."""
    return asks_for(profile, text) or (mark is not None and is_named_to_act(text))
