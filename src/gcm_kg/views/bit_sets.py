"""Sets of places as the bits of one integer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def bits_of(places: Sequence[int]) -> int:
    """The set of some places as an integer."""
    octets = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


def places_of(bits: int) -> Iterator[int]:
    """The places of a set, in order."""
    for number, octet in enumerate(bits.to_bytes(bits.bit_length() // 8 + 1, "little")):
        if octet:
            yield from (number * 8 + bit for bit in range(8) if octet >> bit & 1)


def written(bits: int) -> tuple[int, str]:
    """A set as the number of zeros at its end, and the rest in hexadecimal digits."""
    zeros = (bits & -bits).bit_length() - 1 if bits else 0
    return zeros, f"{bits >> zeros:x}"


def read(zeros: int, digits: str) -> int:
    """A set that was written so."""
    return int(digits, 16) << zeros
