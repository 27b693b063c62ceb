"""The words of the interface: English in the code, other languages in gettext catalogues."""

import gettext
import io
from functools import cache
from importlib.resources import files

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from khabar.web.taste import Language


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """The catalogue of a language, compiled at the first call and kept; English is the words of the code themselves."""
    if language == "en":
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with (files("khabar.web") / "catalogues" / f"{language}.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language, domain="khabar"))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
