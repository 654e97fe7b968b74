"""Rules for lengths of time, for what comes back, and for a present, past or future left open.

Enters: nothing but the grammar. Leaves: `RULES`. Most of these are never dated; "the past three
years" is, since it ends with the day of writing.
"""

from __future__ import annotations

from variorum.extract.moments.calendar import Period, day, shifted, span_of
from variorum.extract.moments.grammar import Expression, Rule, RuleMatch, rule, stated_number
from variorum.extract.moments.lexemes import CODES
from variorum.languages.calendar import MANY
from variorum.languages.calendar import PAST as PAST_REF
from variorum.vocabulary import MomentKind

_LETTER = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "fortnight": "W", "weekend": "WE",
}  # fmt: skip


def spell(count: float | None, unit: str) -> str:
    """Return a TIMEX3 duration: P2W, PT5H, P2Y6M for two and a half years, PXD for some days."""
    letter = _LETTER[unit]
    clock, letter = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    if count is None:
        return f"P{clock}{MANY}{'Y' if unit in ('decade', 'century') else letter}"
    if unit == "decade":
        return f"P{_plain(count * 10)}Y"
    if unit == "century":
        return f"P{_plain(count * 100)}Y"
    if unit == "year" and count % 1 == 0.5:
        whole = f"{int(count)}Y" if count >= 1 else ""
        return f"P{whole}6M"
    if unit in ("hour", "minute") and count % 1 == 0.5:
        whole, rest = (
            (f"{int(count)}{letter}" if count >= 1 else ""),
            "30M" if unit == "hour" else "30S",
        )
        return f"PT{whole}{rest}"
    return f"P{clock}{_plain(count)}{letter}"


def _plain(count: float) -> str:
    return str(int(count)) if count == int(count) else str(count)


def _length(found: RuleMatch) -> Expression | None:
    """Return a length; an age ("34 years old") belongs to a person, not to time."""
    after = found.after
    if _old(found) or (after is not None and after.kind == CODES["AGO"]):
        return None
    if _is_a_rate(found) or _is_a_fraction(found):
        return None
    plural = found.words("u")[0].kind in (CODES["UNITS"], CODES["QUARTERS"])
    count = stated_number(found.words("n")) if "n" in found else None if plural else 1
    if count is not None and "h" in found:
        count += 0.5
    return Expression("duration", "nothing", None, spell(count, str(found.value("u"))))


def _old(found: RuleMatch) -> bool:
    return found.following.lstrip(CODES["DASH"])[:1] == CODES["OLD"]


def _is_a_rate(found: RuleMatch) -> bool:
    """Tell "two flights a week" from a week: a counted noun stands right before it."""
    words, before = found.words("n"), found.preceding
    single = len(words) == 1 and words[0].kind == CODES["A"]
    return (
        single
        and before is not None
        and before.form in ("singular", "plural", "cardinal", "proper singular", "adverb")
    )


def _is_a_fraction(found: RuleMatch) -> bool:
    """Tell "a quarter" and "three quarters of it" from spells of three months."""
    single = "n" in found and found.words("n")[-1].kind == CODES["A"]
    return found.value("u") == "quarter" and (single or found.following[:1] == CODES["OF"])


def _window(found: RuleMatch) -> Expression | None:
    """Return the units before or after the day of writing: "the past three years"."""
    unit, step = str(found.value("u")), int(found.value("t"))
    count = stated_number(found.words("n")) if "n" in found else 1
    value = spell(count, unit)
    if count is None or count != int(count) or unit in ("hour", "minute", "second"):
        return Expression("duration", "nothing", None, value)
    steps = int(count) * step

    def at(leans: Period, _: int) -> Period | None:
        today = day(leans.first)
        edge = shifted(today, unit, steps)
        if edge is None:
            return None
        window = span_of(edge, today) if step < 0 else span_of(today, edge)
        return Period("window", window.first, window.last, value) if window else None

    return Expression("duration", "publication", at, value, "window")


def _many(found: RuleMatch) -> Expression | None:
    """Return "the coming weeks" and "a year or two": lengths that no number states."""
    told, unit = found.words("n"), str(found.value("u"))
    if told and stated_number(told) not in _OR_SO:
        return None
    kind: MomentKind = "relative" if "d" in found else "duration"
    return Expression(kind, "nothing", None, spell(None, unit))


_OR_SO = (2, 3)


def _long(found: RuleMatch) -> Expression:
    """Return the length in "decades-long" and "a week-long"."""
    plural = found.words("u")[0].kind in (CODES["UNITS"], CODES["QUARTERS"])
    return Expression(
        "duration", "nothing", None, spell(None if plural else 1, str(found.value("u")))
    )


def _every(found: RuleMatch) -> Expression:
    return Expression(
        "duration",
        "nothing",
        None,
        spell(stated_number(found.words("n")) or 1, str(found.value("u"))),
    )


def _every_named(found: RuleMatch) -> Expression:
    named = found.words("x")[-1]
    value = {
        CODES["WEEKDAY"]: f"XXXX-WXX-{int(named.value) + 1}"
        if not isinstance(named.value, str)
        else "",
        CODES["WEEKDAYS"]: f"XXXX-WXX-{int(named.value) + 1}"
        if not isinstance(named.value, str)
        else "",
        CODES["MONTH"]: f"XXXX-{named.value:>02}",
        CODES["WEEKEND"]: "XXXX-WXX-WE",
    }.get(named.kind, f"XXXX-{named.value}")
    return Expression("duration", "nothing", None, value)


def _often(found: RuleMatch) -> Expression:
    return Expression("duration", "nothing", None, str(found.value("x")))


def _open(found: RuleMatch) -> Expression:
    return Expression("relative", "nothing", None, str(found.value("x")))


def _past(_: RuleMatch) -> Expression:
    return Expression("relative", "nothing", None, PAST_REF)


RULES: tuple[Rule, ...] = (
    rule("ROUGHLY? n=COUNT MORE? DASH? u=ANYUNIT h=(?:AND A HALF)?", _length),
    rule("(?<=BETWEEN) n=NUMERAL (?=AND NUMERAL DASH? u=ANYUNIT)", _length),
    rule("THE? t=(?:LAST|PASTWORD|NEXT|BEFORE) n=COUNT u=ANYUNIT", _window),
    rule("THE (?:ORDER|CURRENT|LATEST)? n=COUNT u=(?:UNITS|QUARTERS)", _length),
    rule("THE? t=PASTWORD u=ONEUNIT", _window),
    rule("THE FISCAL u=UNIT", _length),
    rule("THE? n=FEW u=(?:UNITS|QUARTERS)", _length),
    rule("THE (?:FULL|CURRENT)? FISCAL? u=UNIT (?=ENDED)", _length),
    rule("EVERY n=(?:NUMERAL)? u=ANYUNIT", _every),
    rule("EVERY x=(?:WEEKDAY|MONTH|SEASON|WEEKEND)", _every_named),
    rule("x=WEEKDAYS", _every_named),
    rule("IN? A u=UNIT OR n=NUMERAL d=(?:AGO|LATER|EARLIER)?", _many),
    rule("THE? (?:NEXT|PASTWORD) u=(?:UNITS|QUARTERS)", _many),
    rule("u=(?:UNITS|QUARTERS) d=AGO", _many),
    rule("A? u=ANYUNIT DASH LONG", _long),
    rule("x=OFTEN", _often),
    rule("x=NOW", _open),
    rule("x=LATELY", _open),
    rule("THE NEAR? x=FUTURE", _open),
    rule("THE PASTWORD", _past),
)
