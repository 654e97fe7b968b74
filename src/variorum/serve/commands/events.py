"""The command that lists events, and takes a person's word on which accounts tell of one: events.

Enters: a ledger. Leaves: a list on stdout; where something is said of events, the ledger compared anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.errors import UsageError
from variorum.serve.commands.options import AsJson, LedgerLocation, print_json, tell

if TYPE_CHECKING:
    from variorum.find.matter.material import Material
    from variorum.records import Decision

OneEvent = Annotated[
    list[str] | None,
    typer.Option(
        "--one", metavar="ACCOUNT", help="Treat these accounts as one event; give it twice or more."
    ),
]
AnotherEvent = Annotated[
    list[str] | None,
    typer.Option(
        "--apart", metavar="ACCOUNT", help="Treat this account as another event than the rest."
    ),
]


def events(  # noqa: PLR0913  each argument is an option of the command, given by name
    ledger: LedgerLocation,
    *,
    one: OneEvent = None,
    apart: AnotherEvent = None,
    reviewer: Annotated[
        str, typer.Option("--reviewer", metavar="NAME", help="Who takes this decision.")
    ] = "",
    note: Annotated[
        str, typer.Option("--note", metavar="WORDS", help="The reason; kept with the decision.")
    ] = "",
    again: Annotated[
        bool, typer.Option("--again", help="Compare again by decisions taken on the review screen.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List events with their accounts, or decide which accounts tell of the same event.

    A decision is kept and the accounts are compared again; you can take it back in `review`.

    `variorum events fire.variorum`

    `variorum events fire.variorum --one arrest.txt --one verdict.txt --reviewer Ada`

    `variorum events fire.variorum --apart other-fire.txt --reviewer Ada --note "Another street."`
    """
    from variorum.find.matter.material import material
    from variorum.report.lists.told_of import events_told
    from variorum.serve.console import opening
    from variorum.serve.printed import events as printed

    said = bool(one or apart)
    with opening.opened(ledger, writable=said or again, new=False) as opened:
        if said:
            opened.add([_decision(material(opened), one or (), apart or (), (reviewer, note))])
        if said or again:
            opening.compare_again(opened)
            tell("The accounts were compared again.")
        known = material(opened)
    if as_json:
        print_json(events_told(known))
    else:
        printed.show(known)


def _decision(
    known: Material, one: Sequence[str], apart: Sequence[str], signed: tuple[str, str]
) -> Decision:
    """Return what is said of accounts by their names; UsageError if it is not to be understood."""
    from variorum.report.lists.choosing import account_called
    from variorum.review import Signed, set_apart, took_for_one
    from variorum.serve.console.clock import now

    if one and apart:
        raise UsageError("Give --one or --apart, not both: they are two decisions.")
    who, note = signed
    named = [account_called(known, name) for name in (*one, *apart)]
    make = took_for_one if one else set_apart
    return make(list(known.events.values()), named, Signed(who, now(), note))
