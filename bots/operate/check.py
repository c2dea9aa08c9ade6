"""`kith check`: every problem in one list, each with its cure."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp

from bots import state
from bots.everyone import BOTS
from bots.link import accounts, crosssigning
from bots.link.accounts import AccountRefused
from bots.link.crosssigning_errors import ChainBroken, SeedsLost
from bots.link.http import HomeserverRefused, HomeserverUnreachable
from bots.link.identity import kept_in
from bots.link.seeds import SeedsUnreadable
from bots.link.session import SEEDS
from bots.operate.plan import rooms
from bots.settings import Settings
from bots.store.database import Database, DatabaseGone
from bots.store.migrate import DatabaseTooNew, MigrationChanged, pending
from bots.store.seal import Seal, SealError
from models import ArtefactAltered, ArtefactMissing, Judge
from policies import crisis_lines
from policies.load import PolicyProblems
from policies.texts import BadTextsError, Texts


@dataclass(frozen=True)
class Finding:
    """A problem that keeps the bots from running, or a notice; the sentence holds the cure."""

    sentence: str
    problem: bool = True


async def check(settings: Settings) -> list[Finding]:
    """All findings, nothing changed anywhere."""
    found = [*_files(settings)]
    found += [finding async for finding in _database(settings)]
    async with aiohttp.ClientSession() as http:
        found += [finding async for finding in _accounts(http, settings)]
    return found


def _files(settings: Settings) -> list[Finding]:
    found = []
    for read in (_seal, _texts, _lines, _judge):
        try:
            found += read(settings)
        except (SealError, BadTextsError, PolicyProblems, ArtefactMissing, ArtefactAltered) as error:
            found += [Finding(line) for line in str(error).splitlines()]
    return found


def _seal(settings: Settings) -> list[Finding]:
    Seal.from_file(settings.seal_key_file)
    return []


def _texts(settings: Settings) -> list[Finding]:
    unreviewed = Texts.load(settings.texts_overlay).unreviewed()
    cure = "Let somebody with lived experience read them and write their name into the file."
    return (
        [Finding(f"{len(unreviewed)} text files were reviewed by nobody yet. {cure}", problem=False)]
        if unreviewed
        else []
    )


def _lines(settings: Settings) -> list[Finding]:
    directory = crisis_lines.load(overlay=settings.policies_overlay)
    due = directory.due(datetime.now(UTC).date())
    cure = "See `kith lines due`, call each and write the day and your name into its file."
    hidden = sum(d.hidden for d in due)
    told = f"{len(due)} crisis lines need to be verified, {hidden} of them are not shown any more. {cure}"
    return [Finding(told, problem=False)] if due else []


def _judge(settings: Settings) -> list[Finding]:
    Judge.load()
    return []


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    file = settings.database.sqlite_path
    if file and not await asyncio.to_thread(file.exists):
        yield Finding(f"There is no database at {file} yet. Run `kith init`.")
        return
    try:
        database = await Database.open(settings.database.dsn)
    except DatabaseGone as error:
        yield Finding(str(error))
        return
    try:
        if waiting := await pending(database):
            yield Finding(f"The database lacks {', '.join(waiting)}. Run `kith migrate`.")
        else:
            async for finding in _community(settings, database):
                yield finding
    except (MigrationChanged, DatabaseTooNew) as error:
        yield Finding(str(error))
    finally:
        await database.close()


async def _community(settings: Settings, database: Database) -> AsyncIterator[Finding]:
    now = int(datetime.now(UTC).timestamp() * 1000)
    async with database.transaction() as db:
        known = {row["name"] for row in await db.places()}
        specialists = await db.holders(role="specialist", now=now)
    missing = [plan.name for plan in rooms(settings, Texts.load(settings.texts_overlay)) if plan.name not in known]
    if missing:
        yield Finding(f"These rooms are not there yet: {', '.join(missing)}. Run `kith init`.")
    if not specialists and not settings.fallback_contact:
        yield Finding(
            "Nobody holds the role specialist, and there is no fallback_contact: nobody would answer a crisis, so "
            "escalation does not start. Name specialists under `staff`, or a fallback_contact."
        )


async def _accounts(http: aiohttp.ClientSession, settings: Settings) -> AsyncIterator[Finding]:
    for bot in BOTS:
        try:
            await _account(http, settings, bot)
        except (state.AccountUnknown, AccountRefused, ChainBroken, SeedsUnreadable) as error:
            yield Finding(f"{bot}: {error}")
        except (HomeserverUnreachable, HomeserverRefused) as error:
            yield Finding(str(error))
            return


async def _account(http: aiohttp.ClientSession, settings: Settings, bot: str) -> None:
    """Token, seeds and the whole chain of signatures; raises what is wrong."""
    account = state.load(settings.state_dir, bot).account
    await accounts.whoami(http, account.homeserver, account.access_token)
    seeds = kept_in(settings.state_dir / bot / SEEDS)
    if seeds is None:
        raise SeedsLost(account.user_id)
    device = (await crosssigning.fetch(http, account)).device or {}
    await crosssigning.check(
        http, account, seeds, device_key=device.get("keys", {}).get(f"ed25519:{account.device_id}", "")
    )
