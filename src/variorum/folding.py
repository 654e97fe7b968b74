"""Folding: a compare-form of the same length, so that every offset is its own way back.

Enters: any text. Leaves: text of equal length in plain typography.
"""

import re
from collections.abc import Sequence

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
"""Characters that have no width and part no words: hyphenation and joining marks."""
_FOLDED = (
    dict.fromkeys(map(ord, f"{_SPACES}{''.join(sorted(INVISIBLE))}\r\n\u2028\u2029\u0085"), " ")
    | dict.fromkeys(map(ord, "“”„‟«»＂"), '"')
    | dict.fromkeys(map(ord, "‘’‚‛‹›´`′ʼ"), "'")
    | dict.fromkeys(map(ord, "‐‑‒−﹘﹣－"), "-")
    | dict.fromkeys(map(ord, "—―"), "–")
    | dict.fromkeys(map(ord, "⁄∕"), "/")
    | dict(zip(map(ord, "￥＄％"), "¥$%", strict=True))
)

_ODD = re.compile(f"[{re.escape(''.join(map(chr, _FOLDED)))}]")

TURNING_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Characters that turn the direction of the text around them, for use within [] of a pattern."""
_UNSEEN = re.compile(f"[\x00-\x1f\x7f-\x9f{TURNING_MARKS}]")


_ADDRESS = r"\((?:[a-z][a-z+.-]{1,12}:|[/#.]|www\.)[^()\s]{0,600}(?:\([^()\s]{0,100}\)[^()\s]{0,200})?(?: \"[^\"\n]{0,200}\")?\)"
_LINK = re.compile(
    rf"!\[[^\[\]]{{0,300}}\]{_ADDRESS}|\[(?=[^\[\]]{{1,300}}\]{_ADDRESS})|(?<=[^\s\[])\]{_ADDRESS}"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]:?")
_OPENS_LINE = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+|^#{1,6}(?=[ \t])", re.M)
_STRONG = re.compile(
    r"(\*{2,3})(?=[^\s*])((?:[^*\n]|\*(?!\*)){1,600}?)(?<=[^\s*])\1"
    r"|(?<!\w)(_{2,3})(?=[^\s_])((?:[^_\n]|_(?!_)){1,600}?)(?<=[^\s_])\3(?!\w)"
    r"|(~~)(?=[^\s~])([^~\n]{1,600}?)(?<=[^\s~])~~"
)
_STRESSED = re.compile(
    r"(?<![\w*])(\*)(?=[^\s*])([^*\n]{1,600}?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)(_)(?=[^\s_])([^_\n]{1,600}?)(?<=[^\s_])_(?!\w)"
)


def visible(text: str) -> str:
    r"""Return `text` with a space for each control and mark of direction, length unchanged.

    A parser would take them for letters. They are no part of `fold`: a mark of direction between a
    quotation mark and a word does not part the two.

    >>> visible("\u200fRami\u200e said")
    ' Rami  said'
    """
    return text if text.isprintable() else _UNSEEN.sub(" ", text)


def fold(text: str) -> str:
    r"""Return `text` with quotes, hyphens and spaces in one plain form each, length unchanged.

    >>> fold("“it’s over”")
    '"it\'s over"'
    """
    if not text.isascii():
        return _ODD.sub(
            _folded, text
        )  # ten times as fast as `translate`, which is fast on ASCII alone
    plain = text.isprintable() and "`" not in text
    return text if plain else text.translate(_FOLDED)


def _folded(found: re.Match[str]) -> str:
    return _FOLDED[ord(found.group())]


def squeezed(text: str) -> tuple[str, Sequence[int]]:
    r"""Return `text` without what has no width, and where each character that is left stood.

    >>> squeezed("sum\u00admer")
    ('summer', [0, 1, 2, 4, 5, 6])
    """
    if text.isascii() or INVISIBLE.isdisjoint(text):
        return text, range(len(text))
    kept = [at for at, mark in enumerate(text) if mark not in INVISIBLE]
    return "".join(text[at] for at in kept), kept


def one_line(text: str) -> str:
    r"""Return `text` with one space for any white space, and without what has no width.

    >>> one_line("A\u00admal\n Haddad")
    'Amal Haddad'
    """
    return " ".join(squeezed(text)[0].split())


def trimmed(text: str, start: int, end: int, outer: str | None = None) -> tuple[int, int]:
    """Return where `text[start:end]` starts and ends without `outer` characters, white space if none are given.

    >>> trimmed("  a b ", 0, 6)
    (2, 5)
    """
    part = text[start:end]
    first = end - len(part.lstrip(outer))
    return first, max(first, start + len(part.rstrip(outer)))


def cut(text: str, longest: int) -> str:
    """Return text of at most so many characters, ending in an ellipsis where some are left out.

    >>> cut("somebody", 5)
    'some…'
    """
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def unmarked(text: str) -> str:
    r"""Return `text` with a space for each mark of Markdown, length unchanged.

    Links keep their words and lose their address; a star or line that stands alone is none.

    >>> " ".join(unmarked("Some **9,000** cars, [Jana](https://orlo.example) said.[^1]").split())
    'Some 9,000 cars, Jana said.'
    >>> unmarked("Section 5[1](a) and 2 * 3 * 4 in snake_case_names")
    'Section 5[1](a) and 2 * 3 * 4 in snake_case_names'
    """
    if not any(mark in text for mark in "*_[>#~"):
        return text
    for marks in (_LINK, _FOOTNOTE, _OPENS_LINE):
        text = marks.sub(_spaces, text)
    return _STRESSED.sub(_inner, _STRONG.sub(_inner, text))


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _inner(found: re.Match[str]) -> str:
    mark, inner = (group for group in found.groups() if group)
    return f"{' ' * len(mark)}{inner}{' ' * len(mark)}"
