"""Characters: is a text Unicode; without accents; as names are compared; as the end of an IRI."""

from __future__ import annotations

import re
from functools import lru_cache

UNDECOMPOSED = str.maketrans("øØı", "oOi")
"""Letters that no decomposition has."""


def is_unicode(text: str) -> bool:
    """Whether a text has no lone surrogates, as arguments of other encodings have."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def unaccented(text: str) -> str:
    """The text without accents and ligatures (NFKD, Unicode Standard Annex 15); "ø" and "ı", which
    no decomposition has, become "o" and "i"."""
    if text.isascii():
        return text
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", text.translate(UNDECOMPOSED))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def compared(name: str) -> str:
    """A name as it is compared: "Türkiye" is "turkiye"."""
    from gcm_kg.text.folding import folded  # here, because most names are found as they are

    return unaccented(folded(name))


def slug(text: str) -> str:
    """The text in small letters and digits of ASCII, all else single hyphens, for names of files
    and ends of IRIs.

    >>> slug("Women's rights – général")
    'women-s-rights-general'
    """
    return re.sub(r"[^a-z0-9]+", "-", unaccented(text).casefold()).strip("-")
