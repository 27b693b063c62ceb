"""What kind of article it is, and who speaks in an interview."""

import pytest

import khabar

INTERVIEW = """قال وزير الزراعة سالم مبارك إن الموسم جيد. وفي ما يلي نص الحوار:

* كيف ترون وضع المزارعين هذا العام؟

- الوضع أفضل مما كان. الأمطار جاءت في موعدها.

* وماذا عن أسعار القمح؟

- سنشتري المحصول كله بسعر عادل.

ولن نترك أحدا خاسرا.

● هل من خطة للري؟

●● نعم، تبدأ في الخريف."""

LABELLED = """رأت الباحثة ليلى حسن أن الأزمة ستطول.

سؤال: ما سبب الأزمة؟

جواب: الجفاف أولا.

سؤال: ومن يتضرر؟

جواب: صغار الفلاحين.

سؤال: وما الحل؟

جواب: قروض ميسرة."""


def told(text: str) -> list[tuple[str, str]]:
    record = khabar.read(text, published="2023-05-10")
    names = {a.id: a.name for a in record.actors}
    return [("، ".join(names[s] for s in q.speakers), q.text) for q in record.quotes if q.rule == "interview"]


def test_answers_are_the_words_of_whom_the_lead_names() -> None:
    assert told(INTERVIEW) == [
        ("سالم مبارك", "الوضع أفضل مما كان. الأمطار جاءت في موعدها."),
        ("سالم مبارك", "سنشتري المحصول كله بسعر عادل."),
        ("سالم مبارك", "ولن نترك أحدا خاسرا."),
        ("سالم مبارك", "نعم، تبدأ في الخريف."),
    ]


def test_labels_open_questions_and_answers() -> None:
    assert told(LABELLED) == [("ليلى حسن", "الجفاف أولا."), ("ليلى حسن", "صغار الفلاحين."), ("ليلى حسن", "قروض ميسرة.")]


def test_questions_of_a_writer_make_no_interview() -> None:
    text = "أعلنت الشركة أن المصنع سيغلق.\n\nفمن يدفع الثمن؟\n\nومن يحاسب الإدارة؟\n\nوأين النقابة؟"
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "title", "genre"),
    [
        (INTERVIEW, "", "interview"),
        ("قال الوزير إن الميناء سيفتح غدا. وأضاف أن السفن تنتظر.", "", "report"),
        ("تجري المباحثات في جنيف.", "تغطية مباشرة: مباحثات جنيف", "live"),
        ("12:30 وصل الوفد.\n\n12:45 بدأت الجلسة.\n\n13:10 رفعت الجلسة.\n\n14:00 عاد الوفد.", "", "live"),
        ("أنا لا أحب السياسة. أعتقد أن المدن تموت حين يغادرها أهلها، وأظن أن مدينتي واحدة منها.", "", "opinion"),
        ("يقع الجبل في شمال البلاد.", "", None),
    ],
)
def test_the_kind_of_an_article(text: str, title: str, genre: str | None) -> None:
    assert khabar.read(text, title=title, published="2023-05-10").article.genre == genre
