# make brief   the Leicestershire study, from its papers to the briefing
# make test    every test, in this environment; make test-all lets none be skipped
PYTHON ?= python3
BIN := .venv/bin

# One thread, so that sums come out the same on every machine; notebooks choose how they draw for themselves.
export OPENBLAS_NUM_THREADS := 1
unexport MPLBACKEND

.PHONY: env env-all brief test test-all lab bench notebooks clean

env: .venv/ready

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'leadnet needs Python 3.11 or later; name one with: make env PYTHON=python3.12'; exit 1; }
	@echo 'Setting up .venv from requirements.txt: about a minute, several on a slow line.'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

brief: env
	$(BIN)/leadnet brief data/leicestershire

# The notebooks first, so that the last lines are those of the tests.
test: env
	@if ls notebooks/*.ipynb >/dev/null 2>&1; then \
		echo 'Notebooks: run again and compared with what they show'; \
		$(BIN)/python -m pytest --nbval --nbval-current-env notebooks; \
	fi
	@echo 'Tests, and the examples in the code'
	@$(BIN)/python -m pytest --doctest-modules tests leadnet

env-all: .venv/ready-all

# What only test-all needs, beside chromium, a JDK and node: Python packages, and two checkers from npm.
.venv/ready-all: .venv/ready requirements-all.txt tests/checkers/package.json
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-all.txt
	@npm install --silent --no-fund --no-audit --no-package-lock --prefix tests/checkers
	@touch $@

test-all: export LEADNET_ALL := 1
test-all: env-all test

lab: env
	$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/notebooks

bench: env
	@if [ -d benchmarks ]; then $(BIN)/python -m benchmarks; else echo 'no benchmarks yet'; fi

notebooks: env
	$(BIN)/python tests/run_notebooks.py

# Takes away what make and the tests made; a study's records and reports are left alone.
clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .ruff_cache .import_linter_cache
	find leadnet tests notebooks benchmarks -name __pycache__ -o -name .ipynb_checkpoints 2>/dev/null | xargs rm -rf
