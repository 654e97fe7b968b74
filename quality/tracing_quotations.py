"""Edited quotations: made from the lines of a transcript, each with the kinds of check that fit.

Enters: lines of a transcript and a seeded generator. Leaves: `Edited` quotations, and dossiers of
records and of accounts that quote.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from variorum.annotations import Annotation
from variorum.records import Account, Dossier, Quotation, Region, Speaker, Statements, new_id

SHORTEST, LONGEST = 8, 45
"""Words of a line that is quoted."""
_LIMITING = frozenset(
    [
        "not",
        "no",
        "never",
        "nothing",
        "nobody",
        "none",
        "n't",
        "can't",
        "cannot",
        "won't",
        "don't",
        "didn't",
        "isn't",
        "wasn't",
        "doesn't",
        "aren't",
        "haven't",
        "wouldn't",
        "couldn't",
        "shouldn't",
        "should",
        "would",
        "could",
        "may",
        "might",
        "must",
        "will",
        "can",
        "shall",
        "if",
        "unless",
        "only",
        "but",
        "except",
        "without",
        "until",
        "ought",
        "need",
        "needs",
    ]
)
_NUMBERS = {"two": "three", "three": "five", "four": "seven", "five": "eight", "ten": "twelve"}
_NEGATED = re.compile(r"\b(is|are|was|were|do|does|did|have|has|would|could|should)n't\b|\bnot \b")
_POSITIVE = re.compile(r"\b(is|are|was|were|will|should|would|could|can) (?!not)")


class Line(Struct, frozen=True):
    """One line of a transcript and who says it."""

    speaker: str
    text: str


class Edited(Struct, frozen=True):
    """A quotation made from a line, the speaker it is given to, and the verdicts that fit."""

    kind: str
    speaker: str
    text: str
    fits: frozenset[str]


# --- accounts made of lines ------------------------------------------------------------------


def lines(path: Path) -> list[Line]:
    rows = [row.split("\t") for row in path.read_text("utf-8").splitlines()]
    return [Line(row[1], row[2]) for row in rows if row[1] != "SYSTEM"]


def record(name: str, said: Sequence[Line]) -> Dossier:
    """Return a transcript: lines of one speaker in a row are a turn."""
    text = ""
    regions: list[tuple[str, int, int, int]] = []
    for index, line in enumerate(said):
        if not index or said[index - 1].speaker != line.speaker:
            start = len(text)
            text += f"{line.speaker}: "
            regions.append((line.speaker, start, len(text), len(text)))
        text += line.text + "\n"
        regions[-1] = (*regions[-1][:3], len(text))
    turns = tuple(
        Region(kind="turn", start=start, label_end=label, end=end, speaker=speaker)
        for speaker, start, label, end in regions
    )
    account = Account(id=name, source=name, text=text, kind="transcript", regions=turns)
    return _dossier(account)


def press(name: str, quotations: Sequence[tuple[str | None, str]]) -> Dossier:
    """Return an account that quotes: (speaker or nobody, words) a line."""
    text, made = "", []
    for speaker, words in quotations:
        text += f"{speaker or 'Someone'} said: “"
        made.append((speaker, len(text), len(text) + len(words)))
        text += words + "”\n"
    body = Region(kind="body", start=0, end=len(text))
    account = Account(id=name, source=name, text=text, regions=(body,))
    return _dossier(
        account,
        tuple(
            Quotation(
                id=new_id("q", name, start),
                place=account.span(start, end),
                manner="direct",
                contents=(account.span(start, end),),
                speaker=Speaker(name=speaker),
            )
            for speaker, start, end in made
        ),
    )


def told(name: str, text: str) -> Dossier:
    """Return an account that is all body."""
    body = Region(kind="body", start=0, end=len(text))
    return _dossier(Account(id=name, source=name, text=text, regions=(body,)))


def _dossier(account: Account, quotations: tuple[Quotation, ...] = ()) -> Dossier:
    return Dossier(
        account=account,
        annotation=Annotation(account=account.id),
        statements=Statements(account=account.id, quotations=quotations),
    )


# --- edits -----------------------------------------------------------------------------------


def _same(line: Line, _: Sequence[Line], __: random.Random) -> str | None:
    return line.text


def _retouched(line: Line, _: Sequence[Line], __: random.Random) -> str | None:
    text = line.text[0].swapcase() + line.text[1:]
    return text.replace(", ", " ", 1).replace(";", ".")


def _span(words: list[str], dice: random.Random, low: int, high: int) -> tuple[int, int]:
    size = dice.randint(low, high)
    start = dice.randint(2, max(2, len(words) - size - 3))
    return start, start + size


def _limits(words: Sequence[str]) -> bool:
    return any(word.lower().strip(".,;:?!\"'") in _LIMITING for word in words)


def _elided(line: Line, _: Sequence[Line], dice: random.Random) -> str | None:
    words = line.text.split()
    start, end = _span(words, dice, 2, 6)
    if len(words) < 12 or _limits(words[start:end]):
        return None
    mark = dice.choice(["…", "...", "[…]", "(...)"])
    return " ".join([*words[:start], mark, *words[end:]])


def _elided_not(line: Line, _: Sequence[Line], dice: random.Random) -> str | None:
    words = line.text.split()
    at = [i for i, word in enumerate(words) if word.lower() in {"not", "never", "no"}]
    if not at or not 1 < at[0] < len(words) - 2:
        return None
    end = at[0] + dice.randint(1, 2)
    return " ".join([*words[: at[0]], "…", *words[end:]])


def _bracketed(line: Line, _: Sequence[Line], dice: random.Random) -> str | None:
    words = line.text.split()
    at = [i for i, word in enumerate(words) if word.lower() in {"he", "she", "they", "it", "we"}]
    if at:
        words[at[0]] = dice.choice(["[the candidate]", "[the country]", "[voters]"])
        return " ".join(words)
    place = dice.randint(3, len(words) - 2)
    return " ".join([*words[:place], "[the speaker's word]", *words[place:]])


def _swapped(line: Line, said: Sequence[Line], dice: random.Random) -> str | None:
    words = line.text.split()
    at = [
        i
        for i, word in enumerate(words)
        if len(word) > 3 and word.isalpha() and not _limits([word])
    ]
    others = [w for w in dice.choice(said).text.split() if len(w) > 3 and w.isalpha()]
    others = [w for w in others if w.lower() not in line.text.lower()]
    if not at or not others:
        return None
    words[dice.choice(at)] = dice.choice(others)
    return " ".join(words)


def _negated(line: Line, _: Sequence[Line], __: random.Random) -> str | None:
    text = _NEGATED.sub(lambda match: match.group(1) or "", line.text, count=1)
    if text == line.text:
        text = _POSITIVE.sub(lambda match: f"{match.group(1)} not ", line.text, count=1)
    return text if text != line.text else None


def _renumbered(line: Line, _: Sequence[Line], dice: random.Random) -> str | None:
    digits = re.search(r"\d+", line.text)
    if digits:
        number = str(int(digits.group()) + dice.randint(1, 9))
        return line.text[: digits.start()] + number + line.text[digits.end() :]
    words = line.text.split()
    at = [i for i, word in enumerate(words) if word in _NUMBERS]
    if not at:
        return None
    words[at[0]] = _NUMBERS[words[at[0]]]
    return " ".join(words)


def _shortened(line: Line, _: Sequence[Line], dice: random.Random) -> str | None:
    words = line.text.split()
    start, end = _span(words, dice, 1, 5)
    if len(words) < 12 or words[start] == words[end] or not words[start].isalpha():
        return None
    return " ".join(words[:start] + words[end:])


def _stitched(line: Line, said: Sequence[Line], dice: random.Random) -> str | None:
    mine = [other for other in said if other.speaker == line.speaker and other != line]
    other = dice.choice([other for other in mine if _quotable(other)])
    return " ".join(line.text.split()[:10]) + " " + " ".join(other.text.split()[-10:])


EDITED, DIFFERS = frozenset({"edited"}), frozenset({"differs"})
KINDS: dict[str, tuple[Callable[..., str | None], frozenset[str]]] = {
    "none": (_same, frozenset({"verbatim"})),
    "case, punctuation": (_retouched, EDITED),
    "ellipsis": (_elided, EDITED),
    "ellipsis over not": (_elided_not, DIFFERS),
    "brackets": (_bracketed, EDITED),
    "one word": (_swapped, DIFFERS),
    "negation": (_negated, DIFFERS),
    "number": (_renumbered, DIFFERS),
    "omission": (_shortened, DIFFERS),
    "stitched": (_stitched, DIFFERS),
    "other speaker": (_same, DIFFERS),
    "not in the record": (_same, frozenset({"not found"})),
}


def _quotable(line: Line) -> bool:
    return SHORTEST <= len(line.text.split()) <= LONGEST and "..." not in line.text


def edited(
    said: Sequence[Line], elsewhere: Sequence[Line], dice: random.Random, each: int
) -> list[Edited]:
    """Return `each` quotations of every kind made from one record's lines."""
    main = [name for name, _ in Counter(line.speaker for line in said).most_common(2)]
    pool = [line for line in said if line.speaker in main and _quotable(line)]
    far = [line for line in elsewhere if _quotable(line)]
    made: list[Edited] = []
    for kind, (edit, fits) in KINDS.items():
        count = 0
        while count < each:
            line = dice.choice(far if kind == "not in the record" else pool)
            text = edit(line, said, dice)
            if text is None or (text == line.text and edit is not _same):
                continue
            speaker = line.speaker
            if kind == "other speaker":
                speaker = main[1 - main.index(line.speaker)]
            if kind == "not in the record":
                speaker = dice.choice(main)
            made.append(Edited(kind, speaker, text, fits))
            count += 1
    return made
