"""Whether the clause around a date tells of what was or of what is to come."""

import re

from khabar.dates.found import Story

_WORD = re.compile(r"[^\W\d_]+")
_FUTURE_VERB = re.compile(r"[وف]?س[يتنا]\w{2,}")
_SENTENCE_BREAKS = re.compile(r"[.؟?!؛\n«\"“]\s")
_CLAUSE_BREAKS = re.compile(r"[.؟?!؛;،,:\n«»\"“”()]")
_REPORTS = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"})
_PAST_PLURAL = re.compile(r"و?[^\Wويتنلف]\w{2,}وا|\w*\w{3}وها")
# So many words after a date to come another goes on from it.
_GOES_ON = 6
# After these, what stands between commas is the day of what was: بعد تبني الحزب، الأربعاء، الهجوم.
_AFTER = frozenset({"بعد", "اثر", "عقب"})
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان"})
_NO_VERBS = frozenset(
    "من علي الي عن لدي مع بعد قبل بين عند منذ حتي غير ليس ليست لها له لهم بها به بهم منها منه فيها فيه عليها عليه لدينا اصلا ايضا ربما ابدا فعلا الان "
    "المقرر مقرر المزمع كان كانت".split()
)
_APART = ("، ", ", ", "،", ",")
_SINCE = frozenset({"منذ", "ومنذ", "مذ", "عندما", "بعدما"})
_FAR = 130
_NEAR = 60
# A date with so many words before it opens its clause, and the verb may follow.
_OPENING = 2


def tells_future(story: Story, start: int, end: int) -> bool:
    """Whether the verb that stands nearest to the date, before it or else right after it, tells of the future."""
    begin = max((stop.end() for stop in _SENTENCE_BREAKS.finditer(story.text, max(0, start - _FAR), start)), default=max(0, start - _FAR))
    before = tuple(_WORD.finditer(story.text, begin, start))
    aimed = False
    coming, apart = _coming(story, begin, start), story.text[:start].endswith(_APART)
    for count, word in enumerate(reversed(before)):
        if word.start() < coming and count <= _GOES_ON:
            return True
        if apart and word[0] in _AFTER:
            return False
        if story.fragments.words.sections["told"].get(word[0]) == "invites":
            return aimed
        told = _told(word, story)
        if told is None and _related(story, word):
            return False
        if told is not None:
            return told
        aimed = aimed or word[0] in ("الي", "لان") or word[0].startswith("لل")
    clause = max((stop.end() for stop in _CLAUSE_BREAKS.finditer(story.text, begin, start)), default=begin)
    if sum(word.start() >= clause for word in before) > _OPENING:
        return False
    return _told_after(story, end)


def _related(story: Story, word: re.Match[str]) -> bool:
    """Whether a word right after الذي or التي is a verb of the past, as all are there that are no imperfect: الاتفاقات التي أبرمت."""
    before = story.text[max(0, word.start() - 7) : word.start()].split()
    relative = before and before[-1] in _RELATIVES
    return bool(relative) and len(word[0]) > 2 and word[0][0] not in "يتسن" and word[0] not in _NO_VERBS


def _coming(story: Story, begin: int, start: int) -> int:
    """Where the last date before this one in its sentence ends, if it is one to come; what follows it goes on from there: يصوت عليه غدا قبل عرضه الجمعة."""
    last = story.told[-1] if story.told else None
    to_come = last is not None and begin <= last.start < start and last.granularity == "day" and story.today is not None and last.value > story.today.isoformat()
    return last.end if last is not None and to_come else 0


def tells_past(story: Story, start: int) -> bool:
    """Whether a verb of an act that is done, or منذ, stands shortly before the date, and no verb of the future after it."""
    begin = max((stop.end() for stop in _CLAUSE_BREAKS.finditer(story.text, max(0, start - _NEAR), start)), default=max(0, start - _NEAR))
    for word in reversed(tuple(_WORD.finditer(story.text, begin, start))):
        if _told(word, story):
            return False
        if _done(word[0], story):
            return True
    return False


def _done(word: str, story: Story) -> bool:
    """Whether a word is a verb of a past act: one of the list, or a plural such as استولوا."""
    told = story.fragments.words.sections["told"]
    return word in _SINCE or told.get(word) == "acts" or told.get(word.removeprefix("و")) == "acts" or bool(_PAST_PLURAL.fullmatch(word))


def _told_after(story: Story, end: int) -> bool:
    """Whether the first verb after a date that opens its clause tells of the future."""
    begin = end + len(story.text[end : end + _FAR]) - len(story.text[end : end + _FAR].lstrip(" ،,"))
    stop = _CLAUSE_BREAKS.search(story.text, begin, begin + _FAR)
    for word in _WORD.finditer(story.text, begin, stop.start() if stop else begin + _FAR):
        if word[0] in _REPORTS:
            return False
        told = _told(word, story)
        if told is not None:
            return told
    return False


def _told(word: re.Match[str], story: Story) -> bool | None:
    """True for a word of the future, False for a verb of the past, null for any other."""
    sections = story.fragments.words.sections
    if sections["future"].get(word[0]) == "words":
        return True
    if word[0] in sections["told"] or word[0] in _SINCE:
        return False
    if _FUTURE_VERB.fullmatch(word[0]):
        bare = word[0].lstrip("وف")
        if not bare.startswith(story.fragments.words.forms("future", "not")) and (bare[1] != "ا" or "سأ" in _raw(word, story)):
            return True
    return None


def _raw(word: re.Match[str], story: Story) -> str:
    """A word as it is printed: سأعود is a verb, سامح is none."""
    start, end = story.folded.source(*word.span())
    return story.folded.raw[start:end]
