"""The pages that give an overview: front page, timeline, map, network, quotes, actors."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from khabar.model.jsonform import to_plain
from khabar.store import Day, Filters, Said, StoryLine, Totals
from khabar.store.values import Listing
from khabar.web.asked import Answer, Ask, Row

# How far back the front page looks from the newest day, in days, until it has stories enough.
_BACK = (2, 7, 31, 400)
_ENOUGH, _STORIES = 9, 48
PAGE = 50
_TIES = 80
_KINDS = ("person", "organization", "country", "group", "place")


class Front(NamedTuple):
    """The front page: the leading story, the disputed ones, others, words of the day, the latest articles, days."""

    totals: Totals
    since: str | None
    lead: StoryLine | None
    disputed: tuple[StoryLine, ...]
    others: tuple[StoryLine, ...]
    quotes: tuple[Said, ...]
    latest: tuple[Listing, ...]
    days: tuple[Day, ...]


def front(ask: Ask) -> Answer:
    """The newspaper of the record, as of its newest day."""
    totals, store = ask.store.totals(), ask.store
    show = ask.word("show") or "all"
    since, lines = _latest(ask, totals.newest, show)
    latest = store.articles(limit=8).listings
    lead = lines[0] if lines else None
    disputed = () if show == "disputed" else _without(lines[:1], _one_an_article(store.leading(disputed=True, limit=12)))[:4]
    page = Front(
        totals=totals, since=since, lead=lead, disputed=disputed, others=_without(disputed, lines[1:])[:12], quotes=_one_each(store.quotes(limit=24))[:3], latest=latest, days=_recent_days(ask, totals.newest),
    )
    return Answer("front.html", {"page": page, "show": show, "section": "/"}, lambda: {"show": show, **{k: to_plain(v) for k, v in page._asdict().items()}}, map(story_row, (*lines[:1], *disputed, *page.others)))


def _latest(ask: Ask, newest: str | None, show: str) -> tuple[str | None, tuple[StoryLine, ...]]:
    """The first day looked at, and the stories since then, one an article."""
    least, status = 3 if show == "many" else 1, show if show in ("planned", "denied", "alleged") else None
    until = newest if show != "planned" else None
    for back in _BACK if newest else ():
        since = (date.fromisoformat(str(newest)) - timedelta(days=back)).isoformat()
        filters = Filters(since=since, until=until, status=status)
        lines = _one_an_article(ask.store.leading(filters, disputed=show == "disputed", least=least, limit=_STORIES))
        if len(lines) >= _ENOUGH:
            return since, lines
    return None, _one_an_article(ask.store.leading(Filters(status=status), disputed=show == "disputed", least=least, limit=_STORIES))


def _one_an_article(lines: Iterable[StoryLine]) -> tuple[StoryLine, ...]:
    found: dict[str, StoryLine] = {}
    for line in lines:
        found.setdefault(line.title or line.article, line)
    return tuple(found.values())


def _without(shown: Iterable[StoryLine], lines: Iterable[StoryLine]) -> tuple[StoryLine, ...]:
    """The stories that are not shown already, nor told by an article that is."""
    titles = {line.title for line in shown}
    return tuple(line for line in lines if line.title not in titles)


def _one_each(quotes: Iterable[Said]) -> tuple[Said, ...]:
    """The first words of each speaker."""
    found: dict[tuple[str, ...], Said] = {}
    for said in quotes:
        found.setdefault(said.speakers, said)
    return tuple(found.values())


def _recent_days(ask: Ask, newest: str | None) -> tuple[Day, ...]:
    """Forty days to the newest, and ten beyond it; those without a story too."""
    if newest is None:
        return ()
    first = date.fromisoformat(newest) - timedelta(days=39)
    told = {day.value: day for day in ask.store.days(Filters(since=first.isoformat(), until=(first + timedelta(days=49)).isoformat()))}
    every = [(first + timedelta(days=n)).isoformat() for n in range(50)]
    last = max((n for n, day in enumerate(every) if day in told), default=0)
    return tuple(told.get(day, Day(day, 0, 0, 0)) for day in every[: max(last + 1, 40)])


def timeline(ask: Ask) -> Answer:
    """Stories by day, the latest first, with a histogram to move by."""
    filters, offset, least = ask.filters(), ask.number("offset", 1_000_000), max(ask.number("least", 99), 1)
    found = ask.store.timeline(filters, least=least, limit=PAGE, offset=offset)
    months = ask.store.days(Filters(outlet=filters.outlet, actor=filters.actor, country=filters.country, type=filters.type, status=filters.status), length=7)
    days: dict[str, list[StoryLine]] = {}
    for line in found.lines:
        days.setdefault(line.day or "", []).append(line)
    values = {
        "days": days, "more": found.more, "offset": offset, "limit": PAGE, "months": _every_month(months)[-60:], "filters": filters, "least": least,
        "outlets": ask.store.outlets(), "section": "/timeline",
    }
    return Answer("timeline.html", values, lambda: {"stories": to_plain(found.lines), "more": found.more, "months": to_plain(months)}, map(story_row, found.lines))


def _every_month(months: tuple[Day, ...]) -> tuple[Day, ...]:
    """The months from the first to the last, those without a story too, and a year at least."""
    if not months:
        return ()
    told, found = {m.value: m for m in months}, []
    last = int(months[-1].value[:4])
    year, month = map(int, min(months[max(len(months) - 60, 0)].value, f"{max(last - 1, 1):04}{months[-1].value[4:]}").split("-"))
    while (value := f"{year:04}-{month:02}") <= months[-1].value:
        found.append(told.get(value, Day(value, 0, 0, 0)))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return tuple(found)


def network(ask: Ask) -> Answer:
    """Who with whom, as a drawing and as a table."""
    filters = ask.filters()
    found = ask.store.network(filters, limit=_TIES)
    rows = ({"actor": t.actor, "recipient": t.recipient, "stories": t.stories, "tellings": t.tellings, **dict(t.types)} for t in found.ties)
    values = {"ties": found.ties, "more": found.more, "filters": filters, "section": "/network"}
    return Answer("network.html", values, lambda: to_plain(found), ({k: r.get(k) for k in ("actor", "recipient", "stories", "tellings")} for r in rows))


def places(ask: Ask) -> Answer:
    """Where it took place, as a map and as a list."""
    filters = ask.filters()
    found = ask.store.places(filters)
    return Answer("map.html", {"places": found, "filters": filters, "section": "/map"}, lambda: {"places": to_plain(found)}, (to_plain(p) for p in found))


def quotes(ask: Ask) -> Answer:
    """A wall of direct words, the latest first."""
    filters, offset, stance = ask.filters(), ask.number("offset", 1_000_000), ask.word("stance")
    found = ask.store.quotes(filters, stance=stance, limit=PAGE + 1, offset=offset)
    values = {
        "quotes": found[:PAGE], "more": len(found) > PAGE, "offset": offset, "limit": PAGE, "stance": stance, "filters": filters, "outlets": ask.store.outlets(),
        "section": "/quotes",
    }
    return Answer("quotes.html", values, lambda: {"quotes": to_plain(found[:PAGE])}, (_said_row(q) for q in found[:PAGE]))


def actors(ask: Ask) -> Answer:
    """The actors that stand in most articles."""
    kind, offset = ask.word("kind"), ask.number("offset", 1_000_000)
    found = ask.store.actors((kind,) if kind in _KINDS else _KINDS, limit=PAGE + 1, offset=offset)
    values = {"actors": found[:PAGE], "more": len(found) > PAGE, "offset": offset, "limit": PAGE, "kind": kind, "section": "/actors"}
    return Answer("actors.html", values, lambda: {"actors": to_plain(found[:PAGE])}, (to_plain(a) for a in found[:PAGE]))


def story_row(line: StoryLine) -> Row:
    """A story as a row of a table."""
    plain = to_plain(line)
    return {"story": plain.pop("row"), **{k: "، ".join(v) if isinstance(v, list) else v for k, v in plain.items()}}


def _said_row(said: Said) -> Row:
    listing = said.listing
    return {
        "article": listing.id, "outlet": listing.outlet, "published": listing.published, "quote": said.quote, "stance": said.stance,
        "speakers": "، ".join(said.speakers), "start": said.start, "end": said.end, "text": said.text,
    }
