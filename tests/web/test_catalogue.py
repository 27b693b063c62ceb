from importlib.resources import files
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "marked": None}
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]


def test_every_word_of_the_interface_is_in_the_arabic_catalogue() -> None:
    folder = files("khabar.web")
    with (folder / "catalogues" / "ar.po").open("rb") as file:
        known = {m.id[0] if isinstance(m.id, tuple) else m.id: m.string for m in read_po(file, locale="ar") if m.id}
    found = {key if isinstance(key, str) else key[0] for _, _, key, _, _ in extract_from_dir(Path(str(folder)), METHODS, keywords=KEYWORDS, options_map={"**.html": {"trimmed": "true"}})}
    assert found - known.keys() == set() and known.keys() - found == set()
    assert [key for key, words in known.items() if not (words[1] if isinstance(words, tuple) else words)] == []


def test_arabic_counts_in_six_forms() -> None:
    from khabar.web.catalogue import catalogue

    say = catalogue("ar").ngettext
    assert [say("%(n)s article", "%(n)s articles", n) % {"n": n} for n in (0, 1, 2, 3, 11, 100)] == ["لا مقالات", "مقال واحد", "مقالان", "3 مقالات", "11 مقالًا", "100 مقال"]
