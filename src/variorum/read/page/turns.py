"""Turns: the labels by which a transcript says who speaks, and whether a text is a transcript.

Enters: a text and its `Line`s. Leaves: `Opening`s, empty where the text is no transcript.

A colon after a capitalised phrase is weak evidence ("Update:", "Cost: …"), so labels count only
together: they must repeat or name roles, open most of the text, and be followed by people who
speak for themselves ("I", "we", "Mr President").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from variorum.folding import fold
from variorum.languages.language import Language
from variorum.languages.tables import Pattern
from variorum.languages.turns import Turns
from variorum.read.page.lines import Line

LABEL = 100
"""Characters in which a label must end."""

_STAMP = re.compile(
    r"[\s*_#>]*(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?[\])]? ?-? ?)?[*_]{0,2}"
)
_BRACKET = re.compile(r" ?[\[(]([^()\[\]]{1,60})[\])]$")
_NOTE_LINE = re.compile(r"[\[(]([^()\[\]]{3,50})[\])] ?:? ")
_SET_APART = re.compile(r"(#{1,6}(?= )|\*\*|__) ?(\S.{0,98}?)(?: ?#{1,6}|\*\*|__)?")
"""A line that is a heading of Markdown, or set in bold as a whole, and its words."""
_CAPITALS = r"(?:[A-Z]'|[A-Z][a-z]{1,2})?[A-Z]{%d}[A-Z'-]{0,30}"
_MEMBER = rf"(?:(?:[A-Z]\.|[A-Z][a-z]{{2,10}}|{_CAPITALS % 2}) ){{0,4}}{_CAPITALS % 3}"
_QUOTED = re.compile(r'"[^"]{0,2000}"')
_WORD = re.compile(r"(?:[^\W\d_]|')+")


class Opening(Struct, frozen=True):
    """A label: line `index` carries it, the speaker's words begin at `label_end`.

    `lines` is 2 where the label has a line of its own.
    """

    index: int
    speaker: str
    start: int
    label_end: int
    note: str | None = None
    lines: int = 1


class _Labels(Struct, frozen=True):
    """Labels of a language. `lettered` are Q and A. `stopped` is the style of parliaments and courts: "Mr.
    NADLER. I thank the witness."; initials end no name. `member` is such a label alone; `told_of` is what
    the clerk tells of one: "Ms. NADLER changed her vote." `name` is how a name may begin.
    """

    lettered: Pattern
    stopped: Pattern
    member: Pattern
    told_of: Pattern
    name: Pattern


@cache
def _labelling(words: Turns) -> _Labels:
    asks, answers = words.question, words.answer
    member = rf"{_MEMBER}(?:{words.of_member})?"
    addressed = rf"(?:{words.titles}|{words.presiding})\.? {member}"
    return _Labels(
        re.compile(
            rf"((?:{asks}|{answers}))(?:\.|:| -| –) ?(?=\S)|((?:{asks})) {{1,6}}(?=[A-Z\"'])"
        ),
        re.compile(rf"({addressed})(?: [\[(]([^()\[\]]{{3,50}})[\])])?\. (?=[A-Z])"),
        re.compile(addressed),
        re.compile(rf"(?:{words.titles})\.? {member} (?=[a-z])"),
        re.compile(rf"(?:{words.prefixes})?[-']?[A-Z0-9][\w.'-]*", re.A),
    )


def openings(text: str, lines: Sequence[Line], skipped: frozenset[int]) -> tuple[Opening, ...]:
    """Return the turns' openings if the text is a transcript, else nothing.

    `skipped` are indices of lines known to be furniture.
    """
    kept = [index for index in range(len(lines)) if index not in skipped]
    first = _labels(text, lines, kept)
    found = _labels(text, lines, kept, frozenset(one.speaker for one in first)) if first else ()
    return found if _transcript(text, lines, kept, found) else ()


def closings(lines: Sequence[Line], found: Sequence[Opening]) -> frozenset[int]:
    """Return the lines that end a turn although nobody else begins to speak.

    Minutes narrate between turns: there a list of votes, a decision or a blank line ends one. In
    the record of a chamber, what the clerk tells of a member does. Elsewhere a turn runs over blank
    lines until the next label.
    """
    if not found:
        return frozenset()
    first, opening = found[0].index, {one.index for one in found}
    after = [index for index in range(first + 1, len(lines)) if index not in opening]
    if any(line.language.turns.minutes.search(line.plain) for line in lines[: min(first, 12)]):
        return frozenset(i for i in after if lines[i].gap or _lists(lines[i]))
    labels = _labelling(lines[first].language.turns)
    if any(labels.member.fullmatch(one.speaker) for one in found):
        return frozenset(i for i in after if _clerk(lines[i], labels))
    return frozenset()


def _clerk(line: Line, labels: _Labels) -> bool:
    """Whether the clerk tells a line: of a member, or as a whole of what became of a question."""
    whole = line.language.turns.clerk.fullmatch(line.plain)
    return labels.told_of.match(line.text) is not None or whole is not None


def _lists(line: Line) -> bool:
    label, colon, _ = line.plain[:LABEL].partition(":")
    return bool(colon) and line.language.turns.listed.fullmatch(label.strip()) is not None


def _labels(
    text: str, lines: Sequence[Line], kept: list[int], known: frozenset[str] = frozenset()
) -> tuple[Opening, ...]:
    """Return the labels; words in lower case follow only one that is among the `known`.

    "TRUSTEE: as I said, no": who is cut short goes on in the middle of a sentence. After "Update:" so
    does a narrator.
    """
    found: list[Opening] = []
    repeated = _repeated_alone(lines, kept)
    for place, index in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else None
        opening = _inline(text, lines, index, following, known) or _alone(
            text, lines, index, following, repeated
        )
        if opening is None or (found and opening.start < found[-1].label_end):
            continue
        if found and found[-1].label_end == opening.start:
            found[-1] = replace(found[-1], label_end=lines[found[-1].index].end, lines=1)
        found.append(opening)
    return tuple(found)


def _inline(
    text: str, lines: Sequence[Line], index: int, following: int | None, known: frozenset[str]
) -> Opening | None:
    line = lines[index]
    shown = fold(text[line.start : min(line.end, line.start + LABEL)])
    stamp = _STAMP.match(shown)
    first = stamp.end() if stamp else 0
    labels = _labelling(line.language.turns)
    lettered = labels.lettered.match(shown, first)
    if lettered and lettered.end() < len(shown):
        said = next(group for group in lettered.groups() if group)
        return Opening(index, said, line.start, line.start + lettered.end())
    stopped = labels.stopped.match(shown, first)
    if stopped and stopped.end() < len(shown):
        said, note = stopped.groups()
        return Opening(index, said, line.start, line.start + stopped.end(), note)
    colon = shown.find(":", first)
    if colon < 0 or shown[colon + 1 : colon + 2] not in (" ", "", "*", "_"):
        return None
    speaker, note = _speaker(text[line.start + first : line.start + colon], line.language)
    if speaker is None:
        return None
    end = _past(text, line.start + colon + 1, line.end, "*_ \u00a0\t")
    if end < line.end:
        if text[end].islower() and speaker not in known:
            return None
        return Opening(index, speaker, line.start, end, note)
    if following is None:
        return None
    return Opening(index, speaker, line.start, lines[following].start, note, lines=2)


def _alone(
    text: str, lines: Sequence[Line], index: int, following: int | None, repeated: frozenset[str]
) -> Opening | None:
    """Read a label without a colon on a line of its own."""
    line = lines[index]
    if following is None or line.ends or line.words > 12:
        return None
    after = lines[following]
    bracket = None
    if text[after.start] in "([":
        shown = fold(text[after.start : min(after.end, after.start + LABEL)])
        bracket = _NOTE_LINE.match(shown)
    noted = bracket is not None and _is_note(bracket.group(1), line.language)
    if not noted and line.text not in repeated:
        return None
    speaker, note = _speaker(text[line.start : line.end].strip("#*_ "), line.language)
    if speaker is None:
        return None
    if following != index + 1:  # furniture stands between, and is no part of the label
        return Opening(index, speaker, line.start, line.end, note)
    if bracket is not None and noted:
        end = after.start + bracket.end()
        return Opening(index, speaker, line.start, end, bracket.group(1), lines=2)
    return Opening(index, speaker, line.start, after.start, note, lines=2)


def _repeated_alone(lines: Sequence[Line], kept: list[int]) -> frozenset[str]:
    """Name-like lines that stand alone before running text again and again: an interview."""
    seen = Counter(
        lines[index].text
        for index, after in pairwise(kept)
        if lines[index].words <= 5 and not lines[index].ends and lines[after].ends
    )
    often = {label for label, times in seen.items() if times >= 2}
    return _headings(lines, kept) | (often if len(often) >= 2 else set())


def _headings(lines: Sequence[Line], kept: list[int]) -> frozenset[str]:
    """Headings of one level that all name somebody, and some of them again: whoever speaks then."""
    if not kept:
        return frozenset()
    by_mark: dict[str, Counter[str]] = {}
    language = lines[kept[0]].language
    for index in kept:
        found = _SET_APART.fullmatch(lines[index].text)
        if found is not None and not lines[index].ends:
            by_mark.setdefault(found.group(1), Counter())[lines[index].text] += 1
    return frozenset(
        label
        for labels in by_mark.values()
        if 2 <= len(labels) < labels.total()
        and all(_speaker(label.strip("#*_ "), language)[0] is not None for label in labels)
        for label in labels
    )


def _is_note(said: str, language: Language) -> bool:
    return language.turns.notes.fullmatch(said.lower()) is not None


def _speaker(label: str, language: Language) -> tuple[str | None, str | None]:
    """Split a label into the speaker as printed and a note such as "retranslated"."""
    printed, note = label.strip("*_ \u00a0\t"), None
    bracket = _BRACKET.search(printed)
    if bracket and _is_note(bracket.group(1), language):
        note, printed = bracket.group(1), printed[: bracket.start()].rstrip()
    if not printed or not _names_somebody(fold(printed), language):
        return None, None
    return printed, note


def _names_somebody(printed: str, language: Language) -> bool:
    bare = _BRACKET.sub("", printed)
    name, _, described = bare.partition(",")
    nobody, token_of_name = language.turns.not_speakers, _labelling(language.turns).name
    if any(nobody.fullmatch(part.lower()) for part in (bare, name)):
        return False
    if any(mark in bare for mark in '"?!;/'):
        return False
    tokens = name.split()
    if not 0 < len(tokens) <= 9 or not token_of_name.fullmatch(tokens[0].strip(".")):
        return False
    small = language.pages.particles
    capital = all(
        token_of_name.match(token) or token in small or not token.isascii() for token in tokens
    )
    known = not described or len(described.split()) <= 8
    return capital and known and not tokens[0].isdigit()


def _past(text: str, start: int, end: int, marks: str) -> int:
    while start < end and text[start] in marks:
        start += 1
    return start


def _transcript(
    text: str, lines: Sequence[Line], kept: list[int], found: tuple[Opening, ...]
) -> bool:
    if not found:
        return False
    spoken = [index for index in kept if index >= found[0].index]
    everything = sum(lines[index].end - lines[index].start for index in kept)
    share = sum(lines[index].end - lines[index].start for index in spoken) / everything
    density = len(found) / len(spoken)
    words = _unquoted(text, lines, spoken)
    language = lines[found[0].index].language
    known = language.turns
    rate = sum(word in known.first_person for word in words) / max(1, len(words))
    foreign = sum(word in language.pages.function for word in words) * 10 < len(words)
    times = Counter(opening.speaker for opening in found)
    named = any(known.roles.search(opening.speaker.lower()) or opening.note for opening in found)
    told = any(
        known.transcript.search(lines[index].plain) for index in range(min(found[0].index, 12))
    )
    if len(found) == 1:
        return share >= 0.7 and rate >= 0.03 and (named or told)
    if share < 0.6 or (density < 0.1 and not (named or told)):
        return False
    if len(times) < 2:
        return False
    repeated = times.most_common(1)[0][1] >= 2
    return rate >= (0.01 if repeated else 0.02) or (foreign and repeated and density >= 0.4)


def _unquoted(text: str, lines: Sequence[Line], indices: list[int]) -> list[str]:
    """Return the words outside quotation marks, the first 40,000."""
    words: list[str] = []
    for index in indices:
        plain = fold(text[lines[index].start : lines[index].end]).lower()
        words.extend(_WORD.findall(_QUOTED.sub(" ", plain)))
        if len(words) > 40_000:
            break
    return words
