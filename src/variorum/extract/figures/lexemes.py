"""Lexemes: the words, numbers and marks of a paragraph, cut finely enough for figures.

Enters: an account's text and the bounds of a paragraph. Leaves: `Lexeme`s with the account's
offsets. The language pipeline's tokens are too coarse here: it keeps "1.3bn" and "£2.4m" whole.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations import Token
from variorum.folding import fold
from variorum.languages.language import Language
from variorum.languages.numbers import Numbers
from variorum.languages.units import Units

LONGEST_NUMBER = 18
"""A longer run of digits is an identifier; the bound also keeps decimal arithmetic exact."""

_FIRM_SPACES = "\u00a0\u2007\u2009\u202f"

_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
"""Read as "1.2" where a magnitude or a unit follows ("1,2 million")."""

_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}")
"""Thousands and decimals as on the Continent: "1.971,13"."""

_GROUPED = str.maketrans("", "", ", '\u00a0")
"""Marks between the thousands of a number, and the spaces of text that was cut into words."""

_DOTTED_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")


class Lexeme(Struct, frozen=True):
    """A word, number or mark: `text` is folded, `plain` lower-case, `glued` to the one before."""

    kind: str
    text: str
    plain: str
    start: int
    end: int
    glued: bool

    @property
    def number(self) -> Decimal | None:
        """Return the number that digits spell, ``None`` for anything else."""
        if self.kind == "power":
            return _power(self.text)
        return Decimal(_digits(self.text)) if self.kind == "number" else None


class Lexemes(list[Lexeme]):
    """The lexemes of a paragraph, with the language that they are read in."""

    def __init__(self, found: Iterable[Lexeme], language: Language) -> None:
        super().__init__(found)
        self.language = language
        self.numbers, self.units = language.numbers, language.units


class LexedParagraph(Struct, frozen=True):
    """A paragraph's lexemes; `tokens` are the account's, `token_of` gives each lexeme's index.

    `label_of` tells by token index which name, if any, the pipeline saw it in; `plain` is the
    paragraph's text folded and in lower case, beginning at `start`.
    """

    words: Lexemes
    tokens: Sequence[Token]
    token_of: Sequence[int]
    label_of: Callable[[int], str]
    plain: str
    start: int

    @property
    def numbers(self) -> Numbers:
        """The language's words of numbers."""
        return self.words.numbers

    @property
    def units(self) -> Units:
        """The language's units."""
        return self.words.units

    def word(self, index: int) -> str:
        """Return the lower-case lexeme at `index`, empty outside the paragraph."""
        return self.words[index].plain if 0 <= index < len(self.words) else ""

    def token(self, index: int) -> Token:
        """Return the token that the lexeme at `index` lies in."""
        return self.tokens[self.token_of[index]]


def lexemes(text: str, start: int, end: int, language: Language) -> Lexemes:
    """Cut the characters `start` to `end` of `text` into lexemes, in time linear in length."""
    folded = _with_firm_spaces(text[start:end])
    found: list[Lexeme] = []
    last = -1
    for match in _lexeme(language).finditer(folded):
        kind = match.lastgroup or "mark"
        word = match.group()
        if kind == "number" and not _is_readable(word):
            kind = "mark"
        glued = match.start() == last
        first = match.start() + start
        found.append(Lexeme(kind, word, word.lower(), first, first + len(word), glued))
        last = match.end()
    return Lexemes(_continental(found, language), language)


def _continental(found: list[Lexeme], language: Language) -> list[Lexeme]:
    """Read the point of "1.971 people" as a mark of thousands, and so in the same paragraph.

    Nobody counts people in thousandths; before a unit, a scale or money the point stays a decimal one.
    """
    dotted = [at for at, one in enumerate(found) if _DOTTED_GROUP.fullmatch(one.text)]
    counted = [at for at in dotted if _is_in_hundreds(found, at, language)]
    if not counted:
        return found
    held = set(counted) | {at for at in dotted if _is_bare(found, at, language)}
    return [
        replace(one, text=one.text.replace(".", ","), plain=one.plain.replace(".", ","))
        if at in held
        else one
        for at, one in enumerate(found)
    ]


