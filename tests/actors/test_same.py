import khabar
from khabar.model import Record


def actors(text: str) -> dict[str, str]:
    """The name of the actor behind each mention."""
    record: Record = khabar.read(text, published="2023-05-10")
    return {m.text: a.name for a in record.actors for m in a.mentions}


def test_a_last_name_is_the_full_one() -> None:
    assert actors("قال الوزير عمار بن يونس العسلي إن القرار صدر. وأضاف العسلي أنه نهائي.")["العسلي"] == "عمار بن يونس العسلي"


def test_the_latter_is_who_was_named_last() -> None:
    told = actors("التقى الرئيس التونسي قيس سعيد نظيره الجزائري عبد المجيد تبون، وقال إن هذا الأخير وافق.")
    assert told["الأخير"] == "عبد المجيد تبون"
    assert actors("أعلنت روسيا أن أوكرانيا رفضت، لكن هذه الأخيرة نفت.")["الأخيرة"] == "أوكرانيا"


# NOT the latter: an adjective.
def test_an_adjective_is_nobody() -> None:
    assert "الأخير" not in actors("قال الرئيس التونسي قيس سعيد في الأسبوع الأخير إن الوضع صعب.")


# NOT one person: two who share a last name.
def test_namesakes_stay_two() -> None:
    told = actors("زارت سناء الفارعي باريس مع شقيقها عمار الفارعي. وقال عمار إن الزيارة ناجحة.")
    assert told["سناء الفارعي"] != told["عمار الفارعي"]
    assert told["عمار"] == "عمار الفارعي"


# NOT the one on the list: a namesake whom the article names in full.
def test_the_namesake_of_the_article_goes_before_the_list() -> None:
    record = khabar.read("قال سامر المالكي المتحدث باسم الجمعية التونسية إن العمل مستمر. وأضاف المالكي أنه راض.", published="2023-05-10")
    (person,) = [a for a in record.actors if a.kind == "person"]
    assert (person.name, len(person.mentions)) == ("سامر المالكي", 2)


def test_a_body_is_called_by_its_first_noun() -> None:
    assert actors("أعلنت حركة طالبان الهدنة. وقالت الحركة إنها ملتزمة.")["الحركة"] == "حركة طالبان"


def test_the_key_is_the_same_in_every_article() -> None:
    def key(text: str) -> str:
        return next(a.key for a in khabar.read(text, published="2023-05-10").actors if a.kind == "person")

    first = key("قال الوزير التونسي عمار العسلي إن القرار صدر.")
    assert first == key("زار عمار العسلي تونس. وقال العسلي إن تونس تنتظر، ورحبت تونس.") == "person:عمار العسلي:TUN"
    assert key("قال بوتين إن الحوار ممكن.") == key("قال الرئيس الروسي إن الحوار ممكن.") == "person:فلاديمير بوتين:RUS"


def test_ids_come_from_the_data_files() -> None:
    record = khabar.read("قالت فرنسا والأمم المتحدة إن الهدنة قائمة.")
    assert {(a.name, a.wikidata, a.geonameid) for a in record.actors} == {("فرنسا", "Q142", 3017382), ("الأمم المتحدة", "Q1065", None)}


def test_a_last_name_that_two_share_is_that_of_who_holds_an_office() -> None:
    told = actors("قال رئيس البلدية سمير دوارشة إن الوضع صعب، وإن سعد دوارشة توفي. وأضاف دوارشة أن الدفن غدا.")
    assert told["دوارشة"] == "سمير دوارشة"
    assert told["سعد دوارشة"] == "سعد دوارشة"


def test_a_title_with_a_pronoun_is_who_was_last_named_with_it() -> None:
    told = actors("استقبل الأمير فيصل بن بندر وزير الصحة خالد الدهيمي. وأكد سموه أهمية العمل. وأضاف معاليه أنه راض.")
    assert told["سموه"] == "فيصل بن بندر"
    assert told["معاليه"] == "خالد الدهيمي"


def test_a_foreign_name_is_known_in_another_spelling() -> None:
    assert actors("قال كارل برونغارد إن الاتفاق جيد. وأضاف برونجرد أن السلام قريب.")["برونجرد"] == "كارل برونغارد"
