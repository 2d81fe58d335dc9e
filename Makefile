# `make report` and `make test` set up everything they need in .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
INPUTS ?= inputs
OUTPUT ?= reports

.DEFAULT_GOAL := help
.PHONY: help report test format lint types imports tests golden bench docs clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(BIN)/xref: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

report: $(BIN)/xref ## Write the consistency report on INPUTS (default: the sample stories) to OUTPUT
	$(BIN)/xref report $(INPUTS) --output $(OUTPUT)

test: format lint types imports tests ## Run everything that CI runs

format: $(BIN)/xref ## Check the formatting
	$(BIN)/ruff format --check .

lint: $(BIN)/xref ## Lint
	$(BIN)/ruff check .

types: $(BIN)/xref ## Check the types, strictly
	$(BIN)/mypy

imports: $(BIN)/xref ## Check that imports run one way
	$(BIN)/lint-imports

tests: $(BIN)/xref ## Run the tests and the tests inside the rules
	$(BIN)/pytest -n auto
	$(BIN)/xref rules test

golden: $(BIN)/xref ## Write the golden files anew
	$(BIN)/python -m tests.golden.update

bench: $(BIN)/xref ## Measure speed beside the peers, start-up and scale
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.scale
	$(BIN)/python -m benchmarks.sentences

docs: $(BIN)/xref ## Write docs/performance.md and docs/accuracy.md from the results
	$(BIN)/python -m benchmarks.pages

clean: ## Remove what was made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
