"""Dossiers made of names alone, for tests of entities."""

from tests.factory import account as make_account
from variorum.annotations import Annotation
from variorum.records import Dossier, Name, Statements, new_id
from variorum.vocabulary import NameKind


def dossier(account: str, *names: tuple[str, NameKind]) -> Dossier:
    """Return the dossier of an account whose text is the names, one a line."""
    made = make_account("\n".join(name for name, _ in names), id=account)
    found = []
    start = 0
    for name, kind in names:
        place = made.span(start, start + len(name))
        found.append(
            Name(
                id=new_id("n", account, start),
                account=account,
                name=name,
                kind=kind,
                mentions=(place,),
            )
        )
        start += len(name) + 1
    return Dossier(
        account=made,
        annotation=Annotation(account=account),
        statements=Statements(account=account, names=tuple(found)),
    )
