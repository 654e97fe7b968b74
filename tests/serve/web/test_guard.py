"""The guard: other hosts, other origins, wrong keys, and bodies that are too much get nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.serve.web.screens import HERE, PORT, TOKEN, Person, decisions, served
from variorum.errors import UsageError
from variorum.serve.web.app import application
from variorum.serve.web.guard import POLICY, SEALS, session_cookie
from variorum.serve.web.requests import MOST_BYTES
from variorum.serve.web.running import taken
from variorum.serve.web.screen import Screen
from variorum.serve.web.sessions import Sessions

PAGES = ("/", "/entities", "/log", "/log.csv", "/people", "/page", "/screen.css", "/screen.js")


@pytest.fixture
def stranger(location: str) -> TestClient:
    return TestClient(served(location), base_url=HERE, headers={"Origin": HERE})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example"],
)
def test_another_host_is_refused(ada: Person, host: str) -> None:
    assert ada.client.get("/", headers={"Host": host}).status_code == 421


def test_another_host_cannot_use_the_token(stranger: TestClient) -> None:
    answer = stranger.get(f"/start?token={TOKEN}", headers={"Host": "evil.example"})
    assert answer.status_code == 421
    assert "set-cookie" not in answer.headers


def test_localhost_is_the_same_screen(location: str) -> None:
    client = TestClient(served(location), base_url=f"http://localhost:{PORT}")  # type: ignore[arg-type]
    assert client.get(f"/start?token={TOKEN}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_without_the_cookie_there_is_no_page(stranger: TestClient, page: str) -> None:
    answer = stranger.get(page)
    assert answer.status_code == 403
    assert "variorum review" in answer.text


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", "%00", "é"])
def test_a_wrong_token_opens_nothing(stranger: TestClient, token: str) -> None:
    answer = stranger.get(f"/start?token={token}")
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_token_is_exchanged_at_once(stranger: TestClient) -> None:
    answer = stranger.get(f"/start?token={TOKEN}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie


@pytest.mark.parametrize("change", [lambda c: c[:-1], lambda c: "x" + c, lambda c: c.split(".")[0]])
def test_a_cookie_that_was_changed_is_refused(stranger: TestClient, change: object) -> None:
    cookie = change(Sessions(TOKEN).new())  # type: ignore[operator]
    stranger.cookies.set(session_cookie(PORT), cookie)
    assert stranger.get("/").status_code == 403


def test_a_cookie_of_an_earlier_run_is_refused(stranger: TestClient) -> None:
    stranger.cookies.set(session_cookie(PORT), Sessions("the token before").new())
    assert stranger.get("/").status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1:1", None])
def test_a_form_from_another_origin_is_refused(ada: Person, location: str, origin: str) -> None:
    headers = {} if origin is None else {"Origin": origin}
    del ada.client.headers["Origin"]
    data = {"form_token": ada.form_token, "id": "v-0", "said": "figure differs", "view": "confirm"}
    assert ada.client.post("/decide", data=data, headers=headers).status_code == 403
    assert decisions(location) == []


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_form_that_a_browser_calls_foreign_is_refused(ada: Person, site: str) -> None:
    answer = ada.client.post(
        "/undo", data={"form_token": ada.form_token}, headers={"Sec-Fetch-Site": site}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("given", ["", "x", "0" * 64])
def test_a_form_without_its_token_is_refused(ada: Person, location: str, given: str) -> None:
    data = {"form_token": given, "id": "v-0", "said": "figure differs", "view": "confirm"}
    assert ada.client.post("/decide", data=data).status_code == 403
    assert decisions(location) == []


def test_a_form_of_another_browser_is_refused(location: str) -> None:
    app = served(location)
    ada, ben = Person(app, "Ada"), Person(app, "Ben")
    assert ada.form_token != ben.form_token
    assert ada.client.post("/undo", data={"form_token": ben.form_token}).status_code == 403


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data", ""])
def test_another_kind_of_body_is_refused(ada: Person, kind: str) -> None:
    answer = ada.client.post("/decide", content=b"{}", headers={"Content-Type": kind})
    assert answer.status_code == 415


def test_a_body_that_is_too_long_is_refused(ada: Person, location: str) -> None:
    assert ada.decide("v-0", "confirm", note="x" * MOST_BYTES).status_code == 413
    assert decisions(location) == []


def test_a_long_body_of_no_stated_length_is_refused(ada: Person) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(200):
            yield b"note=" + b"x" * 10_000 + b"&"

    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert ada.client.post("/decide", content=chunks(), headers=headers).status_code == 413


def test_a_stated_length_that_is_no_number_is_refused(ada: Person) -> None:
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": "9" * 40,
    }
    assert ada.client.post("/decide", content=b"", headers=headers).status_code == 413


def test_too_many_fields_are_refused(ada: Person) -> None:
    assert ada.send("/merge", id=["x"] * 5000).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(ada: Person, method: str) -> None:
    assert ada.client.request(method, "/").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/screen.css/../app.py",
        "/screen.css%00.py",
        "/templates/base.html.j2",
        "/static/screen.css",
        f"{HERE}//evil.example/",
        "/decide",
        "/start/",
    ],
)
def test_no_path_leads_to_a_file(ada: Person, path: str) -> None:
    answer = ada.client.get(path, follow_redirects=False)
    assert answer.status_code == 404
    assert "evil" not in answer.headers.get("location", "")


@pytest.mark.parametrize("page", [*PAGES, "/none", "/account?id=none", "/start?token=x"])
def test_every_answer_is_sealed(ada: Person, page: str) -> None:
    headers = ada.client.get(page).headers
    assert {name: headers.get(name) for name in SEALS if name != "Content-Security-Policy"} == {
        name: value for name, value in SEALS.items() if name != "Content-Security-Policy"
    }
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")


def test_a_refusal_is_sealed_too(stranger: TestClient) -> None:
    assert stranger.get("/").headers["Content-Security-Policy"] == POLICY
    other = stranger.get("/", headers={"Host": "evil.example"})
    assert other.headers["Content-Security-Policy"] == POLICY


def test_the_report_page_keeps_its_own_policy(ada: Person) -> None:
    policy = ada.client.get("/page").headers["Content-Security-Policy"]
    assert "script-src 'sha256-" in policy
    assert "script-src 'unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_an_error_shows_no_traceback(location: str) -> None:
    app = application(Screen(location, lambda: str(1 // 0)), Sessions(TOKEN), PORT)
    answer = Person(app, "Ada").decide("v-0", "confirm")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_only_this_machine_is_listened_to() -> None:
    with taken(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_is_said() -> None:
    with taken(0) as listening, pytest.raises(UsageError, match="cannot be taken"):
        taken(listening.getsockname()[1])
