"""Each speaker has a colour and a letter of his own, on his words in the text and on their note."""

import re

import khabar
from khabar.report.html import html_report

TEXT = 'قال وزير المالية اللبناني: "لن نرفع الضرائب أبدا". وقال السفير الهندي إن الزيارة ناجحة. وأضاف السفير الهندي أن الوفد سيعود.'


def test_words_are_lit_in_the_colour_of_their_speaker() -> None:
    record = khabar.read(TEXT, published="2023-05-10")
    page = html_report([record])
    lit = {text: int(number) for number, text in re.findall(r'<mark class="[^"]*quote (?:direct|indirect) s(\d)[^"]*">([^<]+)</mark>', page)}
    minister, envoy = lit["لن نرفع الضرائب أبدا"], lit["الزيارة ناجحة"]
    assert minister != envoy == lit["الوفد سيعود"]
    notes = re.findall(r'class="note quoted s(\d)', page)
    assert [int(n) for n in notes] == [minister, envoy, envoy]


def test_words_without_a_speaker_have_no_colour() -> None:
    page = html_report([khabar.read("تلقت البلدية بلاغا مفاده أن الجسر مغلق.", published="2023-05-10")])
    assert "quote indirect s0" in page
