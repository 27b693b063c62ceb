"""`khabar speak`: the summary of an article as sound, with the time of each sentence beside it."""

import shutil
import sys
from pathlib import Path
from typing import Any

import click

from khabar.cli.inputs import USAGE, Inputs, day
from khabar.cli.output import writable, write, write_bytes
from khabar.cli.settings import load_settings, settings_option
from khabar.errors import SpeechError
from khabar.model import Article, Record
from khabar.sources import FORMS

# Programs that make Ogg of WAV, in the order they are looked for.
_ENCODERS = (("oggenc", "--quiet", "-", "-o", "-"), ("opusenc", "--quiet", "-", "-"), ("ffmpeg", "-v", "error", "-i", "pipe:0", "-f", "ogg", "pipe:1"))


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", show_default=True, help="What the file is.")
@click.option("--published", callback=day, metavar="DATE", help="The day of publication, where the file does not tell it.")
@click.option(
    "--summary", "short", type=click.Choice(["sentences", "events"]), default="sentences", show_default=True, help="What is read: the article's own sentences, or a line an act.",
)
@click.option("-o", "--output", required=True, callback=writable, metavar="FILE", help="Write the sound there: .wav or .ogg; timings beside it as .json and .vtt.")
@settings_option
def speak(file: str, form: Any, published: str | None, short: str, output: str, settings_file: str | None) -> None:
    """Reads the summary of one article aloud into a sound file."""
    settings = load_settings(settings_file)
    ending = Path(output).suffix.lower()
    if ending not in (".wav", ".ogg"):
        raise click.UsageError(f"{output}: .wav or .ogg is wanted")
    encoder = (settings.ogg_command or _encoder()) if ending == ".ogg" else ()
    article = _article(Inputs((file,), form, published, None), file)
    try:
        _speak(article, short, output, settings.speech_command, encoder)
    except SpeechError as fault:
        click.echo(f"khabar: {fault}", err=True)
        sys.exit(USAGE)


def _encoder() -> tuple[str, ...]:
    """The first program here that makes Ogg."""
    found = next((e for e in _ENCODERS if shutil.which(e[0])), None)
    if found is None:
        raise click.UsageError("for .ogg one of oggenc (Debian: apt-get install vorbis-tools), opusenc (opus-tools), ffmpeg is wanted, or speech.ogg_command in the settings; .wav needs none")
    return found


def _article(inputs: Inputs, name: str) -> Article:
    articles = list(inputs.articles())
    if inputs.failed or not articles:
        inputs.finish(None)
        raise click.UsageError(f"{name}: no article")
    if len(articles) > 1:
        raise click.UsageError(f"{name}: holds {len(articles)} articles; one is read aloud at a time")
    return articles[0]


def _speak(article: Article, short: str, output: str, command: tuple[str, ...], encoder: tuple[str, ...]) -> None:
    from khabar.api import read_many
    from khabar.speech import ESPEAK, engine_of, load_spoken_words, read_aloud, timings, web_vtt
    from khabar.speech.engine import run

    record = next(iter(read_many((article,))))
    aloud = read_aloud(_lines(record, short), engine_of(command or ESPEAK), load_spoken_words())
    sound = run(encoder, aloud.wav) if encoder else aloud.wav
    beside = Path(output)
    write(iter((timings(aloud),)), str(beside.with_suffix(".json")))
    write(iter((web_vtt(aloud),)), str(beside.with_suffix(".vtt")))
    write_bytes(sound, output)
    click.echo(f"{output}: {aloud.seconds:.1f} s, {len(aloud.cues)} cues; times in {beside.with_suffix('.json').name} and {beside.with_suffix('.vtt').name}", err=True)


def _lines(record: Record, short: str) -> Any:
    from khabar.api import event_bullets
    from khabar.speech import lines_of, summary_lines

    return summary_lines(record) if short == "sentences" else lines_of(b.text for b in event_bullets(record))
