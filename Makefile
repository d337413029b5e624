# Two commands do everything: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
SOURCES := pyproject.toml constraints.txt

.PHONY: setup demo test check look fuzz bench docs pictures model clean

setup: .venv/.demo .venv/.test .venv/.check  ## everything a developer needs

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "paripassu needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.demo: .venv/.made $(SOURCES)
	$(PIP) -e '.[charts]'
	@touch $@

.venv/.test: .venv/.demo
	$(PIP) -e '.[charts,cp,fast,test]'
	@touch $@

.venv/.check: .venv/.demo
	$(PIP) -e '.[check]'
	@touch $@

demo: .venv/.demo  ## the brief of the worked case
	@mkdir -p out
	@$(BIN)/paripassu brief singapore-2018 --out out/singapore-2018.html
	@echo "The brief is in out/singapore-2018.html: open it in a browser (it needs no network)."

test: .venv/.test  ## the whole suite, examples in code and docs included
	$(BIN)/python -m pytest -n auto

check: .venv/.check  ## style, types, one-way imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

model: .venv/.demo  ## spaCy and the one pinned model of English for `read --model spacy`
	$(PIP) -e '.[read]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/read-model.txt

look: .venv/.test  ## the page in a real browser, where a Chromium is found
	$(BIN)/python -m pytest tests/look -m look

fuzz: .venv/.test  ## long random runs against the brute-force oracles
	$(BIN)/python -m pytest tests -m fuzz -n auto

bench: .venv/.test  ## speed, as ratios against a baseline in one run
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean:
	rm -rf .venv out build dist

docs: .venv/.docs  ## the documentation, into docs/_build
	$(BIN)/sphinx-build -q -W --keep-going docs docs/_build

.venv/.docs: .venv/.demo
	$(PIP) -e '.[docs]'
	@touch $@

pictures: .venv/.test  ## the pictures of the README and the docs, where a Chromium is found
	$(BIN)/python docs/pictures.py
