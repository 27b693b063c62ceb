"""What every look at the words around the acts of a record needs."""

from collections.abc import Mapping

from khabar.model import Actor, Article, Record
from khabar.summary.beside import Beside
from khabar.summary.parties import Between, Mentions


class Look:
    """The record, its mentions, and the words that tell something between and beside them."""

    def __init__(self, record: Record, mentions: Mentions, between: Between, beside: Beside) -> None:
        self._record = record
        self._article: Article = record.article
        self._mentions = mentions
        self._between = between
        self._beside = beside
        self._actors: Mapping[str, Actor] = {a.id: a for a in record.actors}
