"""Passages: the clauses and quoted stretches that can meet their like in other accounts.

Enters: an account's annotation and quotations. Leaves: `Passage`s in the order of the page.

A sentence is too coarse to compare ("X said A, adding B"), a word too fine. Quoted or reported
content is cut free of the words that attribute it; long sentences are cut where a clause with a
subject of its own begins.
"""

from collections.abc import Iterable, Iterator, Sequence

from variorum.annotations import Annotation, Sentence, Token
from variorum.languages.registry import language_of
from variorum.languages.tables import Words
from variorum.records import Account, Passage, Quotation, new_id
from variorum.syntax import FINITE, INTERROGATIVE, Relation, WordClass

SHORTEST_PASSAGE = 3
"""Content words below which a stretch is not worth comparing."""
SHORTEST_QUOTED = 4
"""Words of quoted content that is compared however few of them carry meaning."""
_CONTENT = frozenset[WordClass]({"noun", "proper noun", "verb", "adjective", "adverb", "numeral"})
_SUBJECTS = frozenset[Relation]({"subject", "passive subject", "clausal subject", "expletive"})
_CLAUSES = frozenset[Relation](
    {"conjunct", "parataxis", "clausal complement", "adverbial clause", "root"}
)
_NOMINAL = frozenset[WordClass]({"noun", "proper noun", "pronoun"})
FARTHEST_VERB = 12
"""Words after "and" in which a clause must show its finite verb."""
_OPENERS = frozenset[Relation]({"coordinator", "punctuation", "marker"})


def passages(
    account: Account, annotation: Annotation, quotations: Sequence[Quotation]
) -> tuple[Passage, ...]:
    """Return the passages of all sentences; a passage never crosses a sentence's end."""
    contents = sorted(
        (content.start, content.end, quotation.id)
        for quotation in quotations
        if quotation.manner != "turn"
        for content in quotation.contents
    )
    turns = [q for q in quotations if q.manner == "turn"]
    framing = _framing(quotations)
    opening = language_of(account.language).reporting.complementisers
    made: list[Passage] = []
    for index, sentence in enumerate(annotation.sentences):
        turn = next((t.id for t in turns if _in_turn(sentence, t)), None)
        for first, last, quotation in _stretches(annotation.tokens, sentence, contents):
            if quotation is None and _frames_only(annotation.tokens[first:last], framing):
                continue
            for start, end in _clauses(annotation.tokens, first, last):
                said = (index, quotation or turn)
                bounds = _bounds(annotation.tokens, (start, end), opening)
                made.extend(_passage(account, annotation.tokens, bounds, said))
    return tuple(made)


def passage(
    account: Account,
    tokens: Sequence[Token],
    bounds: tuple[int, int],
    said: tuple[int, str | None],
) -> Passage:
    """Return the passage of the tokens from the first of `bounds` to the last, excluded.

    `said` is the index of its sentence, and the quotation whose words it is.
    """
    first, last = bounds
    sentence, quotation = said
    place = account.span(tokens[first].start, tokens[last - 1].end)
    return Passage(
        id=new_id("s", account.id, place.start, place.end),
        place=place,
        first=first,
        last=last,
        sentence=sentence,
        quotation=quotation,
    )


def content_tokens(tokens: Iterable[Token]) -> list[Token]:
    """Return the words that carry meaning, auxiliaries and function words left out."""
    return [token for token in tokens if token.word_class in _CONTENT and token.text[:1].isalnum()]


