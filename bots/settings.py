"""config.yaml as frozen settings: what an organization says once about itself, its homeserver, its rooms and its staff.

Numbers and texts that shape what the bots decide and say are not here but in `policies/`. A field's description and
example are what a wrong value's line in ConfigProblems tells people to write.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr, model_validator

from bots.configcheck import Section, check, fault
from bots.configfile import ConfigProblems
from bots.configvalues import (
    ConfigPath,
    Country,
    DatabaseUrl,
    Day,
    ExistingFolder,
    HttpsAddress,
    Localpart,
    NotEmpty,
    PortOrOff,
    RoomKey,
    ServerName,
    ServersOrAny,
    Text,
    TimeZone,
    UserId,
    WebAddress,
    unlike,
)

__all__ = ["ConfigProblems", "Settings"]

Language = Literal["en", "es", "de"]
StaffRole = Literal["moderator", "specialist", "coordinator", "operator"]

_ROOMS_OF_THE_HOUSE = {"space", "welcome", "moderators", "specialists", "coordinators", "operators"}


class Organization(Section):
    """Who runs this community, and what holds for a member who has not chosen otherwise."""

    name: Text = Field(description="the name members know the organization by", examples=["Harbour Peer Support"])
    default_language: Language = Field("en", description="the language before a member chooses", examples=["en"])
    default_country: Country = Field(
        description="the two-letter country whose crisis lines are shown before a member chooses", examples=["US"]
    )
    time_zone: TimeZone = Field("UTC", description="the organization's time zone", examples=["Europe/Berlin"])


class Homeserver(Section):
    """The Matrix server that the bots live on."""

    url: WebAddress = Field(description="the address of the client-server API", examples=["https://matrix.example.org"])
    server_name: ServerName = Field(
        default_factory=lambda data: urlsplit(data["url"]).hostname or "",
        description="what stands after the colon in user ids; the host of `url` if left out",
        examples=["example.org"],
    )


class GivenAccount(Section):
    """An account that exists already."""

    access_token: SecretStr
    device_id: Text = Field(description="the device id that the token was issued for", examples=["KITHINTAKE"])


class GivenAccounts(Section):
    """One existing account for each bot."""

    intake: GivenAccount
    checkin: GivenAccount
    moderation: GivenAccount
    escalation: GivenAccount


class Accounts(Section):
    """How `kith init` gets the bots' accounts: exactly one of the first three.

    `shared_secret` is Synapse's registration_shared_secret. `admin_token` is a server admin's access token; it serves
    to lift the bots' rate limits.
    """

    registration_token: SecretStr | None = None
    shared_secret: SecretStr | None = None
    given: GivenAccounts | None = None
    admin_token: SecretStr | None = None

    @model_validator(mode="after")
    def _exactly_one_way(self) -> Self:
        ways = [way for way in ("registration_token", "shared_secret", "given") if getattr(self, way) is not None]
        if len(ways) != 1:
            cure = "Keep exactly one of registration_token_file, shared_secret_file and given."
            raise fault(f"{', '.join(ways)} are set together" if ways else "no way to get accounts is set", cure)
        return self


class Bot(Section):
    """A bot's account name and the name that people see."""

    localpart: Localpart
    display_name: Text = Field(
        default_factory=lambda data: data["localpart"], description="the name people see", examples=["Kith welcome"]
    )


class IntakeBot(Bot):
    """Welcomes and matches."""

    localpart: Localpart = "kith-intake"


class CheckinBot(Bot):
    """Asks how the day is."""

    localpart: Localpart = "kith-checkin"


class ModerationBot(Bot):
    """Keeps group rooms safe."""

    localpart: Localpart = "kith-moderation"


class EscalationBot(Bot):
    """Brings a human."""

    localpart: Localpart = "kith-escalation"


class Bots(Section):
    """The four bots, each with an account of its own."""

    intake: IntakeBot = Field(default_factory=IntakeBot)
    checkin: CheckinBot = Field(default_factory=CheckinBot)
    moderation: ModerationBot = Field(default_factory=ModerationBot)
    escalation: EscalationBot = Field(default_factory=EscalationBot)

    @model_validator(mode="after")
    def _no_shared_account(self) -> Self:
        unlike("localpart", [getattr(self, bot).localpart for bot in Bots.model_fields])
        return self


class Database(Section):
    """Where everything durable lives."""

    url: DatabaseUrl = Field(
        "sqlite:///var/kith.db",
        description="sqlite:///path (relative to this file) or postgresql://user@host/database",
        examples=["sqlite:///var/kith.db"],
    )
    password: SecretStr | None = None

    @property
    def sqlite_path(self) -> Path | None:
        """The SQLite file, or None on PostgreSQL."""
        return Path(self.url.removeprefix("sqlite:///")) if self.url.startswith("sqlite:") else None

    @property
    def dsn(self) -> str:
        """The address with the password in it, for the driver alone: never log it."""
        if self.sqlite_path or self.password is None:
            return self.url
        parts = urlsplit(self.url)
        user, _, host = parts.netloc.rpartition("@")
        return parts._replace(netloc=f"{user}:{quote(self.password.get_secret_value(), safe='')}@{host}").geturl()


