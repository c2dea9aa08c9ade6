# Two commands carry a newcomer: `make demo` and `make test`. Each sets up all it needs by itself.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint unit live bench train soak members clean

demo: .venv
	$(BIN)/kith demo $(ARGS)

test: .venv members lint
	$(BIN)/pytest

lint: .venv
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: .venv
	$(BIN)/pytest tests/unit tests/turns

live: .venv members
	$(BIN)/pytest tests/live

bench: .venv members
	$(BIN)/python -m tests.bench $(ARGS)

train: .venv
	$(BIN)/python -m models.train

# Longer than `make test`: more kills, more turns, a hundred sends under the homeserver's own limits.
soak: .venv members
	KITH_SOAK=1 $(BIN)/pytest tests/live/test_crash.py tests/live/test_sender.py

# The environment with `kith` in it. The stamp is renewed when the locked requirements change.
.venv: .venv/.ready
.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Kith needs Python 3.11 or newer: make PYTHON=/path/to/python3.11") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch .venv/.ready

# Element's engine, as which a test member speaks.
members: .venv
	$(BIN)/python -m tests.live.jsmember --install

clean:
	rm -rf .venv tests/live/js/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info
