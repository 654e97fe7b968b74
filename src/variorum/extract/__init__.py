"""Extract: what one account says, as statements that point at its words.

Enters: an `Account` and its `Annotation`. Leaves: `Statements`.
"""

from variorum.annotations import Annotation
from variorum.extract.assertions import assertions
from variorum.extract.figures import figures
from variorum.extract.moments import moments
from variorum.extract.names import names
from variorum.extract.quotations import quotations
from variorum.records import Account, Statements

__all__ = ["assertions", "figures", "moments", "names", "quotations", "statements"]


def statements(account: Account, annotation: Annotation) -> Statements:
    """Return all statements of an account, each kind in the order of the text."""
    named = names(account, annotation)
    quoted = quotations(account, annotation, named)
    return Statements(
        account=account.id,
        quotations=quoted,
        figures=figures(account, annotation, quoted),
        moments=moments(account, annotation),
        assertions=assertions(account, annotation, quoted),
        names=named,
    )
