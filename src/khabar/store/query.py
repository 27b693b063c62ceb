"""The language of search: words, "phrases", beginnings*, AND OR NOT, parentheses, exact:"as written"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from khabar.errors import QueryError
from khabar.store.tokens import Token, prefix_form, tokens

_PIECE = re.compile(r'\s*(?:(?P<against>-)?(?P<exact>exact:)?["“”«](?P<marked>[^"“”«»]*)["“”»]|(?P<sign>[()])|(?P<bare>[^\s()"“”«»]+)|(?P<loose>["“”«»]))')
_DEEPEST = 50
# Names written as one word or as two: «أبوظبي», «أبو ظبي».
_FIRST_PARTS = ("ابو", "ابي", "ابا", "ام", "بن", "ابن", "عبد", "بور", "بيت", "راس", "سان", "نيو", "خان", "كفر", "دير")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Forms that stand one after the other; the last may be the beginning of a word."""

    forms: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that stand in the text as they are written here, and `phrase`, what the index finds them by."""

    written: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class All:
    """Everything in `wanted`, nothing of `unwanted`."""

    wanted: "tuple[Wish, ...]"
    unwanted: "tuple[Wish, ...]" = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of `wanted`."""

    wanted: "tuple[Wish, ...]"


@dataclass(frozen=True, slots=True)
class Cuts:
    """One word in the ways that a text may cut it: one of `phrases`."""

    phrases: tuple[Phrase, ...]


Wish = Phrase | Exact | All | Some | Cuts


def parsed(query: str) -> Wish:
    """What `query` asks for. Raises QueryError where it asks for nothing or cannot be understood."""
    pieces = list(_pieces(query))
    if pieces.count(("sign", "(")) > _DEEPEST:
        raise QueryError(f"search: more than {_DEEPEST} parentheses")
    wish, at = _either(pieces, 0, query)
    if at < len(pieces):
        raise QueryError(f"search: a closing parenthesis without its opening one: {query}")
    return wish


def fts(wish: Wish) -> str:
    """`wish` in the language of FTS5: every text that it could mean."""
    match wish:
        case Phrase(forms, prefix):
            return _alternatives(forms, prefix)
        case Exact(_, phrase):
            return _fts(phrase.forms, phrase.prefix)
        case Some(wanted) | Cuts(wanted):
            return "(" + " OR ".join(fts(w) for w in wanted) + ")"
        case All(wanted, unwanted):
            found = "(" + " AND ".join(fts(w) for w in wanted) + ")"
            for each in unwanted:
                if not isinstance(each, Exact):
                    found = f"({found} NOT {fts(each)})"
            return found


def exact_words(wish: Wish) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that must stand as written, and those that must not."""
    if isinstance(wish, Exact):
        return (wish.written,), ()
    if isinstance(wish, All):
        return tuple(w.written for w in wish.wanted if isinstance(w, Exact)), tuple(w.written for w in wish.unwanted if isinstance(w, Exact))
    return (), ()


def has_choice(wish: Wish) -> bool:
    """Whether one of several things is enough: then what is found may fit in different ways."""
    return isinstance(wish, Some) or (isinstance(wish, All) and any(has_choice(w) for w in wish.wanted))


def stands(written: str, text: str) -> bool:
    """Whether `written` stands in `text` as whole words, letter by letter."""
    return next(_written_places(written, text), None) is not None


def lit(wish: Wish, raw: str, found: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Where in `raw`, whose tokens are `found`, stands what `wish` looks for; in order, none twice."""
    return tuple(sorted(set(_lit(wish, raw, found))))


