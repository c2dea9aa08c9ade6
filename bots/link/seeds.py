"""The secret half of a bot's cross-signing identity."""

import secrets
from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bots.link.signing import from_unpadded, to_unpadded

USAGES = ("master", "self_signing", "user_signing")


class SeedsUnreadable(Exception):
    """The file with the seeds was cut or changed."""

    def __init__(self) -> None:
        super().__init__(
            "The cross-signing seeds cannot be read: three lines of base64, 32 bytes each, are expected. "
            "Nothing was changed. Restore the file from a backup."
        )


@dataclass(frozen=True)
class Seeds:
    """The three 32-byte Ed25519 seeds of an identity. Keep them secret; losing them is an identity reset."""

    master: bytes = field(repr=False)
    self_signing: bytes = field(repr=False)
    user_signing: bytes = field(repr=False)

    @classmethod
    def fresh(cls) -> Self:
        """A new identity."""
        return cls(*(secrets.token_bytes(32) for _ in USAGES))

    def to_text(self) -> str:
        """Three lines of unpadded base64: master, self-signing, user-signing."""
        return "".join(f"{to_unpadded(getattr(self, usage))}\n" for usage in USAGES)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The seeds that `to_text` wrote.

        Raises:
            SeedsUnreadable
        """
        try:
            seeds = [from_unpadded(line) for line in text.split()]
        except ValueError as unreadable:
            raise SeedsUnreadable from unreadable
        if [len(seed) for seed in seeds] != [32, 32, 32]:
            raise SeedsUnreadable
        return cls(*seeds)

    def key(self, usage: str) -> Ed25519PrivateKey:
        """The signing key for one of `USAGES`."""
        return Ed25519PrivateKey.from_private_bytes(getattr(self, usage))
