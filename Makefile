# Two commands do everything on a fresh machine with Python 3.11 or newer: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GOLD := ../shared/gold

.PHONY: demo test lint quality bench soak clean

$(VENV)/.installed: pyproject.toml
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

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests tools benchmarks
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports --no-cache

test: lint
	$(BIN)/pytest
	$(MAKE) quality

quality: $(VENV)/.dev
	$(BIN)/python tests/quality.py $(GOLD)

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/speed.py

soak: $(VENV)/.dev
	HYPOTHESIS_PROFILE=soak $(BIN)/pytest

clean:
	rm -rf build $(VENV)
