"""What an operator reads when a command cannot go on."""

import pytest

from bots.__main__ import Failed, wait_for
from bots.store.migrate import DatabaseTooNew, MigrationChanged


@pytest.mark.parametrize("error", [MigrationChanged, DatabaseTooNew])
def test_an_error_is_its_sentence(error: type[Exception]) -> None:
    """No traceback and no indentation: what happened, what was kept, what to do."""

    async def work() -> None:
        raise error(f"0001_base: {error.__doc__}")

    with pytest.raises(Failed) as failed:
        wait_for(work())
    assert failed.value.message.startswith("0001_base: ") and "  " not in failed.value.message
