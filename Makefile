# Set-up and the commands a developer of the course uses. Everything runs in .venv.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: setup demo test lint bench release audit clean

setup: $(INSTALLED)

$(INSTALLED): pyproject.toml
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), f"Python 3.11 or newer is needed, this is {sys.version}"'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade --editable '.[torch,tensorflow,instructor,dev]'
	touch $(INSTALLED)

demo: setup
	$(BIN)/python -m tests.tools.demo

test: setup lint
	$(BIN)/autograder release --check
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder
	$(BIN)/autograder audit --quick

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m tests.tools.bench

release: setup
	$(BIN)/autograder release

audit: setup
	$(BIN)/autograder audit --repeat 20 --mutants

clean:
	rm -rf build dist results .venv
