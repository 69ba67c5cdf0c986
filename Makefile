# Two commands do everything on a fresh machine with Python 3.11+: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
NY ?=
DELTAKERE ?= 150
PORT ?= 8000

.PHONY: install utvikling demo test bench klikk lint mutasjon krav
.DEFAULT_GOAL := demo

$(VENV)/.drift: krav/drift.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --require-hashes -r krav/drift.txt
	$(PY) -m pip install --quiet --no-deps -e .
	touch $@

$(VENV)/.utvikling: $(VENV)/.drift krav/utvikling.txt
	$(PY) -m pip install --quiet --require-hashes -r krav/utvikling.txt
	touch $@

$(VENV)/.flater: $(VENV)/.drift package-lock.json
	$(PY) -m konfig.npm ci
	touch $@

install: $(VENV)/.drift $(VENV)/.flater

utvikling: install $(VENV)/.utvikling

demo: install
	@NY=$(NY) DELTAKERE=$(DELTAKERE) PORT=$(PORT) $(VENV)/bin/fotfeste demo

test: utvikling
	@$(PY) -m konfig.kontroll

lint: utvikling
	@$(PY) -m konfig.kontroll --bare-kode

# What the bench compares with has an environment of its own: its dependencies never meet the project's.
$(VENV)-bench/.klar: krav/bench.txt
	$(PYTHON) -m venv $(VENV)-bench
	echo '*' > $(VENV)-bench/.gitignore
	$(VENV)-bench/bin/python -m pip install --quiet --require-hashes -r krav/bench.txt
	touch $@

bench: utvikling $(VENV)-bench/.klar
	@$(PY) -m bench

# Clicks and keys of the ten most common tasks, against a demo that is running at PORT.
klikk: utvikling
	@$(PY) -m bench.klikk --adresse http://localhost:$(PORT) --skriv

mutasjon: utvikling
	$(VENV)/bin/mutmut run

# Lock the dependencies anew (needs uv); no registry address may end up in the files.
krav:
	uv pip compile -q --universal --no-emit-index-url --no-emit-find-links --generate-hashes --no-header pyproject.toml -o krav/drift.txt
	uv pip compile -q --universal --no-emit-index-url --no-emit-find-links --generate-hashes --no-header --extra utvikling pyproject.toml -o krav/utvikling.txt
