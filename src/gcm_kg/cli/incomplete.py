"""What is said on standard error beside an answer."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from gcm_kg.errors import IncompleteAnswer, one_line


@contextmanager
def incomplete_answers_said() -> Iterator[None]:
    """Lets a warning of an answer that lacks a part be a line of standard error, each time."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", IncompleteAnswer)
        usual = warnings.showwarning

        def say(message: Any, kind: type[Warning], *place: Any, **more: Any) -> None:
            if issubclass(kind, IncompleteAnswer):
                click.echo(f"gcm-kg: {one_line(str(message))}", err=True)
            else:
                usual(message, kind, *place, **more)

        warnings.showwarning = say  # type: ignore[assignment]
        yield
