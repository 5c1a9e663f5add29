"""What follows is written in one order, whoever has told it, and whatever was written before."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gcm_kg.publishing import closing
from gcm_kg.publishing.closing import NAME, Closing
from gcm_kg.publishing.fragments import FragmentWriter
from gcm_kg.publishing.written import in_graph
from gcm_kg.rdf.namespaces import BASE, CLOSURE_GRAPH

DOCUMENTS = ("a", "a-b", "b", "c")
"""Documents of which the name of one begins with that of another."""


def line(subject: str, value: int) -> bytes:
    return f"<{BASE}{subject}> <urn:p> <urn:v{value}> <{CLOSURE_GRAPH}> .\n".encode()


SUBJECTS = st.sampled_from(
    [f"{document}{end}" for document in DOCUMENTS for end in ("", "/1", "x")]
)
LINES = st.frozensets(st.builds(line, SUBJECTS, st.integers(0, 3)), max_size=12)


def test_what_was_written_of_a_document_is_taken_over(tmp_path: Path) -> None:
    writer = FragmentWriter({})
    kept = Closing(tmp_path, writer.blocks)
    of_a, shared = line("a/1", 1) + line("a/2", 1), line("z", 1)
    kept.add(of_a + shared, f"<{BASE}a".encode(), b"as it was written\n")
    written: list[bytes] = []
    assert kept.write(written.append) == 3
    whole = b"".join(written)
    assert whole.index(b"as it was written") < whole.index(b"<z>") and b"<a/1>" not in whole


@settings(deadline=None, max_examples=150)
@given(st.lists(LINES, min_size=4, max_size=4), st.sampled_from([1, 3, 1000]))
def test_it_is_the_same_as_if_all_were_written_at_once(
    told: list[frozenset[bytes]], at_once: int
) -> None:
    blocks = FragmentWriter({}).blocks
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(closing, "AT_ONCE", at_once)
        kept = Closing(Path(name), blocks)
        for document, lines in zip(DOCUMENTS, told, strict=True):
            own = f"<{BASE}{document}".encode()
            ours = b"".join(sorted(each for each in lines if each.startswith(own)))
            kept.add(b"".join(sorted(lines)), own, blocks(ours))
        written: list[bytes] = []
        number = kept.write(written.append)
        assert not list(Path(name).iterdir())
    every = sorted(frozenset().union(*told))
    assert number == len(every)
    texts = [text.removeprefix(NAME + b" {\n  ").removesuffix(b"\n}\n\n") for text in written]
    whole = NAME + b" {\n  " + b"\n  ".join(texts) + b"\n}\n\n"
    assert not every or whole == in_graph(NAME, blocks(b"".join(every)))
