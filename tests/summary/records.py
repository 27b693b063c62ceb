"""Records of one event, written in one line, for the tests of bullets and of stories."""

from khabar.model import Actor, Article, Date, Event, Evidence, MadeBy, Place, Quote, Record


def record_of(text: str, told: str, published: str = "2024-02-05", id: str = "t") -> Record:
    """The record that `told` describes: event mode status rule trigger | actors | recipients | sources | day=value | place; parties are kind/country/rule/name[=as printed][/role], parted by ;"""
    head, *rest = [part.strip() for part in told.split("|")]
    who, whom, by, day, where = (*rest, "", "", "", "", "")[:5]
    kind, mode, status, rule, trigger = head.split(" ", 4)
    article = Article(id=id, outlet="صحيفة", published=published, text=text)
    actors: list[Actor] = []

    def parties(cell: str) -> tuple[str, ...]:
        return tuple(_party(article, one.strip(), actors) for one in cell.split(";") if one.strip())

    sides = (parties(who), parties(whom), parties(by))
    value = day.partition("=")[2]
    dates = (Date(**_span(article, day.partition("=")[0]), value=value, granularity="day", basis="text", rule="r"),) if day else ()
    quotes = (Quote(id="q1", kind="indirect", start=0, end=len(text), text=text, speaker=sides[2][0], speakers=sides[2], rule="r"),) if by else ()
    event = Event(
        id="e1", event=kind, mode=None if mode == "-" else mode, actor=sides[0], recipient=sides[1], source=sides[2], date=value or None, status=status,
        place=Place(**_span(article, where)) if where else None, trigger=Evidence(**_span(article, trigger)), evidence=Evidence(0, len(text), text),
        quote="q1" if by else None, quad_code=1, event_scale=1.0, confidence=0.75, rule=rule,
    )
    return Record(article=article, made_by=MadeBy(khabar="0", lexicon="x"), dates=dates, actors=tuple(actors), quotes=quotes, events=(event,))


def _span(article: Article, words: str) -> dict[str, object]:
    start = article.text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _party(article: Article, cell: str, actors: list[Actor]) -> str:
    kind, country, rule, name, *role = cell.split("/")
    known = next((a for a in actors if a.name == name), None)
    if known is not None:
        return known.id
    name, _, printed = name.partition("=")
    printed = printed or name
    key = f"country:{country}" if kind == "country" else f"{kind}:{name}"
    mentions = (article.cite(*(_span(article, printed)[k] for k in ("start", "end"))),) if printed in article.text else ()
    actors.append(
        Actor(id=f"a{len(actors) + 1}", key=key, name=name, kind=kind, country=country or None, sector="GOV", role=role[0] if role else None, rule=rule, mentions=mentions)
    )
    return actors[-1].id
