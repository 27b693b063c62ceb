import re

import httpx
import pytest

from khabar.web.catalogue import catalogue
from khabar.web.reworded import fault, reasons
from khabar.web.shown import Shown
from khabar.web.taste import Language, Taste


def shown(language: Language) -> Shown:
    return Shown(Taste(language=language, digits="arab" if language == "ar" else "latin"), catalogue(language).gettext)


@pytest.mark.parametrize(("why", "arabic", "english"), [
    ("the same parties; evidence alike 0.62", "الأطراف أنفسهم؛ تشابه العبارات ٠٫٦٢", "the same parties; the words that tell it alike, 0.62"),
    ("both on 2024-04-29; both 12 dead", "كلاهما في ٢٩ أبريل/ نيسان ٢٠٢٤؛ عدد القتلى نفسه: ١٢", "both on 29 April 2024; the same number of dead: 12"),
    ("both visit", "كلاهما: زيارة", "both: visit"), ("something new", "something new", "something new"),
])
def test_why_tellings_were_joined(why: str, arabic: str, english: str) -> None:
    assert reasons(why, shown("ar"), catalogue("ar").gettext) == arabic
    assert reasons(why, shown("en"), catalogue("en").gettext) == english


@pytest.mark.parametrize(("message", "arabic"), [
    ("/home/x/news.db: no article abc", "لا مقال هنا بالمعرّف abc."), ("since: 1/2/3 is not a day like 2024-09-13", "«1/2/3» ليس يومًا على صورة 2024-09-13."),
    ("search: a quotation mark without its other half: «x", "علامة اقتباس بلا نصفها الآخر."), ("a.pdf: not a text (PDF)", "a.pdf: هذا ليس نصًّا."),
    ("100% new", "100% new"),
])
def test_what_is_wrong(message: str, arabic: str) -> None:
    assert fault(message, shown("ar"), catalogue("ar").gettext) == arabic


@pytest.mark.parametrize("path", ["/articles/none", "/stories/999", "/actors/nobody", "/search?q=%22", "/search?since=x", "/compare?one=x&other=y", "/timeline?offset=x"])
def test_an_arabic_reader_is_told_in_arabic_what_is_wrong(client: httpx.Client, path: str) -> None:
    page = client.get(path)
    told = re.search(r'<p class="lead" dir="auto">(.*?)</p>', page.text, re.DOTALL)
    assert page.status_code in (400, 404) and told is not None and not re.search(r"[a-z]{5,}", told[1].replace("nobody", ""))


def test_an_arabic_reader_is_told_in_arabic_why_a_telling_was_joined(client: httpx.Client) -> None:
    page = client.get("/stories/1")
    told = re.findall(r"سبب الضم: ([^<]*)", page.text)
    assert len(told) == 2 and not any(re.search("[a-z]", each) for each in told)
