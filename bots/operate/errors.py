"""The errors whose sentence is all that an operator needs."""

from bots.bot import CannotStart
from bots.link.accounts import AccountRefused
from bots.link.crosssigning_errors import ChainBroken
from bots.link.errors import LinkStopped
from bots.link.fallback import KeysConflict
from bots.link.http import HomeserverRefused, HomeserverUnreachable
from bots.link.seeds import SeedsUnreadable
from bots.operate.accounts import AccountTaken, PasswordUnknown
from bots.state import AccountUnknown
from bots.store.audit import ChainBroken as AuditBroken
from bots.store.database import DatabaseBusy, DatabaseFull, DatabaseGone
from bots.store.migrate import DatabaseTooNew, DatabaseTooOld, MigrationChanged
from bots.store.seal import SealError
from models import ArtefactAltered, ArtefactMissing
from policies.load import PolicyProblems
from policies.texts import BadTextsError

SENTENCES = (
    *(AccountRefused, AccountTaken, AccountUnknown, CannotStart, ChainBroken, KeysConflict, LinkStopped),
    *(HomeserverRefused, HomeserverUnreachable, PasswordUnknown, SealError, SeedsUnreadable),
    *(AuditBroken, DatabaseBusy, DatabaseFull, DatabaseGone, DatabaseTooNew, DatabaseTooOld, MigrationChanged),
    *(ArtefactAltered, ArtefactMissing, PolicyProblems, BadTextsError),
)
