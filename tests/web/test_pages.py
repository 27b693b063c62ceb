import csv
import io
import json
from urllib.parse import quote

import pytest
from httpx import Client

from tests.web.conftest import ARTICLES

KINDS = ("/", "/search", "/timeline", "/network", "/map", "/quotes", "/actors", "/compare", "/settings", "/articles/talks", "/stories/1", "/actors/" + quote("country:TUR"))


@pytest.mark.parametrize("path", KINDS)
def test_every_page_answers_in_both_languages(client: Client, path: str) -> None:
    arabic, english = client.get(path), client.get(path, headers={"cookie": "khabar-language=en"})
    assert (arabic.status_code, english.status_code) == (200, 200)
    assert '<html lang="ar" dir="rtl"' in arabic.text and '<html lang="en" dir="ltr"' in english.text


@pytest.mark.parametrize("path", [p for p in KINDS if p != "/settings"])
def test_every_page_has_its_json_twin(client: Client, path: str) -> None:
    twin = client.get("/index.json" if path == "/" else path + ".json")
    assert twin.status_code == 200 and json.loads(twin.text)


def test_the_twin_of_an_article_is_its_record(client: Client) -> None:
    record = client.get("/articles/talks.json").json()
    text = record["article"]["text"]
    assert text == ARTICLES[3].text and record["format"] == "khabar/1"
    assert all(text[e["evidence"]["start"] : e["evidence"]["end"]] == e["evidence"]["text"] for e in record["events"]) and record["events"]


def test_events_are_exported_as_a_table(client: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/articles/talks.csv").content.decode("utf-8-sig"))))
    assert [r["event"] for r in rows] == [e["id"] for e in client.get("/articles/talks.json").json()["events"]]


def test_copied_text_is_the_articles_own(client: Client) -> None:
    from lxml import html

    page = html.fromstring(client.get("/articles/talks").text)
    for each in page.xpath("//sup[contains(@class, 'ref')]"):
        each.drop_tree()
    shown = [p.text_content() for p in page.xpath("//article[@class='text']//p[starts-with(@id, 'p')]")]
    assert "\n\n".join(shown) == ARTICLES[3].text


def test_a_search_lights_up_what_it_found(client: Client) -> None:
    page = client.get("/search", params={"q": "محادثات"}).text
    assert '<mark class="hit">محادثات</mark>' in page


def test_exactly_as_written_is_narrower(client: Client) -> None:
    loose, exact = (client.get("/search.json", params={"q": "تركيه", **more}).json()["total"] for more in ({}, {"exact": "1"}))
    assert loose > 0 and exact == 0


@pytest.mark.parametrize(("path", "code"), [
    ("/articles/nobody", 404), ("/stories/99999", 404), ("/stories/x", 404), ("/actors/nobody", 404), ("/nowhere", 404), ("/search?q=%22a", 400), ("/timeline?since=soon", 400),
    ("/search?offset=-1", 400), ("/compare?one=nobody&other=nobody", 404),
])
def test_what_is_wrong_is_told_on_a_page(client: Client, path: str, code: int) -> None:
    answer = client.get(path)
    assert answer.status_code == code and "<main" in answer.text and "Traceback" not in answer.text


def test_figures_that_do_not_agree_stand_side_by_side(client: Client) -> None:
    stories = [s["row"] for s in client.get("/timeline.json").json()["stories"] if s["articles"] > 1]
    assert stories
    pages = [client.get(f"/stories/{n}").text for n in stories]
    assert any("is-disputed" in page and "١٢" in page and "١٥" in page for page in pages)


def test_openapi_tells_every_twin(client: Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/index.json", "/search.json", "/articles/{name}.json", "/stories/{name}.csv"} <= paths.keys()


def test_a_page_is_made_anew_when_the_store_changes(own_store_client: Client) -> None:
    before = own_store_client.get("/search.json").json()["total"]
    own_store_client.post("/articles", data={"text": "التقى الرئيس التونسي نظيره الجزائري في تونس.", "token": "the-token-of-the-tests"})
    assert own_store_client.get("/search.json").json()["total"] == before + 1


def test_the_front_page_as_a_table_holds_each_story_once(client: Client) -> None:
    lines = client.get("/index.csv").text.lstrip("\ufeff").splitlines()
    stories = [line.partition(",")[0] for line in lines[1:]]
    assert lines[0].startswith("story,") and len(stories) == len(set(stories)) >= 4
