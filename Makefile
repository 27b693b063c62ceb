# Two commands do everything on a fresh machine with Python 3.11 or newer: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GOLD := ../shared/gold

.PHONY: demo test voice lint quality readme bench soak clean
.PHONY: demo-stop browser

# A Python without its venv (Debian packs it apart) or too old is told here, not deep in a log.
$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "khabar: Python 3.11 or newer is needed; $(PYTHON) is not. Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "khabar: $(PYTHON) has no venv. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@

demo: $(VENV)/.installed
	mkdir -p build/demo
	$(BIN)/khabar read tests/samples/copied_page.txt --format json -o build/demo/record.json
	$(BIN)/khabar read tests/samples/copied_page.txt --format html -o build/demo/report.html
	$(BIN)/khabar read tests/samples/copied_page.txt --format text
	@echo "record: $(CURDIR)/build/demo/record.json"
	@echo "report: file://$(CURDIR)/build/demo/report.html"
	@sh tools/demo_reader.sh $(BIN)/khabar build/demo

demo-stop:
	@sh tools/demo_reader.sh stop build/demo

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests tools benchmarks
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports --no-cache

test: lint voice browser
	$(BIN)/pytest
	$(MAKE) quality

# The free voice of `khabar speak`: an outside program; installed where this may be done without asking, else told.
voice:
	@command -v espeak-ng >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -qq -y espeak-ng >/dev/null; } \
	|| { command -v sudo >/dev/null && command -v apt-get >/dev/null && sudo -n apt-get install -qq -y espeak-ng >/dev/null 2>&1; } \
	|| echo "ESPEAK-NG IS NOT INSTALLED and cannot be installed from here: the tests of the real voice are skipped. See docs/speech.md." >&2

# The browser that tries the pages of `khabar serve`: Debian's Chromium; installed where this may be done without asking, else told.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -qq -y chromium >/dev/null; } \
	|| { command -v sudo >/dev/null && command -v apt-get >/dev/null && sudo -n apt-get install -qq -y chromium >/dev/null 2>&1; } \
	|| echo "CHROMIUM IS NOT INSTALLED and cannot be installed from here: the tests of the reader in a browser are skipped. See docs/reader.md." >&2

quality: $(VENV)/.dev
	$(BIN)/python tests/quality.py $(GOLD)

# What the README shows, as it is now.
readme: $(VENV)/.dev
	$(BIN)/python tools/readme.py $(GOLD) README.md

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/store.py made 1000
	$(BIN)/python benchmarks/reader.py
	$(BIN)/python benchmarks/lookups.py

soak: $(VENV)/.dev
	HYPOTHESIS_PROFILE=soak $(BIN)/pytest
	$(BIN)/pip install --quiet --disable-pip-version-check -e ".[fuzz]"
	mkdir -p build/fuzz/html build/fuzz/jsonl && cp tests/pages/*.html build/fuzz/html
	$(BIN)/python benchmarks/fuzz_sources.py html -max_total_time=600 -max_len=20000 -timeout=20 build/fuzz/html
	$(BIN)/python benchmarks/fuzz_sources.py jsonl -max_total_time=600 build/fuzz/jsonl

clean:
	rm -rf build $(VENV)
