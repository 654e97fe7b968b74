"""English for units and tallies: how they are written, and the one name they go by.

Enters: nothing. Leaves: `UNITS` (folded lower-case wording → `Unit`), `SYMBOLS` (exact case); what shows that two numbers side by side are votes or a
result. Names are the singular English ones that NewsQuant's guidelines use ("kilometre",
"dollar", "percentage", "year of age").
"""

from typing import Final

from variorum.languages.tables import word_set
from variorum.languages.units import SCORE, TIMES, VOTE, YEAR_OF_AGE, Unit

AGES: Final = ("year", "month", "week", "day")

_ROWS: Final = """
length: kilometre=km,kms,kilometer,klick|metre=meter,metre|centimetre=cm,cms,centimeter
length: decimetre=dm,decimeter|picometre=picometer
length: millimetre=mm,millimeter|micrometre=micron,micrometer|nanometre=nm,nanometer
length: mile=mi|yard=yd,yds|foot=feet,ft|inch=inches|nautical mile=nmi|light-year=light year
area: square kilometre=sq km,sq. km,km2,km²,square km,square kilometer|acre=|hectare=ha
area: square metre=sq m,sq. m,m2,m²,square meter,sq metre,sq meter
area: square mile=sq mi,sq mile,sq. mile|square centimetre=cm2,cm²|square yard=sq,yd
area: square foot=square feet,sq ft,sq. ft,sqft,sq feet|square inch=square inches,sq in
volume: litre=liter,ltr,litres|millilitre=ml,milliliter|gallon=gal,gals|pint=|quart=
volume: cubic metre=cubic meter,m3,m³|cubic foot=cubic feet,cu ft|cubic kilometre=km3,cubic km
volume: cubic centimetre=cc,cubic centimeter|barrel=bbl|barrel of oil=barrels of oil
volume: acre-foot=acre-feet,acre feet|teaspoon=tsp|tablespoon=tbsp|bushel=|cubic yard=
mass: kilogram=kg,kgs,kilo,kilogramme|gram=gramme|milligram=mg,milligramme|microgram=mcg,μg,µg
mass: tonne=|metric ton=|ton=tons|pound=lb,lbs|ounce=oz|carat=|dram=
mass: short ton=|long ton=|troy ounce=|megaton=megatonne|kiloton=kilotonne
speed: kilometre per hour=km/h,kph,kmh,kmph,km/hr,kilometers per hour,kilometres per hour
speed: mile per hour=mph,miles per hour|metre per second=m/s,meters per second,metres per second
speed: knot=knots,kts|revolutions per minute=rpm|mile per gallon=mpg|frames per second=fps
time: year=yr,yrs|month=|week=wk,wks|day=|hour=hr,hrs|minute=min,mins|second=sec,secs|decade=
time: century=centuries|millisecond=ms|fortnight=|nanosecond=
power: megawatt=mw|gigawatt=gw|kilowatt=kw|watt=|horsepower=hp,horse-power|terawatt=
power: brake horsepower=bhp
energy: kilowatt hour=kwh,kilowatt-hour|megawatt hour=mwh,megawatt-hour
energy: gigawatt hour=gwh,gigawatt-hour|terawatt hour=twh,terawatt-hour|joule=|calorie=cal,kcal
energy: milliampere-hour=mah|kilojoule=kj|megajoule=mj
torque: pound-foot=pound-feet,lb-ft,lb ft,pound feet,pound-feet of torque|newton metre=nm,nm of torque
temperature: celsius=degrees celsius,degree celsius,deg celsius,celcius,centigrade,deg c
temperature: celsius=degrees centigrade,degree c,degrees c,° c,°c,° celsius,centigrate,℃
temperature: fahrenheit=degrees fahrenheit,degree fahrenheit,degrees farenheit,farenheit,° f,°f
temperature: fahrenheit=deg f,degree f,degrees f,℉,deg fahrenheit
temperature: kelvin=
angle: radian=rad
angle or temperature: degree=deg,deg.,°
information: gigabyte=gb|megabyte=mb|kilobyte=kb|terabyte=tb|megapixel=|petabyte=|pixel=px
information: megabit=|gigabit=|bit per second=bps|megabit per second=mbps|byte=
electric: volt=|ampere=amp|milliampere=ma|kilovolt=kv|ohm=|farad=|decibel=db|hertz=hz
electric: megahertz=mhz|gigahertz=ghz|kilohertz=khz
pressure: pascal=|hectopascal=hpa|millibar=mbar|psi=
dose: part per million=ppm,parts per million|part per billion=ppb,parts per billion
dose: sievert=|millisievert=msv|microsievert=
share: percentage=%,percent,per cent,pct,pct.|percentage point=percentage points,% points,percent points,pp
share: basis point=bps|permille=‰,per mille
point: point=points
magnitude: magnitude=
"""


def _plural(name: str) -> str:
    head, *rest = name.split(" per ", 1)
    head = head if head.endswith(("s", "z")) else head + "s"
    return " per ".join([head, *rest])


def _entries(row: str) -> list[tuple[str, Unit]]:
    kind, _, units = row.partition(": ")
    entries = []
    for item in units.split("|"):
        name, _, written = item.partition("=")
        words = written.split(",") if written else []
        for word in [name, *words]:
            entries += [(word, Unit(name, kind)), (_plural(word), Unit(name, kind))]
    return entries


