"""Quotations: words and thoughts that an account gives to somebody, as records.

Enters: an `Account`, its `Annotation`, its `Name`s. Leaves: `Quotation`s in the order of the
text: those the narrator reports, those that a body or document reports in turn (with the chain
in `via`), one for each speaker's turn, and quoted sentences that nobody is named for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from variorum.annotations import Annotation
from variorum.extract.quotations.attribution import attributions
from variorum.extract.quotations.carriers import (
    carried_by,
    cited,
    interviewer,
    quoted_beside,
    quoting_agent,
    told_body,
)
from variorum.extract.quotations.confidence import confidence, construction
from variorum.extract.quotations.contents import source as origin
from variorum.extract.quotations.contents import source_range
from variorum.extract.quotations.cues import Cue
from variorum.extract.quotations.nesting import outermost
from variorum.extract.quotations.posts import posted_by
from variorum.extract.quotations.turns import turns
from variorum.extract.quotations.unclaimed import unclaimed
from variorum.extract.quotations.view import Attribution, QuotationView, quotation_view
from variorum.extract.referents.candidates import Referents, Speaking, referents
from variorum.extract.referents.coreference import resolve
from variorum.extract.referents.descriptions import points_back
from variorum.extract.referents.relatives import antecedent
from variorum.folding import fold, one_line
from variorum.records import Account, Carrier, Name, Quotation, Span, Speaker, new_id
from variorum.segment.quote_marks import Stretch
from variorum.vocabulary import Manner

_MARKS = "\"'“”‘’«»„‟‹›`´"


def quotations(
    account: Account, annotation: Annotation, names: Sequence[Name]
) -> tuple[Quotation, ...]:
    """Return all quotations of an account.

    `contents` are without their outer marks. `via` names those through whom the words reached
    the account, nearest to the account first.
    """
    view = quotation_view(account, annotation)
    found = attributions(view)
    quoted = {i: True for i, owner in enumerate(view.owner) if owner >= 0 and view.speech[owner]}
    carried = _carried(found)
    who = referents(account, annotation, names, view.tree, quoted)
    who = structs.replace(who, speaking=_speaking(view, found))
    found = tuple(_relayed(view, who, one) for one in found)
    made = [
        _quotation(account, view, who, found, index)
        for index, one in enumerate(found)
        if index not in carried
        and (
            _kept_in_turn(view, one)
            if _in_turn(account, annotation, view, one)
            else _kept(view, who, found, one)
        )
    ]
    made += _unclaimed(account, view, who, found)
    made = _of_one_gender(made, who.language.names.pronouns)
    made += turns(account, annotation, names)
    unique = {one.id: one for one in made}
    return tuple(sorted(unique.values(), key=lambda one: (one.place.start, one.place.end, one.id)))


def _in_turn(
    account: Account, annotation: Annotation, view: QuotationView, one: Attribution
) -> bool:
    if one.cue is None:
        return False
    region = annotation.sentences[view.tree.sentence_of[one.cue.head]].region
    return account.regions[region].kind == "turn"


def _kept(
    view: QuotationView, who: Referents, found: Sequence[Attribution], one: Attribution
) -> bool:
    """Keep what the narrator reports, and what a report or a body hands on from others."""
    if one.cue is None:
        return False
    if outermost(view, one):
        return True
    if one.holder is not None and found[one.holder].source_head == one.source_head:
        return False
    reports = one.cue.speech or view.tree.lemma(one.cue.head) in view.tree.reporting.saying
    return (
        one.holder is not None
        and reports
        and (_carrier(view, who, found[one.holder]) or _hands_on(view, found[one.holder], one))
    )


def _hands_on(view: QuotationView, holder: Attribution, one: Attribution) -> bool:
    """Tell whether somebody says what another told: "Campbell said police told him that"."""
    tokens, head = view.tree.tokens, one.source_head
    spoken = holder.cue is not None and holder.cue.speech and holder.source_head is not None
    return (
        spoken
        and one.cue is not None
        and not (one.cue.frame.name == "object" and view.owner[one.cue.head] >= 0)
        and head is not None
        and (tokens[head].word_class in ("noun", "proper noun"))
    )


def _kept_in_turn(view: QuotationView, one: Attribution) -> bool:
    """Keep what a turn's speaker quotes from somebody else, not what the speaker hopes."""
    if one.source_head is None or one.cue is None:
        return False
    source = view.tree.word(one.source_head)
    return source not in view.tree.reporting.first_person and (
        bool(one.quoted) or view.tree.lemma(one.cue.head) in view.tree.reporting.saying
    )


def _relayed(view: QuotationView, who: Referents, one: Attribution) -> Attribution:
    """Give what a paper reports to whom it cites: "Vale FM said, citing police, that"."""
    whom = cited(view.tree, one.cue) if one.cue is not None and one.cue.speech else None
    if one.cue is None or whom is None or one.source_head is None or whom == one.source_head:
        return one
    if not _is_outlet(view, who, one.source_head):
        return one
    return structs.replace(one, source=source_range(view.tree, whom, one.cue), source_head=whom)