def _lit(wish: Wish, raw: str, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    match wish:
        case Phrase(forms, prefix):
            for forms_, prefix_ in _variants(forms, prefix):
                yield from _places(forms_, prefix_, found)
        case Exact(written, _):
            yield from _written_places(written, raw)
        case All(wanted, _) | Some(wanted) | Cuts(wanted):
            for each in wanted:
                yield from _lit(each, raw, found)


def _places(forms: tuple[str, ...], prefix: bool, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    last = len(forms) - 1
    for at, token in enumerate(found[: max(len(found) - last, 0)]):
        if token.form != forms[0] and not (prefix and last == 0 and token.form.startswith(forms[0])):
            continue
        if all(found[at + n].form == form or (n == last and prefix and found[at + n].form.startswith(form)) for n, form in enumerate(forms) if n):
            yield token.start, found[at + last].end


def _written_places(written: str, text: str) -> Iterator[tuple[int, int]]:
    first, wanted = written.split()[0], _as_written(written)
    at = text.find(first)
    while at >= 0:
        found = wanted.match(text, at)
        if found:
            yield found.span()
        at = text.find(first, found.end() if found else at + 1)


@lru_cache(maxsize=64)
def _as_written(written: str) -> re.Pattern[str]:
    inner = r"\s+".join(re.escape(part) for part in written.split())
    return re.compile(rf"(?<![\w\u064b-\u0652\u0670\u0640]){inner}(?![\w\u064b-\u0652\u0670\u0640])")


def _variants(forms: tuple[str, ...], prefix: bool) -> Iterator[tuple[tuple[str, ...], bool]]:
    """A phrase, and the same where a name of two words is written as one or one as two."""
    yield forms, prefix
    if len(forms) == 2 and forms[0] in _FIRST_PARTS:
        yield ("".join(forms),), prefix
    if len(forms) == 1 and not prefix:
        for first in _FIRST_PARTS:
            if forms[0].startswith(first) and len(forms[0]) >= len(first) + 3:
                yield (first, forms[0][len(first) :]), False


def _alternatives(forms: tuple[str, ...], prefix: bool) -> str:
    found = [_fts(f, p) for f, p in _variants(forms, prefix)]
    return found[0] if len(found) == 1 else "(" + " OR ".join(found) + ")"


def _fts(forms: tuple[str, ...], prefix: bool) -> str:
    return '"' + " ".join(forms) + '"' + (" *" if prefix else "")


# -- parsing -----------------------------------------------------------------------------------------------------------------

Piece = tuple[str, str]


def _pieces(query: str) -> Iterator[Piece]:
    """Each part of a query with what it is: "exact", "phrase", "word", "sign", "not"."""
    at = 0
    while at < len(query.rstrip()):
        found = _PIECE.match(query, at)
        if found is None or found["loose"]:
            raise QueryError(f"search: a quotation mark without its other half: {query}")
        at = found.end()
        if found["marked"] is not None:
            if found["against"]:
                yield "sign", "NOT"
            yield ("exact" if found["exact"] else "phrase"), found["marked"]
        elif found["sign"]:
            yield "sign", found["sign"]
        elif found["bare"] == "-" or found["bare"] == "exact:":
            raise QueryError(f"search: nothing stands behind {found['bare']!r}: {query}")
        elif found["bare"].startswith("-"):
            yield "sign", "NOT"
            yield "word", found["bare"][1:]
        else:
            yield ("sign" if found["bare"] in ("AND", "OR", "NOT") else "word"), found["bare"]


def _either(pieces: Sequence[Piece], at: int, query: str) -> tuple[Wish, int]:
    wish, at = _together(pieces, at, query)
    wishes = [wish]
    while at < len(pieces) and pieces[at] == ("sign", "OR"):
        wish, at = _together(pieces, at + 1, query)
        wishes.append(wish)
    if len(wishes) > 1 and any(exact_words(w) != ((), ()) for w in wishes):
        raise QueryError(f"search: exact: cannot stand beside OR: {query}")
    return (wishes[0] if len(wishes) == 1 else Some(tuple(wishes))), at


def _together(pieces: Sequence[Piece], at: int, query: str) -> tuple[Wish, int]:
    wanted: list[Wish] = []
    unwanted: list[Wish] = []
    while at < len(pieces) and pieces[at] not in (("sign", "OR"), ("sign", ")")):
        if pieces[at] == ("sign", "AND"):
            at += 1
            continue
        against = pieces[at] == ("sign", "NOT")
        wish, at = _one(pieces, at + against, query)
        if wish is not None:
            (unwanted if against else wanted).append(wish)
    if not wanted:
        raise QueryError(f"search: {'nothing to look for beside NOT' if unwanted else 'no word to look for'}: {query}")
    return (wanted[0] if len(wanted) == 1 and not unwanted else All(tuple(wanted), tuple(unwanted))), at


def _one(pieces: Sequence[Piece], at: int, query: str) -> tuple[Wish | None, int]:
    if at >= len(pieces):
        raise QueryError(f"search: a word is missing at the end: {query}")
    kind, text = pieces[at]
    if (kind, text) == ("sign", "("):
        wish, at = _either(pieces, at + 1, query)
        if at >= len(pieces):
            raise QueryError(f"search: an opening parenthesis without its closing one: {query}")
        if exact_words(wish) != ((), ()):
            raise QueryError(f"search: exact: cannot stand in parentheses: {query}")
        return wish, at + 1
    if kind == "sign":
        raise QueryError(f"search: a word is missing before {text}: {query}")
    if kind == "word" and text.endswith("*"):
        return _beginning(text, query), at + 1
    forms = tuple(token.form for token in tokens(text))
    if not forms:
        return None, at + 1
    if kind == "exact":
        return Exact(text.strip(), Phrase(forms)), at + 1
    return (_word(text, forms) if kind == "word" else Phrase(forms)), at + 1


def _word(text: str, forms: tuple[str, ...]) -> Wish:
    """A word alone: as it is cut, and whole, for a text may cut it otherwise («جديده», «وبلال»)."""
    whole = prefix_form(text)
    if len(forms) > 1 or whole == forms[0] or len(whole) < 3 or not whole.isalpha():
        return Phrase(forms)
    return Cuts((Phrase(forms), Phrase((whole,))))


def _beginning(text: str, query: str) -> Phrase:
    form = prefix_form(text.rstrip("*"))
    if len(form) < 2 or not form.isalnum():
        raise QueryError(f"search: a beginning needs two letters or more before the star: {query}")
    return Phrase((form,), prefix=True)
