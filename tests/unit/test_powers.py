"""Who may do what, in every room version: creators, defaults, levels as strings."""

from typing import Any

import pytest

from bots.link.powers import ABOVE_ALL, Powers, power_of

MAKER, MOD, OTHER, SECOND = "@maker:a", "@mod:a", "@other:a", "@second:a"
OLD = [str(version) for version in range(1, 11)]
ALL = [str(version) for version in range(1, 13)]


def create(version: str) -> dict[str, Any]:
    """A create event as that version has it, made by MAKER; SECOND is named as a further creator."""
    content: dict[str, Any] = {"room_version": version, "additional_creators": [SECOND, 7]}
    if version in OLD:
        content["creator"] = MAKER
    return {"type": "m.room.create", "sender": MAKER, "content": content}


@pytest.mark.parametrize("version", ALL)
def test_a_level_that_is_written_down(version: str) -> None:
    """Named users have their level, all others the default."""
    levels = {"users": {MOD: 50}, "users_default": 5}
    assert power_of(MOD, create(version), levels, version) == 50
    assert power_of(OTHER, create(version), levels, version) == 5


@pytest.mark.parametrize("version", [*OLD, "11"])
def test_before_version_12_a_creator_is_nobody_special(version: str) -> None:
    """Without power levels the creator has 100; with them only what they say."""
    assert power_of(MAKER, create(version), None, version) == 100
    assert power_of(OTHER, create(version), None, version) == 0
    assert power_of(SECOND, create(version), None, version) == 0
    assert power_of(MAKER, create(version), {"users": {MOD: 50}}, version) == 0


@pytest.mark.parametrize("levels", [None, {}, {"users": {MAKER: 0, MOD: 2**53 - 1}}])
def test_in_version_12_creators_are_above_all(levels: dict[str, Any] | None) -> None:
    """Both creators stand above every level that can be given, whatever the power levels say."""
    powers = Powers(create("12"), levels)
    assert powers.of(MAKER) == powers.of(SECOND) == ABOVE_ALL
    assert powers.may_ban(MAKER, MOD)
    assert not powers.may_ban(MOD, SECOND)
    assert not powers.may_ban(MAKER, SECOND)


def test_the_version_is_read_from_the_create_event() -> None:
    """A create event without a version is version 1."""
    assert Powers({"content": {"creator": MAKER}}).version == "1"
    assert Powers(create("12")).version == "12"


def test_levels_may_be_strings_or_nonsense() -> None:
    """Old rooms hold strings; what is no number at all counts as the default."""
    levels = {"users": {MOD: "50", OTHER: ["x"]}, "users_default": "3", "ban": float("inf")}
    powers = Powers(create("6"), levels)
    assert (powers.of(MOD), powers.of(OTHER), powers.of(MAKER)) == (50, 3, 3)
    assert powers.may_ban(MOD, OTHER)


def test_users_that_are_no_mapping() -> None:
    """A power event that breaks the specification gives nobody anything."""
    assert Powers(create("10"), {"users": [MOD], "events": 1}).of(MOD) == 0


POWERS = Powers(create("11"), {"users": {MAKER: 100, MOD: 50, SECOND: 50}, "events": {"m.room.name": 80}})


def test_kick_and_ban_take_more_power_than_the_target_has() -> None:
    """Equal levels cannot remove one another."""
    assert POWERS.may_kick(MOD, OTHER)
    assert POWERS.may_ban(MOD, OTHER)
    assert not POWERS.may_kick(MOD, SECOND)
    assert not POWERS.may_ban(MOD, MAKER)
    assert not POWERS.may_kick(OTHER, "@x:a")
    assert POWERS.may_unban(MOD, OTHER)


def test_own_messages_can_always_be_taken_back() -> None:
    """Those of others from level 50."""
    assert POWERS.may_redact(OTHER, OTHER)
    assert POWERS.may_redact(MOD, MAKER)
    assert not POWERS.may_redact(OTHER, MOD)


def test_messages_and_state_have_different_defaults() -> None:
    """Anybody may write and invite, state takes 50, a named event its own level."""
    assert POWERS.may_send(OTHER, "m.room.message")
    assert POWERS.may_invite(OTHER)
    assert not POWERS.may_send_state(OTHER, "m.room.topic")
    assert POWERS.may_send_state(MOD, "m.room.topic")
    assert not POWERS.may_send_state(MOD, "m.room.name")
    assert POWERS.may_send_state(MAKER, "m.room.name")


def test_without_power_levels_state_is_free() -> None:
    """A room without the event lets anybody put state, and only its creator remove people."""
    bare = Powers(create("11"))
    assert bare.may_send_state(OTHER, "m.room.topic")
    assert bare.may_kick(MAKER, OTHER)
    assert not bare.may_kick(OTHER, MOD)


def test_power_is_given_up_to_ones_own() -> None:
    """Nobody gives more than they have or touches an equal; one's own level can be lowered."""
    assert POWERS.may_set_power(MAKER, MOD, 100)
    assert not POWERS.may_set_power(MAKER, MOD, 101)
    assert not POWERS.may_set_power(MOD, SECOND, 0)
    assert POWERS.may_set_power(MOD, MOD, 10)
    assert not POWERS.may_set_power(OTHER, OTHER, 0)
    assert not Powers(create("12"), None).may_set_power(MAKER, SECOND, 0)
