
import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import QueryError
from khabar.store import Filters, Store
from khabar.store import search as search_module
from khabar.store.query import lit, parsed
from khabar.store.tokens import tokens
from tests.casefiles import cases
from tests.store.conftest import article, fill

CASES = cases("search.txt")
PAIRS = [(number, line[0], line[2:]) for number, case in enumerate(CASES) for line in case.expected]


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("search") / "news.db"
    fill(path, [article(str(number), case.text) for number, case in enumerate(CASES)])
    with Store.open(path) as store:
        yield store


@pytest.mark.parametrize(("number", "sign", "query"), PAIRS)
def test_a_query_finds_a_text_or_not(searched: Store, number: int, sign: str, query: str) -> None:
    found = {hit.listing.id for hit in searched.search(query, limit=100).hits}
    assert (str(number) in found) == (sign == "+")


@pytest.mark.parametrize(("number", "sign", "query"), [p for p in PAIRS if p[1] == "+"])
def test_what_is_found_is_lit(searched: Store, number: int, sign: str, query: str) -> None:
    hit = next(h for h in searched.search(query, limit=100).hits if h.listing.id == str(number))
    text = searched.record(hit.listing.id).article.text
    assert hit.in_text and all(0 <= s.start < s.end <= len(text) and not text[s.start].isspace() for s in hit.in_text)
    assert hit.snippet is not None and hit.text == text[hit.snippet.start : hit.snippet.end] and hit.snippet.start <= hit.in_text[0].start


def test_there_are_pairs_enough() -> None:
    assert len(PAIRS) >= 120


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "no word"), ("  !!", "no word"), ('"وزير', "quotation mark"), ("(وزير", "parenthesis"), ("وزير)", "parenthesis"), ("NOT وزير", "beside NOT"),
        ("وزير NOT", "missing at the end"), ('exact:"وزير" OR رئيس', "exact:"), ('(exact:"وزير" رئيس)', "exact:"), ("و*", "two letters"), ("OR وزير", "no word"), ("وزير -", "behind"),
        ("(" * 60 + "وزير" + ")" * 60, "parentheses"),
    ],
)
def test_a_query_that_cannot_be_understood_is_told(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parsed(query)


@given(st.text(alphabet='وزيرعلمال "()*-:ANDORNOT123«»exact', max_size=40))
def test_any_query_finds_or_is_told(searched: Store, query: str) -> None:
    try:
        searched.search(query)
    except QueryError:
        return


@given(st.text(max_size=80), st.sampled_from(["وزير", "محمد*", '"ابو ظبي"', 'exact:"علي"']))
def test_lights_lie_in_the_text(text: str, query: str) -> None:
    for start, end in lit(parsed(query), text, tokens(text)):
        assert 0 <= start < end <= len(text)


def test_filters_and_order(store) -> None:
    kept = store(
        article("a", "التقى وزير الخارجية التركي نظيره الإيطالي في روما.", title="لقاء وزير تركي", outlet="أ", published="2024-04-01"),
        article("b", "نفى المتحدث باسم الحكومة المصرية وجود وزير في الوفد. وقال وزير آخر شيئا.", outlet="ب", published="2024-04-20"),
        article("c", "قال الرئيس السنغالي إن وزير المالية استقال.", outlet="ب", published="2024-04-25"),
    )

    def ids(query: str, *, recent: bool = False, **filters: str) -> list[str]:
        return [hit.listing.id for hit in kept.search(query, Filters(**filters), recent=recent).hits]

    assert ids("وزير")[0] == "a" and set(ids("وزير")) == {"a", "b", "c"}
    assert ids("وزير", outlet="ب", until="2024-04-20") == ["b"]
    assert ids("وزير", since="2024-04-20", outlet="أ") == []
    assert ids("وزير", type="CONSULT") == ["a"] and ids("وزير", type="CONSULT", status="denied") == []
    assert ids("وزير", country="TUR") == ["a"] and ids("وزير", type="CONSULT", country="EGY") == []
    assert ids("وزير", source="الرئيس السنغالي") == ["c"]
    assert ids("وزير", actor="وزير الخارجية التركي") == ["a"]
    assert ids("وزير", recent=True)[0] in {"b", "c"}
    assert kept.search("وزير", limit=1, offset=1).total == 3 and len(kept.search("وزير", limit=1, offset=1).hits) == 1


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a store of a few articles were one of very many."""
    monkeypatch.setattr(search_module, "_MANY", 2)
    monkeypatch.setattr(search_module, "_LOOKED_AT", 3)
    monkeypatch.setattr(search_module, "_AT_ONCE", 2)


def test_words_that_most_articles_hold_are_told_newest_first(store, few: None) -> None:
    texts = ["قال وزير المالية إن الموازنة أقرت.", "قال الوزير.", "وزير ووزير ووزير.", "سكت الوزير.", "هبت عاصفة."]
    kept = store(*(article(str(n), text, published=f"2024-04-{(7 * n) % 5 + 10}") for n, text in enumerate(texts)))
    found = kept.search("وزير", limit=3)
    assert (found.order, found.total, [h.listing.id for h in found.hits]) == ("newest", 4, ["2", "1", "3"]) and all(h.in_text for h in found.hits)
    assert kept.search("وزير", limit=3, offset=3).total == 4 and kept.search("وزير", limit=3, offset=9).total == 4
    assert kept.search("وزير", Filters(since="2024-04-12"), limit=3).total == 2
    # few hold it, or one of two is enough: weighed
    assert kept.search("عاصفه").order == kept.search("عاصفة OR وزير").order == "best" and kept.search("عاصفة OR وزير").total == 5


def test_words_as_written_are_counted_as_far_as_they_are_looked_at(store, few: None) -> None:
    kept = store(*(article(str(n), "قال الوزير." if n % 4 else "قال وزير.", published="2024-04-30") for n in range(16)))
    found = kept.search('exact:"الوزير"', limit=2)
    assert (found.total, found.at_least) == (3, True) and len(found.hits) == 2
    whole = kept.search('exact:"الوزير"', limit=50)
    assert (whole.total, whole.at_least) == (12, False) == (len(whole.hits), False)
    assert [h.listing.id for h in kept.search('exact:"الوزير"', limit=2, offset=10).hits] == [h.listing.id for h in whole.hits[10:]]
    assert kept.search('وزير -exact:"الوزير"', limit=50).total == 4 and kept.search('exact:"الوزير" -exact:"وزير"', limit=50).total == 12
