"""English words of which one excludes the others of its kind, and numbers that give an order.

Enters: nothing. Leaves: tables from word to kind, and from ordinal to its number.
"""

ORDINALS = {
    word: f"{number}th"
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
            *("ninth", "tenth", "eleventh", "twelfth"),
        ),
        start=1,
    )
} | {"1st": "1th", "2nd": "2th", "3rd": "3th"}
"""Ordinal to one form of it, so that "third" and "3rd" meet."""

_KINDS = {
    "colour": "red green blue yellow black white orange purple pink brown grey gray violet "
    "scarlet crimson turquoise beige",
    "grown": "man woman",
    "young": "boy girl",
    "season": "spring summer autumn winter",
    "compass": "north south east west",
    "part of the world": "northern southern eastern western",
    "number of": "hundred thousand million billion trillion",
    "order": " ".join(ORDINALS),
    "metal": "gold silver bronze copper",
    "service": "army navy",
    "degree": "primary secondary",
    "court": "murder manslaughter",
}

KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
"""Word to the kind in which it excludes the others."""

METONYMS = {
    "washington": "united states",
    "white house": "united states",
    "us": "united states",
    "usa": "united states",
    "america": "united states",
    "pentagon": "defense department",
    "london": "united kingdom",
    "downing street": "united kingdom",
    "britain": "united kingdom",
    "uk": "united kingdom",
    "moscow": "russia",
    "kremlin": "russia",
    "beijing": "china",
    "paris": "france",
    "berlin": "germany",
    "tehran": "iran",
    "ankara": "turkey",
    "damascus": "syria",
    "kyiv": "ukraine",
    "kiev": "ukraine",
    "baghdad": "iraq",
    "jerusalem": "israel",
    "tokyo": "japan",
    "brussels": "european union",
    "eu": "european union",
    "un": "united nations",
    "burma": "myanmar",
}
"""A capital, a building or a short form to the state or body that it may stand for."""

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
