"""Engines of speech: any program that reads text on standard input and writes WAV on standard output."""

import subprocess
from collections.abc import Callable, Sequence

from khabar.errors import SpeechError

# The voice that is free and everywhere. An outside program, called with text; nothing of it is part of Khabar.
ESPEAK = ("espeak-ng", "-v", "ar", "--stdin", "--stdout")
INSTALL = "install it (Debian, Ubuntu: apt-get install espeak-ng; Fedora: dnf install espeak-ng; macOS: brew install espeak-ng), or name another engine as speech.command in the settings"
Engine = Callable[[str], bytes]
_PATIENCE = 120


def engine_of(command: Sequence[str] = ESPEAK) -> Engine:
    """The engine that `command` starts, once a text. It raises SpeechError where the program is missing, fails, or takes over two minutes."""

    def speak(text: str) -> bytes:
        return run(command, text.encode("utf-8"))

    return speak


def run(command: Sequence[str], data: bytes) -> bytes:
    """What a program writes on standard output when `data` is on its standard input."""
    try:
        done = subprocess.run(list(command), input=data, capture_output=True, timeout=_PATIENCE, check=False)
    except FileNotFoundError:
        raise SpeechError(f"{command[0]}: no such program; {INSTALL}") from None
    except subprocess.TimeoutExpired:
        raise SpeechError(f"{command[0]}: no answer within {_PATIENCE} seconds") from None
    except OSError as fault:
        raise SpeechError(f"{command[0]}: {fault.strerror}") from fault
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SpeechError(f"{command[0]}: ended with {done.returncode}" + (f": {reason[-1]}" if reason else ""))
    return done.stdout
