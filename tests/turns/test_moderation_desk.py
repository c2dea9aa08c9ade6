"""Cards in the moderators' room, and who may answer them."""

from dataclasses import replace
from pathlib import Path

import pytest

from bots.store import audit
from policies.moderation import Moderation
from tests.turns.moderation import ANNA, BEN, DANGER, HARMLESS, MOD, WORRY, Town, rules_only
from tests.turns.suite import Done, Suite

CLAIM = "stop your tablets and drink this tea"


@pytest.fixture
async def town(suite: Suite, tmp_path: Path) -> Town:
    """A room in which only the hard rules decide."""
    return await Town.of(suite, overlay=rules_only(tmp_path))


@pytest.fixture
async def claims(suite: Suite, tmp_path: Path) -> Town:
    """A room in which every message is taken for a claim."""
    return await Town.of(suite, overlay=rules_only(tmp_path, claims=True))


async def tap(town: Town, emoji: str, by: str = MOD) -> list[Done]:
    """Somebody taps under the newest card."""
    return await town.suite.tap(town.cards()[-1], emoji, by=by)


async def answers(town: Town) -> list[tuple[str, str]]:
    """What was answered, by whom."""
    return [(c["answer"], c["answered_by"]) for c in await town.rows("cards")]


@pytest.mark.parametrize("how", ["✅", "!card 1 seen", "!card 1 right", "!card 1 1", "!card 1 seen, I look after it"])
async def test_a_card_is_answered_by_tap_number_or_word(town: Town, how: str) -> None:
    """Whatever way it is answered, the card says so in its place, and the audit log knows."""
    await town.says(ANNA, WORRY)
    await (town.mod(how) if how.startswith("!") else tap(town, how))
    assert await answers(town) == [("seen", MOD)]
    assert f"Answered: seen, I look after it, by {MOD}" in town.cards()[-1].text
    assert [(row["actor"], row["action"], row["subject"]) for row in await town.rows("audit")] == [
        (MOD, "card-seen", "card:1")
    ]
    async with town.suite.database.transaction() as db:
        assert await audit.verify(db) == 1


@pytest.mark.parametrize("how", ["⬆️", "⬆", "!card 1 escalate"])
async def test_a_moderator_escalates_in_one_action(town: Town, how: str) -> None:
    """Escalation is told once, however often it is asked for, and the card cannot be turned back."""
    await town.says(ANNA, WORRY)
    for _ in range(2):
        await (town.mod(how) if how.startswith("!") else town.suite.tap(town.cards()[0], how, by=MOD))
    (concern,) = town.concerns
    assert (concern.member, concern.level, concern.reason) == (ANNA, "now", "moderator")
    await town.mod("!card 1 wrong")
    assert [a for a, _ in await answers(town)] == ["escalate"]


async def test_an_answer_may_be_changed(town: Town) -> None:
    """Seen first, escalated after a look: the last word counts."""
    await town.says(ANNA, WORRY)
    await tap(town, "✅")
    await town.mod("!card 1 escalate")
    assert await answers(town) == [("escalate", MOD)] and len(town.concerns) == 1


async def test_only_moderators_answer(town: Town) -> None:
    """A tap or a command of somebody whose role ended changes nothing."""
    await town.says(ANNA, WORRY)
    assert "another person" in (await tap(town, "⬆️", by=BEN))[0].text
    await town.suite.write(town.staff, BEN, "!card 1 escalate", bots=["moderation"])
    assert await answers(town) == [(None, None)] and not town.concerns


async def test_other_emoji_and_taps_elsewhere_do_nothing(town: Town) -> None:
    """A thumb under a card is no answer, and a tick under a member's message is none either."""
    await town.says(ANNA, WORRY)
    assert not await tap(town, "👍")
    line = next(d for d in town.suite.said() if d.room != town.staff)
    assert not await town.suite.tap(replace(line, event_id="$other"), "✅", by=MOD)
    assert await answers(town) == [(None, None)]


async def test_a_claim_is_shown_to_a_reviewer_first(claims: Town) -> None:
    """S9: a card with kind, probability and link; nothing is said in the room before somebody answered."""
    await claims.says(ANNA, CLAIM, thread="$root")
    (card,) = claims.cards()
    assert "claim" in card.text and "of 100" in card.text and "matrix.to" in card.text and "tea" not in card.text
    assert not claims.suite.said(claims.room)
    assert "Card" not in (await claims.mod("!claims"))[0].text and "health claim" in claims.suite.said()[-1].text


@pytest.mark.parametrize(("emoji", "label"), [("✅", "right"), ("❌", "wrong"), ("↕️", "level")])
async def test_an_answer_to_a_claim_is_kept_as_a_label(claims: Town, emoji: str, label: str) -> None:
    """Right, wrong level, not a claim: the answer is kept with ids only, and the room hears nothing."""
    await claims.says(ANNA, CLAIM)
    await tap(claims, emoji)
    assert await answers(claims) == [(label, MOD)]
    assert not claims.suite.said(claims.room)
    assert "Nothing waits" in (await claims.mod("!claims"))[0].text


