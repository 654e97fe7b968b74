"""Keys of names: the plain words by which two mentions are held to be the same.

Enters: a name as printed. Leaves: words in lower case, surnames, what two names share.
"""

import re

from variorum.folding import fold, squeezed
from variorum.languages.names import Names
from variorum.languages.tables import word_set

_SUFFIX = frozenset(
    ("jr", "sr", "ii", "iii", "iv", "qc", "kc", "mp", "esq", "phd", "md", "obe", "cbe")
)
_ARTICLES = "|".join(sorted(word_set("al el ul as an ar")))  # Arabic, in Latin letters
_ARTICLE = re.compile(rf"^(?:{_ARTICLES})-(?=\w{{2}})")
_VOWEL = frozenset("aeiouy")
_FEMININE = frozenset(("ina", "ine", "ette", "elle"))
_VOWELS = re.compile(r"[aeiouy]+")
_WORD = re.compile(r"[A-Za-z][\w'’&-]*")
_GENITIVE = re.compile(r"'s?$")


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without marks at their ends.

    >>> words("Bashar Al-Assad’s")
    ('bashar', 'al-assad')
    """
    plain = (
        _GENITIVE.sub("", word.strip('.,;:()[]"'))
        for word in fold(squeezed(name)[0]).lower().split()
    )
    return tuple(word for word in plain if word.strip("'-"))


def surname(name: tuple[str, ...]) -> str:
    """Return the last word that is not "Jr" or the like, without an Arabic article.

    >>> surname(("bashar", "al-assad"))
    'assad'
    """
    for word in reversed(name):
        if word not in _SUFFIX:
            return _ARTICLE.sub("", word.lower())
    return ""


def skeleton(word: str) -> str:
    """Return a word's consonants: spellings of one foreign name differ in vowels first."""
    return word[:1] + _VOWELS.sub("", word[1:])


def spelled_alike(one: str, other: str) -> bool:
    """Tell whether two words can be spellings of one foreign name: a vowel inside differs.

    The last letter must agree, since it tells "Mario" from "Maria"; two vowels may differ in
    names of seven letters or more.

    >>> spelled_alike("majid", "majed"), spelled_alike("maria", "mario")
    (True, False)
    """
    if one == other:
        return True
    if len(one) != len(other) or len(one) < 5 or one[-1] != other[-1]:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    allowed = 2 if len(one) >= 7 else 1
    return len(differing) <= allowed and all(a in _VOWEL and b in _VOWEL for a, b in differing)


def same_given(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two full names can be one person's: the given names must not disagree."""
    one, other = left[0], right[0]
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    short, long = sorted((one, other), key=len)
    shortened = len(short) >= 3 and long.startswith(short) and len(long) - len(short) >= 2
    return spelled_alike(one, other) or (shortened and long[len(short) :] not in _FEMININE)


def same_middle(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether the names between given name and surname let two full names be one person's.

    A patronymic tells sisters and cousins apart: "Anna Petrovna Volkova", "Anna Ivanovna Volkova".

    >>> same_middle(("john", "f", "kennedy"), ("john", "fitzgerald", "kennedy"))
    True
    """
    one, other = left[1:-1], right[1:-1]
    pairs = [(a, b) for a in one for b in other]
    return not pairs or any(spelled_alike(a, b) or _initial_of(a, b) for a, b in pairs)


def _initial_of(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def body_key(names: Names, name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a body or place that tell it from others."""
    name = tuple(word.replace(".", "") for word in name)
    joined = " ".join(name)
    if joined in names.place_aliases:
        return tuple(names.place_aliases[joined].split())
    spelled = [part for word in name for part in names.place_aliases.get(word, word).split()]
    kept = tuple(
        word for word in spelled if word not in names.company_forms and word not in names.left_out
    )
    return kept or tuple(spelled)


def initials(names: Names, name: tuple[str, ...]) -> str:
    """Return the first letters of a body's words, small words left out.

    ("world", "health", "organization") gives "who".
    """
    return "".join(word[0] for word in name if word not in names.small_words)


def spelled_start(names: Names, before: str, letters: str) -> int | None:
    """Return where the words begin whose initials these letters are, small words left out."""
    at, left = len(before), len(letters)
    for match in reversed(list(_WORD.finditer(before))):
        word = match.group()
        if word.lower() in names.small_words:
            continue
        if left == 0 or word[0].lower() != letters[left - 1] or not word[0].isupper():
            break
        left, at = left - 1, match.start()
        if left == 0:
            return at
    return None


def split_label(names: Names, label: str) -> tuple[str, str]:
    """Split a speaker's label into role and name.

    "President of Russia Vladimir Putin" has both, "Vladimir Putin" a name alone.
    """
    before, comma, after = label.partition(",")
    if comma and before.split()[0].lower().rstrip(".") not in names.titles:
        return after.strip(), before.strip()
    parts = label.split()
    if parts[0].lower().rstrip(".") not in names.titles:
        return "", label.strip()
    cut = _name_start(names, parts)
    return " ".join(parts[:cut]), " ".join(parts[cut:])


def _name_start(names: Names, parts: list[str]) -> int:
    """Return where the name begins after a title: past titles, and past "of" and its words."""
    at = 0
    while at < len(parts) - 1 and parts[at].lower().rstrip(".") in names.titles:
        at += 1
    if parts[at].lower() in names.office_links and len(parts) - at > 2:
        return max(len(parts) - 2, at + 2)
    return at
