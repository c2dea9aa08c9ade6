"""The audit chain: each line carries the hash of the line before it, so that one altered byte is found."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from bots.store.statements import Statements

START = "0" * 64


class ChainBroken(Exception):
    """The audit log was altered. The lines before it are intact; look at who can write to the database."""


async def write(db: Statements, *, at: int, actor: str, action: str, subject: str, detail: str = "") -> None:
    """Add a line. On PostgreSQL the chain's end is locked until the transaction ends."""
    await db.lock_audit()
    last = await db.last_audit()
    seq, before = (last["seq"] + 1, last["hash"]) if last else (1, START)
    line = {"seq": seq, "at": at, "actor": actor, "action": action, "subject": subject, "detail": detail}
    await db.write_audit(**line, hash=link(before, line))


def link(before: str, line: Mapping[str, Any]) -> str:
    """SHA-256 over the hash before and the line's own fields as JSON."""
    fields = {k: line[k] for k in ("seq", "at", "actor", "action", "subject", "detail")}
    return hashlib.sha256((before + json.dumps(fields, sort_keys=True)).encode()).hexdigest()


async def verify(db: Statements) -> int:
    """The number of lines, all of them intact. Raises ChainBroken with the first line that is not."""
    before, count = START, 0
    for row in await db.audit_log():
        count += 1
        if row["seq"] != count or row["hash"] != link(before, dict(row)):
            raise ChainBroken(f"line {count}: {ChainBroken.__doc__}")
        before = row["hash"]
    return count