async def test_the_note_goes_into_the_thread_and_names_nobody(claims: Town) -> None:
    """A reviewer's tap puts the neutral note into the thread, once."""
    await claims.says(ANNA, CLAIM, thread="$root")
    await tap(claims, "📝")
    await tap(claims, "📝")
    await claims.mod("!card 1 wrong")
    (note,) = claims.suite.said(claims.room)
    assert note.effect.thread == "$root" and note.effect.quiet and "anna" not in note.text  # type: ignore[union-attr]


async def test_dangerous_kinds_may_get_the_note_at_once(suite: Suite, tmp_path: Path) -> None:
    """Where the organization says so, the note does not wait for a reviewer."""
    folder = rules_only(tmp_path, claims=True)
    with (folder / "thresholds.yaml").open("a") as file:
        file.write("  note_at_once: [medicine, dose, miracle-cure, unsafe-detox, no-care, other]\n")
    town = await Town.of(suite, overlay=folder)
    await town.says(ANNA, CLAIM)
    assert len(town.suite.said(town.room)) == 1


async def test_staff_are_cared_for_but_what_they_explain_is_no_claim(claims: Town) -> None:
    """A moderator's words about medicine bring no card; a moderator in a crisis is a person in a crisis."""
    await claims.says(MOD, CLAIM)
    assert not claims.cards()
    await claims.says(MOD, DANGER)
    assert [c.member for c in claims.concerns] == [MOD]


async def test_open_cards_are_listed_with_the_most_urgent_first(claims: Town) -> None:
    """`!cards` shows number, level, room and link of what waits; answered ones are gone."""
    await claims.says(ANNA, HARMLESS)
    await claims.says(BEN, WORRY)
    listed = (await claims.mod("!cards"))[0].text
    assert listed.index("hard time") < listed.index("health claim") and "evenings" in listed
    for number in (1, 2, 3):
        await claims.mod(f"!card {number} right")
    assert "Nothing waits" in (await claims.mod("!cards"))[0].text


async def test_a_card_shown_again_can_be_answered_there(town: Town) -> None:
    """`!card 1` brings it back with its taps."""
    await town.says(ANNA, WORRY)
    again = (await town.mod("!card 1"))[0]
    assert again.text.startswith("Card 1")
    await town.suite.tap(again, "❌", by=MOD)
    assert await answers(town) == [("wrong", MOD)]


@pytest.mark.parametrize("words", ["!card", "!card 99", "!card x", "!card 99999999999999999999"])
async def test_a_card_that_is_not_there_gets_the_usage(town: Town, words: str) -> None:
    """A wrong number is answered with how it goes."""
    assert "!card 12" in (await town.mod(words))[0].text


async def test_an_unknown_answer_is_answered_with_the_way(town: Town) -> None:
    """Nothing changes until the answer is understood."""
    await town.says(ANNA, WORRY)
    assert "!card 1" in (await town.mod("!card 1 hmm"))[0].text
    assert await answers(town) == [(None, None)]


async def test_cards_wait_until_there_is_a_room_for_them(town: Town) -> None:
    """Without a moderators' room nothing is lost: the card is in the list once there is one."""
    async with town.suite.database.connection() as connection:
        await connection.execute("DELETE FROM places WHERE name = 'staff:moderators'")
    await town.says(ANNA, WORRY)
    assert not town.cards()
    assert "hard time" in (await town.mod("!cards"))[0].text
    await town.suite.room("staff:moderators", "staff", ["moderation"])
    await town.says(ANNA, WORRY)
    await tap(town, "✅")
    assert await answers(town) == [("seen", MOD)]


async def test_members_see_their_own_flags(suite: Suite, tmp_path: Path) -> None:
    """R13: date, room, what it was, until when it is kept, and a link; nobody else's, and no words."""
    town = await Town.of(suite, overlay=rules_only(tmp_path, watch=True))
    await town.says(ANNA, "one marzipan a day")
    await town.says(BEN, "another marzipan")
    (answer,) = await town.suite.dm("moderation", ANNA, "!myflags")
    assert answer.text.count("matrix.to") == 1 and "marzipan" not in answer.text
    for part in ("2026-11-18", "2026-12-18", "evenings"):
        assert part in answer.text
    (none,) = await town.suite.dm("moderation", MOD, "!myflags")
    assert "no note" in none.text


async def test_the_daily_list_shows_so_many_and_says_how_many_wait(suite: Suite, tmp_path: Path) -> None:
    """However many are watched, the share of attention is the policy's, and each is shown once."""
    folder = rules_only(tmp_path, watch=True)
    (folder / "moderation.yaml").write_text("watch_shown: 3\n", encoding="utf-8")
    town = await Town.of(suite, overlay=folder)
    assert town.suite.house.policy(Moderation).watch_shown == 3
    for n in range(5):
        await town.says(f"@m{n}:kith.localhost", HARMLESS)
    first, second = [(await town.mod("!flags"))[0].text for _ in range(2)]
    assert [t.count("matrix.to") for t in (first, second)] == [3, 2]
    assert "Not shown yet: 2" in first and "Not shown yet: 0" in second
