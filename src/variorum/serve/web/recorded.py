"""What is on record: the log of decisions, orphans, reviewers, accounts in full, the report page.

Enters: requests. Leaves: pages, and the log as JSON Lines or CSV.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from html import unescape

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from variorum.errors import UsageError
from variorum.find.matter.material import without_folders
from variorum.records import Account, Decision, Span
from variorum.report.files.contract import cell, json_line
from variorum.review import agreement
from variorum.serve.web.context import account_address, facts, whole_account
from variorum.serve.web.filtering import Filter
from variorum.serve.web.queueing import done_words
from variorum.serve.web.rendering import (
    LONGEST_NAME,
    clean_name,
    keep_name,
    one,
    rendered,
    reviewer,
    screen,
)
from variorum.serve.web.seen import Seen
from variorum.serve.web.side_by_side import grounds

ENTRIES_A_PAGE = 200
COLUMNS = ("when", "who", "view", "to", "note", "kind", "said", "words", "in force", "id", "target")
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


class LogEntry(Struct, frozen=True):
    """A line of the log: a decision, and what it is about, if that is still in the ledger.

    `href` leads to its item in the queue, `live` tells if it is in force; `words` are the words it
    rests on, each with its account and the way there.
    """

    decision: Decision
    title: str
    live: bool
    href: str | None
    words: tuple[tuple[str, str, str | None], ...]


def orphans(request: Request) -> Response:
    """List the decisions that fit nothing of the latest run, with the words they rest on."""
    seen = screen(request).see()
    entries = [_entry(seen, decision, {decision.id}) for decision in seen.given.orphans]
    return rendered(request, "orphans.html.j2", seen, entries=entries)


def log(request: Request) -> Response:
    """List all decisions, the latest first."""
    seen = screen(request).see()
    who = request.query_params.get("of", "")
    chosen = _of(seen, who)
    live = {decision.id for decision in seen.live}
    return rendered(
        request,
        "log.html.j2",
        seen,
        of=who,
        people=sorted({decision.who for decision in seen.decisions}),
        entries=[_entry(seen, decision, live) for decision in chosen[::-1][:ENTRIES_A_PAGE]],
        more=len(chosen[ENTRIES_A_PAGE:]),
        total=len(chosen),
        done=done_words(seen, request.query_params.get("done", "")),
    )


def log_jsonl(request: Request) -> Response:
    """Return the log as JSON Lines, the earliest decision first."""
    seen = screen(request).see()
    chosen = _of(seen, request.query_params.get("of", ""))
    return _file(b"".join(map(json_line, chosen)), "jsonl", "application/jsonl")


def log_csv(request: Request) -> Response:
    """Return the log as a table in which no cell is a formula."""
    seen = screen(request).see()
    live = {decision.id for decision in seen.live}
    buffer = io.StringIO()
    table = csv.writer(buffer, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for decision in _of(seen, request.query_params.get("of", "")):
        table.writerow([cell(value) for value in _cells(decision, decision.id in live)])
    return _file(buffer.getvalue().encode("utf-8", "replace"), "csv", "text/csv; charset=utf-8")


def people(request: Request) -> Response:
    """Show who decided how much, and how far they agree."""
    seen = screen(request).see()
    return rendered(
        request,
        "people.html.j2",
        seen,
        counts=sorted(Counter(d.who for d in seen.live).items()),
        latest={d.who: d.when for d in seen.live},
        pairs=agreement(seen.given.of_record.values()),
    )


def account_page(request: Request) -> Response:
    """Show an account's whole text, a place of it marked."""
    seen = screen(request).see()
    query = request.query_params
    found = seen.found.known.accounts.get(query.get("id", ""))
    if found is None:
        raise UsageError("There is no such account in the ledger.")
    return rendered(
        request,
        "account.html.j2",
        seen,
        account=found,
        name=seen.found.known.label(found.id),
        facts=facts(found),
        origin=without_folders(found.source),
        runs=whole_account(
            seen.found, found, _checked_offsets(found, query.get("from", ""), query.get("to", ""))
        ),
        accounts=[(key, account_address(key)) for key in seen.found.known.accounts],
    )


def report_page(request: Request) -> Response:
    """Return the report page, with links to where findings are decided on."""
    served = screen(request)
    seen = served.see()
    html = served.page(lambda key: Filter(state="all").address(at=key) if seen.item(key) else None)
    stated = _POLICY.search(html)
    policy = unescape(stated[1]) if stated else "default-src 'none'; base-uri 'none'"
    headers = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
    return HTMLResponse(html, headers=headers)


def name_page(request: Request) -> Response:
    """Ask for the reviewer's name; whoever started the screen with a name is not asked."""
    given = screen(request).first_reviewer() if not reviewer(request) else ""
    if clean_name(given):
        answer: Response = RedirectResponse("/", status_code=303)
        keep_name(answer, given)
        return answer
    return rendered(request, "name.html.j2", screen(request).see(), longest=LONGEST_NAME)


def name_form(request: Request) -> Response:
    """Keep the reviewer's name in this browser."""
    name = clean_name(one(request, "name"))
    if name is None:
        raise UsageError(
            f"A name has 1 to {LONGEST_NAME} characters, and none that hide or reorder others."
        )
    answer = RedirectResponse("/", status_code=303)
    keep_name(answer, name)
    return answer


def _of(seen: Seen, who: str) -> list[Decision]:
    ordered = sorted(seen.decisions, key=lambda decision: (decision.when, decision.id))
    return [decision for decision in ordered if who in {"", decision.who}]


def _entry(seen: Seen, decision: Decision, live: set[str]) -> LogEntry:
    known = seen.found.known
    words = tuple(
        (place.text, known.label(place.account), _href(known.accounts.get(place.account), place))
        for place in decision.basis
    )
    target = seen.target_of(decision)
    href = Filter(state="all").address(at=target) if seen.item(target) else None
    record = seen.found.records.get(target)
    title = grounds(seen.found, record).title if record else ""
    return LogEntry(decision, title, decision.id in live, href, words)


def _href(account: Account | None, place: Span) -> str | None:
    """Return a link to words of an account only if the account still has them there."""
    if account is None or account.text[place.start : place.end] != place.text:
        return None
    return account_address(account.id, place)


def _checked_offsets(account: Account, start: str, end: str) -> tuple[int, int] | None:
    if not all(n.isascii() and n.isdigit() and len(n) < 10 for n in (start, end)):
        return None
    first, last = int(start), int(end)
    return (first, last) if first < last <= len(account.text) else None


def _cells(decision: Decision, live: bool) -> list[object]:
    words = " … ".join(place.text for place in decision.basis)
    return [
        decision.when,
        decision.who,
        decision.view,
        ", ".join(decision.to),
        decision.note,
        decision.kind,
        decision.said,
        words,
        "yes" if live and decision.view != "undo" else "no",
        decision.id,
        decision.target,
    ]


def _file(body: bytes, ending: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="decisions.{ending}"'}
    return Response(body, media_type=kind, headers=headers)
