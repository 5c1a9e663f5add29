"""Sets of places as the bits of one integer."""

from __future__ import annotations

from collections.abc import Collection, Iterator


def bits_of(places: Collection[int], size: int) -> int:
    """The set of some places as an integer."""
    octets = bytearray(size // 8 + 1)
    for place in places:
        octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


def places_of(bits: int) -> Iterator[int]:
    """The places of a set, in order."""
    for number, octet in enumerate(bits.to_bytes(bits.bit_length() // 8 + 1, "little")):
        if octet:
            yield from (number * 8 + bit for bit in range(8) if octet >> bit & 1)
