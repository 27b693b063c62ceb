"""What other parts of the program tell in an English line, in the words of the reader: why tellings were joined, and what is wrong.

A line that no pattern knows is shown as it is: better in English than not at all.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from khabar.web.shown import Shown
from khabar.web.vocabulary import MODES, marked

_ = marked
Say = Callable[[str], str]

# The reasons of a join (store/same_event.py). Of what stands in brackets, a day, a number or a mode is put into the reader's words.
_REASONS: Mapping[str, str] = {
    r"the first telling": _("the first telling"),
    r"the same parties": _("the same parties"),
    r"parties alike": _("parties alike"),
    r"a party shared": _("a party shared"),
    r"evidence alike (?P<n>[\d.]+)": _("the words that tell it alike, %(n)s"),
    r"articles alike (?P<n>[\d.]+)": _("headline and beginning alike, %(n)s"),
    r"a day not told": _("one of them tells no day"),
    r"published the same day": _("published on the same day"),
    r"published a day apart": _("published a day apart"),
    r"both on (?P<day>[\d-]+)": _("both on %(day)s"),
    r"the days overlap": _("the days overlap"),
    r"told a day apart": _("the days told are one apart"),
    r"the day fits": _("the day told fits the day of publication"),
    r"the same place": _("the same place"),
    r"the same country": _("the same country"),
    r"both (?P<n>\d+) dead": _("the same number of dead: %(n)s"),
    r"both (?P<mode>[a-z-]+)": _("both: %(mode)s"),
    r"the same name of the same country, spelled otherwise": _("the same name of the same country, spelled otherwise"),
    r"the same name, told once without a country": _("the same name, told once without a country"),
    r"parted by a person": _("parted by a person"),
    r"joined by a person": _("joined by a person"),
}
# What can be wrong with a question or with what is pasted. The name of the store is left out: whoever reads in a browser did not name it.
_FAULTS: Mapping[str, str] = {
    r"(?:.*: )?no article (?P<name>.+)": _("There is no article %(name)s."),
    r"no page (?P<name>.+)": _("There is no page %(name)s."),
    r"no story (?P<name>.+)": _("There is no story %(name)s."),
    r"no actor is called (?P<name>.+)": _("No actor is called %(name)s."),
    r"no articles of (?P<name>.+)": _("There are no articles of %(name)s."),
    r"(?P<name>.+) is called more than one actor; name one by its key: (?P<keys>.+)": _("More than one actor is called %(name)s. Name one by its key: %(keys)s"),
    r"no voice here: espeak-ng is not installed": _("No voice here: the program espeak-ng is not installed."),
    r"(?P<field>\w+): (?P<name>.*) is not a day like (?P<example>[\d-]+)": _("%(name)s is not a day like %(example)s."),
    r"(?P<name>.*) is not a day like (?P<example>[\d-]+)\.?": _("%(name)s is not a day like %(example)s."),
    r"(?P<field>\w+): (?P<name>.*) is no number up to (?P<n>\d+)": _("%(name)s is no number up to %(n)s."),
    r"search: more than (?P<n>\d+) parentheses": _("More than %(n)s parentheses in the search."),
    r"search: a closing parenthesis without its opening one: .*": _("A closing parenthesis without its opening one."),
    r"search: an opening parenthesis without its closing one: .*": _("An opening parenthesis without its closing one."),
    r"search: a quotation mark without its other half: .*": _("A quotation mark without its other half."),
    r"search: nothing stands behind '(?P<name>.*)': .*": _("Nothing stands behind %(name)s."),
    r"search: exact: cannot stand beside OR: .*": _("Words wanted exactly as written cannot stand beside OR."),
    r"search: exact: cannot stand in parentheses: .*": _("Words wanted exactly as written cannot stand in parentheses."),
    r"search: nothing to look for beside NOT: .*": _("There is nothing to look for beside NOT."),
    r"search: no word to look for: .*": _("There is no word to look for."),
    r"search: a word is missing at the end: .*": _("A word is missing at the end."),
    r"search: a word is missing before (?P<name>.+): .*": _("A word is missing before %(name)s."),
    r"search: a beginning needs two letters or more before the star: .*": _("A beginning needs two letters or more before the star."),
    r".*: another process is writing to it; try again when that has ended": _("Another process is writing to the store. Try again when that has ended."),
    r".*: it cannot be written \(read-only\); nothing in it was changed": _("The store cannot be written (read-only); nothing in it was changed."),
    r".*: the disk is full; what was stored before stands": _("The disk is full; what was stored before stands."),
    r".*: damaged; take the last backup": _("The store is damaged; take the last backup."),
    r"(?P<name>.*): empty": _("%(name)s: empty."),
    r"(?P<name>.*): not a text \((?P<what>PDF|a binary file)\)": _("%(name)s: this is no text."),
    r"(?P<name>.*): line (?P<n>\d+): not UTF-8 \(byte \d+\)": _("%(name)s: line %(n)s is not UTF-8."),
    r"(?P<name>.*): no article in the page": _("%(name)s: no article in the page."),
    r"(?P<name>.*): larger than (?P<n>\d+) MB": _("%(name)s: larger than %(n)s MB."),
    r"(?P<name>.*?): line (?P<n>\d+): not JSON.*": _("%(name)s: line %(n)s is not JSON that can be read."),
    r"(?P<name>.*?): not JSON.*": _("%(name)s: not JSON that can be read."),
}


def reasons(why: str, shown: Shown, say: Say) -> str:
    """Why a telling was joined to a story, in the reader's words."""
    return say(_("; ")).join(_told(reason, _REASONS, shown, say) for reason in why.split("; "))


def fault(message: str, shown: Shown, say: Say) -> str:
    """What is wrong, in the reader's words."""
    return _told(message, _FAULTS, shown, say)


def _told(line: str, known: Mapping[str, str], shown: Shown, say: Say) -> str:
    for pattern, words in known.items():
        found = re.fullmatch(pattern, line, re.DOTALL)
        if found is not None:
            return say(words) % dict(_values(found.groupdict(), shown, say))
    return say(line)


def _values(told: Mapping[str, str], shown: Shown, say: Say) -> Iterator[tuple[str, str]]:
    for name, value in told.items():
        if name == "mode":
            yield name, say(MODES[value]) if value in MODES else value
        else:
            yield name, shown.day(value) if name == "day" else shown.n(value) if name == "n" else value
