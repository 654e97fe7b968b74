"""The queue's pages: one item at a time, decided on by keyboard or by mouse.

Enters: requests. Leaves: the item with its readings, and decisions.

Who has not decided on an item yet does not see what others decided on it, unless they ask: a view
that knows the others' is not a second view.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from variorum.errors import UsageError
from variorum.records import Decision
from variorum.review import RETYPES, Signed, Standing, decide, said, undo
from variorum.serve.web.filtering import (
    EVERY_KIND,
    FIRST_KIND,
    STATE_FILTERS,
    Filter,
    choose,
    kinds,
    states,
)
from variorum.serve.web.rendering import one, rendered, reviewer, screen
from variorum.serve.web.seen import Seen, own
from variorum.serve.web.side_by_side import SIDES, grounds, sides

LONGEST_NOTE = 4000
MOST_RESTING = 5
"""Records that a finding rests on, named beside it."""
Plain = Literal["confirm", "reject", "unsure", "note"]
PLAIN: Mapping[str, Plain] = {
    "confirm": "confirm",
    "reject": "reject",
    "unsure": "unsure",
    "note": "note",
}
ACKNOWLEDGEMENTS = {
    "confirm": "Confirmed",
    "reject": "Rejected",
    "unsure": "Marked as unsure",
    "retype": "Retyped",
    "note": "Noted",
    "merge": "Merged",
    "split": "Set apart",
    "undo": "Taken back",
}
"""What the screen says after a decision."""
QUEUED_KINDS = frozenset((EVERY_KIND, *(kind.__name__.lower() for kind in SIDES)))
RETURN_TO = {"entity": "/entities", "event": "/events", "alignment": "/alignments", "log": "/log"}
"""Where an undoing may lead back to, beside the queue."""


class VisibleDecisions(Struct, frozen=True):
    """What people decided on one record, as far as a person may see it now.

    `hidden` counts the others whose views are kept back until one's own is given.
    """

    own: Decision | None
    others: tuple[Decision, ...]
    notes: tuple[Decision, ...]
    hidden: int


def filter_of(given: Mapping[str, str]) -> Filter:
    """Return the filter of a query or a form; what is unknown is left away."""
    kind, state = given.get("kind", ""), given.get("state", "")
    known = kind if kind in QUEUED_KINDS else FIRST_KIND
    return Filter(known, state if state in STATE_FILTERS else "open")


def shown_filter(seen: Seen, query: Mapping[str, str]) -> Filter:
    """Return the filter of a query in which the item that it asks for stands; of all kinds where there are no findings."""
    wanted, item = filter_of(query), seen.item(query.get("at", ""))
    if item is not None and not wanted.has(item.kind):
        return replace(wanted, kind=item.kind)
    if not seen.found.findings and wanted.kind == FIRST_KIND:
        return replace(wanted, kind=EVERY_KIND)
    return wanted


def visible_decisions(standing: Standing | None, who: str, *, shown: bool) -> VisibleDecisions:
    """Return what a person sees of a record's standing: all of it once they decided, or if asked."""
    mine = own(standing, who)
    given = standing.decisions if standing else ()
    notes = standing.notes if standing else ()
    others = tuple(d for d in given if d.who != who)
    if mine is not None or shown:
        return VisibleDecisions(mine, others, notes, 0)
    return VisibleDecisions(None, (), tuple(n for n in notes if n.who == who), len(others))


def queue_page(request: Request) -> Response:
    """Show one item of the queue."""
    who = reviewer(request)
    if not who:
        return RedirectResponse("/name", status_code=303)
    seen = screen(request).see()
    query = request.query_params
    wanted = shown_filter(seen, query)
    choice = choose(seen, wanted, who, query.get("at", ""))
    item = choice.item
    record = seen.record(item.id) if item else None
    return rendered(
        request,
        "queue.html.j2",
        seen,
        choice=choice,
        wanted=wanted,
        kinds=kinds(seen),
        every_kind=EVERY_KIND,
        states=states(seen, who, wanted.kind),
        sides=sides(seen.found, record) if record else (),
        grounds=grounds(seen.found, record) if record else None,
        findings=[seen.found.findings[key] for key in item.findings] if item else [],
        resting=[one for one in seen.found.items if item and item.id in one.findings],
        most_resting=MOST_RESTING,
        views=visible_decisions(seen.given.of(item.id), who, shown="others" in query)
        if item
        else None,
        retypes=[kind for kind in RETYPES.get(item.kind, ()) if kind != item.said] if item else [],
        done=done_words(seen, query.get("done", "")),
        last=seen.last_of(who),
        missing=bool(query.get("at")) and seen.item(query["at"]) is None,
    )


def decide_form(request: Request) -> Response:
    """Keep a decision and go on to the next item."""
    served, who = screen(request), reviewer(request)
    if not who:
        return RedirectResponse("/name", status_code=303)
    seen = served.see()
    record = seen.record(one(request, "id"))
    if said(record) != one(request, "said"):
        raise UsageError("What Variorum says of this has changed. Look at it again.")
    view, _, to = one(request, "view").partition(":")
    signed = Signed(who, served.clock(), note(request))
    if view == "note" and not signed.note:
        raise UsageError("There is no note yet: write one and press the button again.")
    if view == "retype":
        decision = decide(record, "retype", signed, to=to)
    elif view in PLAIN:
        decision = decide(record, PLAIN[view], signed)
    else:
        raise UsageError("Choose one of the buttons.")
    wanted = filter_of({"kind": one(request, "kind"), "state": one(request, "state")})
    stay = one(request, "id") if view == "note" else one(request, "next") or one(request, "id")
    served.keep(decision)
    return RedirectResponse(wanted.address(at=stay, done=decision.id), status_code=303)


def undo_form(request: Request) -> Response:
    """Take back one's own decision: the one named, or else the latest."""
    served, who = screen(request), reviewer(request)
    seen = served.see()
    given = one(request, "decision")
    named = next((d for d in seen.live if d.id == given), None) if given else seen.last_of(who)
    if named is None:
        raise UsageError("You have no decision to take back.")
    taken = undo(named, Signed(who, served.clock()))
    served.keep(taken)
    back = RETURN_TO.get(one(request, "back"))
    if back or seen.item(seen.target_of(named)) is None:
        query = urlencode({"done": taken.id})
        return RedirectResponse(
            f"{back or RETURN_TO.get(named.kind, '/log')}?{query}", status_code=303
        )
    wanted = filter_of({"kind": one(request, "kind"), "state": one(request, "state")})
    return RedirectResponse(
        wanted.address(at=seen.target_of(named), done=taken.id), status_code=303
    )


def note(request: Request) -> str:
    """Return the note of a form; UsageError if it is too long."""
    given = one(request, "note").strip()
    if len(given) > LONGEST_NOTE:
        raise UsageError(f"A note has at most {LONGEST_NOTE} characters; this has {len(given)}.")
    return given


def done_words(seen: Seen, key: str) -> str:
    """Return what is said after the decision with id `key`, the empty string for none."""
    decision = next((d for d in seen.decisions if d.id == key), None)
    if decision is None:
        return ""
    to = f" to “{decision.to[0]}”" if decision.view == "retype" else ""
    return f"{ACKNOWLEDGEMENTS[decision.view]}{to}: {decision.said or decision.kind}."