UNITS: Final = {
    word: unit for row in _ROWS.strip().splitlines() for word, unit in _entries(row)
} | {"times": TIMES, "yo": Unit("year of age", "age"), "y/o": Unit("year of age", "age")}
"""Longest wording first is the reader's business; plurals are made by rule."""


DECIMAL_COMMA_BEFORE: Final = (
    "million|mln|mio|billion|bln|bn|trillion|trn|lakh|crore|m|M|k|kg|km|cm|mm|ml|tons?|tonnes?"
    "|kilograms?|kilos?|grams?|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|miles?"
    "|lit(?:er|re)s?|hectares?|per cent|percent|percentage points?|degrees?|megawatts?"
)
"""What shows, after a comma and one or two digits, that the comma is a decimal one (a pattern)."""


SYMBOLS: Final = {
    "m": Unit("metre", "length"),
    "g": Unit("gram", "mass"),
    "t": Unit("tonne", "mass"),
    "p": Unit("penny", "currency"),
    "l": Unit("litre", "volume"),
    "L": Unit("litre", "volume"),
    "h": Unit("hour", "time"),
    "s": Unit("second", "time"),
    "W": Unit("watt", "power"),
    "V": Unit("volt", "electric"),
    "A": Unit("ampere", "electric"),
    "F": Unit("farad", "electric"),
    "C": Unit("celsius", "temperature"),
    "μm": Unit("micrometre", "length"),
    "µm": Unit("micrometre", "length"),
    "nm": Unit("nanometre", "length"),
    "Nm": Unit("newton metre", "torque"),
    "mg": Unit("milligram", "mass"),
    "MW": Unit("megawatt", "power"),
    "mW": Unit("milliwatt", "power"),
}
"""Letters whose case matters; taken only right after a number in figures."""
PRIMES: Final = {"'": Unit("foot", "length"), '"': Unit("inch", "length")}

MORE: Final = word_set("more additional further extra full whole")
"""May stand between a number and its unit: "three more weeks"."""
RATES: Final = word_set("per a an each every /")
"""Words between a unit and what it is divided by: "$3,500 a month", "hours per week"."""
RATED: Final = word_set(
    "second minute hour day night week month year annum century decade person capita head "
    "child share gram kilogram kilo tonne ton litre liter gallon barrel ounce pound mile "
    "kilometre kilometer metre meter acre hectare game match episode household family bottle "
    "unit dozen inhabitant inhabitants km kg m l cm2 m2 km2 h s hectares vote ticket visit "
    "user mwh kwh"
)
"""What a rate may be "per" when it is written with an article."""
RATED_NAMES: Final = {"annum": "year", "liter": "litre", "kilometer": "kilometre", "km": "kilometre",
                      "kg": "kilogram", "kilo": "kilogram", "meter": "metre", "m": "metre",
                      "l": "litre", "h": "hour", "s": "second", "cm2": "square centimetre",
                      "m2": "square metre", "km2": "square kilometre"}  # fmt: skip


PARTS: Final = {
    "dollar": ("cent", 100),
    "euro": ("cent", 100),
    "pound sterling": ("penny", 100),
    "foot": ("inch", 12),
    "pound": ("ounce", 16),
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
"""Units that are said with a smaller one behind, and how many of those they hold."""
NOT_A_RATE: Final = word_set("earlier ago later before after half")
"""After "a year", what makes it a date: "from $2 million a year earlier"."""
CAREFUL: Final = frozenset({"second"})
"""Units whose singular is also an ordinal: only after a hyphen or after one."""
OLD: Final = frozenset({"old", "olds"})
AGED: Final = frozenset({"aged", "age", "ages"})
DYING: Final = frozenset({"die", "dead"})
AGE_AT: Final = frozenset({"at"})
MAGNITUDE: Final = "magnitude"

COUNTED: Final = {VOTE.name: ("votes", "vote"), SCORE.name: ("score", "score")}
"""Unit → what a tally counts, and the lemma of its head."""

VOTE_CUES: Final = word_set(
    "vote votes voted voting ballot motion ruled ruling abstention abstentions approved rejected "
    "backed passed split"
)
SCORE_CUES: Final = word_set(
    "win won wins winning beat beats beaten lose lost loses losing defeat defeated defeats victory "
    "draw drew drawn score thrash thrashed triumph triumphed edged routed aggregate"
)
OWN_NOUNS: Final = word_set(
    "vote votes goal goals point points set sets run runs game games frames"
)
"""Between the two numbers: "seven votes to five"."""
BEFORE_SPELLED: Final = word_set("by voted vote was of won lost beat split ruled")
"""Right before a tally told by "to"; without one of these it may be a stretch."""
AFTER_SPELLED: Final = word_set("vote majority decision ruling")
NO_TALLY: Final = word_set("odds ratio record favourite favorite outsider formation scale")
"""Nearby, these show that the pair is something else ("odds of 8-1", "a 10-4 record")."""
BEFORE: Final = dict.fromkeys(AGED, YEAR_OF_AGE) | {MAGNITUDE: UNITS[MAGNITUDE]}
MEASURED_IN: Final = {"quake": UNITS[MAGNITUDE]}
SCALES: Final = {"richter": UNITS[MAGNITUDE]}
ON_THE: Final = ["on", "the"]
OF_AGE: Final = ["of", "age"]
GLUED_ONLY: Final = frozenset("p")
