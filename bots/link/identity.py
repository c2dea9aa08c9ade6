"""A bot's cross-signing identity at each start: made once, kept in a file, checked as members' clients see it."""

import os
import tempfile
from pathlib import Path

import aiohttp

from bots.link import crosssigning
from bots.link.accounts import Account
from bots.link.crosssigning_errors import SeedsLost
from bots.link.seeds import Seeds


async def establish(
    http: aiohttp.ClientSession, account: Account, file: Path, *, device_key: str, password: str | None
) -> None:
    """Publish the identity where that is not done, and check the whole chain. Device keys are uploaded before.

    Raises:
        ChainBroken, SeedsUnreadable: each says what is wrong and what to do.
    """
    seeds = await _seeds(http, account, file)
    await crosssigning.bootstrap(http, account, seeds, device_key=device_key, password=password)
    await crosssigning.check(http, account, seeds, device_key=device_key)


async def _seeds(http: aiohttp.ClientSession, account: Account, file: Path) -> Seeds:
    if kept := kept_in(file):
        return kept
    if (await crosssigning.fetch(http, account)).master:
        raise SeedsLost(account.user_id)
    seeds = Seeds.fresh()
    _keep(file, seeds.to_text())
    return seeds


def kept_in(file: Path) -> Seeds | None:
    """The seeds in the file, if it is there. Raises SeedsUnreadable."""
    return Seeds.from_text(file.read_text()) if file.exists() else None


def _keep(file: Path, text: str) -> None:
    """On the disk before the homeserver hears of it, readable by us alone."""
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "w") as out:
        out.write(text)
        out.flush()
        os.fsync(handle)
    Path(name).replace(file)
