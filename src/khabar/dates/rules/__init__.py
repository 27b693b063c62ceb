"""The rules for dates, one file a kind of phrase."""

from khabar.dates.rules import ago, days, months, numeric, today, units, weekdays, years
from khabar.dates.rules.rule import Rule

# Tried in this order at each word that may begin a date; the first that reads one is believed.
RULES: tuple[Rule, ...] = (
    *numeric.RULES,
    *weekdays.IN_A_MONTH,
    *days.RULES,
    *today.RULES,
    *ago.RULES,
    *weekdays.RULES,
    *months.RULES,
    *units.RULES,
    *years.RULES,
)
