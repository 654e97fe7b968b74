"""Catalogue: the page of verdicts (`docs/verdicts.md`), made from the rules' own sentences.

Enters: the tables of rules. Leaves: Markdown. `python -m variorum.judge.catalogue` writes it.
"""

import sys
from collections.abc import Callable, Iterable, Iterator

from variorum.judge.acts import same_act
from variorum.judge.figures import comparability, contrast
from variorum.judge.figures.pairing import KEEPS_BOUND, LATER_COUNT
from variorum.judge.grading import DEGREE_RULE
from variorum.judge.passages.rules import RULES
from variorum.judge.precision import FEWEST_ROWS, confidence
from variorum.judge.rule_precision import MEASURED, Measured
from variorum.vocabulary import VerdictKind

DIFFERENT = frozenset({"disjoint", "two readings"})

VERDICTS_HEAD = """# Verdicts

A verdict says how two readings compare. The rules below are tried from the top; the first that applies gives the
verdict, and its sentence is what a reader sees, with the words that made it apply. If no rule can tell, the verdict is
`unclear`. A reading that met no other is `only here`, and so is a name or a number found in no other account.

Figures are compared wherever they are in an event, and a verdict on them points at the numbers, not at the passages around
them. If [settings](settings.md) name another judge, a pair it does not judge is `unclear` by the rule `abstained`. What only a
[larger judge](larger-judge.md) says has the rule `model` with its name.

This page is made from the code by `python -m variorum.judge.catalogue > docs/verdicts.md`.

"""


MEASURES = """## How often is a rule right?

Counted on texts that nobody had tuned the rule to: real stories that are only counted, news texts of SummEdits,
HealthVer, and invented pairs. A verdict's `confidence` is the lower end of Wilson's 95 % interval; it is missing (`null`)
below {fewest} cases. The counts are from before passages were paired by their questions
([decision 0098](decisions/0098-one-question.md)), which brings other pairs to the rules. `python -m quality.verdicts
--keep` counts again.

"""


def catalogue() -> str:
    """Return the page: every rule with its verdict and its sentence, in the order they are tried."""
    pairs = rules_table(("verdict", "rule"), ((kind, rule) for kind, rule in RULES))
    may = rules_table(("comparable", "rule"), ((o, rule) for o, _, rule in comparability.RULES))
    acts = rules_table(("same act", "rule"), same_act.RULES)
    how = rules_table(("contrast", "rule"), ((how, rule) for how, rule in contrast.RULES))
    return (
        f"{VERDICTS_HEAD}## Readings\n\n{pairs}\n"
        f"{MEASURES.format(fewest=FEWEST_ROWS)}{_measured()}\n"
        f"## May two figures be compared?\n\n{may}\n"
        f"## How do two comparable figures compare?\n\n{how}\n"
        "`disjoint` and `two readings` give the verdict `figure differs`. If the larger figure of a growing toll was "
        "published later, the verdict is `update` (`later count`), and a finding tells it day by day. Nothing is said "
        "about a limit and a number within it. Counts of different groups, places or days that may be "
        "confused with each other are left `unclear`, with the sentence above.\n\n"
        "## Degrees\n\nIf two accounts tell of the same act with different words of degree or doubt, the verdict "
        f"is `unclear` by the rule `{DEGREE_RULE}`, and a finding shows the words.\n\n"
        f"## Are two timed acts one?\n\n{acts}\n"
        "If the acts are the same and their times lie apart (`judge.acts.windows`), the verdict is `time differs` "
        "(`other_time`). If their times are the same, however they are written, it is `agree` (`same_time`). Nothing is "
        "said about times that may be the same.\n"
    )


def _measured() -> str:
    lines = ["| rule | says | right | rows | confidence |", "|---|---|---|---|---|"]
    for rule, kind in (*_passages(), *_figures()):
        found = MEASURED.get(rule, Measured(0, 0))
        sure = confidence(rule)
        shown = "none" if sure is None else f"{sure:.2f}"
        lines.append(f"| `{rule}` | {kind} | {found.right} | {found.of} | {shown} |")
    return "\n".join(lines) + "\n"


def _passages() -> Iterator[tuple[str, VerdictKind]]:
    yield from ((rule.__name__, kind) for kind, rule in RULES if kind != "unclear")


def _figures() -> Iterator[tuple[str, VerdictKind]]:
    """Yield rules of figures by their names in verdicts, with the kind that each gives."""
    for how, rule in contrast.RULES:
        name = rule.__name__.replace("_", " ")
        if name != KEEPS_BOUND:
            yield name, "figure differs" if how in DIFFERENT else "agree"
    yield LATER_COUNT, "update"


def rules_table(heads: tuple[str, str], rows: Iterable[tuple[str, Callable[..., object]]]) -> str:
    """Return rules as a table in Markdown: what each says, its name, its sentence."""
    lines = [f"| {heads[0]} | {heads[1]} | sentence |", "|---|---|---|"]
    lines += [f"| {kind} | `{rule.__name__}` | {_sentence(rule)} |" for kind, rule in rows]
    return "\n".join(lines) + "\n"


def _sentence(rule: Callable[..., object]) -> str:
    return (rule.__doc__ or "").strip().splitlines()[0]


if __name__ == "__main__":
    sys.stdout.write(catalogue())
