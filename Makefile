# Set-up and the commands a developer of the course uses. Everything runs in .venv.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: setup lock hooks demo demo-all quick test thorough quick-audit lint coverage bench release audit clean

EXTRAS := torch,tensorflow,instructor,dev

setup: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), f"Python 3.11 or newer is needed, this is {sys.version}"'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade --editable '.[$(EXTRAS)]' --constraint constraints.txt
	touch $(INSTALLED)

# Takes the newest versions that pyproject.toml allows and writes them down; run the tests before you commit the file.
lock: setup
	$(BIN)/python -m pip install --quiet --upgrade --upgrade-strategy eager --editable '.[$(EXTRAS)]'
	$(BIN)/python -m tests.tools.lock
	touch $(INSTALLED)

# The checks of .pre-commit-config.yaml before every commit.
hooks: setup
	$(BIN)/pre-commit install

demo: setup
	$(BIN)/python -m tests.tools.demo

# Every task, with the networks that the model answers' notebooks train: 15 to 40 minutes the first time.
demo-all: setup
	$(BIN)/python -m tests.tools.demo --all

# Everything but the tests that start frameworks or are slow: what to run after each change.
quick: setup lint
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m 'not slow and not framework and not thorough'

test: setup lint
	$(BIN)/autograder release --check
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m 'not thorough'

# Whole roads from end to end: nbgrader's commands on a class, hostile answers to every assignment, the authors' page.
thorough: setup
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadscope --no-loadscope-reorder -m thorough

# Grades every right and wrong answer but those that need trained networks; `make audit` trains and grades these too.
quick-audit: setup
	$(BIN)/autograder audit --quick

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

# Branches that no test takes: a summary here, the lines in build/coverage/html/index.html.
coverage: setup
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --cov --cov-report=term --cov-report=html

bench: setup
	$(BIN)/python -m tests.tools.bench

release: setup
	$(BIN)/autograder release

audit: setup
	$(BIN)/autograder audit --repeat 20 --mutants

clean:
	rm -rf build dist results .venv
