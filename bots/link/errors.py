"""What stops a bot's link for good, each with its cure. All else is waited out."""


class LinkStopped(Exception):
    """Base: the bot cannot go on until somebody has done something."""


class TokenRevoked(LinkStopped):
    """The homeserver no longer accepts the bot's access token."""

    def __init__(self, user_id: str) -> None:
        super().__init__(
            f"The homeserver no longer accepts the access token of {user_id}: it was logged out or its password was "
            "changed. Nothing was lost: what was written meanwhile is read after the next start. Give the bot a new "
            "token, or run `kith init` to log it in again."
        )


class OtherAccount(LinkStopped):
    """The access token belongs to somebody else."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(
            f"The access token that was given for {expected} belongs to {found}. Nothing was changed. "
            "Correct the configuration, or run `kith init` to log the bot in."
        )


class CryptoStoreLost(LinkStopped):
    """The homeserver has keys for this device, and the private halves are not here."""

    def __init__(self, bot: str, user_id: str, device_id: str) -> None:
        super().__init__(
            f"The crypto store of {user_id} (device {device_id}) is gone or belongs to another device, so nobody could "
            "read what this device writes, nor it what they write. Nothing was changed. Restore the bot's folder from "
            f"a backup; where there is none, run `kith init --new-device {bot}`."
        )


class CryptoStoreUnreadable(LinkStopped):
    """The store is there but does not open with the given secret."""

    def __init__(self, bot: str) -> None:
        super().__init__(
            f"The crypto store of {bot} does not open with its secret. It was kept as it is. Put the right secret "
            f"back; where it is lost, run `kith init --new-device {bot}`."
        )


class CryptoStoreStuck(LinkStopped):
    """The keys on the disk cannot follow those in use; going on would lose some."""

    def __init__(self, bot: str) -> None:
        super().__init__(
            f"The crypto store of {bot} cannot be written: the disk is full, or another program holds the file. "
            "Nothing was lost: the same keys come again after the next start. Free some space, see that only one "
            "Kith uses this folder, and start again."
        )
