"""Sources by place: who speaks beside words in quotation marks.

Enters: a `QuotationView`, a `Cue` and the quoted `Stretch` that it stands beside. Leaves: the source's
tokens and its head.

Beside marks, place counts more than the parse, which often finds a subject inside the quoted
words: what stands between closing mark and cue speaks ("…," Ann Wu, the mayor, said), or what
follows the cue at once ("…," said Ann Wu).
"""

from __future__ import annotations

from bisect import bisect_left

from variorum.extract.quotations.carriers import quoted_one
from variorum.extract.quotations.contents import source, source_range
from variorum.extract.quotations.cues import Cue
from variorum.extract.quotations.view import QuotationView, before_brackets, phrase_ending
from variorum.extract.quotations.vouched import Range
from variorum.segment.quote_marks import Stretch
from variorum.syntax import FINITE, PROPER, Form, WordClass

Source = tuple[Range | None, int | None]
_REACH = 80
_NOBODY: Source = (None, None)
_NOMINAL = frozenset[WordClass](
    ("proper noun", "noun", "pronoun", "determiner", "adjective", "numeral")
)
_CLAUSAL = frozenset[Form](
    (
        "interrogative determiner",
        "interrogative",
        "interrogative adverb",
        "interrogative possessive",
    )
)


def placed_source(view: QuotationView, cue: Cue, stretch: Stretch) -> Source:
    """Return who speaks by the cue of a stretch: by place, then the parse's subject, or nobody."""
    end = before_brackets(view, cue.first)
    labelled = phrase_ending(view, end) if cue.frame.name == "label" else None
    if labelled is not None:
        return (labelled, cue.first), end - 1
    if cue.kind == "label":
        return _named_after(view, cue)
    whom = quoted_one(view.tree, cue.head)
    if whom is not None:
        return source_range(view.tree, whom, cue), whom
    first = bisect_left(view.starts, stretch.end)
    between = _between(view, first, cue) if cue.first > first else None
    if between is not None:
        return between
    own = view.tree.child(cue.head, "subject")
    head = source(view.tree, cue)
    inside = head is not None and view.owner[head] >= 0
    if head is None or head != own or inside:
        beside = _beside(view, cue, touches=cue.first == first)
        if beside is not None:
            return beside, _head(view, beside)
    if head is None or inside:
        return _NOBODY
    return source_range(view.tree, head, cue), head


def set_off_source(view: QuotationView, cue: Cue) -> Source:
    """Return who speaks where the parse broke before a finite cue: "Ann Wu, the mayor, said"."""
    if view.tree.tokens[cue.head].form not in FINITE:
        return _NOBODY
    phrase = _set_off(view, cue)
    return (phrase, _head(view, phrase)) if phrase is not None else _NOBODY


def _head(view: QuotationView, phrase: Range) -> int:
    """Return the last token of a phrase, or of the part before its first comma."""
    for index in range(*phrase):
        if view.tree.tokens[index].text == "," and index > phrase[0]:
            return index - 1
    return phrase[1] - 1


def _between(view: QuotationView, first: int, cue: Cue) -> Source | None:
    """Return the phrase between a closing mark and its cue, ``None`` where no phrase opens there."""
    tokens = view.tree.tokens
    while first < cue.first and tokens[first].word_class == "punctuation":
        first += 1
    last = cue.first
    while last > first and tokens[last - 1].word_class in ("punctuation", "adverb"):
        last -= 1
    if first == last or tokens[first].word_class not in _NOMINAL or tokens[first].form in _CLAUSAL:
        return None
    own = view.tree.child(cue.head, "subject")
    if own is not None and first <= own < last:
        start, end = source_range(view.tree, own, cue)
        return (max(start, first), min(end, last)), own
    end = _chunk_end(view, first, last)
    if any(token.form in FINITE for token in tokens[end:last]):
        last = end
    return (first, last), end - 1


def _chunk_end(view: QuotationView, first: int, limit: int) -> int:
    """Return where the noun phrase that begins at a token ends; it may begin inside the marks."""
    tokens = view.tree.tokens
    if first in view.chunk_starting:
        return min(view.chunk_starting[first], limit)
    end = first + 1
    while end < limit and tokens[end].word_class in _NOMINAL:
        end += 1
    return end


