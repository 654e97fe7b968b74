"""Catalogue: the page of verdicts (`docs/verdicts.md`), made from the rules' own sentences.

Enters: the tables of rules. Leaves: Markdown. `python -m variorum.judge.catalogue` writes it.
"""

import sys
from collections.abc import Callable, Iterable

from variorum.judge import comparability, contrast
from variorum.judge.precision import FEWEST, LEAST, MEASURED, confidence
from variorum.judge.rules import RULES

HEAD = """# Verdicts

Two readings of one place are held against the rules below, from the top; the first that fires gives
the verdict, and its sentence is what a reader sees, with the words that made it fire. What no rule
can tell is `unclear`. A reading that no other account of the event has is `only here`, and so is a
name or a number that none has.

This page is made from the code by `python -m variorum.judge.catalogue > docs/verdicts.md`.

"""


MEASURES = """## How often is a rule right?

Counted on rows that people had judged: rules that tell a difference on
SummEdits (was the sentence changed?), rules that tell
sameness on MRPC (did people find a paraphrase?), rules that find a statement in another account, or
nowhere, on PropSegmEnt (did people find it there?). A verdict's `confidence` is (right + 1) / (rows + 2),
so that few rows say less; below {least} the verdict is withheld and the pair called `unclear`. Rules
with fewer than {fewest} rows have no confidence: they are not measured. On SummEdits three sentences of
five were changed, in most cases by one word; on accounts of the press expect less.
`python -m quality.verdicts` counts anew where the labelled data stands beside the checkout.

"""


def catalogue() -> str:
    """Return the page: every rule with its verdict and its sentence, in the order they are tried."""
    pairs = table(("verdict", "rule"), ((kind, rule) for kind, rule in RULES))
    may = table(("comparable", "rule"), ((o, rule) for o, _, rule in comparability.RULES))
    how = table(("contrast", "rule"), ((how, rule) for how, rule in contrast.RULES))
    return (
        f"{HEAD}## Readings\n\n{pairs}\n"
        f"{MEASURES.format(least=LEAST, fewest=FEWEST)}{_measured()}\n"
        f"## May two figures be compared?\n\n{may}\n"
        f"## How do two comparable figures compare?\n\n{how}\n"
        "`disjoint` and `two readings` give the verdict `figure differs`; a later, larger count of a "
        "toll is an update and gives `scope differs`.\n"
    )


def _measured() -> str:
    lines = ["| rule | right | rows | confidence | set |", "|---|---|---|---|---|"]
    for rule, found in sorted(MEASURED.items()):
        sure = confidence(rule)
        shown = "not measured" if sure is None else f"{sure:.2f}"
        withheld = ", withheld" if sure is not None and sure < LEAST else ""
        lines.append(
            f"| `{rule}` | {found.right} | {found.of} | {shown}{withheld} | {found.source} |"
        )
    return "\n".join(lines) + "\n"


def table(heads: tuple[str, str], rows: Iterable[tuple[str, Callable[..., object]]]) -> str:
    """Return rules as a table in Markdown: what each says, its name, its sentence."""
    lines = [f"| {heads[0]} | {heads[1]} | sentence |", "|---|---|---|"]
    lines += [f"| {kind} | `{rule.__name__}` | {_sentence(rule)} |" for kind, rule in rows]
    return "\n".join(lines) + "\n"


def _sentence(rule: Callable[..., object]) -> str:
    return (rule.__doc__ or "").strip().splitlines()[0]


if __name__ == "__main__":
    sys.stdout.write(catalogue())
