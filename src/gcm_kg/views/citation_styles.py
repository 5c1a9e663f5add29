"""Writes references as footnotes of lawyers and researchers; what is not known is left out.

Chicago Manual of Style (17th edition, notes), OSCOLA (4th edition, with the section on
international law), The Bluebook (21st edition, rule 21).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gcm_kg.views.reference import Reference

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SHORT = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
"""The months as The Bluebook has them (table T12)."""
ABBREVIATED = {
    "General Assembly": "UNGA", "United Nations General Assembly": "UNGA",
    "Security Council": "UNSC", "Human Rights Council": "UNHRC",
    "Economic and Social Council": "ECOSOC", "Human Rights Committee": "UNHRC",
}  # fmt: skip
"""Bodies as OSCOLA shortens them."""
BLUEBOOK = {
    "UNGA": "G.A.", "UNSC": "S.C.", "ECOSOC": "Economic and Social Council",
    "UNHRC": "Human Rights Council",
}  # fmt: skip


def day_of(iso: str, months: Sequence[str] = MONTHS, *, american: bool = True) -> str:
    """A date in words: "November 15, 2000" or "15 November 2000"; less where less is known."""
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = months[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = int(rest[1])
    return f"{month} {day}, {year}" if american else f"{day} {month} {year}"


def _meeting(one: Reference, *, american: bool = True, months: Sequence[str] = MONTHS) -> str:
    """The meeting that a document reports on, its place and days; the name only where the title
    does not have it."""
    known = one.event.lower() in one.title.lower()
    days = held(one.days, months, american=american)
    return joined(["" if known else one.event, one.place, days])


def held(days: Sequence[str], months: Sequence[str] = MONTHS, *, american: bool = True) -> str:
    """From the first day to the last: "September 4–5, 2017" or "4–5 September 2017"."""
    if len(days) == 2 and days[0][:7] == days[1][:7] and len(days[1]) == len("2017-09-05"):
        whole = day_of(days[1], months, american=american)
        return whole.replace(str(int(days[1][8:])), f"{int(days[0][8:])}–{int(days[1][8:])}", 1)
    return "–".join(day_of(day, months, american=american) for day in days)


def joined(pieces: Sequence[str], by: str = ", ") -> str:
    """What is not empty, with something between."""
    return by.join(piece for piece in pieces if piece)


def _body(one: Reference) -> str:
    """The body with the name of the organization before it."""
    known = one.body.startswith(("United Nations", "Committee")) or not one.symbol
    return one.body if known or not one.body else f"United Nations, {one.body}"


def chicago(one: Reference) -> str:
    """A note of the Chicago Manual of Style."""
    where = joined([f"sec. {one.section}" if one.section else "", one.item, one.page])
    if one.kind == "treaty":
        series = one.series or (f"UNTS no. {one.registration}" if one.registration else "")
        return _closed(joined([one.title, day_of(one.date) if one.date else "", series, where]))
    day = f" ({day_of(one.date)})" if one.date else ""
    if one.resolution:
        number = f"Resolution {one.resolution['number']}"
        return _closed(joined([_body(one), number, one.title, one.symbol]) + day + _after(where))
    behind = joined([_meeting(one), one.symbol])
    title = f"“{_quoted(one.title)}{',' if behind else ''}”"
    head = joined([_body(one), f"{title} {behind}".strip() if one.title else behind])
    return _closed(head + day + _after(where))


def _after(where: str) -> str:
    return f", {where}" if where else ""


def _quoted(title: str) -> str:
    return title.replace("'", "’")


def oscola(one: Reference) -> str:
    """A footnote of OSCOLA."""
    where = joined([f"s {one.section}" if one.section else "", _shortened(one.item), one.page])
    day = day_of(one.date, american=False) if one.date else ""
    if one.kind == "treaty":
        force = day_of(one.in_force, american=False) if one.in_force else ""
        dates = joined(
            [f"adopted {day}" if day else "", f"entered into force {force}" if force else ""]
        )
        series = one.series or (f"UNTS Reg No {one.registration}" if one.registration else "")
        return joined([one.title, f"({dates})" if dates else "", series, where], " ")
    symbol = f"UN Doc {one.symbol}" if one.symbol else ""
    body = ABBREVIATED.get(one.body, one.body)
    if one.resolution:
        head = f"{body} Res {one.resolution['number']}"
    else:
        head = f"{body}, ‘{_quoted(one.title)}’" if one.title else body
        meeting = _meeting(one, american=False)
        head += f" ({meeting})" if meeting else ""
    return joined([head, f"({day})" if day else "", symbol], " ") + _after(where)


def bluebook(one: Reference) -> str:
    """A footnote of The Bluebook."""
    where = joined(
        [f"§ {one.section}" if one.section else "", _american(one.item)]
        + ([f"at {one.page}"] if one.page else [])
    )
    day = day_of(one.date, SHORT) if one.date else ""
    if one.kind == "treaty":
        series = one.series.replace("UNTS", "U.N.T.S.")
        series = series or (f"U.N.T.S. No. {one.registration}" if one.registration else "")
        return _closed(joined([one.title, day, series, where]))
    symbol = f"U.N. Doc. {one.symbol}" if one.symbol else ""
    body = BLUEBOOK.get(ABBREVIATED.get(one.body, ""), one.body)
    head = f"{body} Res. {one.resolution['number']}, {one.title}" if one.resolution else ""
    head = head or joined([_american_body(body), _quoted(one.title), _meeting(one, months=SHORT)])
    ends = f" ({day})" if day else ""
    return _closed(joined([head, where, "" if one.resolution else symbol]) + ends)


def _american_body(body: str) -> str:
    return (
        "U.N. General Assembly"
        if body == "G.A."
        else "U.N. Security Council"
        if body == "S.C."
        else body
    )


def _shortened(item: str) -> str:
    return item.replace("paragraph ", "para ")


def _american(item: str) -> str:
    return re.sub("^paragraph ", "¶ ", item).replace("recommendation ", "rec. ")


def _closed(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


FOOTNOTES: dict[str, Callable[[Reference], str]] = {
    "chicago": chicago, "oscola": oscola, "bluebook": bluebook,
}  # fmt: skip
"""What writes a footnote, by the name of the style."""
