"""The words around a date that decide whether it is one."""

from dataclasses import dataclass

from khabar.dates.fragments import Fragments, Pattern

# After the day or month that begins a range: the year or الماضي that only its end carries.
_RANGE = r"{s}(?:و{o}|او{s}|و?الي{s}|و?حتي{s}|[-–]{s})(?:(?:(?:ال{o})?\d{1,2}|{ordinal}){s}(?:من{s})?)?{month}{o}(?:(?:(?:من|في|ل){s})?{yearly}?(?P<year>{year})|(?P<tail>{tail}))"


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """Those named `_before` search the text that leads up to a date, those named `_after` match behind it."""

    borrowed: Pattern
    day: Pattern
    weekday: Pattern
    year: Pattern
    event_before: Pattern
    named_before: Pattern
    number_before: Pattern
    month_before: Pattern
    share_before: Pattern
    year_before: Pattern
    year_part_before: Pattern
    recurring_before: Pattern
    not_tomorrow_before: Pattern
    not_today_before: Pattern
    once_before: Pattern
    not_today_after: Pattern
    part_before: Pattern
    age_after: Pattern
    each_after: Pattern
    other_after: Pattern
    before_christ_after: Pattern
    chronicle_before: Pattern
    modifier_before: Pattern
    story_day: Pattern
    until_before: Pattern


def make_cues(fragments: Fragments) -> Cues:
    """Build the cues once from the word lists."""
    p = fragments.pattern
    return Cues(
        borrowed=p(_RANGE),
        day=p(r"{digits}|{ordinal}"),
        weekday=p(r"(?<!\w)(?:و|ل)?(?P<weekday>{weekday})"),
        year=p(r"{year}"),
        event_before=p(r"(?<!\w)[وفبل]?(?:ال)?{remembered}{s}(?:يوم{s})?(?:{digits}{s}{month}{o}و{o}|{ordinal}{s}من{s}{month}{o}و{o})?$"),
        named_before=p(r"(?<!\w)[وفبل]{0,2}{named}{s}[\"«(]?(?:(?:\d{1,2}|{ordinal}{s}من){s})?$"),
        number_before=p(r"(?<!\w)[وفبل]?(?:ال)?{numbered}{s}?[(«\"]?(?:\d+{s}?[و،,]?{s}?و?)*$"),
        month_before=p(r"(?<!\w)[وفبل]?(?:{month_cue}|{modifier}){s}(?:كل{s})?\(?$|(?<!\w)في{s}شهري?{s}$"),
        share_before=p(r"(?<!\w)[وفبك]?(?:ال|لل){share}{s}$"),
        year_before=p(r"(?<!\w)و?ف?(?:{year_cue_preposition}|{year_cue_event}|{year_cue_season}){s}\(?$|(?<!\w)[وفبل]?(?:ال)?{year_cue_event}{s}\w+{s}$"),
        year_part_before=p(r"(?<!\w)[وفبل]?(?:{year_cue_part}|{year_cue_season}){s}$"),
        recurring_before=p(r"(?<!\w)[وفبل]?{recurring}{s}(?:يوم{s})?(?:{weekday}(?:{o}[،,])?{s}و?)?$"),
        not_tomorrow_before=p(r"(?<!\w)(?:وجبه|طعام|تناول|حزب|تيار|جيل|صناع|اليوم{s}قبل){s}$"),
        once_before=p(r"(?<!\w)[وفبلك]?{not_today_once}{s}$"),
        not_today_before=p(r"(?<!\w)[وفبل]?{not_today_before}{s}$|(?<!\w)[وفبل]?(?:ال)?(?:صحيف|جريد|قنا|موقع|تلفزيون|شبك|وكال|مجل)[هت]?{s}[\"«(]?\w+{s}$"),
        not_today_after=p(r"{s}{not_today_after}"),
        part_before=p(r"(?<!\w)[وفبل]?{part_modifier}{s}$"),
        age_after=p(r"{s}(?:من{s})?(?:عمر|العمر|سن)\w*"),
        each_after=p(r"{s}(?:من{s}|في{s})?كل{s}"),
        other_after=p(r"{s}(?:ل\w|من{s}|علي{s})"),
        before_christ_after=p(r"{o}(?:قبل{s}الميلاد|ق{o}\.{o}م)(?!\w)"),
        chronicle_before=Pattern(r"(?:^|[\n.•])\s*(?P<year>(?:1[5-9]|20)\d\d) ?م? ?[-–:] [^.\n]*$"),
        modifier_before=p(r"(?<!\w)[وفبل]?(?P<modifier>{modifier}){s}(?:{yearly}|يوم{s}|شهر{s})?$"),
        until_before=p(r"(?<!\w)و?{modifier_until}{s}(?:{part}{s}|يوم{s})*$"),
        story_day=p(r"(?<!\w)(?:يوم{s})?(?P<today>{today}){o}[،,(]?{o}(?:يوم{s})?(?P<weekday>{weekday})"),
    )