def _is_outlet(view: QuotationView, who: Referents, head: int) -> bool:
    """Tell a paper or agency, by what it is or by its name."""
    tree, press = view.tree, who.language.press
    named = resolve(who, head).name
    name = who.names[named].name.lower() if named is not None else ""
    known = name in press.outlets or (" " in name and name.split()[-1] in press.outlet_heads)
    return known or bool({tree.lemma(head), tree.word(head)} & tree.reporting.reported)


def _carried(found: Sequence[Attribution]) -> frozenset[int]:
    """Return the "according to"s whose sentence is itself somebody's words: mere carriers."""
    carriers = set()
    for one in found:
        if one.holder is None or one.cue is None or one.cue.kind != "verb" or not one.cue.speech:
            continue
        outer = found[one.holder].cue
        if outer is not None and outer.kind == "according":
            carriers.add(one.holder)
    return frozenset(carriers)


def _carrier(view: QuotationView, who: Referents, holder: Attribution) -> bool:
    """Tell whether a source hands on words of others: a body or a paper, not a person."""
    if holder.source_head is None or holder.cue is None:
        return False
    tokens = view.tree.tokens
    if (
        holder.cue.kind == "according"
        or tokens[holder.source_head].lemma.lower() in view.tree.reporting.reported
    ):
        return True
    named = resolve(who, holder.source_head).name
    body = named is not None and who.names[named].kind == "organisation"
    return body and tokens[holder.cue.head].lemma.lower() in view.tree.reporting.handing_on


def _quotation(
    account: Account,
    view: QuotationView,
    who: Referents,
    found: Sequence[Attribution],
    index: int,
) -> Quotation:
    one = found[index]
    contents = tuple(_bare(account, start, end) for start, end in one.contents)
    cue = _span(account, view, one.cue.first, one.cue.last + 1) if one.cue else None
    source = _span(account, view, *one.source) if one.source else None
    parts = [*contents, *(span for span in (cue, source) if span is not None)]
    place = _with_marks(account, min(p.start for p in parts), max(p.end for p in parts))
    manner, speaker = _manner(view, one), _speaker(who, one.source_head, source, cue)
    if one.cue is not None and one.cue.frame.name == "post":
        speaker = posted_by(account, who.names, speaker)
    return Quotation(
        id=new_id("q", account.id, place.start, place.end, contents[0].start, cue and cue.start),
        place=place,
        manner=manner,
        contents=contents,
        speaker=speaker,
        cue=cue,
        via=tuple(_via(account, view, who, found, one)),
        confidence=confidence(construction(manner, one, speaker), view.tree.reporting.reliability),
    )


def _of_one_gender(made: Sequence[Quotation], pronouns: Mapping[str, str]) -> list[Quotation]:
    """Name nobody by "she" whom the account calls "he" as often: one of the two is another person."""
    told: dict[str, Counter[str]] = {}
    for one in made:
        gender = _by_pronoun(one, pronouns)
        if gender:
            told.setdefault(one.speaker.path[-1], Counter())[gender] += 1
    return [
        structs.replace(one, speaker=Speaker(place=one.speaker.place))
        if _seldom(one, told, pronouns)
        else one
        for one in made
    ]


def _seldom(one: Quotation, told: Mapping[str, Counter[str]], pronouns: Mapping[str, str]) -> bool:
    """Tell a pronoun that is not twice as often as the other one what a person is called."""
    gender = _by_pronoun(one, pronouns)
    counts = told.get(one.speaker.path[-1], Counter()) if gender else Counter[str]()
    return gender is not None and counts[gender] < 2 * (counts.total() - counts[gender])


def _by_pronoun(one: Quotation, pronouns: Mapping[str, str]) -> str | None:
    """Return the gender of the pronoun by which a speaker is named."""
    path = one.speaker.path
    return pronouns.get(path[0].lower()) if path else None


def _span(account: Account, view: QuotationView, first: int, last: int) -> Span:
    tokens = view.tree.tokens
    return account.span(tokens[first].start, tokens[last - 1].end)


def _bare(account: Account, start: int, end: int) -> Span:
    """Return a content without the marks around it, if both ends have or one end has them."""
    text = account.text
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    return account.span(*_matched(text, start, end))


