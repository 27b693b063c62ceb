"""The settings file: TOML, named by --settings or in the platform's folder for settings; handed from here to whatever needs one."""

import os
import shlex
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

NAME = "settings.toml"
_KNOWN: Mapping[str, frozenset[str]] = {"speech": frozenset({"command", "ogg_command"})}


class Settings(NamedTuple):
    """What the file says; () where it says nothing. `speech_command` reads text on standard input and writes WAV on standard output; `ogg_command`
    reads WAV and writes Ogg."""

    speech_command: tuple[str, ...] = ()
    ogg_command: tuple[str, ...] = ()


settings_option = click.option("--settings", "settings_file", metavar="FILE", help=f"The settings, instead of {NAME} in the platform's folder for settings.")


def load_settings(named: str | None) -> Settings:
    """The settings of the file `named`, else of the platform's folder; a file that is wrong is bad usage, told with file and field."""
    path = Path(named) if named else Path(os.environ.get("KHABAR_SETTINGS") or Path(click.get_app_dir("khabar")) / NAME)
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        if named:
            raise click.UsageError(f"{path}: no such file") from None
        return Settings()
    except (OSError, UnicodeDecodeError) as fault:
        raise click.UsageError(f"{path}: {getattr(fault, 'strerror', None) or 'not UTF-8'}") from fault
    return parse_settings(text, str(path))


def parse_settings(text: str, name: str) -> Settings:
    """The settings that the TOML `text` of the file `name` holds."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise click.UsageError(f"{name}: {fault}") from fault
    for section, row in table.items():
        if section not in _KNOWN or not isinstance(row, dict):
            raise click.UsageError(f"{name}: {section}: no such section; there is {', '.join(_KNOWN)}")
        for key in row.keys() - _KNOWN[section]:
            raise click.UsageError(f"{name}: {section}.{key}: no such setting; there is {', '.join(sorted(_KNOWN[section]))}")
    speech = table.get("speech", {})
    return Settings(_command(name, speech, "command"), _command(name, speech, "ogg_command"))


def _command(name: str, row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A command as a list of words, or as one line that a shell would split."""
    value = row.get(key, [])
    words = shlex.split(value) if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words) or (key in row and not words):
        raise click.UsageError(f"{name}: speech.{key}: a command is wanted, such as [\"espeak-ng\", \"-v\", \"ar\", \"--stdin\", \"--stdout\"]")
    return tuple(words)
