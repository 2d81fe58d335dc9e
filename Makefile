# `make report` and `make test` set up everything they need in .venv.
PYTHON ?= python3
VENV   := .venv
ifeq ($(OS),Windows_NT)
BIN    := $(VENV)/Scripts
else
BIN    := $(VENV)/bin
endif
INPUTS ?= inputs
OUTPUT ?= reports
SECONDS ?= 60

LOCK   := dependencies/lock
RUN    := $(VENV)/run
DEV    := $(VENV)/dev

.DEFAULT_GOAL := help
.PHONY: help report test format lint types imports locked tests test-long test-newest test-lowest lock update licences limits golden bench shots reference site docs clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(RUN): pyproject.toml $(LOCK)/build.txt $(LOCK)/run.txt
	@$(PYTHON) dependencies/install.py run
	@touch $@

$(DEV): $(RUN) $(LOCK)/dev.txt
	@$(PYTHON) dependencies/install.py run dev
	@touch $(RUN) $@

report: $(RUN) ## Write the consistency report on INPUTS (default: the sample stories) to OUTPUT
	$(BIN)/xref report $(INPUTS) --output $(OUTPUT)

test: format lint types imports locked tests ## Run everything that CI runs

format: $(DEV) ## Check the formatting
	$(BIN)/ruff format --check .

lint: $(DEV) ## Lint the code, and look for dependencies that are unused or not declared
	$(BIN)/ruff check .
	$(BIN)/deptry .

types: $(DEV) ## Check the types, strictly
	$(BIN)/mypy

imports: $(DEV) ## Check that imports run one way
	$(BIN)/lint-imports

locked: $(DEV) ## Check that the lock is what pyproject.toml asks for and what is installed
	$(BIN)/python -m dependencies.check

tests: $(DEV) ## Run the tests and the tests inside the rules
	$(BIN)/pytest -n auto
	$(BIN)/xref rules test

test-long: $(DEV) ## Run what takes longer: all tests, a search by the laws, fuzzing for SECONDS a target, mutation
	@$(PYTHON) dependencies/install.py run dev long
	$(BIN)/pytest -n auto -m "long or not long"
	HYPOTHESIS_PROFILE=search $(BIN)/pytest -n auto tests/laws tests/language/test_laws.py tests/fuzz tests/golden
	$(BIN)/python -m tests.fuzz.every --seconds $(SECONDS)
	$(BIN)/mutmut run
	$(BIN)/mutmut results

test-newest: ## Run the tests with the newest versions of everything
	$(PYTHON) dependencies/edges.py newest

test-lowest: ## Run the tests with the lowest versions that pyproject.toml allows
	$(PYTHON) dependencies/edges.py lowest

lock: $(DEV) ## Write what is missing into the lock, moving nothing else
	$(BIN)/python -m dependencies.lock
	@$(MAKE) --no-print-directory licences

update: $(DEV) ## Move the lock to the newest versions
	$(BIN)/python -m dependencies.lock --upgrade
	@$(MAKE) --no-print-directory licences

licences: $(DEV) ## Write docs/licences.md
	@$(PYTHON) dependencies/install.py run dev site
	$(BIN)/python -m dependencies.licences

limits: $(DEV) ## Write the table of hostile inputs in docs/limits.md from a run of its tests
	XREF_WRITE=limits $(BIN)/pytest tests/hostile -m "long or not long" --deselect tests/hostile/test_table.py

golden: $(DEV) ## Write the golden files anew
	$(BIN)/python -m tests.golden.update

bench: $(DEV) ## Measure speed beside the peers, start-up and scale
	@$(PYTHON) dependencies/install.py run dev bench
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.scale
	$(BIN)/python -m benchmarks.weight
	$(BIN)/python -m benchmarks.sentences
	$(BIN)/python -m benchmarks.page

shots: $(DEV) ## Take the pictures of the page in docs/images with a Chromium that is installed
	$(BIN)/python -m tests.browser.shots

reference: $(DEV) ## Write docs/reference from the program
	$(BIN)/python -m tests.docs.reference

site: $(DEV) ## Build the documentation as a site into site/; a warning fails
	@$(PYTHON) dependencies/install.py run dev site
	$(BIN)/zensical build --strict --clean

docs: $(DEV) ## Write docs/performance.md and docs/accuracy.md from the results
	$(BIN)/python -m benchmarks.pages

clean: ## Remove what was made
	rm -rf site $(VENV) .venv-* .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
