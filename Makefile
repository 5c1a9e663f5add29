# make       creates the environment, builds and checks the graph, and answers a first question
# make test  runs everything that CI runs
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: all build check ask test lint types docs coverage benchmark constraints clean
.DEFAULT_GOAL := all

all: build check ask

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q src
	touch $@

build: $(VENV)/ready
	$(BIN)/gcm-kg build

check: build
	$(BIN)/gcm-kg check

ask: check
	$(BIN)/gcm-kg ask recommendations-citing --instrument UNTOC

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/ready
	$(BIN)/mypy

test: lint types
	$(BIN)/gcm-kg build --check
	$(BIN)/pytest

# the page of all terms, from the ontology
docs: $(VENV)/ready
	$(BIN)/pylode ontology/gcm.ttl -o docs/ontology.html

coverage: $(VENV)/ready
	$(BIN)/pytest --cov=gcm_kg --cov-report=term-missing

benchmark: $(VENV)/ready
	$(BIN)/python benchmarks/flow.py
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/questions.py
	$(BIN)/python benchmarks/linking.py

# renews the pins after a change of the dependencies in pyproject.toml
constraints:
	$(PYTHON) -m venv $(VENV)-new
	$(VENV)-new/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(VENV)-new/bin/python -m pip freeze --exclude-editable > constraints.txt
	rm -rf $(VENV)-new

clean:
	rm -rf $(VENV) build dist data/store .pytest_cache .mypy_cache .ruff_cache .hypothesis
