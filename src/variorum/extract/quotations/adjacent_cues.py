"""Adjacent cues: the cue that stands beside words in quotation marks.

Enters: a `QuotationView` and its `Stretch`es. Leaves: `Cue`s.

What touches comes first: a stretch that ends in a comma belongs to the cue after it, one after a
colon or comma to the cue before it, one before a dash and a name to that name. Then the next cue
after the stretch in its sentence, or the nearest one before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from variorum.extract.quotations.cues import Cue, manner_cue, speech_cue
from variorum.extract.quotations.frames import Frame, frame
from variorum.extract.quotations.view import QuotationView, before_brackets, phrase_ending, spoken
from variorum.segment.quote_marks import Stretch
from variorum.syntax import FINITE, TENSED, Form, WordClass

_REACH = 30
_NEAR = 8
_SIGNED = 16
_TAG = 6
_NAMING_POS = frozenset[WordClass](("proper noun", "noun", "determiner", "pronoun", "adjective"))
_STOPS = frozenset(".?!;")
_DASHES = frozenset("-–—―")
_PARTICLES = frozenset[Form](("particle", "adverb", "preposition"))


def touching_cues(view: QuotationView) -> Iterator[tuple[int, Cue]]:
    """Yield the stretches that touch their cue: "…," he said; he said: "…"."""
    for number, stretch in enumerate(view.stretches):
        if not view.speech[number]:
            continue
        last = view.text[stretch.inner[1] - 1]
        open_end = last in ",!?" or view.text[stretch.end : stretch.end + 1] == ","
        cue = _after(view, stretch) if open_end else _comma_lost(view, stretch)
        cue = cue or _headline_cue(view, stretch) or _signature_cue(view, stretch)
        if cue is None and _text_before(view, stretch)[-1:] in (":", ","):
            cue = (
                _touching(view, stretch)
                or _label_cue(view, stretch)
                or _before(view, stretch, _NEAR)
                or _clause_cue(view, stretch)
            )
        if cue is not None:
            yield number, cue


def _comma_lost(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Read "…" Ann Wu said, "…" said Ann Wu: a name and its verb after words that lost their comma."""
    if not view.text[stretch.inner[1] - 1].isalnum():
        return None
    cue = _after(view, stretch)
    first = bisect_left(view.starts, stretch.end)
    if cue is None or cue.first - first > _TAG:
        return None
    between = view.tree.tokens[first : cue.first] or view.tree.tokens[cue.last + 1 : cue.last + 2]
    named = bool(between) and between[0].word_class in _NAMING_POS
    return cue if named and all(token.form not in FINITE for token in between) else None


