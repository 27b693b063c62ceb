"""Words of the interface put into a template when it is read, not again for every page."""

from collections.abc import Callable, Iterator
from typing import cast

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

# `_("Timeline")`: a call with nothing but the words themselves.
_CALL = ("name", "lparen", "string", "rparen")


class Beforehand(Extension):
    """Says the words that hang on nothing in the language of the environment; those with numbers in them are said page by page."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, each call with nothing but words turned into the words."""
        say = cast(Callable[[str], str], self.environment.globals["say"])
        waiting: list[Token] = []
        for token in stream:
            waiting.append(token)
            if token.type == _CALL[len(waiting) - 1] and waiting[0].value == "_":
                if len(waiting) == len(_CALL):
                    yield Token(waiting[2].lineno, "string", say(waiting[2].value))
                    waiting = []
                continue
            yield from waiting
            waiting = []
        yield from waiting
