import pytest
from jinja2 import Environment

from khabar.web.beforehand import Beforehand


@pytest.mark.parametrize(("template", "page"), [
    ('{{ _("day") }}', "«day»"), ("<a title=\"{{ _('day') }}\">", '<a title="«day»">'), ('{% if x %}{{ _("day") }}, {{ _("night") }}{% endif %}', "«day», «night»"),
    # NOT said beforehand: what hangs on a value
    ('{{ _("day %(n)s", n=2) }}', "later day 2"), ("{{ _(x) }}", "later word"), ('{{ y("day") }}', "y day"),
])
def test_words_that_hang_on_nothing_are_said_when_the_template_is_read(template: str, page: str) -> None:
    environment = Environment(extensions=[Beforehand], autoescape=True)
    environment.globals.update(say=lambda words: f"«{words}»", _=lambda words, **values: "later " + words % values, y=lambda words: f"y {words}")
    assert environment.from_string(template).render(x="word") == page
