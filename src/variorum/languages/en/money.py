"""English for money: codes, signs and names from CLDR, and beside them what papers print.

Enters: CLDR's names and signs (`languages.en.cldr.money`). Leaves: `CURRENCY_BEFORE` and
`CURRENCY_AFTER`. A sign or a noun that several countries have is nobody's: it is read only where the
tables here say as what.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from variorum.languages.en.cldr import money
from variorum.languages.tables import word_set
from variorum.languages.units import Unit

_OWN_NAMES: Final = {
    "USD": "dollar",
    "GBP": "pound sterling",
    "TWD": "taiwan dollar",
    "ILS": "israeli shekel",
    "LAK": "lao kip",
}
"""Records have these by another name than CLDR's: "us dollar", "british pound", "laotian kip"."""
NAMES: Final = {key: one for key, (one, _) in money.NAMES.items()} | _OWN_NAMES
"""The name by which records have the money of a code."""

OTHER_WORDS: Final = word_set("""
ALL AMD ARS BAM BIF BMD BND BOB BSD CDF COP CUP CVE DOP ERN GEL GIP LAK LSL MAD MOP MUR NAD NIO PAB PEN
PHP RON SAR SCR SDG SLE SOS SRD SSP STN TOP TRY WST ZWG
""")
"""Codes that are words too, or short for something else: "TOP 100", "SDG 13"; see `PRINTED_BEFORE`."""
FAMILIAR: Final = word_set("""
AED AUD BDT BRL CAD CHF CLP CNY CRC CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR JPY KES KRW KWD KZT LBP
LKR MXN MYR NGN NOK NPR NZD PKR PLN QAR RUB SEK SGD THB TWD TZS UAH UGX USD VND ZAR
""")
"""Codes that papers print so often that a small sum may follow."""
LETTER_SIGNS: Final = word_set("Rp RM Ksh TSh USh CFPF FBu Fdj Nfk Kč zł")
"""Signs of letters alone that are nothing else; "R 500" may be a road and "Le 400" a Frenchman."""
UNREAD: Final = frozenset({"ZWG"})
"""Money whose name is never read: "three Zimbabwean gold" are medals."""
UNREAD_NOUNS: Final = word_set("""
afghani afghanis balboa balboas bolívar bolívars colón colóns córdoba córdobas gold guarani guaranis
dram drams florin leone leones leu lev quetzal quetzals real reals sol soles
""")
"""Nouns of money that are people, places or things as well; with their country they are read."""


def _currencies(text: str) -> dict[str, str]:
    rows = (item.partition("=") for line in text.strip().splitlines() for item in line.split("|"))
    return {word: name for name, _, words in rows for word in words.split(",")}


def _signs() -> dict[str, str]:
    """Return the signs that only one money has and that can be nothing else."""
    return {
        sign.lower(): NAMES[key]
        for sign, key in money.SIGNS.items()
        if " " not in key and is_plain_sign(sign)
    }


def is_plain_sign(sign: str) -> bool:
    """Tell a sign of money that can be nothing else: "R$" and "Rp", unlike "R" and "Le"."""
    return sign in LETTER_SIGNS or any(unicodedata.category(letter) == "Sc" for letter in sign)


def _nouns() -> dict[str, str]:
    """Return what the last word of a name is alone: one money, or a name that tells not whose."""
    owned = {
        form.rpartition(" ")[2]: NAMES[key] for key, forms in money.NAMES.items() for form in forms
    }
    return {noun: one for noun, one in (owned | money.SHARED).items() if noun not in UNREAD_NOUNS}