def _free_room_key(key: str) -> str:
    if key in _ROOMS_OF_THE_HOUSE:
        raise fault(f"`{key}` is a room that `kith init` creates anyway", "Choose another key.")
    return key


class TopicRoom(Section):
    """A group room about one thing."""

    key: Annotated[RoomKey, AfterValidator(_free_room_key)] = Field(
        description="a short lower-case name that never changes", examples=["night-shift"]
    )
    name: Text = Field(description="the name members see", examples=["Night shift"])
    topic: Text = Field(description="one line on what the room is for", examples=["For everyone awake at 3 a.m."])
    encrypted: bool = Field(True, description="true or false; a room once encrypted stays so", examples=["true"])


def _own_keys(rooms: tuple[TopicRoom, ...]) -> tuple[TopicRoom, ...]:
    unlike("key", [room.key for room in rooms])
    return rooms


class Rooms(Section):
    """The Space, its group rooms, and whose accounts may come in."""

    space: Text = Field(description="the name of the Space", examples=["Harbour"])
    topics: Annotated[tuple[TopicRoom, ...], AfterValidator(_own_keys)] = ()
    member_servers: ServersOrAny = Field(
        (),
        description="`any`, or a list of further servers whose accounts may join (this homeserver's always may)",
        examples=["any"],
    )


class StaffMember(Section):
    """Somebody with a role, until a day."""

    user_id: UserId = Field(description="a full Matrix user id", examples=['"@alex:example.org"'])
    roles: Annotated[tuple[StaffRole, ...], NotEmpty] = Field(
        description="a list out of moderator, specialist, coordinator, operator", examples=["[moderator]"]
    )
    until: Day = Field(description="the last day of the role, year-month-day", examples=["2027-06-30"])

    def ends_at(self, time_zone: str) -> int:
        """When the role ends, in ms since the epoch: the midnight after `until` in that time zone."""
        midnight = datetime.combine(self.until + timedelta(days=1), time(), ZoneInfo(time_zone))
        return int(midnight.timestamp()) * 1000


def _own_user_ids(staff: tuple[StaffMember, ...]) -> tuple[StaffMember, ...]:
    unlike("user_id", [person.user_id for person in staff])
    return staff


class PagerWebhook(Section):
    """The one address outside the homeserver; it gets a case number and a level, nothing else.

    `secret` signs each page.
    """

    url: HttpsAddress = Field(description="an https:// address", examples=["https://pager.example.org/kith"])
    secret: SecretStr | None = None


class Health(Section):
    """Where /live, /ready and /metrics listen."""

    host: Text = Field("127.0.0.1", description="the address to listen on", examples=["127.0.0.1"])
    port: PortOrOff = Field(8181, description="a port number, or off", examples=["8181"])


class Log(Section):
    """What is written to standard error; never a member's text."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="the least level", examples=["info"]
    )
    format: Literal["console", "json"] = Field(
        "console", description="console for people or json for machines", examples=["json"]
    )


class Settings(Section):
    """Everything in config.yaml, checked and frozen; paths are resolved against the file's folder."""

    organization: Organization
    homeserver: Homeserver
    accounts: Accounts
    bots: Bots = Field(default_factory=Bots)
    database: Database = Field(default_factory=Database)
    state_dir: ConfigPath = Field(
        Path("var"), description="the folder for crypto stores, seeds and tokens", examples=["var"]
    )
    seal_key_file: ConfigPath = Field(
        Path("var/seal.key"), description="the file of the keys that seal members' text", examples=["var/seal.key"]
    )
    rooms: Rooms
    staff: Annotated[tuple[StaffMember, ...], AfterValidator(_own_user_ids)] = ()
    fallback_contact: UserId | None = Field(
        None,
        description="the Matrix user id that is asked when nobody on the rota answers",
        examples=['"@duty:example.org"'],
    )
    pager_webhook: PagerWebhook | None = None
    policies_overlay: ExistingFolder | None = Field(
        None, description="a folder of policy files that replace ours", examples=["overlay/policies"]
    )
    texts_overlay: ExistingFolder | None = Field(
        None, description="a folder of texts that replace ours", examples=["overlay/texts"]
    )
    health: Health = Field(default_factory=Health)
    log: Log = Field(default_factory=Log)

    @classmethod
    def load(cls, path: Path, environ: Mapping[str, str] = os.environ) -> Self:
        """Read config.yaml; secrets come from files it names or from `KITH_<SECTION>_<KEY>` variables, which win.

        Raises ConfigProblems with one line for each fault.
        """
        return check(cls, path, environ)

    def user_id(self, localpart: str) -> str:
        """The full Matrix id of an account on this homeserver."""
        return f"@{localpart}:{self.homeserver.server_name}"

    def may_join(self, user_id: str) -> bool:
        """Whether accounts of this user's server may come into the community's rooms."""
        servers = self.rooms.member_servers
        return servers is None or user_id.partition(":")[2] in (self.homeserver.server_name, *servers)