def _named_after(view: QuotationView, cue: Cue) -> Source:
    """Return the name that follows a headline's colon or a signature's dash at once."""
    last = cue.last + 1
    tokens = view.tree.tokens
    end = view.chunk_starting.get(last, last)
    if end > last and tokens[end - 1].relation == "subject" and cue.frame.name == "quote":
        return (last, end), end - 1
    while last < len(tokens) and _part_of_name(view, last, signed=cue.frame.name == "signature"):
        last += 1
    return ((cue.last + 1, last), last - 1) if last > cue.last + 1 else _NOBODY


def _part_of_name(view: QuotationView, index: int, *, signed: bool) -> bool:
    token = view.tree.tokens[index]
    if "\n" in view.text[view.tree.tokens[index - 1].end : token.start]:
        return False
    return token.word_class == "proper noun" or (signed and token.text[:1].isupper())


def _beside(view: QuotationView, cue: Cue, *, touches: bool) -> Range | None:
    """Return the noun phrase that touches a cue whose subject the parse missed.

    A participle ("…, adding") has the last subject before it; what follows a verb of telling is
    the hearer.
    """
    tokens = view.tree.tokens
    if tokens[cue.head].form == "present participle":
        return _subject_before(view, cue)
    first = _phrase_start(view, cue.first)
    if first is not None:
        return first, cue.first
    if touches:
        return (
            None
            if tokens[cue.head].lemma.lower() in view.tree.reporting.recipient
            else _after(view, cue)
        )
    return _set_off(view, cue)


def _after(view: QuotationView, cue: Cue) -> Range | None:
    """Return the noun phrase after a cue that touches marks: even one taken for its object
    ("…," wrote a man), or a name that the tagger missed.
    """
    tokens, first = view.tree.tokens, cue.last + 1
    if first >= len(tokens) or view.owner[first] >= 0:
        return None
    end = view.chunk_starting.get(first)
    if end is not None and tokens[end - 1].relation in (
        "object",
        "subject",
        "root",
        "predicate noun",
        "apposition",
    ):
        return first, end
    named = tokens[first].text[:1].isupper() and tokens[first].word_class != "proper noun"
    return (first, first + 1) if named else None


def _set_off(view: QuotationView, cue: Cue) -> Range | None:
    """Return the name and its apposition between commas before a cue: "As Ann Wu, the mayor, put it"."""
    tokens = view.tree.tokens
    comma = cue.first - 1
    if tokens[cue.head].form not in FINITE:
        return None
    if comma < 1 or tokens[comma].text != "," or comma not in view.chunk_ending:
        return None
    last = comma - 1
    head = tokens[last].head if tokens[last].relation == "apposition" else last
    if (
        head > last
        or view.owner[head] >= 0
        or tokens[head].word_class not in ("proper noun", "noun")
    ):
        return None
    return view.chunk_ending.get(head + 1, view.chunk_ending[comma]), comma


def _phrase_start(view: QuotationView, end: int) -> int | None:
    """Return where the noun phrase that ends before token `end` begins."""
    tokens = view.tree.tokens
    last = end - 1
    if (
        last < 0
        or view.owner[last] >= 0
        or tokens[last].word_class not in ("proper noun", "noun", "pronoun")
    ):
        return None
    if _adverbial(view, last):
        return None
    if end in view.chunk_ending:
        return view.chunk_ending[end]
    first = last
    while first and tokens[first - 1].word_class in (
        "proper noun",
        "adjective",
        "noun",
        "determiner",
    ):
        first -= 1
    return first if view.owner[first] < 0 else last


def _adverbial(view: QuotationView, index: int) -> bool:
    return view.tree.tokens[index].relation in (
        "prepositional object",
        "noun adverbial",
        "object",
        "possessor",
    )


def _subject_before(view: QuotationView, cue: Cue) -> Range | None:
    """Return the noun right before a participle ("footage of Ann Wu asking") or the last subject."""
    tokens, before = view.tree.tokens, cue.first - 1
    if view.owner[before] < 0 and tokens[before].form in PROPER:
        return view.chunk_ending.get(cue.first, before), cue.first
    floor = max(view.tree.first_of(cue.head), before - _REACH)
    for index in range(before, floor - 1, -1):
        if tokens[index].relation == "subject" and view.owner[index] < 0:
            return source_range(view.tree, index, cue)
    return None