def _matched(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a content widened to the mark at its edge whose partner stands inside it."""
    if fold(text[start:end]).count('"') % 2 == 0:
        return start, end
    if fold(text[end : end + 1]) == '"':
        return start, end + 1
    return (start - 1, end) if start and fold(text[start - 1]) == '"' else (start, end)


def _with_marks(account: Account, start: int, end: int) -> Span:
    text = account.text
    if start and text[start - 1] in _MARKS:
        start -= 1
    if end < len(text) and text[end] in _MARKS:
        end += 1
    return account.span(start, end)


def _speaking(view: QuotationView, found: Sequence[Attribution]) -> tuple[Speaking, ...]:
    """Return whom the narrator gives words, in the order of the text."""
    made = [
        _speaks(view, one, one.cue.speech, one.cue.frame.name == "quote")
        for one in found
        if one.cue is not None
        and one.source is not None
        and one.source_head is not None
        and outermost(view, one)
    ]
    return tuple(sorted(made, key=lambda one: (one.head, one.end)))


def _speaks(view: QuotationView, one: Attribution, speech: bool, marked: bool) -> Speaking:
    """Return a source; for "Ann Wu, who said" the noun before the pronoun."""
    assert one.source is not None and one.source_head is not None  # noqa: S101
    noun = antecedent(view.tree, one.source_head)
    if noun is None or view.tree.word(one.source_head) not in view.tree.reporting.relative_persons:
        return Speaking(one.source_head, *one.source, speech, marked)
    return Speaking(noun, view.tree.left[noun], noun + 1, speech, marked)


def _speaker(who: Referents, head: int | None, source: Span | None, cue: Span | None) -> Speaker:
    """Return who speaks; without a place where a sentence before it says who.

    A pronoun of which it is not known whom it means is a place without a name.
    """
    if head is None:
        return Speaker()
    found = resolve(who, head)
    pronoun = who.tree.tokens[head].word_class == "pronoun"
    named = who.names[found.name] if found.name is not None else None
    within, name = (named.id, named.name) if named else (None, found.words)
    if source is None:
        name = name or (None if pronoun else who.phrase(head))
        return Speaker(name=name, within=within, path=(cue.text, name) if cue and name else ())
    if name is None and not pronoun and not points_back(who.tree, head):
        name = _printed(source)
    return Speaker(name=name, place=source, within=within, path=found.path)


def _manner(view: QuotationView, one: Attribution) -> Manner:
    """Direct: all in marks; fragment: a few quoted words only; mixed: some in marks."""
    if one.cue is not None and one.cue.frame.name == "post":
        return "direct"
    stretches = [view.stretches[number] for number in one.quoted]
    if not stretches:
        return "indirect"
    inside = sum(_shared(one, stretch) for stretch in stretches)
    whole = sum(end - start for start, end in one.contents)
    if inside < whole - 3 * len(one.contents):
        return "mixed"
    return "direct" if any(view.speech[number] for number in one.quoted) else "fragment"


def _shared(one: Attribution, stretch: Stretch) -> int:
    return sum(
        max(0, min(end, stretch.end) - max(start, stretch.start)) for start, end in one.contents
    )


def _via(
    account: Account,
    view: QuotationView,
    who: Referents,
    found: Sequence[Attribution],
    one: Attribution,
) -> Iterator[Carrier]:
    chain = list(_quoted_by(account, view, who, one))
    holder = one.holder
    while holder is not None and len(chain) < 8:
        outer = found[holder]
        if outer.source is not None and outer.source_head is not None:
            place = _span(account, view, *outer.source)
            chain.append(_link(who, outer.source_head, place))
        holder = outer.holder
    yield from reversed(chain)


def _link(who: Referents, head: int, place: Span) -> Carrier:
    found = resolve(who, head)
    name = who.names[found.name].name if found.name is not None else found.words
    return Carrier(name=name or _printed(place), place=place)


def _printed(place: Span) -> str:
    """Return the words of a place as one line, marks of emphasis at the ends of words left out."""
    return " ".join(word.strip("*_") for word in one_line(place.text).split())


def _quoted_by(
    account: Account, view: QuotationView, who: Referents, one: Attribution
) -> Iterator[Carrier]:
    """Yield the paper in "X is quoted by the paper as saying" and "X told the paper that"."""
    if one.cue is None:
        return
    carrier = quoting_agent(view.tree, one.cue)
    if carrier is None and one.source_head is not None:
        carrier = quoted_beside(view.tree, one.source_head)
    carrier = carried_by(view.tree, one.cue) if carrier is None else carrier
    if (
        carrier is None
        and one.source_head is not None
        and one.source_head == cited(view.tree, one.cue)
    ):
        carrier = origin(view.tree, one.cue)
    if carrier is None:
        carrier = told_body(view.tree, one.cue)
    if carrier is None:
        carrier = _interviewing(view, who, one.cue)
    if carrier is not None:
        place = _span(account, view, *source_range(view.tree, carrier, one.cue))
        yield _link(who, carrier, place)


def _interviewing(view: QuotationView, who: Referents, cue: Cue) -> int | None:
    """Return the body that somebody gives an interview; a person in that place is the speaker."""
    other = interviewer(view.tree, cue)
    named = resolve(who, other).name if other is not None else None
    return other if named is not None and who.names[named].kind == "organisation" else None


def _unclaimed(
    account: Account, view: QuotationView, who: Referents, found: Sequence[Attribution]
) -> Iterator[Quotation]:
    """Yield quoted sentences that no one is named for, with who has just been speaking."""
    for one in unclaimed(view, found):
        content = account.span(*one.stretch.inner)
        place = account.span(one.stretch.start, one.stretch.end)
        yield Quotation(
            id=new_id("q", account.id, place.start, place.end, content.start, None),
            place=place,
            manner="direct",
            contents=(content,),
            speaker=_speaker(who, one.source_head, None, None),
        )
