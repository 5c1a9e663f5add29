"""Decodes texts of any encoding: by marks, as UTF-8, by their line ends, or by their letters."""

from __future__ import annotations

import codecs
import re
from itertools import islice
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
_LETTERS = {
    "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßšž": ("cp1252", "mac_roman", "iso-8859-15", "cp850"),
    "çğıöşüâî": ("cp1254",),
    "áäâąăćčçďđéęěëíîĺľłńňóôöőřŕśšşťţúůüűýźžż": ("cp1250", "iso-8859-2"),
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё": ("cp1251", "koi8-r"),
}
"""The letters of languages, with the encodings of a byte for each letter that have them."""
# Matches “café”, not “cafe”.
BEYOND = re.compile(rb"[^\r\n\x80-\xff]{0,30}[\x80-\xff][^\r\n]{0,30}")
MOST_STRETCHES = 4_000
"""Stretches with letters beyond ASCII by which an encoding is told."""
MIXED, MOSTLY = "utf-8, and cp1252 where it is none", 0.8
"""What a text is of which more than that share of the bytes beyond ASCII are letters in UTF-8."""
# Matches the bytes of “é” in UTF-8, not those in cp1252.
SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# Matches “é”, not “e”.
NOT_ASCII = re.compile(rb"[\x80-\xff]+")
# Matches “\x00”, not “\t”.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
MOST_CONTROL = 0.01
"""The share of control characters above which bytes are no text."""
WELL = 0.9
"""The score from which on letters stand as they should."""
NOT_LATIN = 0.6
"""The share of the letters beyond ASCII from which on a text is none in Latin letters."""


def _standing(small: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """How letters and signs beyond ASCII stand in texts, and how much that tells."""
    capital = "".join(letter.upper() for letter in small if len(letter.upper()) == 1)
    capital += "İ" if "ı" in small else ""
    rules = (
        (rf"(?<=[a-z{small}])[{small}]|[{small}](?=[a-z{small}])", 1.0),  # café, élan
        (rf"(?<![A-Za-z{small}{capital}])[{capital}](?=\w)", 1.0),  # École
        (rf"(?<=[A-Z{capital}])[{capital}](?![a-z{small}])", 1.0),  # MÉXICO
        (r"[œŒ](?=u)|(?<=c)œ", 1.0),  # cœur, Œuvre
        (r"(?<=[gtvz])[ìòýÿøåæ]|(?<=[aeou])[ìòÿ]", -0.5),
        (r"(?<!\w)[“‘«](?=[\w\[(])|(?<=[\w.,;:!?)\]])[”’»](?!\w)|(?<=\w)’(?=\w)", 2.0),
        (r"(?<=\s)[–—•·](?=\s)|(?<=\d)[–°](?=[\dCF])|(?<=\w)…|\u00a0", 2.0),
        (r"^[•·](?=\s)|[¿¡](?=\w)|(?<=[\s\d])[½¼](?!\w)|°(?=\s?C)", 2.0),
        (r"(?<![^\W\d_])[§£€©](?![^\W\d_])", 2.0),
    )
    return tuple((re.compile(pattern, re.M), weight) for pattern, weight in rules)


STANDING = {
    name: rules
    for small, names in _LETTERS.items()
    for rules in [_standing(small)]
    for name in names
}
"""The rules of each encoding, the likelier encodings first."""


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8 as letters of cp1252."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("western", _as_western)


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
    mixed = encoding == MIXED
    text = _lines(data.decode("utf-8", "western") if mixed else _strict(data, encoding, path))
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
        return _of_bytes(data)
    return "utf-8"


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of most letters is zero."""
    half = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if half and len(data) % 2 == 0 and zeros.count(0) > half * 0.6:
            return encoding
    return ""


def _of_bytes(data: bytes) -> str:
    """The encoding by which letters that are not ASCII stand best; one that is guessed for texts
    that are not in Latin letters, none for what is no text."""
    if len(CONTROL.findall(data[:SAMPLE])) > MOST_CONTROL * len(data[:SAMPLE]):
        return ""
    whole = sum(map(len, SEQUENCE.findall(data)))
    if whole > MOSTLY * sum(map(len, NOT_ASCII.findall(data))):
        return MIXED
    sample = b"\n".join(match[0] for match in islice(BEYOND.finditer(data), MOST_STRETCHES))
    only_cr = b"\r" in data and b"\n" not in data
    names = sorted(STANDING, key=lambda name: name != "mac_roman") if only_cr else list(STANDING)
    scores = {name: _plausible(data, sample, name) for name in names}
    best = max(scores, key=scores.__getitem__)
    beyond = sum(byte > 0x7F for byte in sample)
    letters = sum(chr(byte).isalpha() for byte in sample if byte < 0x80) + beyond
    foreign = beyond > NOT_LATIN * letters and scores[best] < WELL
    if foreign or scores[best] <= 0:
        return _guessed(data) or best
    return best


def _plausible(data: bytes, sample: bytes, encoding: str) -> float:
    """How well the signs beyond ASCII stand in stretches, 1 on average if all are letters in words;
    those that stand as none do count against it. Below 0 for data that cannot be decoded."""
    try:
        data.decode(encoding)
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    not_ascii = sum(1 for letter in text if letter > "\x7f")
    told = [(len(pattern.findall(text)), weight) for pattern, weight in STANDING[encoding]]
    score = sum(count * weight for count, weight in told)
    odd = max(0, not_ascii - sum(count for count, weight in told if weight > 0))
    return (score - odd) / not_ascii if not_ascii else 0.0


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    first = BEYOND.search(data)
    start = first.start() if first else 0
    best = from_bytes(data[start : start + SAMPLE]).best()
    return best.encoding if best is not None and "\0" not in str(best) else ""
