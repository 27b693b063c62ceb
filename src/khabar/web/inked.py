"""The paragraphs of a body as HTML: marks, and behind whole words the numbers and letters that lead to the notes.

The one part of a page that is not a template: it has hundreds of small pieces, and a template takes its time with each.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from khabar.model import Event, Quote
from khabar.web.lit import Badge, Stretch
from khabar.web.seen import seen
from khabar.web.shown import Shown
from khabar.web.vocabulary import STATUS, marked

_ = marked
_EVENT, _WHO, _NOBODY, _COLON = _("Event %(n)s"), _("Who says this: %(letter)s"), _("not told"), _(": ")


def anchor(name: str) -> str:
    """What an address ends in that leads to words: `w5` to those of event e5; quotes and sentences by their own names."""
    return "w" + name[1:] if name.startswith("e") else name


class Ink:
    """Writes the stretches of one article, in the words and digits of one reader."""

    def __init__(self, shown: Shown, say: Callable[[str], str], numbers: Mapping[str, int], events: Mapping[str, Event], quotes: Mapping[str, Quote], badges: Mapping[str, Badge]) -> None:
        self._numbers = {id_: shown.n(number) for id_, number in numbers.items()}
        self._labels = {id_: say(_EVENT) % {"n": number} for id_, number in self._numbers.items()}
        self._events = events
        self._quotes = quotes
        self._badges = badges
        self._say = say
        self._status = {code: say(_COLON) + say(word) for code, (word, _) in STATUS.items()}

    def paragraph(self, stretches: Iterable[Stretch]) -> Markup:
        """The inside of a paragraph."""
        return Markup("".join(self._pieces(stretches)))  # every piece is escaped where it is made

    def _pieces(self, stretches: Iterable[Stretch]) -> Iterator[str]:
        for piece in stretches:
            words = seen(piece.text)
            yield self._lit(piece, words) if piece.kinds else words
            for ref in piece.refs:
                yield self._event(ref) if ref.startswith("e") else self._quote(ref)

    def _lit(self, piece: Stretch, words: str) -> str:
        """Words in their mark; more than one name means marks within marks."""
        more = [f'<mark id="{anchor(name)}">' for name in piece.names[1:]]
        name = f' id="{anchor(piece.names[0])}"' if piece.names else ""
        belongs = f' data-e="{piece.belongs}"' if piece.belongs else ""
        inner = f'<time datetime="{escape(piece.day)}">{words}</time>' if piece.day else words
        return f'{"".join(more)}<mark{name} class="{piece.kinds}"{belongs}>{inner}</mark>{"</mark>" * len(more)}'

    def label(self, event: str) -> str:
        """What a link to an event is called."""
        return self._labels[event]

    def _event(self, ref: str) -> str:
        status, number = self._events[ref].status, self._numbers[ref]
        label = escape(self._labels[ref] + self._status[status])
        return f'<sup class="ref is-{status}"><a href="#{ref}" aria-label="{label}">({number})</a></sup>'

    def _quote(self, ref: str) -> str:
        badge = self._badges.get(self._quotes[ref].speaker or "")
        label = escape(self._say(_WHO) % {"letter": badge.letter if badge else self._say(_NOBODY)})
        return f'<sup class="ref sp sp-{badge.shape if badge else "none"}">&zwnj;<a href="#n-{ref}" aria-label="{label}">{badge.letter if badge else "؟"}</a></sup>'
