"""Requests: what the screen refuses before any of it is read.

Enters: the method and headers of a request. Leaves: the reason it is refused, or nothing.

The screen answers only to its own names (against DNS rebinding), and takes forms only from its own
pages (against forgery by other sites): the Origin header, Fetch Metadata (W3C) and a form token.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from msgspec import Struct

MOST_BYTES = 128 * 1024
"""Largest body of a form."""
MOST_FIELDS = 4000
FORM_TYPE = "application/x-www-form-urlencoded"

PostedForm = dict[str, list[str]]


class Refusal(Struct, frozen=True):
    """An HTTP status, and what the person who meets it can do; `inside` if the screen is theirs."""

    status: int
    words: str
    inside: bool = True


HOST = Refusal(
    421,
    "This screen answers only at the address printed when it was started.",
    inside=False,
)
WRONG_METHOD = Refusal(405, "This screen accepts only page requests and forms.")
ORIGIN = Refusal(403, "This form came from another page. Open the screen and decide there.")
KIND = Refusal(415, "This is not a form of the screen.")
TOO_LONG = Refusal(413, "This is too long. Shorten the note, or choose fewer at a time.")
BROKEN_OFF = Refusal(400, "This form did not arrive complete. Go back and send it again.")
FORGED = Refusal(
    403,
    "This form is from an earlier run of the screen. Go back, reload the page and decide again.",
)
CLOSED = Refusal(
    403,
    "This screen needs the key in the address that `variorum review` printed when it was started. "
    "Open that address in this browser. If you have just followed it from another page, go on:",
)
MISSING = Refusal(404, "There is no such page.")
FAILED = Refusal(500, "This did not work. The terminal in which the screen was started says why.")


def hosts(port: int) -> tuple[str, ...]:
    """Return the only values of the Host header that are answered."""
    return (f"127.0.0.1:{port}", f"localhost:{port}")


def refused(method: str, headers: Mapping[str, str], port: int) -> Refusal | None:
    """Return why a request is refused by its head alone; header names are in lower case."""
    if headers.get("host", "") not in hosts(port):
        return HOST
    if method in {"GET", "HEAD"}:
        return None
    return _refused_form(headers) if method == "POST" else WRONG_METHOD


def _refused_form(headers: Mapping[str, str]) -> Refusal | None:
    if headers.get("origin") != f"http://{headers['host']}":
        return ORIGIN
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return ORIGIN
    if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM_TYPE:
        return KIND
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length[:12]) > MOST_BYTES:
        return TOO_LONG
    return None


def fields(body: bytes) -> PostedForm | None:
    """Return the fields of a form, ``None`` if there are too many; bad UTF-8 becomes U+FFFD."""
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        return None
    form: PostedForm = {}
    for name, value in pairs:
        form.setdefault(name, []).append(value.replace("\r\n", "\n"))
    return form
