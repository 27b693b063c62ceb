"""From files, folders, archives, feeds, pages and copied text to articles."""

from khabar.sources.bytes import decoded
from khabar.sources.found import FORMS, Cause, Form, Input, Options, Outcome, Refusal
from khabar.sources.jsonlines import article_of
from khabar.sources.kinds import form_of
from khabar.sources.open import is_address, open_sources, read_input
from khabar.sources.pasted import articles_in
from khabar.sources.reprints import with_reprints

__all__ = ["FORMS", "Cause", "Form", "Input", "Options", "Outcome", "Refusal", "article_of", "articles_in", "decoded", "form_of", "is_address", "open_sources", "read_input", "with_reprints"]
