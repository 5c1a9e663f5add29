"""The manual page (man 1 gcm-kg), made of what the commands say of themselves: it takes the place
of no word of theirs, and needs no other source.

    python -m gcm_kg.cli.manual > docs/gcm-kg.1
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version

import click

from gcm_kg.cli.main import COMMANDS, main

ENVIRONMENT = {
    "GCM_KG_PROJECT": "The folder of the project; without it, the nearest one around the working"
    " directory, else the data that the program carries.",
    "GCM_KG_MEMORY": "How many megabytes add, check, link and merge may take (4000).",
    "GCM_KG_SECONDS": "How many seconds of the processor check, link and merge may take (900).",
    "GCM_KG_TRACEBACK": "If set, a fault of the program is shown with its traceback.",
    "XDG_CACHE_HOME": "Where an installed package keeps its store.",
}
EXIT_STATUS = {
    "0": "Well.",
    "1": "Findings.",
    "2": "Wrong use, or what cannot be done.",
    "70": "A fault of the program.",
    "130": "Interrupted.",
}


def manual(release: str) -> str:
    """The page in roff (man(7)), with all commands, of a version of the program."""
    return "".join(f"{line}\n" for line in _lines(release))


def _lines(release: str) -> Iterator[str]:
    context = click.Context(main, info_name="gcm-kg", **main.context_settings)
    yield f'.TH GCM\\-KG 1 "" "gcm\\-kg {_plain(release)}" "User Commands"'
    yield from (".SH NAME", f"gcm\\-kg \\- {_plain(_summary(main))}", ".SH SYNOPSIS")
    yield _plain(" ".join(["gcm-kg", *main.collect_usage_pieces(context)]))
    yield ".SH DESCRIPTION"
    yield from _paragraphs(main)
    yield ".SH OPTIONS"
    for parameter in main.get_params(context):
        yield from _option(parameter, context)
    yield ".SH COMMANDS"
    for name in COMMANDS:
        yield from _command(name, context)
    for heading, entries in (("ENVIRONMENT", ENVIRONMENT), ("EXIT STATUS", EXIT_STATUS)):
        yield f".SH {heading}"
        for term, text in entries.items():
            yield from _entry(term, text)


def _command(name: str, parent: click.Context) -> Iterator[str]:
    command: click.Command = import_module(f"gcm_kg.cli.commands.{name}").command
    context = click.Context(command, info_name=name, parent=parent)
    yield f".SS {_plain(' '.join(['gcm-kg', name, *command.collect_usage_pieces(context)]))}"
    yield from _paragraphs(command)
    for parameter in command.params:  # --help is not among them: it is that of the program
        yield from _option(parameter, context)


def _summary(command: click.Command) -> str:
    return " ".join((command.help or "").split("\n\n")[0].split()).rstrip(".")


def _paragraphs(command: click.Command) -> Iterator[str]:
    """The help of a command; a paragraph that begins with a backspace keeps its lines."""
    for number, paragraph in enumerate((command.help or "").strip().split("\n\n")):
        kept = paragraph.lstrip().startswith("\b")
        lines = [" ".join(line.split()) for line in paragraph.replace("\b", "").strip().split("\n")]
        if number:
            yield ".PP"
        yield from (".nf", *map(_plain, lines), ".fi") if kept else map(_plain, lines)


def _option(parameter: click.Parameter, context: click.Context) -> Iterator[str]:
    record = parameter.get_help_record(context)
    if record and isinstance(parameter, click.Option):  # arguments stand in the usage
        yield from _entry(*record)


def _entry(term: str, text: str) -> Iterator[str]:
    yield from (".TP", f".B {_plain(term)}", *filter(None, [_plain(" ".join(text.split()))]))


def _plain(text: str) -> str:
    """Text that roff takes as it is (groff_char(7)): no line is a request, no sign an escape."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    sys.stdout.write(manual(version("gcm-kg")))
