# Variorum's commands. On a bare machine with Python 3.11 or newer and make, every target first
# installs what it needs into .venv; once that is done, none of them touches the network.

PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/bin
READY := .venv/ready
PEERS := .venv/peers
SPARK := .venv/spark
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PIN := ../.venv/pinning/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make requirements"
STORY ?= dam-rising-toll
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test rules check docs spark quality bench format requirements clean

help:  ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

demo: $(READY)  ## Collate a story that ships with Variorum and write its page
	@mkdir -p demo
	$(BIN)/variorum collate src/variorum/stories/$(STORY) -o demo/$(STORY).variorum
	$(BIN)/variorum report demo/$(STORY).variorum -o demo/$(STORY).html
	@echo "The page is at $(CURDIR)/demo/$(STORY).html"

test: $(READY)  ## Run the whole suite, quality floors included
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

rules: $(READY)  ## What needs no test run: style, types (of tests, quality and bench too), docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sphinx-build -q -W --keep-going docs docs/_build

check: rules test  ## The whole law: style, types, docs, tests, quality floors

docs: $(READY)  ## Build the documentation into docs/_build; a broken link fails
	$(BIN)/sphinx-build -q -W --keep-going docs docs/_build
	@echo "Open $(CURDIR)/docs/_build/index.html"

spark: $(SPARK)  ## Install what the tests over a cluster need, beside Java 17 (0.5 GB)

quality: $(READY) $(PEERS)  ## Print every score beside its floor and its peers
	$(BIN)/python -m quality.gate

bench: $(READY)  ## Measure speed, memory and growth
	$(BIN)/python -m bench.ratio
	$(BIN)/python -m bench.story
	$(BIN)/python -m bench.hostile
	$(BIN)/python -m bench.growth
	$(BIN)/python -m bench.one_more
	$(BIN)/python -m bench.stream
	$(BIN)/python -m bench.kills
	$(BIN)/python -m bench.checking
	$(BIN)/python -m bench.memory

format: $(READY)  ## Put the code in its one layout
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

requirements: $(READY)  ## Pin versions and hashes anew (uses the network)
	$(BIN)/python -m venv .venv/pinning
	.venv/pinning/bin/python -m pip install --quiet uv
	cd requirements && $(PIN) -c measured.in ../pyproject.toml -o runtime.txt
	cd requirements && $(PIN) -c runtime.txt -c measured.in dev.in -o dev.txt
	cd requirements && $(PIN) -c runtime.txt spark.in -o spark.txt
	cd requirements && $(PIN) --no-deps schemas.in -o schemas.txt
	cd requirements && $(PIN) --no-deps --prerelease allow peers.in -o peers.txt
	cd requirements && $(PIN) --no-deps oldest.in -o oldest.txt

clean:  ## Remove what was installed and made
	rm -rf .venv demo

$(READY): pyproject.toml requirements/runtime.txt requirements/dev.txt requirements/schemas.txt
	@test -n "$(PYTHON)" || { echo "Variorum needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python3.11" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements/runtime.txt -r requirements/dev.txt
	$(PIP) --require-hashes --no-deps -r requirements/schemas.txt
	$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $(READY)

$(PEERS): requirements/peers.txt $(READY)
	$(PIP) --require-hashes --no-deps -r requirements/peers.txt
	@touch $(PEERS)

$(SPARK): requirements/spark.txt $(READY)
	$(PIP) --require-hashes -r requirements/spark.txt
	@touch $(SPARK)
