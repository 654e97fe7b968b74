"""Annotation: the parser's view of each block, carried back to the account's own offsets.

Enters: an `Account`, a `Parser`. Leaves: an `Annotation`.
"""

from msgspec.structs import replace

from variorum.annotations import Annotation, NamedSpan, Sentence, Token
from variorum.folding import fold, visible
from variorum.records import Account
from variorum.seams import Parsed, Parser
from variorum.segment.blocks import Block, blocks


def annotate(account: Account, parser: Parser) -> Annotation:
    """Parse an account block by block; tokens carry the account's unfolded words.

    Blocks of one account are parsed together and never with another account's: the numbers a
    model computes can depend on what shares its batch, and a ledger must not depend on that.
    """
    places = blocks(account)
    texts = (account.text[block.start : block.end] for block in places)
    parsed = parser.parse([visible(fold(text)) for text in texts])
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    named: list[NamedSpan] = []
    chunks: list[tuple[int, int]] = []
    for paragraph, (block, result) in enumerate(zip(places, parsed, strict=True)):
        base = len(tokens)
        tokens.extend(_moved(token, account.text, block, base) for token in result.tokens)
        sentences.extend(_sentences(result, tokens, base, paragraph, block.region))
        named.extend(NamedSpan(n.first + base, n.last + base, n.label) for n in result.named)
        chunks.extend((first + base, last + base) for first, last in result.noun_chunks)
    return Annotation(
        account=account.id,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        named=tuple(named),
        noun_chunks=tuple(chunks),
    )


def _moved(token: Token, text: str, block: Block, base: int) -> Token:
    start, end = token.start + block.start, token.end + block.start
    return replace(token, start=start, end=end, text=text[start:end], head=token.head + base)


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
