"""The manual page: every command, in roff that roff takes."""

from __future__ import annotations

import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from gcm_kg.cli.main import COMMANDS
from gcm_kg.cli.manual import _plain, manual

ROOT = Path(__file__).resolve().parents[2]


def test_the_committed_page_is_that_of_the_commands() -> None:
    page = manual(version("gcm-kg"))
    assert (ROOT / "docs" / "gcm-kg.1").read_text("utf-8") == page, "run make docs"
    headings = [line.split()[2] for line in page.split("\n") if line.startswith(".SS ")]
    assert headings == list(COMMANDS)
    assert "\b" not in page and "\n\n" not in page and "\\-\\-instrument UNTOC" in page


@pytest.mark.skipif(shutil.which("groff") is None, reason="no roff here")
def test_roff_finds_no_fault_in_it() -> None:
    command = ["groff", "-man", "-ww", "-z", "-Kutf8", str(ROOT / "docs" / "gcm-kg.1")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not done.stderr


def test_no_word_is_taken_for_a_request_or_an_escape() -> None:
    assert _plain(".csv is a form") == "\\&.csv is a form"
    assert _plain("a\\b --x") == "a\\eb \\-\\-x"
