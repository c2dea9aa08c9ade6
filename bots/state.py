"""What a bot keeps beside the database: its account and the secret of its crypto store, in `<state_dir>/<bot>/`."""

import json
import os
import secrets
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bots.link.accounts import Account

FILE = "account.json"


class AccountUnknown(Exception):
    """This bot has no account here yet. Nothing was changed. Run `kith init` first."""


@dataclass(frozen=True)
class Kept:
    """An account, the secret that seals its crypto store, and its password where Kith made the account."""

    account: Account
    store_secret: str
    password: str | None = None

    @classmethod
    def fresh(cls, account: Account, password: str | None = None) -> "Kept":
        """With a new secret for a new device."""
        return cls(account, secrets.token_urlsafe(32), password)


def load(state_dir: Path, bot: str) -> Kept:
    """What was kept for a bot. Raises AccountUnknown."""
    try:
        data: dict[str, Any] = json.loads((state_dir / bot / FILE).read_text("utf-8"))
    except FileNotFoundError:
        raise AccountUnknown(f"{bot}: {AccountUnknown.__doc__}") from None
    return Kept(Account(**data["account"]), data["store_secret"], data["password"])


def keep(state_dir: Path, bot: str, kept: Kept) -> None:
    """On the disk, readable by us alone, whole or not at all."""
    folder = state_dir / bot
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(asdict(kept), out)
        out.flush()
        os.fsync(handle)
    Path(name).replace(folder / FILE)
