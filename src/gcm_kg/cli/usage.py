"""Says in one line what is wrong with the use of a command: where, what was expected and found."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

import click
from click import exceptions

from gcm_kg.errors import InputError, shown

NO_ARGUMENTS: Any = getattr(exceptions, "NoArgsIsHelpError", ())
"""What shows a manual instead; which click has since version 8.2."""
NoSuchCommand: Any = getattr(exceptions, "NoSuchCommand", click.NoSuchOption)
"""Which click has since version 8.4."""
PROGRAM = "gcm-kg"
# Is “'x' is not one of”, “File '/tmp' is a directory”, “9 is not in the range”, not “Try again”.
FOUND = re.compile(r"(?:\w+ )?(?:'(?P<quoted>.*)'|(?P<number>\S+)) (?:is|does|cannot) ", re.DOTALL)
# Is “unexpected extra arguments (a b)”, not “an argument”.
EXTRA = re.compile(r".*unexpected extra arguments? \((?P<found>.*)\)", re.DOTALL)


def usage_error(error: click.UsageError) -> InputError:
    """The one line for an error of click's; it ends with what to do."""
    whole = error.ctx.command_path if error.ctx else PROGRAM
    place = whole.removeprefix(PROGRAM).strip() or PROGRAM
    manual = f"see {whole} --help"
    if isinstance(error, NoSuchCommand | click.NoSuchOption):
        return _unknown(error, place, manual)
    if isinstance(error, click.BadParameter):
        return _of_parameter(error, place, manual)
    if isinstance(error, click.BadOptionUsage):
        takes_none = "does not take" in error.message
        expected, found = ("no value", "one") if takes_none else ("a value behind it", "none")
        return InputError(error.option_name, expected, found, "correct it")
    if extra := EXTRA.match(error.message):
        return InputError(place, "fewer arguments", f"{shown(extra['found'])} too", manual)
    return InputError(place, "another use", error.format_message().rstrip("."), manual)


def _unknown(error: click.UsageError, place: str, manual: str) -> InputError:
    """The line for a command or an option that there is not; near ones are offered."""
    if isinstance(error, click.NoSuchOption):
        expected, name, known = "one of its options", error.option_name, error.possibilities or []
    else:
        expected, name = "the name of a command", getattr(error, "command_name", "")
        known = _commands(error.ctx) if error.ctx else []
    near = " or ".join(get_close_matches(name, known))
    return InputError(place, expected, shown(name), f"did you mean {near}?" if near else manual)


def _commands(ctx: click.Context) -> list[str]:
    return ctx.command.list_commands(ctx) if isinstance(ctx.command, click.Group) else []


def _of_parameter(error: click.BadParameter, place: str, manual: str) -> InputError:
    name = _name(error.param)
    if isinstance(error, click.MissingParameter):
        return InputError(place, name, "nothing", manual)
    found = FOUND.match(error.message)
    value = (found["quoted"] or found["number"] or "") if found else error.message
    expected = _expected(error.param.type) if error.param else "another value"
    said = shown(value)
    if error.message.endswith("is a directory."):
        said += ", a directory"
    return InputError(f"{place} {name}", expected, said, manual)


def _name(parameter: click.Parameter | None) -> str:
    """An option with its hyphens, an argument by what stands for it in the manual."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.make_metavar(click.get_current_context()) if parameter else "a value"


def _expected(kind: Any) -> str:
    if isinstance(kind, click.Choice):
        return " or ".join(map(str, kind.choices))
    if isinstance(kind, click.IntRange | click.FloatRange):
        what = "a whole number" if isinstance(kind, click.IntRange) else "a number"
        return f"{what}{_within(kind)}"
    names = {"integer": "a whole number", "float": "a number", "path": "the path of a file"}
    return names.get(kind.name, "the path of a file" if isinstance(kind, click.Path) else kind.name)


def _within(kind: click.IntRange | click.FloatRange) -> str:
    low, high = kind.min, kind.max
    if low is None or high is None:
        if low is None:
            return "" if high is None else f", {high:,} or less"
        return f", more than {low:,}" if kind.min_open else f", {low:,} or more"
    return f" from {low:,} to {high:,}"
