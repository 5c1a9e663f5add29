"""Memory is given back where the system can, and nothing fails where it cannot."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pytest
from pyoxigraph import Literal

from gcm_kg import memory
from gcm_kg.extraction.pipeline import Extractor
from gcm_kg.project import this_project
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.reading.vocabulary import load_vocabulary


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    memory._trim.cache_clear()
    yield
    memory._trim.cache_clear()


def without_name(*_: Any) -> None:
    raise TypeError("a library without a name")


def test_memory_is_given_back_where_the_library_of_the_system_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    class Library:
        malloc_trim = asked.append

    monkeypatch.setattr(ctypes, "CDLL", lambda _: Library)
    memory.give_back()
    memory.give_back()
    assert asked == [0, 0]


@pytest.mark.parametrize("library", [lambda _: object(), without_name])
def test_nothing_is_done_where_there_is_another_library(
    library: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", library)
    memory.give_back()


def test_a_corpus_reads_with_names_in_other_languages_alone_and_others_have_all_quads() -> None:
    project = this_project()
    corpus = Corpus(project)
    number = len(corpus.vocabulary.quads)
    corpus.let_go()
    left = [quad.object for quad in corpus.vocabulary.quads]
    languages = {name.language for name in left if isinstance(name, Literal)}
    assert 0 < len(left) < number / 5 and "en" not in languages and None not in languages
    assert isinstance(corpus.extractor, Extractor)
    assert len(load_vocabulary(project.ontology, project.vocabulary).quads) == number > 0