def _headline_cue(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Read a headline that opens with marks: "'We were robbed': Alvarez blasts referee"."""
    colon = bisect_left(view.starts, stretch.end)
    tokens = view.tree.tokens
    if not stretch.first or colon + 1 >= len(tokens) or tokens[colon].text != ":":
        return None
    if "\n" in view.text[stretch.end : tokens[colon + 1].start]:
        return None
    return Cue(colon, colon, colon, "label", Frame("quote"), speech=True)


def _signature_cue(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Read a dash and a name that close a paragraph: "The pump failed." — Ada Holm, engineer.

    They may fill the paragraph after the marks; several such lines on end are a list.
    """
    dash = bisect_left(view.starts, stretch.end)
    tokens = view.tree.tokens
    if dash + 1 >= len(tokens) or not _DASHES.issuperset(tokens[dash].text):
        return None
    if "\n" in view.text[tokens[dash].end : tokens[dash + 1].start]:
        return None
    end = _named(view, dash + 1)
    apart = "\n" in view.text[stretch.end : tokens[dash].start]
    if end is None or (apart and end < len(tokens) and _DASHES.issuperset(tokens[end].text)):
        return None
    return Cue(dash, dash, dash, "label", Frame("signature"), speech=True)


def _named(view: QuotationView, first: int) -> int | None:
    """Return where a paragraph ends that from a token on holds a name alone, a role perhaps after it."""
    tokens = view.tree.tokens
    if not tokens[first].text[0].isupper():
        return None
    for index in range(first, min(first + _SIGNED, len(tokens))):
        if index > first and "\n" in view.text[tokens[index - 1].end : tokens[index].start]:
            return index
        if tokens[index].form in FINITE or spoken(view, index):
            return None
    return len(tokens) if first + _SIGNED >= len(tokens) else None


def _label_cue(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Read a name and a colon that open a sentence or follow a dash: "Views differ - Ada Holm: "…""."""
    colon = bisect_left(view.starts, stretch.start) - 1
    tokens = view.tree.tokens
    if colon < 1 or tokens[colon].text not in (":", "):"):
        return None
    end = before_brackets(view, colon)
    first = phrase_ending(view, end)
    if first is None or tokens[end - 1].word_class != "proper noun":
        return None
    before = tokens[first - 1].text if first else "."
    opens = first == view.tree.first_of(first) or before in _STOPS or _DASHES.issuperset(before)
    return Cue(colon, colon, colon, "label", Frame("label"), speech=True) if opens else None


def _touching(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Return a verb of any kind that touches the comma or colon before marks: "shot back: "…""."""
    mark = bisect_left(view.starts, stretch.start) - 1
    tokens = view.tree.tokens
    verb = mark - 1
    while verb > max(mark - 4, 0) and (
        tokens[verb].form in _PARTICLES
        or tokens[verb].text.lower() in view.tree.reporting.empty_objects
    ):
        verb -= 1
    if verb < 0 or spoken(view, verb):
        return None
    adds = tokens[verb].relation == "adverbial clause"
    if tokens[verb].word_class != "verb" and not adds:
        return None
    known = speech_cue(view.tree, verb)
    if (
        known is None
        and not (adds and tokens[verb].word_class == "noun")
        and (
            tokens[verb].form not in TENSED
            or tokens[verb].lemma.lower() in view.tree.reporting.naming
        )
    ):
        return None
    first = known.first if known else verb
    return Cue(first, mark - 1, verb, "verb", Frame("quote"), speech=True)


def _text_before(view: QuotationView, stretch: Stretch) -> str:
    return view.text[max(0, stretch.start - 3) : stretch.start].rstrip()


def near_cue(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Return the first cue after a stretch in its sentence, else the nearest one before it."""
    return _after(view, stretch) or _before(view, stretch, _REACH)


def _after(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Return the first cue between a stretch and the end of its sentence."""
    follows = view.text[stretch.end : stretch.end + 2].strip()
    if view.text[stretch.inner[1] - 1] == "." and not follows.startswith(","):
        return _tag(view, stretch)
    tokens = view.tree.tokens
    first = bisect_left(view.starts, stretch.end)
    for place in range(first, min(first + _REACH, len(tokens))):
        if _ends(view, place, stretch.end) or _joins_verbs(view, place):
            return None
        cue = speech_cue(view.tree, place)
        if cue is None and place - first <= 2:
            cue = manner_cue(view.tree, place, view.chunk_starting, view.chunk_ending)
        if cue is not None:
            leaves = _leads_on(view, stretch, cue) or _has_its_own(view, cue)
            return None if leaves else cue
    return None


def _has_its_own(view: QuotationView, cue: Cue) -> bool:
    """Tell a cue with a clause of its own after it: "…," and Wu added that the roof leaked."""
    shape = frame(view.tree, cue.head)
    if shape.name != "clause":
        return False
    first = view.tree.left[shape.heads[0]]
    before, opening = view.tree.tokens[first - 1], view.tree.tokens[first]
    opens = (
        opening.text.lower() in view.tree.reporting.complementers
        and before.word_class != "punctuation"
    )
    return opens and first > cue.last and not spoken(view, first)


def _tag(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Read "…." Ann Wu said.: a sentence of nothing but who speaks, after a full stop in marks."""
    tokens = view.tree.tokens
    first = bisect_left(view.starts, stretch.end)
    for place in range(first, min(first + _TAG, len(tokens))):
        if _ends(view, place, stretch.end):
            return None
        closes = place + 1 == len(tokens) or _ends(view, place + 1, stretch.end)
        if closes and place > first and tokens[place].lemma.lower() in view.tree.reporting.saying:
            return speech_cue(view.tree, place)
        if tokens[place].word_class not in _NAMING_POS:
            return None
    return None


def _leads_on(view: QuotationView, stretch: Stretch, cue: Cue) -> bool:
    """Tell a cue after a stretch that belongs to the marks after it alone.

    "…," adding, "…" is one; so is "…?" He answered, "…", where a sentence ends with the marks.
    """
    mark = cue.last + 2
    tokens = view.tree.tokens
    opening = tokens[bisect_left(view.starts, stretch.end)]
    anew = opening.text[:1].isupper() and opening.word_class != "proper noun"
    if anew and opening.form == "personal" and view.text[stretch.inner[1] - 1] in "?!":
        return True
    if mark >= len(tokens) or tokens[mark - 1].text not in (",", ":") or not _opens(view, mark):
        return False
    return tokens[cue.head].form == "present participle" or (
        view.text[stretch.inner[1] - 1] in "?!" and anew
    )


def _opens(view: QuotationView, index: int) -> bool:
    """Tell whether a token opens a quoted stretch."""
    return view.owner[index] >= 0 and view.owner[index - 1] != view.owner[index]


def _ends(view: QuotationView, place: int, since: int) -> bool:
    token = view.tree.tokens[place]
    inside = view.owner[place] >= 0 and view.speech[view.owner[place]]
    return inside or token.text in _STOPS or "\n" in view.text[since : token.start]


def _joins_verbs(view: QuotationView, place: int) -> bool:
    """Tell an "and" that begins another predicate: what stands before it is no quotation of it."""
    tokens = view.tree.tokens
    following = tokens[place + 1 : place + 2]
    return (
        tokens[place].relation == "coordinator"
        and bool(following)
        and following[0].word_class == "verb"
    )


def _before(view: QuotationView, stretch: Stretch, reach: int) -> Cue | None:
    """Return the nearest cue before a stretch in its sentence."""
    tokens = view.tree.tokens
    last = bisect_left(view.starts, stretch.start) - 1
    for place in range(last, max(last - reach, -1), -1):
        if tokens[place].text in _STOPS or spoken(view, place):
            return None
        cue = speech_cue(view.tree, place)
        if cue is not None:
            return cue
    return None


def _clause_cue(view: QuotationView, stretch: Stretch) -> Cue | None:
    """Read a sentence that ends in a colon before marks: "The paper had this to say: "…""."""
    last = bisect_left(view.starts, stretch.start) - 1
    if last < 1 or view.tree.tokens[last].text != ":":
        return None
    for index in range(view.tree.first_of(last), last):
        token = view.tree.tokens[index]
        if (
            token.head == index
            and token.word_class in ("verb", "auxiliary")
            and not spoken(view, index)
        ):
            if view.tree.child(index, "subject") is None or last - index > _REACH:
                return None
            return Cue(index, last - 1, index, "verb", Frame("quote"), speech=True)
    return None
