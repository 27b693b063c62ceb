"""The pages that answer a question: one article, a search, one story, one actor, two outlets."""

import json
from collections.abc import Iterator, Sequence

from khabar.api import event_bullets
from khabar.errors import NotThere
from khabar.export.rows import COLUMNS, Exported, rows
from khabar.model.jsonform import to_plain
from khabar.store import Filters, Story, StoryLine, Told
from khabar.web.article import article_page
from khabar.web.asked import Answer, Ask, Row
from khabar.web.newsroom import PAGE, story_row

# How many hits a page of a search shows: each is lit up in its whole text.
_HITS = 20


def article(ask: Ask) -> Answer:
    """One article with its evidence lit up and its record beside it. Raises NotThere."""
    listing = ask.store.article(ask.name)
    record, stories = ask.store.record(ask.name), dict(ask.store.lines_of(ask.name))
    page = article_page(record, listing.version, stories)
    values = {
        "page": page, "events": {e.id: e for e in record.events}, "quotes": {q.id: q for q in record.quotes}, "bullets": event_bullets(record, ask.taste.language),
        "section": "",
    }

    def plain() -> object:
        return {**json.loads(record.to_json()), "version": listing.version, "stories": {id_: line.row for id_, line in stories.items()}}

    names = [name for name, _ in COLUMNS["events"]]
    exported = Exported(record, {id_: line.row for id_, line in stories.items()})
    return Answer("article.html", values, plain, (dict(zip(names, row, strict=True)) for table, row in rows(exported) if table == "events"))


def search(ask: Ask) -> Answer:
    """Articles that hold some words, or all of them, the newest first, where no word is asked for. Raises QueryError."""
    asked, filters, offset = ask.word("q"), ask.filters(), ask.number("offset", 1_000_000)
    wished = asked
    if asked and ask.word("exact") and "exact:" not in asked:
        wished = 'exact:"' + asked.replace('"', " ").strip() + '"'
    values: dict[str, object] = {"q": asked, "exact": bool(ask.word("exact")), "filters": filters, "offset": offset, "limit": PAGE, "outlets": ask.store.outlets(), "section": ""}
    if wished is None:
        page = ask.store.articles(filters, limit=PAGE, offset=offset)
        values |= {"total": page.total, "listings": page.listings, "hits": (), "at_least": False, "newest": False, "more": offset + PAGE < page.total}
        return Answer("search.html", values, lambda: {"total": page.total, "articles": to_plain(page.listings)}, (to_plain(x) for x in page.listings))
    found = ask.store.search(wished, filters, recent=bool(ask.word("recent")), limit=_HITS, offset=offset)
    values |= {"total": found.total, "hits": found.hits, "listings": (), "limit": _HITS, "more": offset + _HITS < found.total, "at_least": found.at_least, "newest": found.order == "newest"}
    return Answer("search.html", values, lambda: {"total": found.total, "at_least": found.at_least, "order": found.order, "hits": to_plain(found.hits)}, (to_plain(h.listing) for h in found.hits))


def story(ask: Ask) -> Answer:
    """One story: who tells it and how, figures that do not agree, who denies it. Raises NotThere."""
    if not (ask.name.isascii() and ask.name.isdecimal()) or len(ask.name) > 15:
        raise NotThere(f"no story {ask.name[:40]}")
    found = ask.store.story(int(ask.name))
    values = {"story": found, "outlets": _columns(found), "section": "", "clashes": _clashes(found)}
    return Answer("story.html", values, lambda: to_plain(found), map(_told_row, found.told))


def _columns(story: Story) -> tuple[Told, ...]:
    """The first telling of each outlet, in the order they came."""
    first: dict[str, Told] = {}
    for told in story.told:
        first.setdefault(told.listing.outlet or told.listing.id, told)
    return tuple(first.values())


def _clashes(story: Story) -> dict[str, bool]:
    """Which questions are answered differently."""
    return {
        "dead": len({t.dead for t in story.told if t.dead is not None}) > 1, "injured": len({t.injured for t in story.told if t.injured is not None}) > 1,
        "day": len({t.date for t in story.told if t.date is not None}) > 1, "status": len({t.status for t in story.told}) > 1,
        "source": len({t.sources for t in story.told if t.sources}) > 1,
    }


def actor(ask: Ask) -> Answer:
    """One actor across articles. Raises NotThere."""
    found = ask.store.actor(ask.name, limit=12)
    return Answer("actor.html", {"actor": found, "section": "/actors"}, lambda: to_plain(found), _actor_rows(found.did, found.underwent))


def _actor_rows(did: Sequence[StoryLine], underwent: Sequence[StoryLine]) -> Iterator[Row]:
    for part, lines in (("did", did), ("underwent", underwent)):
        yield from ({"part": part, **story_row(line)} for line in lines)


def compare(ask: Ask) -> Answer:
    """Two outlets side by side. Raises NotThere where one is not there."""
    outlets = ask.store.outlets()
    one, other = ask.word("one"), ask.word("other")
    values: dict[str, object] = {"outlets": outlets, "one": one, "other": other, "found": None, "section": "/compare"}
    if one is None or other is None:
        return Answer("compare.html", values, lambda: {"outlets": [{"outlet": o, "articles": n} for o, n in outlets]}, ({"outlet": o, "articles": n} for o, n in outlets))
    found = ask.store.compare(one, other, Filters(type=ask.word("type"), since=ask.day("since"), until=ask.day("until")), limit=12)
    return Answer("compare.html", {**values, "found": found}, lambda: to_plain(found), (story_row(b.line) for b in found.shared))


def _told_row(told: Told) -> Row:
    plain = to_plain(told)
    listing = plain.pop("listing")
    return {
        "article": listing["id"], "outlet": listing["outlet"], "published": listing["published"],
        **{k: "، ".join(v) if k == "sources" else json.dumps(v) if isinstance(v, list) else v for k, v in plain.items()},
    }
