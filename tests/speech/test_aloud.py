import json
import re
import shutil
import struct
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import khabar
from khabar.cli import cli
from khabar.errors import SpeechError
from khabar.speech import engine_of, lines_of, load_spoken_words, read_aloud, summary_lines, timings, web_vtt
from khabar.speech.wav import Sound, joined, read_wav, silence, write_wav

SAMPLE = str(Path(__file__).parent.parent / "samples" / "copied_page.txt")
WORDS = load_spoken_words()
# An engine of our own: a tenth of a second of a tone for every letter, with the header of a stream that does not know its length.
ENGINE = (
    sys.executable, "-c",
    "import sys,struct\nn=len(sys.stdin.buffer.read().decode('utf-8').strip())\nframes=bytes(n*1600)\n"
    "sys.stdout.buffer.write(b'RIFF'+struct.pack('<I',0x7ffff000)+b'WAVEfmt '+struct.pack('<IHHIIHH',16,1,1,8000,16000,2,16)+b'data'+struct.pack('<I',0x7ffff000)+frames)",
)
needs_voice = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed here: the real voice is not tested")


def test_cues_cover_the_sound_end_to_end() -> None:
    aloud = read_aloud(lines_of(["وصل الوفد.", "غادر الوفد بعد 3 أيام.", "…"]), engine_of(ENGINE), WORDS)
    assert [c.begins for c in aloud.cues] == [0.0, aloud.cues[0].ends] and aloud.cues[-1].ends == pytest.approx(aloud.seconds)
    assert read_wav(aloud.wav).seconds == pytest.approx(aloud.seconds)
    assert "ثَلاثَة" in aloud.cues[1].said and aloud.cues[1].line.text == "غادر الوفد بعد 3 أيام."


def test_times_are_told_as_json_and_vtt() -> None:
    aloud = read_aloud(lines_of(["أ < ب & ج", "وصل الوفد."]), engine_of(ENGINE), WORDS)
    told = json.loads(timings(aloud))
    assert [c["text"] for c in told["cues"]] == ["أ < ب & ج", "وصل الوفد."] and told["cues"][-1]["ends"] == told["seconds"]
    vtt = web_vtt(aloud)
    assert vtt.startswith("WEBVTT\n\n1\n00:00:00.000 --> ") and "أ &lt; ب &amp; ج" in vtt and len(re.findall(r"-->", vtt)) == 2


def test_summary_lines_point_into_the_article() -> None:
    record = khabar.read("التقى الرئيس الفنلندي نظيره الإستوني في تالين أمس.\n\nوبحث الجانبان التعاون الأمني بين البلدين في بحر البلطيق.")
    assert [record.article.text[line.start : line.end] for line in summary_lines(record)] == [s.text for s in record.summary]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (("no-such-voice-anywhere",), "no-such-voice-anywhere: no such program; install it"),
        ((sys.executable, "-c", "import sys; sys.exit('out of breath')"), "out of breath"),
        ((sys.executable, "-c", "print('hello')"), "no WAV"),
    ],
)
def test_an_engine_that_fails_is_told_in_one_line(command: tuple[str, ...], message: str) -> None:
    with pytest.raises(SpeechError) as told:
        read_aloud(lines_of(["وصل الوفد."]), engine_of(command), WORDS)
    assert message in str(told.value) and "\n" not in str(told.value)


def test_nothing_to_read_is_told() -> None:
    with pytest.raises(SpeechError, match="nothing to read"):
        read_aloud((), engine_of(ENGINE), WORDS)


def test_wav_survives_a_round_trip_and_foreign_chunks() -> None:
    sound = Sound(2, 16000, 2, bytes(range(64)))
    data = write_wav(sound)
    assert read_wav(data) == sound
    assert read_wav(data[:36] + b"LIST" + struct.pack("<I", 4) + b"abcd" + data[36:]) == sound
    assert silence(sound, 0.5).seconds == pytest.approx(0.5)
    with pytest.raises(SpeechError, match="changed rate"):
        joined((sound, sound._replace(rate=8000)))
    with pytest.raises(SpeechError, match="without sound"):
        read_wav(data[:36])


def settings(folder: Path, text: str) -> str:
    file = folder / "settings.toml"
    file.write_text(text, "utf-8")
    return str(file)


def run(*arguments: str):
    return CliRunner().invoke(cli, ["speak", *arguments])


def test_speak_writes_sound_and_times_with_the_engine_of_the_settings(tmp_path: Path) -> None:
    file = settings(tmp_path, f"[speech]\ncommand = {json.dumps(list(ENGINE))}\n")
    result = run(SAMPLE, "-o", str(tmp_path / "s.wav"), "--settings", file)
    assert result.exit_code == 0, result.stderr
    told = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert read_wav((tmp_path / "s.wav").read_bytes()).seconds == pytest.approx(told["cues"][-1]["ends"], abs=0.01)
    assert (tmp_path / "s.vtt").read_text("utf-8").startswith("WEBVTT")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[speech]\ncommand = 5", "speech.command: a command is wanted"), ("[speach]\n", "speach: no such section"), ("[speech]\nvoice = 'x'", "speech.voice: no such setting"),
        ("[speech", "Expected ']'"), ("[speech]\ncommand = ['no-such-voice-anywhere']", "no-such-voice-anywhere: no such program"),
    ],
)
def test_wrong_settings_are_one_line_and_nothing_is_written(tmp_path: Path, text: str, message: str) -> None:
    result = run(SAMPLE, "-o", str(tmp_path / "s.wav"), "--settings", settings(tmp_path, text))
    assert result.exit_code == 2 and message in result.stderr and "Traceback" not in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["settings.toml"]


def test_bad_usage_of_speak(tmp_path: Path) -> None:
    two = tmp_path / "two.jsonl"
    two.write_text('{"id": "a", "text": "وصل الوفد إلى دمشق."}\n{"id": "b", "text": "غادر الوفد دمشق."}\n', "utf-8")
    assert "holds 2 articles" in run(str(two), "-o", str(tmp_path / "s.wav")).stderr
    assert ".wav or .ogg" in run(SAMPLE, "-o", str(tmp_path / "s.mp3")).stderr


@needs_voice
def test_the_free_voice_reads_the_sample(tmp_path: Path) -> None:
    result = run(SAMPLE, "-o", str(tmp_path / "s.wav"), "--settings", settings(tmp_path, ""))
    assert result.exit_code == 0, result.stderr
    told = json.loads((tmp_path / "s.json").read_text("utf-8"))
    sound = read_wav((tmp_path / "s.wav").read_bytes())
    assert sound.seconds > 5 and abs(sound.seconds - told["cues"][-1]["ends"]) < 0.2 and any(sound.frames)


@needs_voice
@pytest.mark.skipif(not any(shutil.which(p) for p in ("oggenc", "opusenc", "ffmpeg")), reason="no program that makes Ogg is installed here")
def test_ogg_where_a_program_makes_it(tmp_path: Path) -> None:
    result = run(SAMPLE, "-o", str(tmp_path / "s.ogg"), "--summary", "events", "--settings", settings(tmp_path, ""))
    assert result.exit_code == 0 and (tmp_path / "s.ogg").read_bytes()[:4] == b"OggS"
