"""What can be wrong with a bot's identity, each with its cure."""


class ChainBroken(Exception):
    """Base: members' clients have no reason to trust this device."""


class DeviceKeysMissing(ChainBroken):
    """Signing comes after the device's own keys are uploaded."""

    def __init__(self, user_id: str, device_id: str) -> None:
        super().__init__(
            f"The homeserver has no keys for device {device_id} of {user_id}. Nothing was changed. "
            "The device was logged out or never started: run `kith init` to upload its keys."
        )


class DeviceStoreLost(ChainBroken):
    """The homeserver's keys for this device are not those in our store."""

    def __init__(self, user_id: str, device_id: str) -> None:
        super().__init__(
            f"The homeserver knows other keys for device {device_id} of {user_id} than the crypto store here has: "
            "the store was lost or belongs to another device, and nobody could read what this device writes. "
            "Nothing was changed. Restore the store from a backup, or log this device out and run `kith init` "
            "for a new one."
        )


class IdentityMissing(ChainBroken):
    """The homeserver has no cross-signing keys for the bot."""

    def __init__(self, user_id: str) -> None:
        super().__init__(
            f"{user_id} has no cross-signing identity, so members' clients will not send it keys. "
            "Run `kith init` to make one."
        )


class SeedsLost(ChainBroken):
    """The homeserver knows an identity that our seeds do not make."""

    def __init__(self, user_id: str) -> None:
        super().__init__(
            f"The homeserver knows another cross-signing identity for {user_id} than the seeds here make. "
            "Nothing was changed. Restore the seeds from a backup; where they are lost, run "
            "`kith init --reset-identity` with the account's password. Members are then warned that the bot's "
            "identity changed."
        )


class IdentityBroken(ChainBroken):
    """A lower key is missing, is not ours, or is not signed by the master key."""

    def __init__(self, user_id: str, usage: str) -> None:
        super().__init__(
            f"The {usage.replace('_', '-')} key of {user_id} is missing or not signed by its master key. "
            "Run `kith init` with the account's password to publish it again, which members do not notice; where the "
            "homeserver refuses that, `kith init --reset-identity` makes a new identity, which they do."
        )


class DeviceNotSigned(ChainBroken):
    """The device carries no valid signature by our self-signing key."""

    def __init__(self, user_id: str, device_id: str) -> None:
        super().__init__(
            f"Device {device_id} of {user_id} is not signed by its cross-signing identity, so members' clients "
            "refuse it. Run `kith init` to sign it."
        )


class PasswordNeeded(ChainBroken):
    """Replacing published keys takes the account's password."""

    def __init__(self, user_id: str) -> None:
        super().__init__(
            f"The homeserver asks for the password of {user_id} before it replaces cross-signing keys, and none was "
            "given or it was wrong. Nothing was changed. Run `kith init` again with the right password."
        )
