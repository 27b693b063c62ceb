from pathlib import Path

import pytest
from httpx import Client

from tests.web.conftest import TOKEN, asking, desk

PASTED = {"text": "التقى الرئيس التونسي نظيره الجزائري في تونس أمس الاثنين."}


@pytest.mark.parametrize("path", ["/", "/articles/talks", "/static/style.css", "/nowhere"])
def test_every_answer_forbids_scripts_that_are_not_ours(client: Client, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self';" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy


def test_a_page_under_another_name_is_not_answered(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421


@pytest.mark.parametrize("data", [{}, {"token": "wrong"}, {"mark": "wrong"}])
def test_a_stranger_writes_nothing(own_store_client: Client, data: dict[str, str]) -> None:
    before = own_store_client.get("/search.json").json()["total"]
    assert own_store_client.post("/articles", data={**PASTED, **data}).status_code == 403
    assert own_store_client.get("/search.json").json()["total"] == before


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_another_site_writes_nothing_even_with_the_cookie(own_store_client: Client, headers: dict[str, str]) -> None:
    own_store_client.get(f"/?token={TOKEN}")
    assert own_store_client.post("/articles", data={**PASTED, "token": TOKEN}, headers=headers).status_code == 403
    assert own_store_client.post("/settings", data={"language": "en"}, headers=headers).status_code == 403


def test_the_cookie_alone_is_not_enough(own_store_client: Client) -> None:
    own_store_client.get(f"/?token={TOKEN}")
    assert own_store_client.post("/articles", data=PASTED).status_code == 403


def test_our_own_form_writes(own_store_client: Client) -> None:
    entered = own_store_client.get(f"/?token={TOKEN}&show=all")
    assert entered.status_code == 303 and entered.headers["location"] == "/?show=all"
    assert "HttpOnly" in entered.headers["set-cookie"] and "SameSite=strict" in entered.headers["set-cookie"]
    mark = own_store_client.get("/").text.split('name="mark" value="')[1].split('"')[0]
    done = own_store_client.post("/articles", data={**PASTED, "mark": mark, "published": "2024-05-01", "outlet": "من عندي"})
    assert done.status_code == 303
    record = own_store_client.get(done.headers["location"] + ".json").json()
    assert record["article"]["published"] == "2024-05-01" and record["article"]["outlet"] == "من عندي"


def test_a_program_writes_with_the_token_as_bearer(own_store_client: Client) -> None:
    assert own_store_client.post("/articles", data=PASTED, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 303
    assert own_store_client.post("/articles", data=PASTED, headers={"authorization": "Bearer wrong"}).status_code == 403


def test_a_file_is_read(own_store_client: Client) -> None:
    done = own_store_client.post("/articles", data={"token": TOKEN}, files={"file": ("خبر.txt", PASTED["text"].encode("utf-16"))})
    assert done.status_code == 303 and own_store_client.get(done.headers["location"]).status_code == 200


@pytest.mark.parametrize(("data", "code"), [({"text": "  "}, 400), ({**PASTED, "published": "soon"}, 400), ({"text": "س" * 10_100_000}, 413)])
def test_what_cannot_be_read_is_told(own_store_client: Client, data: dict[str, str], code: int) -> None:
    answer = own_store_client.post("/articles", data={**data, "token": TOKEN})
    assert answer.status_code == code and "<main" in answer.text


def test_other_machines_need_the_token_to_read(news: Path) -> None:
    for far in asking(desk(news, host="192.0.2.1")):
        far.headers["host"] = "192.0.2.1"
        assert far.get("/").status_code == 401 and far.get("/?token=wrong").status_code == 403
        assert far.get("/articles/talks.json").status_code == 401
        assert far.get(f"/?token={TOKEN}").status_code == 303
        assert far.get("/").status_code == 200


def test_settings_lead_back_to_our_own_pages_only(client: Client) -> None:
    for back, to in (("/map", "/map"), ("//evil.example", "/"), ("https://evil.example", "/"), ("/\\evil.example", "/"), ("/search?q=سلام", "/search?q=%D8%B3%D9%84%D8%A7%D9%85")):
        assert client.post("/settings", data={"back": back, "digits": "latin"}).headers["location"] == to
    client.cookies.clear()
