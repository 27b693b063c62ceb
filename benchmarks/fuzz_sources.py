"""Fuzzes a reader with atheris: `python benchmarks/fuzz_sources.py html|jsonl -max_total_time=600 [corpus folder]`. Any fault but a refusal stops it."""

import io
import logging
import sys

import atheris

with atheris.instrument_imports(include=["khabar"]):
    from khabar.model import Article
    from khabar.sources import Options, open_sources

FORM = sys.argv[1]


def one(data: bytes) -> None:
    """Reads `data`; every outcome is an article or one line."""
    for outcome in open_sources(["-"], Options(form=FORM, standard_input=io.BytesIO(data))):
        if isinstance(outcome, Article):
            outcome.text.encode("utf-8")
        elif "\n" in outcome.message:
            raise AssertionError(outcome.message)


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    atheris.Setup([sys.argv[0], *sys.argv[2:]], one)
    atheris.Fuzz()
