"""Words in a text are marked as what they name."""

from __future__ import annotations

from gcm_kg.serving.pages.marks import Mark, pieces


def test_words_of_a_name_within_a_name_belong_to_the_shorter_one() -> None:
    text = "Ratify the Protocol of Lima, now"
    whole, inside = Mark(111, 127, ()), Mark(123, 127, ())
    outside = Mark(130, 140, ())
    for marked in ([whole, inside, outside], [outside, inside, whole]):
        assert [(piece.text, piece.mark) for piece in pieces(text, 100, marked)] == [
            ("Ratify the ", None), ("Protocol of ", whole), ("Lima", inside), (", now", None)
        ]  # fmt: skip
