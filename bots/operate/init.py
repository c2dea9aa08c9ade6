"""`kith init`: everything that must stand before the bots can run, made once and left alone afterwards."""

from collections.abc import Callable
from pathlib import Path

import aiohttp

from bots.clock import Clock, SystemClock
from bots.everyone import BOTS
from bots.operate import accounts
from bots.operate.listen import begin_here
from bots.operate.plan import rooms
from bots.operate.rooms import Rooms
from bots.operate.staff import appoint
from bots.settings import Settings
from bots.store.database import Database
from bots.store.migrate import migrate
from bots.store.seal import Seal
from policies.texts import Texts

WELCOME = "kith-welcome"


async def init(
    settings: Settings, tell: Callable[[str], None], clock: Clock | None = None, *, new_device: str | None = None
) -> None:
    """Keys, database, accounts, identities, rooms, staff. Safe to run again at any time, even if it was cut short."""
    now = (clock or SystemClock()).now()
    settings.state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    _seal(settings.seal_key_file, tell)
    database = await Database.open(settings.database.dsn)
    try:
        for name in await migrate(database):
            tell(f"database: {name}")
        async with aiohttp.ClientSession() as http:
            if new_device:
                await accounts.new_device(http, settings, new_device, tell)
            await _on_homeserver(http, settings, database, tell, now)
        await appoint(database, settings, now, tell)
    finally:
        await database.close()


def _seal(file: Path, tell: Callable[[str], None]) -> None:
    if file.exists():
        Seal.from_file(file)
    else:
        Seal.create(file)
        tell(f"seal key: new, in {file}. Keep a copy of it apart from the database's backup.")


async def _on_homeserver(
    http: aiohttp.ClientSession, settings: Settings, database: Database, tell: Callable[[str], None], now: int
) -> None:
    kept = {bot: await accounts.account(http, settings, bot, tell) for bot in BOTS}
    for bot, account in kept.items():
        await accounts.lift_limits(http, settings, account, tell)
        await accounts.identity(settings, bot, account, tell)
    secret = kept["moderation"].store_secret
    making = Rooms(http, database, {bot: k.account for bot, k in kept.items()}, secret, tell)
    space: str | None = None
    for plan in rooms(settings, Texts.load(settings.texts_overlay)):
        staff = [p.user_id for p in settings.staff if set(p.roles) & set(plan.roles)]
        room_id = await making.make(plan, staff, space, now)
        space = room_id if plan.kind == "space" else space
        if plan.name == "welcome":
            alias = await making.name_publicly(room_id, WELCOME, plan.bots[0])
            tell(f"welcome room: {alias or room_id}")
    for bot, account in kept.items():
        await begin_here(http, database, bot, account.account, now)
