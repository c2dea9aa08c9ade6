"""Matrix's signed JSON: canonical form, Ed25519 signatures, unpadded base64."""

import base64
import json
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bots.link.http import JsonObject


def to_unpadded(data: bytes) -> str:
    """Base64 without `=`, as Matrix writes keys and signatures."""
    return base64.b64encode(data).decode().rstrip("=")


def from_unpadded(text: str) -> bytes:
    """The bytes behind unpadded base64.

    Raises:
        ValueError: it is not base64.
    """
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def covered(content: JsonObject) -> JsonObject:
    """The part of a signed object that its signatures cover."""
    return {key: value for key, value in content.items() if key not in {"signatures", "unsigned"}}


def canonical_json(content: JsonObject) -> bytes:
    """The bytes that a signature is made over: the covered part, keys sorted, no spaces."""
    return json.dumps(covered(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def public_part(key: Ed25519PrivateKey) -> str:
    """The public key in unpadded base64."""
    return to_unpadded(key.public_key().public_bytes_raw())


def with_signature(content: JsonObject, user_id: str, key_id: str, signature: str) -> JsonObject:
    """A copy of `content` that carries one more signature; `key_id` is written without its `ed25519:`."""
    signatures: dict[str, Any] = dict(content.get("signatures", {}))
    signatures[user_id] = {**signatures.get(user_id, {}), f"ed25519:{key_id}": signature}
    return {**content, "signatures": signatures}


def sign(content: JsonObject, user_id: str, key: Ed25519PrivateKey) -> JsonObject:
    """A copy of `content` signed by `key`; the key's id is its public part, as for cross-signing keys."""
    return with_signature(content, user_id, public_part(key), to_unpadded(key.sign(canonical_json(content))))


def is_signed(content: JsonObject, user_id: str, key_id: str, public_key: str) -> bool:
    """Whether `content` carries a valid signature by this key."""
    try:
        signature = from_unpadded(content["signatures"][user_id][f"ed25519:{key_id}"])
        Ed25519PublicKey.from_public_bytes(from_unpadded(public_key)).verify(signature, canonical_json(content))
    except (KeyError, TypeError, ValueError, AttributeError, InvalidSignature):
        return False
    return True