def _framing(quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Return the places of the words that attribute: speakers, cues, carriers."""
    words = [w for q in quotations for w in (q.speaker.place, q.cue, *(c.place for c in q.via))]
    return sorted((word.start, word.end) for word in words if word is not None)


def _frames_only(tokens: Sequence[Token], framing: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a stretch attributes words ("the mayor said, adding") and says little else."""
    start, end = tokens[0].start, tokens[-1].end
    near = [frame for frame in framing if frame[0] < end and start < frame[1]]
    rest = [t for t in tokens if not any(a <= t.start < b for a, b in near)]
    return bool(near) and len(content_tokens(rest)) < SHORTEST_PASSAGE


def _in_turn(sentence: Sentence, turn: Quotation) -> bool:
    return any(c.start <= sentence.start and sentence.end <= c.end for c in turn.contents)


def _stretches(
    tokens: Sequence[Token], sentence: Sentence, contents: list[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str | None]]:
    """Cut a sentence into reported stretches and what stands between them."""
    position = sentence.first
    for start, end, quotation in contents:
        if end <= sentence.start or start >= sentence.end:
            continue
        first = next((i for i in range(position, sentence.last) if tokens[i].start >= start), None)
        if first is None:
            continue
        last = next((i for i in range(first, sentence.last) if tokens[i].start >= end), None)
        last = sentence.last if last is None else last
        if position < first:
            yield position, first, None
        if first < last:
            yield first, last, quotation
        position = max(position, last)
    if position < sentence.last:
        yield position, sentence.last, None


def _clauses(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut where a clause with its own subject begins, if both sides stay worth comparing."""
    start = first
    for cut in _cuts(tokens, first, last):
        if _is_clause(tokens, start, cut) and _is_clause(tokens, cut, last):
            yield start, cut
            start = cut
    yield start, last


def _cuts(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    cuts = {i + 1 for i in range(first, last - 1) if tokens[i].text in {";", ":"}}
    for index in range(first, last):
        token = tokens[index]
        if token.relation in _SUBJECTS and tokens[token.head].relation in _CLAUSES:
            left = _left_edge(tokens, index, first, last)
            if left > first and tokens[left - 1].relation in _OPENERS:
                cuts.add(left)
        joins = token.relation == "coordinator" and _follows_finite(tokens, index, first)
        if joins and _opens_clause(tokens, index + 1, last):
            cuts.add(index + 1)
    return sorted(cuts)


def _follows_finite(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Tell whether what a conjunction hangs on belongs to a finite verb that came before it."""
    position = tokens[index].head
    while first <= position:
        before = range(max(first, position - 5), position)
        helped = any(tokens[i].form in FINITE and tokens[i].head == position for i in before)
        if tokens[position].form in FINITE or helped:
            return position < index
        if tokens[position].head == position:
            return False
        position = tokens[position].head
    return False


def _opens_clause(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Tell whether a noun and then a finite verb follow with nothing between that joins or relates.

    This finds "and return should begin" where the parse took the noun for another verb.
    """
    noun = False
    for token in tokens[start : min(last, start + FARTHEST_VERB)]:
        if token.form in FINITE:
            return noun
        if token.relation in {"coordinator", "punctuation"} or token.form in INTERROGATIVE:
            return False
        noun = noun or token.word_class in _NOMINAL or token.form == "base"
    return False


def _is_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    has_verb = any(token.word_class in {"verb", "auxiliary"} for token in tokens[first:last])
    return has_verb and _worth(tokens, first, last)


def _left_edge(tokens: Sequence[Token], top: int, first: int, last: int) -> int:
    """Return the first token of all that hangs on `top`, inside the stretch."""
    below = {top}
    for i in range(top - 1, first - 1, -1):
        if _reaches(tokens, i, below, first, last):
            below.add(i)
    return min(below)


def _reaches(tokens: Sequence[Token], start: int, below: set[int], first: int, last: int) -> bool:
    """Tell whether climbing from `start` towards the root, inside the stretch, meets `below`."""
    position = start
    for _ in range(last - first):
        if position in below:
            return True
        head = tokens[position].head
        if head == position or not first <= head < last:
            return False
        position = head
    return False


def _worth(tokens: Sequence[Token], first: int, last: int) -> bool:
    return len(content_tokens(tokens[first:last])) >= SHORTEST_PASSAGE


def _passage(
    account: Account,
    tokens: Sequence[Token],
    bounds: tuple[int, int],
    said: tuple[int, str | None],
) -> Iterator[Passage]:
    first, last = bounds
    _, quotation = said
    long_enough = last - first >= SHORTEST_QUOTED if quotation else False
    if not _worth(tokens, first, last) and not (long_enough and content_tokens(tokens[first:last])):
        return
    yield passage(account, tokens, (first, last), said)


def _bounds(tokens: Sequence[Token], bounds: tuple[int, int], opening: Words) -> tuple[int, int]:
    """Leave off marks, conjunctions and, in front, words that open reported content."""
    first, last = bounds
    while first < last and (_is_edge(tokens[first]) or _opens_report(tokens[first], opening)):
        first += 1
    while last > first and _is_edge(tokens[last - 1]):
        last -= 1
    return first, last


def _opens_report(token: Token, opening: Words) -> bool:
    return token.relation == "marker" and token.text.lower() in opening


def _is_edge(token: Token) -> bool:
    return (
        token.word_class in {"punctuation", "space", "coordinator"} and not token.text[:1].isalnum()
    ) or (token.relation == "coordinator")
