"""Decodes texts of any encoding: by marks, as UTF-8, by their line ends, or by their letters."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from gcm_kg.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 200_000
"""Bytes by which an encoding is told."""
WESTERN = ("cp1252", "mac_roman", "cp850")
"""Encodings of a byte for each letter that are told apart by how their letters stand."""
SMALL, CAPITAL = "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿß", "ÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝ"
_STANDING = (
    (rf"(?<=[a-z{SMALL}])[{SMALL}]|[{SMALL}](?=[a-z])", 1),  # café, élan
    (rf"(?<![a-z{SMALL}])[{CAPITAL}](?=[\w])", 1),  # École
    (r"(?<!\w)[“‘«](?=[\w\[(])|(?<=[\w.,;:!?)\]])[”’»](?!\w)|(?<=\w)’(?=\w)", 2),
    (r"(?<=\s)[–—•·](?=\s)|(?<=\d)[–°](?=[\dCF])|(?<=\w)…|[\u00a0§£€©]", 2),
)
STANDING = tuple((re.compile(pattern), weight) for pattern, weight in _STANDING)
"""How letters and signs beyond ASCII stand in texts, and how much that tells."""
PLAUSIBLE = 0.5


def decoded(data: bytes, path: Path) -> tuple[str, str]:
    """The text of a file, its line ends as "\\n", and the encoding that was found.

    Raises InputError for bytes that are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _lines(_strict(data[len(mark) :], encoding, path)), encoding
    encoding = _encoding(data)
    if not encoding:
        found = "bytes of an encoding that cannot be told, or no text"
        raise InputError(path, "a text", found, "save it as UTF-8")
    text = _lines(_strict(data, encoding, path))
    if "\0" in text:
        raise InputError(path, "a text", "NUL characters", "give a text file, or a PDF")
    return text, encoding


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _strict(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"byte 0x{data[error.start]:02x} at {error.start}"
        raise InputError(path, f"{encoding} throughout", found, "save it as UTF-8") from None


def _encoding(data: bytes) -> str:
    wide = _wide(data[:SAMPLE])
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data) or _guessed(data)
    return "utf-8"


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of most letters is zero."""
    half = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if half and len(data) % 2 == 0 and zeros.count(0) > half * 0.6:
            return encoding
    return ""


def _western(data: bytes) -> str:
    """The encoding by which letters that are not ASCII stand best, if they stand well."""
    only_cr = b"\r" in data and b"\n" not in data
    names = ("mac_roman", "cp1252", "cp850") if only_cr else WESTERN
    scores = {name: _plausible(data, name) for name in names}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= PLAUSIBLE else ""


def _plausible(data: bytes, encoding: str) -> float:
    """How well the signs beyond ASCII stand in the text, 1 on average if all are letters in words;
    those that stand as none do count against it."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    strange = sum(1 for letter in text if letter > "\x7f")
    told = [(len(pattern.findall(text)), weight) for pattern, weight in STANDING]
    score = sum(count * weight for count, weight in told)
    odd = strange - sum(count for count, _ in told)
    return (score - odd) / strange if strange else 0.0


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best is not None and "\0" not in str(best) else ""
