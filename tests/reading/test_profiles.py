"""Profiles are data: what is wrong with one is said in one line, and the best one is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from gcm_kg.errors import InputError
from gcm_kg.project import this_project
from gcm_kg.reading.profiles import GENERAL, LEAST, Profile, best, load_profiles

SHIPPED = this_project().profiles


def load(folder: Path, text: str, name: str = "poem") -> dict[str, Profile]:
    """The shipped profiles with one more."""
    (folder / f"{name}.toml").write_text(text, "utf-8")
    return load_profiles([SHIPPED, folder])


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        load(folder, text)
    message = str(caught.value)
    assert message.splitlines() == [message]
    return message.removeprefix(f"{folder}/")


def test_every_shipped_profile_can_be_loaded_and_has_signs() -> None:
    profiles = load_profiles([SHIPPED])
    assert set(profiles) == {path.stem for path in SHIPPED.glob("*.toml")}
    assert all(profile.signs for name, profile in profiles.items() if name != GENERAL)


def test_what_a_profile_does_not_say_holds_as_in_the_general_one(tmp_path: Path) -> None:
    profiles = load(tmp_path, 'title = "a poem"\n')
    assert profiles["poem"].patterns == profiles[GENERAL].patterns
    assert profiles["poem"].title == "a poem"


def test_three_points_in_a_list_stand_for_what_the_general_profile_has_there(
    tmp_path: Path,
) -> None:
    profiles = load(tmp_path, 'lead_ins = ["we sing:$", "…"]\n')
    found = profiles["poem"].patterns["lead_ins"]
    assert found.pattern == f"(?:we sing:$)|{profiles[GENERAL].patterns['lead_ins'].pattern}"


def test_a_piece_of_patterns_has_a_name_and_stands_in_others(tmp_path: Path) -> None:
    pieces = 'fragments.birds = "larks?|wrens?"\nfragments.all = "all {birds}"\n'
    profiles = load(tmp_path, pieces + 'lead_ins = ["{all} sing{1,2}:$"]\n')
    assert profiles["poem"].patterns["lead_ins"].pattern == "(?:all larks?|wrens? sing{1,2}:$)"


def test_the_pieces_of_the_general_profile_are_those_of_all(tmp_path: Path) -> None:
    found = load(tmp_path, 'lead_ins = ["{actors}:$"]\n')["poem"].patterns["lead_ins"]
    assert found.search("Donors:") and not found.search("{actors}:")


def test_a_profile_of_a_project_goes_before_the_shipped_one(tmp_path: Path) -> None:
    profiles = load(tmp_path, 'title = "ours"\n', "resolution")
    assert profiles["resolution"].title == "ours"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title = ", "expected TOML"),
        ('lead_ins = ["{bees}"]', "expected a name below fragments, one of "),
        ("fragments.birds = 1", "expected fragments.birds = a pattern, found “1”"),
        ("colour = 1", "found colour"),
        ("title = 1", "expected title = a str, found “1”"),
        ('title = "x"\nlead_ins = ["("]', "lead_ins = regular expressions, found “(”"),
        ('title = "x"\nsigns = [{ weight = 2 }]', "expected signs = { pattern"),
        ('title = "x"\nsigns = [{ pattern = "[", weight = 2 }]', "regular expressions"),
    ],
)
def test_what_is_wrong_with_a_profile_is_said_with_its_file(
    tmp_path: Path, text: str, expected: str
) -> None:
    message = refusal(tmp_path, text)
    assert message.startswith("poem.toml: ") and expected in message


def test_a_folder_without_the_general_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"expected general\.toml"):
        load_profiles([tmp_path])


def test_the_profile_with_the_highest_score_is_the_best(tmp_path: Path) -> None:
    signs = f'signs = [{{ pattern = "o sea", weight = {LEAST} }}]'
    profiles = load(tmp_path, f'title = "a poem"\n{signs}\n')
    assert best(profiles, "O sea, o sea!")[0].name == "poem"
    assert best(profiles, "O land!") == (profiles[GENERAL], 0)


def test_a_sign_may_have_to_come_several_times_and_anywhere(tmp_path: Path) -> None:
    sign = f'{{ pattern = "o sea", weight = {LEAST}, at = "anywhere", times = 2 }}'
    profiles = load(tmp_path, f'title = "a poem"\nsigns = [{sign}]\n')
    far = " " * 9_000
    assert best(profiles, f"O sea{far}o sea")[0].name == "poem"
    assert best(profiles, f"{far}o sea")[0].name == GENERAL


def test_a_sign_may_speak_against_a_profile(tmp_path: Path) -> None:
    signs = f'signs = [{{ pattern = "sea", weight = {LEAST} }}, {{ pattern = "no", weight = -1 }}]'
    profiles = load(tmp_path, f'title = "a poem"\n{signs}\n')
    assert best(profiles, "no sea")[0].name == GENERAL


def test_a_general_profile_older_than_a_key_is_read_without_it(tmp_path: Path) -> None:
    lines = (SHIPPED / f"{GENERAL}.toml").read_text("utf-8").split("\n")
    older = (line for line in lines if not line.startswith("antecedent"))
    (tmp_path / f"{GENERAL}.toml").write_text("\n".join(older), "utf-8")
    profile = load_profiles([tmp_path])[GENERAL]
    assert profile.find("antecedent", "Mexico said") is None
    assert profile.find("sections", "Recommendations")
