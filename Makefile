# What one does with this repository; `make` alone lists it.
#
# It needs make and Python 3.11 or newer, nothing else. Libraries go into .venv/ in the versions
# and with the hashes of requirements/, all that is built lies under build/. `make lock` alone
# needs a further tool, uv. Written for GNU make 3.81 and later, which is what macOS has.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test check format slow fuzz coverage engines zensical hooks lock clean

# A Python of your choice: `make site PYTHON=/path/to/python3.13`
PYTHON :=
CANDIDATES := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python)
VENV := .venv
RUN := $(VENV)/bin/python -m
PIP := $(RUN) pip --disable-pip-version-check --quiet
# Workers for the tests; `make test WORKERS=0` runs them one after another.
WORKERS := auto
# The tests of the rooms whose coverage is measured (pyproject.toml, tool.coverage): by `make
# coverage`, and with CI set by `make test`, which fails too where it is short.
CORE := tests/test_identifiers.py tests/sources tests/corpus tests/curation
# What turns Markdown into pages: mkdocs, properdocs or zensical (docs/engines.md).
ENGINE := mkdocs
READY_ENGINE = $(if $(filter-out mkdocs,$(ENGINE)),$(VENV)/ready-for-$(ENGINE))
SUITABLE := import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))

help:  ## List what there is
	@echo "Broadsheet: make site, then make serve, gives a website of the digests in content/."
	@sed -n 's/^\([a-z]*\):.*  ## /  make \1|/p' Makefile | awk -F '|' '{ printf "%-16s%s\n", $$1, $$2 }'

site: $(VENV)/ready-for-site $(READY_ENGINE)  ## Build the site into build/site
	$(RUN) generator build$(if $(READY_ENGINE), --engine $(ENGINE))

serve: $(VENV)/ready-for-site $(READY_ENGINE)  ## Show the site on this machine, and again after each change
	$(RUN) generator serve$(if $(READY_ENGINE), --engine $(ENGINE))

test: check $(VENV)/ready-for-properdocs  ## Check the code, then run all tests but the slow ones
	$(RUN) pytest -n $(WORKERS) --dist worksteal $(if $(CI),--cov --cov-report=)

check: $(VENV)/ready-for-tests  ## Check style, types and the direction of imports
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(VENV)/bin/lint-imports --no-logo

format: $(VENV)/ready-for-tests  ## Bring the code into its form
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

slow: $(VENV)/ready-for-tests  ## Run the tests that are too long for every run
	$(RUN) pytest -n $(WORKERS) -m slow

# So long; `make fuzz SECONDS=3600` for an hour.
SECONDS := 300
fuzz: $(VENV)/ready-for-tests $(VENV)/ready-for-fuzz  ## Feed the readers of digests what nobody thought of, for five minutes
	$(RUN) tests.fuzzing.readers -max_total_time=$(SECONDS)

coverage: $(VENV)/ready-for-tests  ## Measure which branches of the core rooms the tests reach
	$(RUN) pytest -n $(WORKERS) --cov --cov-report=term-missing:skip-covered $(CORE)

engines: $(VENV)/ready-for-tests $(VENV)/ready-for-properdocs $(VENV)/ready-for-zensical  ## Build with every engine and write down what differs
	$(RUN) tests.engines.comparison

zensical: $(VENV)/ready-for-tests $(VENV)/ready-for-zensical  ## Run the tests of the engine that blocks nothing yet
	$(RUN) pytest -n $(WORKERS) -m zensical

hooks: $(VENV)/ready-for-tests  ## Check every commit before it is made (pre-commit)
	$(RUN) pre_commit install

UV = $(shell command -v uv || echo $(VENV)/bin/uv)
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock:  ## Lock what pyproject.toml asks for; UPGRADE=1 takes the newest (needs uv)
	@$(UV) --version > /dev/null 2>&1 || { \
	  echo "make lock needs uv: https://docs.astral.sh/uv/getting-started/installation/" >&2; exit 1; }
	$(LOCK) pyproject.toml $(if $(UPGRADE),--upgrade) --group build \
	  --output-file requirements/site.txt
	$(LOCK) pyproject.toml $(if $(UPGRADE),--upgrade) --group dev \
	  --constraint requirements/site.txt --output-file requirements/dev.txt
	@# Engines and the fuzzer alone: what they share with the site is of one version.
	for group in properdocs zensical fuzz; do \
	  $(LOCK) $(if $(UPGRADE),--upgrade) --group $$group --constraint requirements/dev.txt \
	    --output-file requirements/$$group.txt || exit 1; \
	done

clean:  ## Remove all that was made: build/, .venv/ and caches
	rm -rf build $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis \
	  .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each file says that a step is done; it is done again when what it rests on is newer. The package
# itself is installed from this folder with the build backend of the lock, without the network.

$(VENV)/made:
	@for python in $(CANDIDATES); do \
	  "$$python" -c '$(SUITABLE)' 2> /dev/null || continue; \
	  echo "Making $(VENV) with $$("$$python" --version)"; \
	  "$$python" -m venv --clear $(VENV) && touch $@; exit $$?; \
	done; \
	{ echo "Broadsheet needs Python 3.11 or newer with its venv module; none of these is one:"; \
	  for python in $(CANDIDATES); do \
	    command -v "$$python" > /dev/null && echo "  $$python: $$("$$python" --version 2>&1 | head -n 1)"; \
	  done; \
	  echo "Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python;"; \
	  echo "others: https://www.python.org/downloads/. One of another name or place:"; \
	  echo "  make site PYTHON=/path/to/python3"; } >&2; \
	exit 1

$(VENV)/ready-for-site: requirements/site.txt pyproject.toml $(VENV)/made
	@echo "Installing what the site needs (once; a minute or less)"
	@$(PIP) install --require-hashes -r requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-for-tests: requirements/dev.txt pyproject.toml $(VENV)/made
	@echo "Installing what the tests need (once; a minute or two)"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/ready-for-site

# Another engine stands beside MkDocs: they share their libraries, in the same versions.
$(VENV)/ready-for-%: requirements/%.txt $(VENV)/made
	@echo "Installing $* (once)"
	@$(PIP) install --require-hashes -r $<
	@touch $@
