"""Languages of FollowTheMoney: ISO 639-3 for the ISO 639-1 code that an account has.

Enters: nothing. Leaves: a table of the languages that its `language` type accepts.
"""

_PAIRS = (
    "af afr am amh ar ara az aze be bel bn ben bs bos bg bul ca cat cs ces da dan de deu el ell "
    "en eng et est fa fas fi fin fr fra ga gle he heb hi hin hr hrv hu hun hy hye id ind is isl "
    "it ita ja jpn kn kan ka kat kk kaz km khm ky kir ko kor lo lao lv lav lt lit lb ltz mk mkd "
    "mt mlt mn mon ms msa my mya nl nld no nor pl pol pt por ps pus ro ron ru rus si sin sk slk "
    "sl slv es spa sq sqi sr srp sw swa sv swe ta tam te tel tg tgk tl tgl th tha tk tuk tr tur "
    "uk ukr ur urd uz uzb vi vie zh zho"
)

_CODES = _PAIRS.split()
ISO_639_3: dict[str, str] = dict(zip(_CODES[::2], _CODES[1::2], strict=True))
