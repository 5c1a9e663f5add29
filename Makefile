# make       creates the environment, builds and checks the graph, and answers a first question
# make test  installs what tests need, and runs everything that CI runs
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# versions with their digests; not compiled, as most of it is never imported
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
PINNED := $(INSTALL) --require-hashes --requirement

# what installs packages of the system: nothing for root, else sudo
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)

# what one process compiles serves the next, hundreds of them in the tests, whatever the caller's environment says
unexport PYTHONDONTWRITEBYTECODE

# make quick runs all tests but the slow ones
.PHONY: all build check ask extras test quick lint types docs stores browser browser-code coverage benchmark requirements clean
.DEFAULT_GOAL := all

all: build check ask

$(VENV)/ready: pyproject.toml requirements/run.txt
	$(PYTHON) -m venv $(VENV)
	$(PINNED) requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $@

# what the other goals need besides, each with a stamp of its own
$(VENV)/ready-extras $(VENV)/ready-test $(VENV)/ready-docs $(VENV)/ready-browser $(VENV)/ready-stores: $(VENV)/ready-%: $(VENV)/ready requirements/%.txt
	$(PINNED) requirements/$*.txt
	touch $@

build: $(VENV)/ready
	$(BIN)/gcm-kg build

check: build
	$(BIN)/gcm-kg check

ask: check
	$(BIN)/gcm-kg ask recommendations-citing --instrument UNTOC

# everything that users can install: PDF, Word, Excel, pictures, data frames, a server
extras: $(VENV)/ready-extras

lint: $(VENV)/ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(VENV)/ready-test
	$(BIN)/mypy

test: lint types
	$(BIN)/gcm-kg build --check
	$(BIN)/pytest

quick: $(VENV)/ready-test
	$(BIN)/pytest -m "not slow"

# the page of all terms, from the ontology, the reference of what Python users import, the manual page
docs: $(VENV)/ready-docs
	$(BIN)/pylode ontology/gcm.ttl -o docs/ontology.html
	rm -rf docs/api
	$(BIN)/pdoc --no-search --no-show-source --footer-text gcm-kg -o docs/api gcm_kg \
		gcm_kg.querying.answers gcm_kg.store.fulltext gcm_kg.validation.report \
		gcm_kg.views.entity gcm_kg.views.explanation gcm_kg.views.uptake gcm_kg.views.viewed
	$(BIN)/python -m gcm_kg.cli.manual > docs/gcm-kg.1

# the code of others that browsers run, from npm by its lock file: the editor of queries, SPARQL in a page
browser-code:
	npm ci --prefix browser --no-audit --no-fund --omit=dev
	$(PYTHON) browser/copied.py

# tests with stores of others: Virtuoso is a package of Debian, Jena and Java are packages of Python
stores: $(VENV)/ready-test $(VENV)/ready-stores
	command -v virtuoso-t > /dev/null || $(AS_ROOT) apt-get install -y --no-install-recommends virtuoso-opensource-7-bin
	GCM_KG_STORES=1 $(BIN)/pytest -n 0 tests/publishing/test_pushing.py tests/querying/test_stores.py

# tests in a real browser: Debian's package chromium, and npm
browser: $(VENV)/ready-test $(VENV)/ready-browser
	command -v chromium > /dev/null || $(AS_ROOT) apt-get install -y --no-install-recommends chromium
	npm ci --prefix browser --no-audit --no-fund
	$(BIN)/pytest -n 0 tests/browser

coverage: $(VENV)/ready-test
	$(BIN)/pytest --cov=gcm_kg --cov-report=term-missing

benchmark: $(VENV)/ready-test
	$(BIN)/python benchmarks/flow.py
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/again.py
	$(BIN)/python benchmarks/cluster.py
	$(BIN)/python benchmarks/questions.py
	$(BIN)/python benchmarks/linking.py
	$(BIN)/python benchmarks/agreement.py
	$(BIN)/python benchmarks/table.py
	$(BIN)/python benchmarks/serving.py

# renews requirements/ after a change of the dependencies in pyproject.toml; UPGRADE=--upgrade takes new versions
COMPILE = $(VENV)-new/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --strip-extras --group build
requirements:
	$(PYTHON) -m venv $(VENV)-new
	$(VENV)-new/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(COMPILE) $(UPGRADE) --all-extras --group docs --group test --output-file requirements/test.txt
	$(COMPILE) --constraint requirements/test.txt --output-file requirements/run.txt
	$(COMPILE) --constraint requirements/test.txt --all-extras --output-file requirements/extras.txt
	$(COMPILE) --constraint requirements/test.txt --extra serve --extra office --output-file requirements/serve.txt
	$(COMPILE) --constraint requirements/test.txt --group docs --output-file requirements/docs.txt
	$(COMPILE) --constraint requirements/test.txt --group browser --output-file requirements/browser.txt
	$(COMPILE) --constraint requirements/test.txt --group stores --output-file requirements/stores.txt
	rm -rf $(VENV)-new

clean:
	rm -rf $(VENV) build dist data/store .pytest_cache .mypy_cache .ruff_cache .hypothesis
