"""Wrong use is one line: where, what was expected, what was found, what to do."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from gcm_kg.cli.main import main


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("serch x", "gcm-kg: expected the name of a command, found “serch”; did you mean search"),
        ("--flub", "gcm-kg: expected one of its options, found “--flub”; see gcm-kg --help"),
        ("ask figures --limt 1", "ask figures: expected one of its options, found “--limt”; did "),
        ("ask figures --limit a", "ask figures --limit: expected a whole number, 0 or more, found"),
        ("ask figures --limit -1", "found “-1”; see gcm-kg ask figures --help"),
        ("ask figures --format a", "expected table or csv or tsv or json or xml or "),
        ("ask figures --limit", "--limit: expected a value behind it, found none; correct it"),
        ("list --used=3", "--used: expected no value, found one; correct it"),
        ("ask figures extra", "expected fewer arguments, found “extra” too; see "),
        ("show", "show: expected NAME, found nothing; see gcm-kg show --help"),
        ("evaluate /", "evaluate GOLD.tsv: expected the path of a file, found “/”, a directory"),
        ("sparql --timeout 0 x", "sparql --timeout: expected a number, more than 0, found “0.0”"),
        ("trace --candidates 99", "expected a whole number from 1 to 50, found “99”; see"),
        ("link", "expected a TARGET or --review FILE, found neither; give one of the two"),
        ("--graph", "--graph: expected a value behind it, found none"),
        ("show a\x1b[31mb c", "show: expected fewer arguments, found “c” too"),
        (
            "ask figures --\x1b[31m",
            "ask figures: expected one of its options, found “--\ufffd[31m”",
        ),
    ],
)
def test_wrong_use_is_said_in_one_line(command: str, expected: str) -> None:
    done = CliRunner().invoke(main, command.split(" "))
    assert done.exit_code == 2 and not done.stdout
    assert done.stderr.startswith("gcm-kg: ") and done.stderr.count("\n") == 1
    assert expected in done.stderr


def test_without_a_command_the_manual_is_shown() -> None:
    assert "Commands:" in CliRunner().invoke(main, []).output
    for arguments in (["-h"], ["stats", "-h"], ["ask", "figures", "-h"]):
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == 0 and "Usage: gcm-kg" in done.output
