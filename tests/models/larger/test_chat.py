"""A model at an endpoint: what it answers is taken, and whatever else it does costs a problem."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from tests.models.larger.endpoints import (
    AGREES,
    WAIT,
    Reply,
    answering,
    asked,
    completion,
    http,
    open_answer,
    serving,
)
from variorum.errors import UsageError
from variorum.models.larger.chat import MOST_MALFORMED, MOST_UNREACHED, ChatReader
from variorum.models.larger.endpoint import KEY, LARGEST_REPLY, LONGEST_PAUSE, PAUSES
from variorum.records import Span
from variorum.seams import PairAnswer, PairQuestion, ShownPassage
from variorum.settings import LargerJudge

SECRET = "-".join(("sk", "not", "a", "key", "0123456789"))


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the pauses that are asked for, none of which is made; and let no key of the machine in."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    monkeypatch.delenv(KEY, raising=False)
    return waited


def shown(name: str, text: str) -> ShownPassage:
    span = Span(name, 0, len(text), text)
    return ShownPassage(f"{name}.txt", None, span, span, span, "Ada Voss", "direct", (), (), ())


def question(number: int = 0) -> PairQuestion:
    left, right = shown("a-1", f"Dam {number} held."), shown("a-2", f"Dam {number} broke.")
    return PairQuestion(f"a-1 a-2 {number:016x}", 0.7, left, right)


QUESTIONS = [question(number) for number in range(4)]
AGREE = PairAnswer(same_question="yes", relation="agree")


def answers(
    reader: ChatReader, questions: list[PairQuestion] = QUESTIONS
) -> dict[str, PairAnswer | None]:
    return {key: one for some in reader.answers(questions) for key, one in some.items()}


def told(*replies: Reply, **options: Any) -> tuple[dict[str, PairAnswer | None], list[str], int]:
    """Return answers, problems, and how many calls were made."""
    with serving(*replies) as endpoint:
        reader = ChatReader(LargerJudge(model="toy", base_url=endpoint.url, **options))
        found = answers(reader)
        return found, [problem.reason for problem in reader.problems], len(endpoint.calls)


def test_a_model_is_asked_a_pair_a_call_and_its_answers_are_taken() -> None:
    found, problems, calls = told(AGREES)
    assert found == {one.pair: AGREE for one in QUESTIONS}
    assert (problems, calls) == ([], 4)


def test_several_pairs_a_call_have_answers_by_their_own_keys_in_any_order() -> None:
    def backwards(call: dict[str, Any]) -> bytes:
        rows = [{"pair": pair["pair"], **open_answer(pair)} for pair in asked(call)]
        rows[0]["relation"] = "agree"
        return completion(json.dumps({"answers": rows[::-1]}))

    found, problems, calls = told(backwards, pairs_a_call=4)
    said = [answer.relation for one in QUESTIONS if (answer := found[one.pair])]
    assert said == ["agree", "unclear", "unclear", "unclear"]
    assert (problems, calls) == ([], 1)


def test_what_is_shown_is_passage_context_and_what_was_read_and_no_name_of_a_file() -> None:
    with serving(AGREES) as endpoint:
        answers(ChatReader(LargerJudge(model="toy", base_url=endpoint.url)), [QUESTIONS[0]])
    (call,) = endpoint.calls
    (pair,) = asked(call)
    words = {"passage": "Dam 0 held.", "context": "Dam 0 held.", "speaker": "Ada Voss"}
    assert pair["left"] == words
    assert "a-1" not in call["messages"][1]["content"]
    assert call["model"] == "toy"
    assert endpoint.heads[0].startswith("POST /v1/chat/completions ")


def test_calls_tokens_and_price_are_told_before_anything_is_asked() -> None:
    with serving(AGREES) as endpoint:
        options = LargerJudge(model="toy", base_url=endpoint.url, price_in=2.0, price_out=8.0)
        plain = ChatReader(LargerJudge(model="toy", base_url=endpoint.url, pairs_a_call=3))
        priced = ChatReader(options).expected(QUESTIONS)
        assert "about 4 pairs in 4 calls: about 2," in priced
        assert " tokens in, 280 out, 0.01 by the prices given." in priced
        assert "in 2 calls: " in plain.expected(QUESTIONS)
        assert "price" not in plain.expected(QUESTIONS)
        assert endpoint.calls == []


def test_the_key_goes_into_the_header_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, f" {SECRET}\n")
    with serving(AGREES) as endpoint:
        reader = ChatReader(LargerJudge(model="toy", base_url=endpoint.url))
        told = [reader.expected(QUESTIONS), *map(str, answers(reader).values())]
    assert f"Authorization: Bearer {SECRET}\r\n" in f"{endpoint.heads[0]}\r\n"
    assert SECRET not in json.dumps(endpoint.calls)
    assert SECRET not in "".join([*told, reader.fingerprint, *map(str, reader.problems)])


def test_without_a_key_none_is_sent() -> None:
    with serving(AGREES) as endpoint:
        answers(ChatReader(LargerJudge(model="toy", base_url=endpoint.url)))
    assert "authorization" not in endpoint.heads[0].lower()


@pytest.mark.parametrize(
    "reply",
    [
        lambda _: http(401, json.dumps({"error": {"message": f"No such key: {SECRET}"}}).encode()),
        lambda _: http(302, b"", f"Location: http://elsewhere.example/?{SECRET}"),
        lambda _: f"{SECRET}\r\n\r\n".encode(),
        answering(lambda pair: {**open_answer(pair), "left_words": [f"x{SECRET}"]}),
    ],
)
def test_a_key_that_comes_back_is_told_and_kept_nowhere(
    reply: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, SECRET)
    found, problems, _ = told(reply)
    assert found == {}
    assert problems
    assert SECRET not in str(problems)


@pytest.mark.parametrize(
    "url",
    [
        "", "localhost:11434", "ftp://a.example/v1", "https://ada:pass@a.example/v1", "http://",
        "https://a.example/v1?key=x", "http://a.example:99999/v1", "http://a.example/v1 ",
        "http://a.example/\r\nX: y", "http://ä.example/v1",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_before_anything_is_asked(url: str) -> None:
    with pytest.raises(UsageError, match="--base-url"):
        ChatReader(LargerJudge(model="toy", base_url=url))


def test_a_key_is_not_sent_in_the_clear_to_another_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    ChatReader(LargerJudge(model="toy", base_url="http://a.example/v1"))
    monkeypatch.setenv(KEY, SECRET)
    for here in ("https://a.example/v1", "http://localhost:1/v1", "http://[::1]:1/v1"):
        ChatReader(LargerJudge(model="toy", base_url=here))
    with pytest.raises(UsageError, match="over http") as refused:
        ChatReader(LargerJudge(model="toy", base_url="http://a.example/v1"))
    assert SECRET not in str(refused.value)


def test_a_key_that_cannot_be_a_header_is_refused_unprinted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(KEY, f"{SECRET}\nX: y")
    with pytest.raises(UsageError, match="characters") as refused:
        ChatReader(LargerJudge(model="toy", base_url="https://a.example/v1"))
    assert SECRET not in str(refused.value)


# --- what may come back in place of an answer --------------------------------------------------------

MALFORMED: dict[str, tuple[Reply, str]] = {
    "prose": (lambda _: completion("They agree."), "it did not answer in the form"),
    "nothing": (lambda _: completion(None), "it did not answer in the form"),
    "a refusal": (lambda _: completion(None, refusal="I cannot."), "it refused to answer"),
    "another form": (lambda _: completion('{"answer": 4}'), "it did not answer in the form"),
    "no completion": (lambda _: http(200, b'{"ok": true}'), "its reply is no chat completion"),
    "no choice": (lambda _: http(200, b'{"choices": []}'), "its reply has no choice in it"),
    "no JSON": (lambda _: http(200, b"<html>Sign in</html>"), "its reply is no chat completion"),
    "no UTF-8": (lambda _: http(200, b'{"choices": "\xff\xfe"}'), "its reply is no chat completion"),
    "a huge body": (lambda _: http(200, b" " * (LARGEST_REPLY + 1)), "its reply has more than"),
    "a huge claim": (lambda _: http(200, b"", length=10**12), "its reply has more than"),
    "deep JSON": (lambda _: completion("[" * 100_000), "it did not answer in the form"),
    "deep answers": (lambda _: completion('{"answers": ' + "[" * 100_000 + "}"), "it did not answer"),
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_a_reply_that_is_no_answer_is_one_problem_and_no_more(name: str) -> None:
    reply, reason = MALFORMED[name]
    found, problems, calls = told(reply)
    assert found == {}
    assert calls == 4
    (problem,) = problems
    assert problem.startswith(f"4 pairs have no answer: {reason}")


def test_a_pair_whose_answer_is_malformed_costs_no_other_one() -> None:
    def upset(call: dict[str, Any]) -> bytes:
        if "Dam 2" in call["messages"][1]["content"]:
            return completion("As you wish.")
        return AGREES(call)

    found, problems, calls = told(upset, pairs_a_call=4)
    assert set(found) == {one.pair for one in QUESTIONS} - {QUESTIONS[2].pair}
    assert problems[0].startswith("1 pairs have no answer")
    assert calls == 5


def test_answers_left_out_or_of_no_known_kind_leave_their_pairs_unanswered() -> None:
    def some(call: dict[str, Any]) -> bytes:
        first, second, third, _ = asked(call)
        rows = [
            {"pair": first["pair"], **open_answer(first)},
            {"pair": second["pair"], **open_answer(second), "relation": "lies"},
            {"pair": third["pair"], "same_question": "yes"},
            "agree",
        ]
        return completion(json.dumps({"answers": rows}))

    found, problems, _ = told(some, pairs_a_call=4)
    assert list(found) == [QUESTIONS[0].pair]
    (problem,) = problems
    assert problem.startswith("3 pairs have no answer: its reply leaves them out")


def test_answers_on_other_pairs_are_dropped_and_counted() -> None:
    def strange(call: dict[str, Any]) -> bytes:
        rows = [{"pair": "p9", **open_answer({})}, {"pair": QUESTIONS[3].pair, **open_answer({})}]
        rows += [{"pair": pair["pair"], **open_answer(pair)} for pair in asked(call)]
        return completion(json.dumps({"answers": rows}))

    found, problems, _ = told(strange, pairs_a_call=2)
    assert len(found) == 4
    assert problems == ["4 answers were about pairs that nobody asked about, and were dropped"]


def test_a_model_that_thinks_aloud_or_sets_marks_of_code_is_understood() -> None:
    def wordy(call: dict[str, Any]) -> bytes:
        content = json.loads(AGREES(call).partition(b"\r\n\r\n")[2])["choices"][0]["message"]
        said = f"<think>{{Is it?}}</think>Here:\n```json\n{content['content']}\n```"
        return completion(said)

    found, problems, _ = told(wordy)
    assert (len(found), problems) == (4, [])


def test_an_endpoint_that_knows_no_schema_is_asked_plainly_from_then_on() -> None:
    def old(call: dict[str, Any]) -> bytes:
        return http(400, b"{}") if "response_format" in call else AGREES(call)

    found, problems, calls = told(old)
    assert (len(found), problems, calls) == (4, [], 5)


def test_a_model_that_never_answers_in_the_form_is_soon_asked_no_more() -> None:
    many = [question(number) for number in range(3 * MOST_MALFORMED)]
    with serving(lambda _: completion("No.")) as endpoint:
        reader = ChatReader(LargerJudge(model="toy", base_url=endpoint.url))
        assert answers(reader, many) == {}
    assert len(endpoint.calls) == MOST_MALFORMED
    (problem,) = reader.problems
    assert problem.reason.startswith(f"{len(many)} pairs have no answer")


# --- the way there -----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [401, 403, 404, 301, 302, 307, 308, 418])
def test_what_no_other_call_would_mend_ends_the_asking_at_once(status: int) -> None:
    found, problems, calls = told(lambda _: http(status, b"", "Location: http://127.0.0.1:1/v1"))
    assert (found, calls) == ({}, 1)
    (problem,) = problems
    assert problem.startswith(f"4 pairs have no answer: it replied {status}")


def test_a_redirect_is_not_followed() -> None:
    with serving(AGREES) as elsewhere:
        head = f"Location: {elsewhere.url}/chat/completions"
        _, problems, _ = told(lambda _: http(307, b"", head))
        assert elsewhere.calls == []
    assert "which was not followed. Name the right address yourself." in problems[0]


def test_a_busy_endpoint_is_tried_again_after_the_pause_that_it_asks_for(
    waits: list[float],
) -> None:
    busy = http(429, b"", "Retry-After: 7")
    found, problems, calls = told(lambda _: busy, lambda _: http(503, b""), AGREES)
    assert (len(found), problems, calls) == (4, [], 6)
    assert waits == [7.0, PAUSES[1]]


def test_a_pause_until_a_date_is_kept_and_one_that_is_none_is_the_usual(waits: list[float]) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    soon = http(429, b"", f"Retry-After: {until}")
    told(lambda _: soon, lambda _: http(429, b"", "Retry-After: soon"), AGREES)
    assert waits[0] == pytest.approx(29, abs=2)
    assert waits[1:] == [PAUSES[1]]


def test_nobody_is_waited_for_longer_than_the_longest_pause(waits: list[float]) -> None:
    found, problems, calls = told(lambda _: http(429, b"", f"Retry-After: {LONGEST_PAUSE + 1:.0f}"))
    assert (found, waits, calls) == ({}, [], 1)
    assert "and asks to wait 61 s. It is busy: try later." in problems[0]


def test_an_endpoint_that_stays_busy_is_given_up(waits: list[float]) -> None:
    found, problems, calls = told(lambda _: http(500, b'{"error": "overloaded"}'))
    assert found == {}
    assert calls == MOST_UNREACHED * (1 + len(PAUSES))
    assert waits == [*PAUSES] * MOST_UNREACHED
    assert problems[0].startswith("4 pairs have no answer: it replied 500: overloaded")


CUT: dict[str, bytes] = {
    "at once": b"",
    "in the head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "in the body": http(200, b'{"choices": [', length=500),
    "in a chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{",
    "garbage": b"\x00\xff\xfe not HTTP at all\r\n\r\n",
}


@pytest.mark.parametrize("name", CUT)
def test_a_connection_that_is_cut_is_tried_again(name: str) -> None:
    found, problems, calls = told(lambda _: CUT[name], AGREES)
    assert (len(found), problems, calls) == (4, [], 5)


SLOW: dict[str, bytes] = {
    "says nothing": WAIT,
    "stops in the head": b"HTTP/1.1 200 OK\r\n" + WAIT,
    "stops in the body": http(200, b"{", length=500) + WAIT,
    "stops in a body without a length": b"HTTP/1.1 200 OK\r\n\r\n{" + WAIT,
}


@pytest.mark.parametrize("name", SLOW)
def test_an_endpoint_that_goes_silent_is_hung_up_on(name: str) -> None:
    found, problems, calls = told(lambda _: SLOW[name], AGREES, seconds=0.2)
    assert (len(found), problems, calls) == (4, [], 5)


def test_where_nothing_listens_one_problem_says_so() -> None:
    with serving(AGREES) as endpoint:
        url = endpoint.url
    reader = ChatReader(LargerJudge(model="toy", base_url=url))
    assert answers(reader) == {}
    (problem,) = reader.problems
    assert problem.reason.startswith("4 pairs have no answer: there was no reply")
    assert "can be reached?" in problem.reason


def test_a_host_that_cannot_be_looked_up_is_told_like_any_other() -> None:
    reader = ChatReader(LargerJudge(model="toy", base_url=f"http://{'x' * 70}.invalid/v1"))
    assert answers(reader) == {}
    assert "there was no reply" in reader.problems[0].reason