PRINTED_BEFORE: Final = _currencies("""
dollar=$,us $,u.s. $,usd$,u.s $|pound sterling=£,ps,stg,l£|japanese yen=¥,y|rupee=rs,rs.,re|crown=kr,kr.
australian dollar=au$,aud$,a $,$a,$au|canadian dollar=c$,cad$,c $,can$,$ca|hong kong dollar=hk $,$hk
new zealand dollar=nzd$,$nz|singapore dollar=s$,sg$|mexican peso=mxn$,mex$|chinese yuan=rmb
israeli shekel=nis|philippine peso=php,p|kenyan shilling=sh|saudi riyal=sar|cfa franc=fcfa,cfa
uae dirham=dh,dhs|egyptian pound=e£,le|indonesian rupiah=rp.|bangladeshi taka=tk,tk.|bitcoin=₿,btc
south african rand=r|namibian dollar=n$|jamaican dollar=j$|argentine peso=ars|colombian peso=cop|peruvian sol=pen,s/|georgian lari=gel|turkish lira=try
""")
"""Not in CLDR, or there the sign of several; "kr" tells not whose crowns they are,
"FCFA" not which of two francs."""
CURRENCY_BEFORE: Final = {
    word: Unit(name, "currency")
    for word, name in (
        {key.lower(): name for key, name in NAMES.items() if key not in OTHER_WORDS}
        | _signs()
        | PRINTED_BEFORE
    ).items()
}
"""Signs and codes before the number; a code of letters must stand in capitals or be "Rs"."""

PRINTED_AFTER: Final = _currencies("""
dollar=u.s. dollar,american dollar,buck,greenback,$|pound sterling=pound,pounds sterling,quid
taiwan dollar=taiwan dollar|zimbabwean dollar=zimbabwe dollar|chinese yuan=renminbi,rmb|mark=mark
russian ruble=ruble,rouble,russian rouble|lira=liras|israeli shekel=shekel|south korean won=won
polish zloty=zlotys|czech koruna=koruna,czech crown|swedish krona=kronor|krona=krona,kronas
rial=rial|toman=toman|croatian kuna=kuna,kn|cent=cent|penny=penny,pence|sen=sen
bitcoin=bitcoin,btc|brazilian real=reais|crown=crown,kr|romanian leu=lei
bulgarian lev=leva|cfa franc=cfa franc,fcfa
""")
"""Not in CLDR, or there the noun of several; the parts of money ("cent") CLDR does not name."""
_CODES: Final = {key.lower(): NAMES[key] for key in NAMES if key not in OTHER_WORDS}
_NAMED: Final = {
    form: NAMES[key] for key, forms in money.NAMES.items() if key not in UNREAD for form in forms
}
_WORDS: Final = _NAMED | _nouns() | PRINTED_AFTER
CURRENCY_AFTER: Final = (
    {
        sign: unit
        for sign, unit in CURRENCY_BEFORE.items()
        if not sign.isascii() or (sign.endswith("$") and " " not in sign)
    }
    | {word: Unit(name, "currency") for word, name in (_CODES | _WORDS).items()}
    | {
        word + "s": Unit(name, "currency")
        for word, name in _WORDS.items()
        if word[-1].isalpha() and not word.endswith("s")
    }
)

IN_CAPITALS: Final = frozenset(_CODES) - word_set(
    "aud btc cad chf cny eur gbp hkd inr jpy nzd rmb rub sgd uah usd"
)
"""Codes that are money after a large number in capitals; the others are so however they are written."""
ROAD_CODES: Final = frozenset({"R", "Y", "P"})
SHORT_CODES: Final = word_set("R Y P PS TRY SAR LE SH RM RE DH COP CFA").union(
    NAMES.keys() - OTHER_WORDS - FAMILIAR
)
"""Codes that are also words or names: only before a number of at least `LARGE` or with cents."""
GLUED_CODES: Final = frozenset({"RM"})
"""Of these, the ones that are money before any number that they touch: "RM45"."""
MIXED_CASE_CODES: Final = word_set("Rs Rs. Re Tk Tk. Rp. Dh Dhs Sh kr kr. Kr Kr.") | LETTER_SIGNS
LARGE_ONLY: Final = word_set(
    "won mark marks leva lei crown crowns kip kips kina lek leks tala talas loti lotis pula pulas som "
    "soms"
)
"""Currencies whose names are everyday words: only after a number of at least `LARGE`."""
LARGE: Final = 100
MONEY_CUES: Final = word_set(
    "£ cost costs costing price priced pay paid pays paying fine fined worth spend spent "
    "salary wage wages budget bill loan fee fees tax profit revenue sold sell bought buy"
)
"""Near one of these a small number of "pounds" is money; otherwise it is a weight."""
