# assay: the commands of a checkout. `make run` and `make test` set up what they need.

PYTHON ?= python3
ARGS ?=
BIN := .venv/bin

.PHONY: install install-test run test test-slow test-new-examples test-gpu test-live check bench lock clean

install:  ## curation, review and their command line; no torch
	@$(MAKE) --silent --jobs=2 .venv/.installed .argilla-env/.installed

.venv/.installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

.argilla-env/.installed: labeling/server/requirements.lock
	$(PYTHON) -m venv .argilla-env
	.argilla-env/bin/pip install --quiet --disable-pip-version-check --requirement labeling/server/requirements.lock
	@touch $@

install-test: install .venv/.installed-test

.venv/.installed-test: .venv/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[train,dashboard,hosted,s3,dev]'
	@touch $@

run: install  ## the main job: question grid → traces → validation → review → two frozen versions → their diff
	$(BIN)/assay run loop $(ARGS)

test: install-test check  ## everything that needs no GPU, key or long wait
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

test-slow: install-test  ## crashes at random moments, large inputs, other long tests
	$(BIN)/pytest -m slow $(ARGS)

test-new-examples: install-test  ## property tests, on examples that no run has seen
	$(BIN)/pytest -m hypothesis --hypothesis-profile "new examples" $(ARGS)

test-gpu: install-test
	$(BIN)/pytest -m gpu $(ARGS)

test-live: install-test
	$(BIN)/pytest -m live $(ARGS)

check: install-test  ## format, lint, types, import contracts
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache | tail -n 1

bench: install-test  ## stages' speed, with the machine beside the figures
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[bench]'
	$(BIN)/python -m tests.bench

lock:  ## pin what a fresh environment resolves to
	rm -rf .lock-env && $(PYTHON) -m venv .lock-env
	.lock-env/bin/pip install --quiet torch==2.13.0 s3fs  # left to the end, s3fs makes pip search versions for minutes
	.lock-env/bin/pip install --quiet '.[train,dashboard,hosted,s3,bench,dev]'
	.lock-env/bin/pip freeze --exclude assay | sed 's/+cpu$$//' > requirements.lock
	rm -rf .lock-env

clean:
	rm -rf .venv .argilla-env .assay build *.egg-info
