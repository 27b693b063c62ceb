"""The summary of an article read aloud by the server: a WAV, and when each sentence is heard."""

import json
from functools import cache

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from khabar.errors import NotThere, SpeechError
from khabar.speech import Aloud, SpokenWords, load_spoken_words, read_aloud, summary_lines, timings
from khabar.web.desk import Desk


def wav(desk: Desk, request: Request) -> Response:
    """The sound, in parts where a player asks for one."""
    made = _made(desk, request.path_params["name"], "wav")
    return made if isinstance(made, Response) else _ranged(made, request.headers.get("range", ""))


def cues(desk: Desk, request: Request) -> Response:
    """The times as JSON."""
    made = _made(desk, request.path_params["name"], "cues")
    return made if isinstance(made, Response) else Response(made, media_type="application/json", headers={"cache-control": "no-cache"})


def _made(desk: Desk, name: str, part: str) -> bytes | Response:
    if desk.speak is None:
        raise NotThere("no voice here: espeak-ng is not installed")
    speak = desk.speak

    def make() -> Aloud:
        with desk.store() as store:
            record = store.record(name)
        return read_aloud(summary_lines(record), speak, _words())

    def kept() -> bytes:
        aloud = make()
        length = json.dumps({"cues": json.loads(timings(aloud))}).encode()
        return len(length).to_bytes(8, "big") + length + aloud.wav

    try:
        whole = desk.kept(("sound", name, desk.stamp()), kept)
    except SpeechError as fault:
        return JSONResponse({"error": str(fault)}, 503)
    size = int.from_bytes(whole[:8], "big")
    return whole[8 + size :] if part == "wav" else json.dumps(json.loads(whole[8 : 8 + size])["cues"], ensure_ascii=False).encode()


@cache
def _words() -> SpokenWords:
    return load_spoken_words()


def _ranged(sound: bytes, wanted: str) -> Response:
    """The whole sound, or the one stretch of it that `wanted` names."""
    headers = {"accept-ranges": "bytes", "cache-control": "no-cache"}
    first, dash, last = wanted.removeprefix("bytes=").partition("-")
    if not wanted.startswith("bytes=") or not dash or not first.isdecimal() or not (last == "" or last.isdecimal()):
        return Response(sound, media_type="audio/wav", headers=headers)
    start, end = int(first), min(int(last or len(sound)), len(sound) - 1)
    if start > end:
        return Response(status_code=416, headers={"content-range": f"bytes */{len(sound)}"})
    return Response(sound[start : end + 1], 206, media_type="audio/wav", headers={**headers, "content-range": f"bytes {start}-{end}/{len(sound)}"})
