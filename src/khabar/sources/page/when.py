"""When an article was published and changed: what the page tells machines, what it shows readers, and what its address says. A guess is refused."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from khabar.dates import find_dates
from khabar.errors import SourceError
from khabar.lexicon.files import parse_toml, strings
from khabar.sources.furniture import date_words, load_furniture
from khabar.sources.rows import times
from khabar.text.fold import fold, fold_word

_FIRST_YEAR = 1990
_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])\s*(?P<half>(?:ص|م|صباحا|مساء|ظهرا|عصرا|فجرا|ليلا|am|pm|a\.m\.|p\.m\.)(?![\w]))?", re.I
)
_OFFSET = re.compile(r"(?:gmt|utc|غرينتش|جرينتش|\bت\.? ?غ\b)?\s*(?P<sign>[+\-])\s*(?P<hours>0?\d|1[0-4])(?::?(?P<minutes>[0-5]\d))?(?!\d)", re.I)
_ENGLISH = {m: n for n, names in enumerate("jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct october|nov november|dec december".split("|"), 1) for m in names.split()}
_ENGLISH_DATE = re.compile(r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?[ \-]+(?P<m1>[A-Za-z]{3,9})|(?P<m2>[A-Za-z]{3,9})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?)[ ,\-]+(?P<year>(?:19|20)\d\d)\b")
_AMERICAN = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})\b.*\b[ap]m\b", re.I)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(?:[a-z][\w\-.]*/)?(\d{1,2})/(\d{1,2})(?:[/\-_]|$)|/((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[/\-_.]|$)|[/\-_]((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?:[/\-_.]|$)")
_LONGEST = 150
_REST = 24


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the time where it is told, both ISO 8601."""

    day: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The moments that one line of a page shows."""

    published: Moment | None = None
    modified: Moment | None = None


def stamp(text: str) -> Moment | None:
    """The moment that a stamp for machines tells; None for what is no sure day: a placeholder, 9/12/2024 in American order."""
    if not text or re.fullmatch(r"\d{1,5}|\d{6,7}|\d{9,13}", text.strip()):
        return None
    if _AMERICAN.match(text):
        return None
    try:
        day, at = times(text.replace(" GMT", " +0000") if text.startswith("20") else text, "")
    except SourceError:
        shown = line_shown(text)
        return shown.published or shown.modified
    if day is None or int(day[:4]) < _FIRST_YEAR:
        return None
    return Moment(day, at)


def is_guess(moment: Moment) -> bool:
    """Whether a stamp may be no more than a year: midnight of 1 January."""
    return moment.day[5:] == "01-01" and (moment.at is None or moment.at[11:19] == "00:00:00")


def address_day(address: str) -> str | None:
    """The day that an address tells: /2024/09/13/."""
    for match in _ADDRESS.finditer(address.split("?")[0]):
        year, month, day = (int(g) for g in match.groups() if g is not None)
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return None


def lines_shown(lines: Iterable[str]) -> Shown:
    """The moments that the lines around a headline show; a line with only a time belongs to the date before it."""
    published: Moment | None = None
    modified: Moment | None = None
    last = ""
    for line in lines:
        if len(line) > _LONGEST:
            last = ""
            continue
        shown = line_shown(line)
        if shown.published and not published:
            published, last = shown.published, "published"
        if shown.modified and not modified:
            modified, last = shown.modified, "modified"
        if not shown.published and not shown.modified and last and len(line) < 40:
            day = published if last == "published" else modified
            if day is not None and day.at is None and (at := _time(line, day.day)) is not None:
                published, modified = (Moment(day.day, at), modified) if last == "published" else (published, Moment(day.day, at))
    return Shown(published, modified)


def line_shown(line: str) -> Shown:
    """The moments of one line: «نشر: الجمعة 13 أيلول 2024، 02:05 م | آخر تحديث: …». Nothing of a line that tells more than a date."""
    published: Moment | None = None
    modified: Moment | None = None
    bare: Moment | None = None
    for kind, part in _segments(fold_word(line).lower()):
        moment = _moment(part)
        if kind == "update":
            modified = modified or moment or (Moment(bare.day, _time(part, bare.day)) if bare and not published else None)
            bare = None if moment is None else bare  # «28 آب 2013، آخر تحديث 14:00» is the day of the change
        elif kind == "publish":
            published = published or moment
        else:
            bare = bare or moment
    return Shown(published or bare, modified)


def _segments(line: str) -> Sequence[tuple[str, str]]:
    """A line cut before each label of publication or change, with what the label is; "" before the first."""
    cuts = [(match.start(), "update" if match["update"] else "publish") for match in _labels().finditer(line)]
    places = [0, *(place for place, _ in cuts), len(line)]
    return [(kind, line[start:end]) for kind, start, end in zip(["", *(kind for _, kind in cuts)], places, places[1:], strict=False) if line[start:end].strip()]


@cache
def _labels() -> re.Pattern[str]:
    """Labels before times, the longer first."""
    known = load_furniture()
    update, publish = ("|".join(re.escape(label) for label in labels) for labels in (known.update_labels, known.publish_labels))
    return re.compile(rf"(?<!\w)(?:(?P<update>{update})|(?P<publish>{publish}))(?!\w)")


def _moment(line: str) -> Moment | None:
    """The one moment of a line, where it says little else; of two calendars the Gregorian one."""
    if _says_more(line):
        return None
    found, _ = find_dates(fold(_CLOCK.sub(" ، ", line)), None, date_words())
    days = [d for d in found if d.granularity == "day" and len(d.value) == 10 and d.basis == "text"]
    rest = line
    for each in found:
        rest = rest.replace(each.text, " ")
    day = next((d.value for d in days if d.calendar == "gregorian"), days[0].value if days else None)
    if day is None and (match := _ENGLISH_DATE.search(line)):
        day, rest = _english(match), line.replace(match[0], " ")
    if day is None or int(day[:4]) < _FIRST_YEAR:
        return None
    return None if _letters(rest) > _REST else Moment(day, _time(rest, day))


def _english(match: re.Match[str]) -> str | None:
    month = _ENGLISH.get((match["m1"] or match["m2"]).lower())
    try:
        return date(int(match["year"]), month or 0, int(match["d1"] or match["d2"])).isoformat()
    except ValueError:
        return None


def _says_more(line: str) -> bool:
    """Whether a line tells what day it is now."""
    label = re.match(r"\W*(\w+(?: \w+)?)\s*[:：]", line)
    return bool(label and label[1].strip() in load_furniture().now_labels) or len(line) > _LONGEST


def _letters(rest: str) -> int:
    """How many letters a line has beside its date, its time and their labels."""
    for label in (*load_furniture().publish_labels, *load_furniture().update_labels):
        rest = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", " ", rest)
    rest = re.sub(r"بتوقيت [\w ]{3,16}|بالتوقيت [\w ]{3,16}|الموافق|الساعه|ساعه|توقيت|gmt|utc", " ", _CLOCK.sub(" ", rest))
    return sum(c.isalpha() for c in rest)


def _time(line: str, day: str) -> str | None:
    """The time that a line tells, on that day, with its offset where a zone is told."""
    plain = fold_word(line).lower()
    match = _CLOCK.search(plain)
    if match is None:
        return None
    hour, half = int(match["hour"]), match["half"] or ""
    if half in ("م", "مساء", "عصرا", "ليلا", "pm", "p.m.") or (half == "ظهرا" and hour < 5):
        hour += 12 if hour < 12 and not (half == "ليلا" and hour < 6) else 0
    elif half in ("ص", "صباحا", "am", "a.m.", "فجرا") and hour == 12:
        hour = 0
    moment = datetime.fromisoformat(f"{day}T{hour:02}:{match['minute']}:{match['second'] or '00'}")
    return moment.replace(tzinfo=_zone(plain[match.end() :], moment)).isoformat()


def _zone(rest: str, moment: datetime) -> timezone | None:
    """The offset that the words behind a time tell, for that day."""
    offset = _OFFSET.search(rest)
    if offset and (offset.start() < 12):
        span = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        return timezone(-span if offset["sign"] == "-" else span)
    for words, zone in _zones():
        if re.search(rf"(?<!\w)ب?(?:ال)?{re.escape(words)}(?!\w)", rest):
            try:
                found = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
            except (ZoneInfoNotFoundError, OSError):
                return None
            return timezone(found) if found is not None else None
    return None


@cache
def _zones() -> Sequence[tuple[str, str]]:
    """Names of places with their zones, the longest first."""
    name = "zones.toml"
    table = parse_toml(name, (files("khabar.sources") / "data" / name).read_text("utf-8"))
    pairs = {fold_word(words).lower(): zone for zone in table for words in strings(name, table, zone)}
    return sorted(pairs.items(), key=lambda pair: -len(pair[0]))
