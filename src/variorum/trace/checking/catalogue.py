"""Catalogue: the page of checks (`docs/checks.md`), made from the rules' own sentences.

Enters: the table of rules. Leaves: Markdown. `python -m variorum.trace.checking.catalogue` writes it.
"""

import sys

from variorum.judge.catalogue import rules_table
from variorum.trace.checking.rules import RULES

CHECKS_HEAD = """# Checks

A check compares a quotation with a record of the same speech: a transcript with the speaker's turns. The record is an
account like any other. A check says how the words compare, never who changed them. [Check
quotations](quotations.md) shows how to run checks.

The rules below are tried from the top; the first that applies gives the kind. This page is made from the code by
`python -m variorum.trace.checking.catalogue > docs/checks.md`.

"""

TAIL = """
Each change has a kind: `case`, `punctuation`, `ellipsis`, `brackets`, `word`, `omission`, `addition`, `figure`, `order`.
An ellipsis that leaves out a "not" is not a permitted edit.

**Unmarked translations.** If most longer quotations of one speaker are worded differently from the record throughout, one
of the two may be a translation that nobody marked. Quotations that would be `differs` are then `translation variant`, or
`cannot tell` if a word that limits the claim is on one side only.

**Headlines.** Words that a headline has in quotation marks are compared with its own article. If the article has them
nowhere, that is a finding. The same goes for a heading further down that is nothing but a quotation.

[Trace](steps/trace.md) says how the place in the record is found, and [how often checks are right](how-well.md).
"""


def catalogue() -> str:
    """Return the page: every rule with its kind and its sentence, in the order they are tried."""
    return f"{CHECKS_HEAD}{rules_table(('check', 'rule'), RULES)}{TAIL}"


if __name__ == "__main__":
    sys.stdout.write(catalogue())
