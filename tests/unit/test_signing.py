"""Signed JSON and cross-signing seeds."""

import secrets

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from bots.link.fallback import KeyStock, stock_of
from bots.link.seeds import Seeds, SeedsUnreadable
from bots.link.signing import canonical_json, from_unpadded, is_signed, public_part, sign, to_unpadded

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
USER = "@bot:kith.test"


def test_canonical_json_as_in_the_specification() -> None:
    """Keys are sorted, spaces gone, other scripts kept; signatures and unsigned are not covered."""
    content = {"本": 2, "日": [1, {"b": "2", "a": None}], "signatures": {}, "unsigned": {"age": 1}}
    assert canonical_json(content) == '{"日":[1,{"a":null,"b":"2"}],"本":2}'.encode()


def test_signature_as_in_the_specification() -> None:
    """The specification's test vectors: an empty object and one with data, signed by its example key."""
    seed = from_unpadded("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1")
    key = Ed25519PrivateKey.from_private_bytes(seed)
    assert to_unpadded(key.sign(canonical_json({}))) == (
        "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ"
    )
    assert to_unpadded(key.sign(canonical_json({"one": 1, "two": "Two"}))) == (
        "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw"
    )


def test_a_signature_covers_every_byte() -> None:
    """A signed object verifies; another user, another key or a changed value does not."""
    signed, public = sign({"body": "hello"}, USER, KEY), public_part(KEY)
    assert is_signed(signed, USER, public, public)
    assert is_signed({**signed, "unsigned": {"age": 1}}, USER, public, public)
    assert not is_signed({**signed, "body": "hullo"}, USER, public, public)
    assert not is_signed(signed, "@other:kith.test", public, public)
    assert not is_signed(signed, USER, public, public_part(Ed25519PrivateKey.generate()))


texts = st.text(alphabet="aé=", max_size=4)
json_values = st.recursive(
    st.none() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts | st.just(USER), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["signatures", "keys", "unsigned"]), json_values))
def test_malformed_objects_are_unsigned(content: dict[str, object]) -> None:
    """Whatever a homeserver sends in place of a signed object counts as not signed, and raises nothing."""
    assert not is_signed(content, USER, "KEY", public_part(KEY))


@given(st.binary())
def test_unpadded_base64_there_and_back(data: bytes) -> None:
    """Unpadded base64 has no `=` and gives back the same bytes."""
    assert "=" not in to_unpadded(data)
    assert from_unpadded(to_unpadded(data)) == data


def test_seeds_there_and_back() -> None:
    """Seeds survive their text form, and do not show in their representation."""
    seeds = Seeds.fresh()
    assert Seeds.from_text(seeds.to_text()) == seeds
    assert to_unpadded(seeds.master) not in repr(seeds)
    assert repr(seeds.master) not in repr(seeds)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not base64!\n" * 3,
        f"{to_unpadded(secrets.token_bytes(32))}\n" * 2,
        f"{to_unpadded(b'short')}\n" * 3,
        "é\n" * 3,
    ],
)
def test_damaged_seeds_are_refused(text: str) -> None:
    """A cut or changed file of seeds is refused with the cure instead of becoming another identity."""
    with pytest.raises(SeedsUnreadable, match="Restore the file from a backup"):
        Seeds.from_text(text)


@pytest.mark.parametrize(
    ("sync", "stock"),
    [
        ({}, KeyStock(0, True)),
        ({"device_unused_fallback_key_types": []}, KeyStock(0, False)),
        (
            {
                "device_one_time_keys_count": {"signed_curve25519": 7},
                "device_unused_fallback_key_types": ["signed_curve25519"],
            },
            KeyStock(7, True),
        ),
    ],
)
def test_key_stock_of_a_sync(sync: dict[str, object], stock: KeyStock) -> None:
    """A missing count is zero keys; missing fallback types are a server that has no fallback keys."""
    assert stock_of(sync) == stock
