"""An endpoint of chat completions on this machine, which behaves as badly as a test wants it to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import Any

Reply = Callable[[dict[str, Any]], bytes]
"""From the body of a call to all bytes that are sent back, head and all."""


class Endpoint:
    """What is asked of it stands in `calls` and `heads`; it replies with `replies` in turn, the last one for good."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.calls: list[dict[str, Any]] = []
        self.heads: list[str] = []
        self.stopping = Event()
        self.url = ""

    def reply(self, call: dict[str, Any]) -> bytes:
        return self.replies[min(len(self.calls), len(self.replies)) - 1](call)


@contextmanager
def serving(*replies: Reply) -> Iterator[Endpoint]:
    endpoint = Endpoint(*replies)

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            head, body = received(self.request)
            endpoint.heads.append(head)
            endpoint.calls.append(json.loads(body))
            for piece in in_pieces(endpoint.reply(endpoint.calls[-1])):
                if piece == WAIT:
                    endpoint.stopping.wait(10)
                    return
                try:
                    self.request.sendall(piece)
                except OSError:
                    return

    class Server(ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        try:
            yield endpoint
        finally:
            endpoint.stopping.set()
            server.shutdown()


WAIT = b"\0wait\0"


def in_pieces(data: bytes) -> Iterator[bytes]:
    """Yield what is to be sent, and a mark where the endpoint is to say nothing any more."""
    before, mark, _ = data.partition(WAIT)
    yield before
    if mark:
        yield WAIT


def received(line: Any) -> tuple[str, bytes]:
    data = b""
    while b"\r\n\r\n" not in data:
        data += line.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    told = head.decode().lower()
    length = int(told.partition("content-length:")[2].split()[0])
    while len(body) < length:
        body += line.recv(65536)
    return head.decode(), body


def http(status: int, body: bytes, *headers: str, length: int | None = None) -> bytes:
    told = [f"HTTP/1.1 {status} Told", f"Content-Length: {len(body) if length is None else length}"]
    return "\r\n".join([*told, *headers, "", ""]).encode() + body


def completion(content: str | None, **more: object) -> bytes:
    """Return the reply of an endpoint whose model said `content`."""
    message = {"role": "assistant", "content": content, **more}
    body = {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    return http(200, json.dumps(body).encode())


def asked(call: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the pairs of a call as the model is shown them."""
    pairs: list[dict[str, Any]] = json.loads(call["messages"][1]["content"])["pairs"]
    return pairs


def answering(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> Reply:
    """Return a reply in the right form, with an answer to each pair."""

    def reply(call: dict[str, Any]) -> bytes:
        answers = [{"pair": pair["pair"], **answer(pair)} for pair in asked(call)]
        return completion(json.dumps({"answers": answers}))

    return reply


def open_answer(_: dict[str, Any]) -> dict[str, Any]:
    return {
        "same_question": "yes",
        "relation": "unclear",
        "left_words": [],
        "right_words": [],
    }


AGREES = answering(lambda pair: {**open_answer(pair), "relation": "agree"})
