"""Staff roles as config.yaml names them: granted with their end, taken from whoever is no longer on the list."""

from collections.abc import Callable

from bots.settings import Settings
from bots.store import audit
from bots.store.database import Database

BY_CONFIG = "config.yaml"


async def appoint(database: Database, settings: Settings, now: int, tell: Callable[[str], None]) -> None:
    """Bring the roles table in line with the list."""
    zone = settings.organization.time_zone
    wanted = {(p.user_id, role): p.ends_at(zone) for p in settings.staff for role in p.roles}
    async with database.transaction() as db:
        held = {(row["member"], row["role"]): row["until"] for row in await db.granted_by(granted_by=BY_CONFIG)}
        for (person, role), until in wanted.items():
            if held.get((person, role)) != until:
                await db.grant_role(member=person, role=role, until=until, granted_by=BY_CONFIG, at=now)
                await audit.write(db, at=now, actor=BY_CONFIG, action="role.grant", subject=person, detail=role)
                tell(f"role {role}: {person}")
        for person, role in held.keys() - wanted.keys():
            await db.revoke_role(member=person, role=role)
            await audit.write(db, at=now, actor=BY_CONFIG, action="role.revoke", subject=person, detail=role)
            tell(f"role {role}: taken from {person}")
