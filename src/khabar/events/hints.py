"""Words in a clause that refine the mode of an act, or say that it is no act of its type."""

from collections.abc import Sequence

from khabar.events.acts import Act
from khabar.lexicon.frames import Frames
from khabar.text.words import Word

_AROUND = 8
# Acts that people without a name do or suffer; of others they alone are no party: «يساعد المستخدمين».
_OF_CROWDS = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"})

# Boilerplate of sources that stay unnamed.
_NAMING = frozenset({"نشر", "ذكر", "اشاره", "كشف", "افصاح"})
# Those whose weapons are words, and what an attack is called that may be one in words.
_SPEAKERS = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI", "JRN", "JUD"})
_ATTACKS = frozenset({"شن", "هاجم", "هجوم", "هجوما", "حمله", "معركه", "حرب"})


def _in_words(act: Act) -> bool:
    """شن الرئيس هجوما على نظيره: one who speaks attacks another in words."""
    speaks = bool(act.actors) and all(p.kind == "person" and p.sector in _SPEAKERS for p in act.actors)
    heard = bool(act.recipients) and all(p.kind == "person" and p.tag in ("person", "office") or p.sector == "JRN" for p in act.recipients)
    return act.event == "ASSAULT" and not act.mode and speaks and heard and act.rule.split(":")[1] in _ATTACKS


def elected(words: Sequence[Word], index: int) -> bool:
    """الرئيس المنتخب: somebody elected, not the team of that name."""
    return words[index].form == "المنتخب" and index > 0 and (words[index - 1].article or bool(words[index - 1].after) or words[index - 1].form.endswith("يره"))


def refined(act: Act, words: Sequence[Word], frames: Frames) -> Act | None:
    """The act with the mode that its clause shows; None where the clause speaks of something else: sport, accidents, weather."""
    sides = (*act.actors, *act.recipients)
    if sides and act.event not in _OF_CROWDS and all(p.rule == "crowd" or p.rule == "collective" and p.sector == "BUS" and not p.country for p in sides):
        return None
    behind = words[act.trigger[1] : act.trigger[1] + 2]
    if act.event == "REQUEST" and len(behind) == 2 and behind[0].form == "عدم" and behind[1].stem in _NAMING:
        return None  # طلب عدم نشر اسمه
    if act.event == "AGREE" and act.rule.startswith("noun:عرض") and not act.recipients:
        return None  # قدم العرض: showed something
    if act.event == "CONSULT" and sides and all(p.kind != "person" and not p.sector and not p.country and not p.canonical for p in sides):
        return None  # who is nobody we know of: اجتماع الأعضاء
    if act.event == "CONSULT" and act.rule.startswith("noun:") and len(sides) < 3 and any(p.tag == "outlet" for p in sides):
        return None  # قال في حوار مع الصحيفة
    forms: set[str] = set()
    first = max(min(act.first, act.trigger[0]), act.trigger[0] - 2 * _AROUND)
    for index in range(first, min(act.last, act.trigger[0] + 2 * _AROUND)):
        if not elected(words, index):
            forms.update((words[index].form, words[index].stem))
    if any(v.event == act.event and not forms.isdisjoint(v.words) for v in frames.vetoes):
        return None
    if _in_words(act):
        return act._replace(event="ACCUSE", mode="disapprove")
    if act.mode:
        return act
    near: set[str] = set()
    for word in words[max(first, act.trigger[0] - _AROUND) : min(act.last, act.trigger[0] + _AROUND)]:
        near.update((word.form, word.stem))
    hint = next((h for h in frames.hints if h.event == act.event and not near.isdisjoint(h.words)), None)
    return act._replace(mode=hint.mode) if hint is not None else act
