# make       creates the environment, builds and checks the graph, and answers a first question
# make test  runs everything that CI runs
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# make quick runs all tests but the slow ones
.PHONY: all build check ask test quick lint types docs browser browser-code coverage benchmark constraints clean
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
	$(BIN)/lint-imports --no-cache

types: $(VENV)/ready
	$(BIN)/mypy

test: lint types
	$(BIN)/gcm-kg build --check
	$(BIN)/pytest

quick: $(VENV)/ready
	$(BIN)/pytest -m "not slow"

# the page of all terms, from the ontology, and the reference of what Python users import
docs: $(VENV)/ready
	$(BIN)/pylode ontology/gcm.ttl -o docs/ontology.html
	rm -rf docs/api
	$(BIN)/pdoc --no-search --no-show-source --footer-text gcm-kg -o docs/api gcm_kg \
		gcm_kg.querying.answers gcm_kg.store.fulltext gcm_kg.validation.report \
		gcm_kg.views.entity gcm_kg.views.explanation gcm_kg.views.uptake gcm_kg.views.viewed

# the code of others that browsers run, from npm by its lock file: the editor of queries, SPARQL in a page
browser-code:
	npm ci --prefix browser --no-audit --no-fund --omit=dev
	$(PYTHON) browser/copied.py

# tests in a real browser: Debian's package chromium, and npm
browser: $(VENV)/ready
	npm ci --prefix browser --no-audit --no-fund
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt playwright
	$(BIN)/pytest -n 0 tests/browser

coverage: $(VENV)/ready
	$(BIN)/pytest --cov=gcm_kg --cov-report=term-missing

benchmark: $(VENV)/ready
	$(BIN)/python benchmarks/flow.py
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/questions.py
	$(BIN)/python benchmarks/linking.py
	$(BIN)/python benchmarks/agreement.py
	$(BIN)/python benchmarks/serving.py

# renews the pins after a change of the dependencies in pyproject.toml
constraints:
	$(PYTHON) -m venv $(VENV)-new
	$(VENV)-new/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(VENV)-new/bin/python -m pip freeze --exclude-editable > constraints.txt
	rm -rf $(VENV)-new

clean:
	rm -rf $(VENV) build dist data/store .pytest_cache .mypy_cache .ruff_cache .hypothesis
