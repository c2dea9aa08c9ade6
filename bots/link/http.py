"""Plain JSON calls to a homeserver, for the few things that nio does not do."""

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp

JsonObject = dict[str, Any]

PATIENCE_S = 60.0
"""Longest total wait for a homeserver that asks us to slow down (429), per call."""
LONGEST_WAIT_S = 3600.0
TIMEOUT = aiohttp.ClientTimeout(total=30)


class HomeserverUnreachable(Exception):
    """The network gave no answer; whether the call was carried out is not known."""

    def __init__(self, homeserver: str, reason: str) -> None:
        super().__init__(
            f"No answer came from {homeserver} ({reason}). "
            "Check the `homeserver` address and that the server is running, then try again."
        )


class HomeserverRefused(Exception):
    """The homeserver answered a call with an error; `errcode` is the specification's name for it."""

    def __init__(self, method: str, url: str, status: int, body: JsonObject) -> None:
        self.status = status
        self.body = body
        self.errcode = str(body.get("errcode", "M_UNKNOWN"))
        self.error = str(body.get("error", "no explanation"))
        super().__init__(f"The homeserver refused {method} {url}: {status} {self.errcode} ({self.error}).")

    @property
    def retry_after_s(self) -> float:
        """Seconds that the server asks us to wait; 1 where it does not say, never more than `LONGEST_WAIT_S`."""
        asked = self.body.get("retry_after_ms")
        return min(asked / 1000, LONGEST_WAIT_S) if isinstance(asked, int | float) and asked >= 0 else 1.0


async def call(
    http: aiohttp.ClientSession, method: str, url: str, *, token: str | None = None, body: JsonObject | None = None
) -> JsonObject:
    """Send one JSON request and return the JSON answer; waits out rate limits of up to `PATIENCE_S` seconds.

    Raises:
        HomeserverRefused: the server answered with an error.
        HomeserverUnreachable: no connection, or no answer in time.
    """
    waited = 0.0
    while True:
        try:
            return await once(http, method, url, token=token, body=body)
        except HomeserverRefused as refused:
            waited += refused.retry_after_s
            if refused.status != 429 or waited > PATIENCE_S:
                raise
            await asyncio.sleep(refused.retry_after_s)


async def once(
    http: aiohttp.ClientSession,
    method: str,
    url: str,
    *,
    token: str | None = None,
    body: JsonObject | None = None,
    timeout: aiohttp.ClientTimeout = TIMEOUT,
) -> JsonObject:
    """Send one JSON request, once, and return the JSON answer. Raises HomeserverRefused, HomeserverUnreachable."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        async with http.request(method, url, headers=headers, json=body, timeout=timeout) as response:
            answer = _retry_after(response) | await json_object(response)
    except (aiohttp.ClientError, TimeoutError) as lost:
        raise HomeserverUnreachable(url, str(lost) or type(lost).__name__) from lost
    if response.status >= 400:
        raise HomeserverRefused(method, url, response.status, answer)
    return answer


def _retry_after(response: aiohttp.ClientResponse) -> JsonObject:
    """The header that takes the place of `retry_after_ms` since Matrix 1.10, in seconds."""
    seconds = response.headers.get("Retry-After", "")
    return {"retry_after_ms": int(seconds) * 1000} if response.status == 429 and seconds.isdecimal() else {}


async def json_object(response: aiohttp.ClientResponse) -> JsonObject:
    """The answer's JSON object; an empty one where a proxy answers with something else."""
    try:
        answer = await response.json(content_type=None)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


async def call_with_auth(
    http: aiohttp.ClientSession,
    url: str,
    *,
    body: JsonObject,
    answers: Mapping[str, JsonObject],
    token: str | None = None,
) -> JsonObject:
    """POST through user-interactive authentication, answering its stages from `answers` (stage name → its fields).

    Raises:
        HomeserverRefused: no flow consists of stages that we can answer, or an answer was not accepted.
    """
    auth: JsonObject | None = None
    completed = -1
    while True:
        try:
            return await call(http, "POST", url, token=token, body=body if auth is None else {**body, "auth": auth})
        except HomeserverRefused as refused:
            done = refused.body.get("completed", [])
            stage = _next_stage(refused.body, answers)
            if refused.status != 401 or stage is None or len(done) <= completed:
                raise
            completed = len(done)
            auth = {"type": stage, "session": refused.body.get("session"), **answers[stage]}


def _next_stage(challenge: JsonObject, answers: Mapping[str, JsonObject]) -> str | None:
    """The first stage still to do in a flow that we can complete; None where there is no such flow."""
    done = set(challenge.get("completed", []))
    for flow in challenge.get("flows", []):
        open_stages = [stage for stage in flow.get("stages", []) if stage not in done]
        if open_stages and all(stage in answers for stage in open_stages):
            return str(open_stages[0])
    return None
