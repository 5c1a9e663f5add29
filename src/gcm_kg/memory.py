"""Gives memory that is not needed any more back to the system."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any


def give_back() -> None:
    """Gives back what was let go of: glibc keeps it else, for as long as something that is needed
    lies behind it. Where there is another library, nothing is done."""
    if trim := _trim():
        trim(0)


@cache
def _trim() -> Any:
    try:
        return getattr(ctypes.CDLL(None), "malloc_trim", None)
    except (OSError, TypeError):  # a system whose library has no name, or another one
        return None
