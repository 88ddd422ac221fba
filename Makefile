# Set-up and the commands a developer of the course uses. Everything runs in .venv.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: setup demo quick test lint bench release audit clean

setup: $(INSTALLED)

$(INSTALLED): pyproject.toml
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), f"Python 3.11 or newer is needed, this is {sys.version}"'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade --editable '.[torch,tensorflow,instructor,dev]'
	touch $(INSTALLED)

demo: setup
	$(BIN)/python -m tests.demo

# Everything but the tests that start frameworks or are slow: what to run after each change.
quick: setup lint
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m 'not slow and not framework'

# Trains no network for the audit; `make audit` grades also the tasks that read trained files.
test: setup lint
	$(BIN)/autograder release --check
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder
	$(BIN)/autograder audit --quick

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m tests.bench

release: setup
	$(BIN)/autograder release

audit: setup
	$(BIN)/autograder audit --repeat 20 --mutants

clean:
	rm -rf build dist results .venv
