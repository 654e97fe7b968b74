"""Annotation: the parser's view of each block, carried back to the account's own offsets.

Enters: an `Account`, a `Parser`. Leaves: an `Annotation`.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations import Annotation, NamedSpan, Sentence, Token
from variorum.folding import INVISIBLE, fold, unmarked, visible
from variorum.records import Account
from variorum.seams import Parsed, Parser
from variorum.segment.paragraphs import Block, blocks


class _View(Struct, frozen=True):
    """What the parser is shown of a block, and where each character of it stands in the account."""

    text: str
    places: Sequence[int]


def annotate(account: Account, parser: Parser) -> Annotation:
    """Parse an account block by block; tokens carry the account's unfolded words, without marks inside.

    Blocks of one account are parsed together and never with another account's: the numbers a
    model computes can depend on what shares its batch, and a ledger must not depend on that.
    """
    places = blocks(account)
    plain = unmarked(account.text)
    views = [_view(account.text, plain, block) for block in places]
    parsed = parser.parse([visible(fold(view.text)) for view in views])
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    named: list[NamedSpan] = []
    chunks: list[tuple[int, int]] = []
    for paragraph, (block, view, result) in enumerate(zip(places, views, parsed, strict=True)):
        base = len(tokens)
        tokens.extend(_moved(token, view, base) for token in result.tokens)
        sentences.extend(_sentences(result, tokens, base, paragraph, block.region))
        named.extend(NamedSpan(n.first + base, n.last + base, n.kind) for n in result.named)
        chunks.extend((first + base, last + base) for first, last in result.noun_chunks)
    return Annotation(
        account=account.id,
        language=account.language,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        named=tuple(named),
        noun_chunks=tuple(chunks),
    )


def _view(text: str, plain: str, block: Block) -> _View:
    """Leave out the marks of Markdown and what nobody sees inside words: a parser would part words there."""
    start, end = block.start, block.end
    if text[start:end] == plain[start:end] and not INVISIBLE.intersection(text[start:end]):
        return _View(text[start:end], range(start, end))
    kept = [at for at in range(start, end) if text[at] == plain[at] and text[at] not in INVISIBLE]
    while kept and plain[kept[0]].isspace():
        del kept[0]
    if not kept:
        return _View(text[start:end], range(start, end))
    return _View("".join(plain[at] for at in kept), kept)


def _moved(token: Token, view: _View, base: int) -> Token:
    start, end = view.places[token.start], view.places[token.end - 1] + 1
    shown = view.text[token.start : token.end]
    return replace(token, start=start, end=end, text=shown, head=token.head + base)


def _sentences(
    parsed: Parsed, tokens: list[Token], base: int, paragraph: int, region: int
) -> list[Sentence]:
    return [
        Sentence(
            start=tokens[base + first].start,
            end=tokens[base + last - 1].end,
            first=base + first,
            last=base + last,
            paragraph=paragraph,
            region=region,
        )
        for first, last in parsed.sentences
        if last > first
    ]