def _is_in_hundreds(found: Sequence[Lexeme], at: int, language: Language) -> bool:
    """Tell what has no thousandths: people, or a sum that ends in two noughts ("€12.500")."""
    units = language.units
    before, after = (found[one].plain if 0 <= one < len(found) else "" for one in (at - 1, at + 1))
    money = before in units.currency_before or after in units.currency_after
    money = money and after not in language.numbers.scales
    return (money and found[at].text.endswith("00")) or _is_before_a_plural(found, at + 1, language)


def _is_before_a_plural(found: Sequence[Lexeme], at: int, language: Language) -> bool:
    """Tell a plural right behind a number that is no unit, no scale and no money."""
    if at >= len(found) or found[at].glued or not found[at].text.islower():
        return False
    word, numbers, units = found[at].plain, language.numbers, language.units
    plural = word.endswith(numbers.plural_suffix) and word not in numbers.ends_in_s
    other = word in units.units or word in units.currency_after or word in numbers.scales
    return (plural or word in numbers.plurals) and not other


def _is_bare(found: Sequence[Lexeme], at: int, language: Language) -> bool:
    """Tell a number with neither sign, scale nor unit beside it."""
    before = found[at - 1].plain if at else ""
    after = found[at + 1].plain if at + 1 < len(found) else ""
    known = (language.units.units, language.units.currency_after, language.numbers.scales)
    return before not in language.units.currency_before and not any(after in k for k in known)


@cache
def _lexeme(language: Language) -> re.Pattern[str]:
    return re.compile(
        r"(?P<power>\d{1,6}(?:\.\d{1,9})? ?[×x] ?10(?:\^-?|-)\d{1,2}(?![\d.,]))"
        r"|(?P<number>\d{1,3}(?:,\d{3}){1,5}(?![\d,]?\d)(?:\.\d{1,9}(?!\d))?"
        r"|\d{1,2}(?:,\d\d){1,4},\d{3}(?!\d)(?:\.\d{1,9}(?!\d))?"
        rf"|(?<![\d,.])\d{{1,3}},\d{{1,2}}(?=[ \u00a0-]?(?:{language.units.decimal_comma_before})(?![^\W\d_]))"
        r"|\d{1,3}(?:\u00a0\d{3}){1,5}(?![\d,]?\d)(?:\.\d{1,9}(?![\d.]?\d))?(?!\.\d)"
        r"|\d{1,3}(?: \d{3}){0,4} 000(?![\d,.]?\d)"
        r"|\d{1,3}(?:(?: ?, \d{3})? ?, 000|(?<!, \d\d) , \d{3})(?! ?[\d,.]? ?\d)"
        rf"|\d{{1,3}} ?\. \d{{1,2}}(?= (?:{language.units.decimal_comma_before}|%)(?![^\W\d_]))"
        r"|\d{1,3}(?:\.\d{3}){1,5},\d{1,2}(?![\d.,]?\d)"
        r"|\d{1,3}(?:\.\d{3}){2,5}(?![\d.])"
        r"|[1-9]\d{0,2}(?:'\d{3}){1,4}(?![\d'])"
        r"|\d+(?:\.\d{1,9}(?![\d.]\d))?|(?<![\w.])\.\d{1,9}(?!\d))"
        r"|(?P<word>[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+(?:'[^\W\d_]+)*)"
        r"|(?P<mark>[^\s])"
    )


def _with_firm_spaces(text: str) -> str:
    """Return the folded text, but keep the spaces that hold the digits of one number together."""
    folded = fold(text)
    if not any(space in text for space in _FIRM_SPACES):
        return folded
    return "".join(
        "\u00a0" if raw in _FIRM_SPACES else plain for raw, plain in zip(text, folded, strict=True)
    )


def _power(text: str) -> Decimal:
    """Read "1.99×10-30" and "2 x 10^5"."""
    front, _, back = text.replace("×", "x").partition("x")
    exponent = back.strip().removeprefix("10").removeprefix("^")
    return Decimal(front.strip()).scaleb(int(exponent))


def _digits(word: str) -> str:
    if _DECIMAL_COMMA.fullmatch(word):
        return word.replace(",", ".")
    if _DOTTED.fullmatch(word):
        return word.replace(".", "").replace(",", ".")
    plain = word.translate(_GROUPED)
    return plain.replace(".", "") if plain.count(".") > 1 else plain


def _is_readable(word: str) -> bool:
    return len(word) <= LONGEST_NUMBER + 6 and _digits(word).isascii()
