"""The command line, in the order of the flow. A command's module is read when it is run."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from io import BufferedWriter, RawIOBase, TextIOWrapper
from typing import Any, TextIO

import click

from gcm_kg.cli import bounded
from gcm_kg.cli.incomplete import incomplete_answers_said
from gcm_kg.cli.opening import of_documents, refuse_documents, version_option, with_version
from gcm_kg.errors import InputError, one_line

COMMANDS = (
    "init",
    "add",
    "build",
    "check",
    "ask",
    "suggest",
    "sparql",
    "show",
    "search",
    "list",
    "find",
    "compare",
    "explain",
    "trace",
    "cite",
    "export",
    "link",
    "merge",
    "diff",
    "stats",
    "names",
    "evaluate",
    "verify",
    "doctor",
    "serve",
    "mcp",
    "site",
    "release",
    "push",
)
INTERRUPTED, FAULT = 130, 70
"""Exit codes: as shells have it for Ctrl-C, and as sysexits(3) has it for a fault of a program."""
TRACEBACKS = "GCM_KG_TRACEBACK"
"""What lets a fault of the program be shown with its traceback."""
WHOLE = ("build", "link", "merge", "diff", "doctor", "release", "push")
"""Commands that work on all documents together."""


class Program(click.Group):
    """The commands; an InputError ends in one line and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"gcm_kg.cli.commands.{name}").command
        return with_version(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of a name; words that are a question suggest questions."""
        if args and args[0] not in COMMANDS and len(args[0].split()) > 1:
            return "suggest", self.get_command(ctx, "suggest"), args
        return super().resolve_command(ctx, args)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """The context of the arguments; wrong use of the program itself ends in one line."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise SystemExit(refused(error)) from None

    def invoke(self, ctx: click.Context) -> Any:
        gc.disable()  # a command makes much and frees little before it ends: a tenth of its time
        try:
            with incomplete_answers_said():
                result = super().invoke(ctx)
            sys.stdout.flush()  # here, so that a full disk is said
            return result
        except click.UsageError as error:
            ctx.exit(refused(error))
        except InputError as error:
            click.echo(f"gcm-kg: {error}", err=True)
            ctx.exit(2)
        except KeyboardInterrupt:
            click.echo("gcm-kg: interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except (MemoryError, RecursionError) as error:
            what = "memory" if isinstance(error, MemoryError) else "room for so deep a nesting"
            click.echo(f"gcm-kg: not enough {what}; give less at once", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # whoever read has read enough
            sys.stderr.close()
            ctx.exit(0)
        except OSError as error:
            what = error.strerror or one_line(str(error)) or type(error).__name__
            place = one_line(str(error.filename)) if error.filename else "the disk"
            click.echo(f"gcm-kg: {place}: {what}", err=True)
            ctx.exit(2)
        finally:
            gc.enable()


def refused(error: click.UsageError) -> int:
    """Says what is wrong with the use of a command in one line, or shows the manual that was meant;
    gives the exit code."""
    from gcm_kg.cli.usage import NO_ARGUMENTS, usage_error

    if isinstance(error, NO_ARGUMENTS):
        error.show()
    else:
        click.echo(f"gcm-kg: {usage_error(error)}", err=True)
    return error.exit_code


@of_documents
@click.group("gcm-kg", cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@version_option()
@click.option(
    "--graph",
    metavar="PATH",
    help="An RDF file, the directory of a store, or the address of an endpoint, to use instead of"
    " the built graph.",
)
@click.pass_context
def main(ctx: click.Context, graph: str | None) -> None:
    """Knowledge graphs of what United Nations consultations recommend.

    Exit codes: 0 well, 1 findings, 2 wrong use or what cannot be done.

    \b
    Example: gcm-kg ask recommendations-citing --instrument UNTOC
    """
    if graph == "":
        raise InputError("--graph", "the path of a file or a directory", "nothing", "give one")
    ctx.obj = graph
    if ctx.invoked_subcommand in WHOLE:
        refuse_documents(ctx.invoked_subcommand)


def run() -> None:
    """The program gcm-kg: a command, and an end at once.

    What is written is flushed; what is open then is only read, and to take it down piece by piece
    would cost a tenth of the time of a question. Exit codes: 0 well, 1 findings, 2 wrong use or
    what cannot be done, 70 a fault of the program, 130 interrupted.
    """
    suit(sys.stdout)
    suit(sys.stderr)
    sys.stdout = buffered(sys.stdout)
    if bounded.is_wanted(sys.argv[1:], COMMANDS):
        os._exit(bounded.run(sys.argv[1:]))
    bounded.limit(sys.argv[1:], COMMANDS)
    code = _code()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except (ValueError, OSError) as error:  # closed, or full
        what = getattr(error, "strerror", None) or str(error)
        if code in (0, 1):  # else it has been said
            sys.stderr.write(f"gcm-kg: standard output: {what}\n")
            code = 2
    with suppress(ValueError, OSError):
        sys.stderr.flush()
    os._exit(code)


def _code() -> int:
    """Runs the command; gives its exit code."""
    try:
        main(prog_name="gcm-kg")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception as error:  # nobody is shown a traceback without asking for it
        if TRACEBACKS in os.environ:
            raise
        found = one_line(f"{type(error).__name__}: {error}")[:300]
        sys.stderr.write(f"gcm-kg: a fault of the program ({found}); ")
        sys.stderr.write(f"{TRACEBACKS}=1 shows where\n")
        return FAULT
    return 0


def buffered(stream: TextIO) -> TextIO:
    """A stream that writes all or says why not: an unbuffered one (PYTHONUNBUFFERED, containers)
    writes as much as there is room for, and no more, without a word."""
    raw = getattr(stream, "buffer", None)
    if not isinstance(stream, TextIOWrapper) or not isinstance(raw, RawIOBase):
        return stream
    writer = BufferedWriter(raw)
    return TextIOWrapper(writer, stream.encoding, stream.errors, newline="\n", line_buffering=True)


def suit(stream: object) -> None:
    """Makes a stream take any text: what is piped is UTF-8, unless PYTHONIOENCODING says another
    encoding; on a terminal, or in that one, a question mark stands for what it has not."""
    if not isinstance(stream, TextIOWrapper) or stream.encoding.lower() in ("utf-8", "utf8"):
        return
    if stream.isatty() or "PYTHONIOENCODING" in os.environ:
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    run()
