"""Name parts: a name as printed, taken apart into the words that can be compared.

Enters: a name's text and its kind. Leaves: a `Form`: its words in plain Latin with titles, legal
forms and particles set aside, in the printed order.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from variorum.languages.name_parts import NameParts
from variorum.link.names.sounds import coarse
from variorum.link.names.transliteration import is_latin, romanise
from variorum.vocabulary import NameKind

_POSSESSIVE = re.compile(r"['’]s?$")
_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_DOTTED = re.compile(r"\b(?:\w\.){2,}\w?(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,7}s?")
LONGEST_SPELLING = 200
"""Characters of a name that are looked at: longer ones are not names."""


class Form(Struct, frozen=True):
    """A name ready to be compared.

    `words` are the words that tell names apart, in printed order; `particles` those set aside;
    `alias` is the joined words, or the well-known form they stand for; `acronym` is the name
    itself in capitals, if it is one; `letters` are all its words without the spaces; `father` is
    the name behind "bin", "ibn" or "ben". `parts` are the
    words within names by which it was taken apart.
    """

    parts: NameParts
    words: tuple[str, ...]
    particles: tuple[str, ...] = ()
    alias: str = ""
    acronym: str = ""
    letters: str = ""
    father: str = ""
    latin: bool = True

    @property
    def initials(self) -> str:
        """Return the first letters of the words, as an acronym would have them."""
        return "".join(word[0] for word in self.words)


@lru_cache(maxsize=65536)
def name_form(parts: NameParts, name: str, kind: NameKind) -> Form:
    """Return the form of `name`, read as a person's, a body's or a place's.

    `parts` are the words within names of all languages that it is compared in.
    """
    text = _POSSESSIVE.sub("", name[:LONGEST_SPELLING].strip())
    words = _plain_words(parts, text, kind)
    core, particles = _person(parts, words) if kind == "person" else _body(parts, words)
    joined = " ".join(core)
    alias = joined if kind == "person" else parts.aliases.get(joined, joined)
    acronym = text.replace(".", "").strip("() ")
    return Form(
        parts=parts,
        words=core,
        particles=particles,
        alias=alias,
        acronym=acronym.casefold() if _ACRONYM.fullmatch(acronym) else "",
        letters="".join(words),
        father=_father(parts, words) if kind == "person" else "",
        latin=is_latin(text),
    )


def block_keys(form: Form) -> tuple[str, ...]:
    """Return keys, one of which two names of the same person, body or place share."""
    keys = {f"s:{coarse(word)[:4]}" for word in form.words if len(word) > 1}
    keys.add(f"a:{form.alias}")
    keys.add(f"i:{form.acronym or form.initials}")
    keys.add(f"j:{coarse(''.join(form.words))[:4]}")
    return tuple(sorted(keys))


def _plain_words(parts: NameParts, text: str, kind: NameKind) -> list[str]:
    if kind != "person":
        text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    plain = _APOSTROPHE.sub("", romanise(_APOSTROPHE.sub(_kept, text)))
    if kind == "organisation":
        plain = " ".join(_WORD.findall(plain))
        for phrase, short in parts.legal_phrases:
            plain = plain.replace(phrase, short)
    return _WORD.findall(plain)


def _kept(match: re.Match[str]) -> str:
    """Keep an apostrophe only behind a Hebrew letter, whose sound it changes."""
    before = match.string[match.start() - 1 : match.start()]
    return "'" if "\u05d0" <= before <= "\u05ea" else ""


def _person(parts: NameParts, words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    titles, forms = parts.titles, parts.legal_forms
    untitled = [
        word for word in _servants(parts, words) if word not in titles and word not in forms
    ] or words
    core = [word for word in untitled if word not in parts.particles] or untitled
    particles = [word for word in untitled if word in parts.particles]
    return tuple(dict.fromkeys(core)), tuple(particles)


def _servants(parts: NameParts, words: list[str]) -> list[str]:
    """Write "Abd el Karim", "Abdelkarim" and "Abdul-Karim" alike: the first part, then the rest.

    What the first part would leave fewer than four letters of ("Abdullah") stays one word.
    """
    written: list[str] = []
    for word in words:
        first = next((s for s in sorted(parts.servants, key=len) if _begins(word, s)), "")
        if word in parts.servants:
            written.append(_SERVANT)
        elif written[-1:] != [_SERVANT] or word not in parts.particles:
            written += [_SERVANT, word.removeprefix(first)] if first else [word]
    return written


def _begins(word: str, servant: str) -> bool:
    return len(servant) > 4 and word.startswith(servant) and len(word) - len(servant) > 3


_SERVANT = "abdul"


def _father(parts: NameParts, words: list[str]) -> str:
    behind = [two for one, two in pairwise(words) if one in parts.son_of]
    return behind[0] if len(behind) == 1 else ""


def _body(parts: NameParts, words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    expanded = [part for word in words for part in parts.expanded.get(word, word).split()]
    spelled = [parts.numbers.get(word, parts.spellings.get(word, word)) for word in expanded]
    core = [w for w in spelled if w not in parts.legal_forms and w not in parts.body_fillers]
    return tuple(core or spelled), tuple(word for word in spelled if word in parts.legal_forms)
