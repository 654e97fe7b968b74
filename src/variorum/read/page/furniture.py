"""Furniture (menus, cookie notices, captions): what a line says of itself, before its place is weighed.

Enters: one `Line`. Leaves: answers with yes or no; `page` combines them with where the line stands.
"""

from __future__ import annotations

import re

from variorum.languages.language import Language
from variorum.read.page.agencies import is_outlet
from variorum.read.page.lines import Line
from variorum.read.page.publication import find_date, only_date

_ELISION = re.compile(r"[<\[(]? ?(?:\.{2,6}|…|\. \. \.)(?: ?[>\])])?|[<\[(] ?(?:\.{2,6}|…) ?[>\])]")
_SHORTCODE = re.compile(
    r"\[/?(?:ad[\w -]{0,20}|[a-z]{2,20}[_=:\d][^\[\]]{0,120}|/?[a-z]+_[\w -]{1,30})\]"
)
_STAGE = re.compile(r"[\[(][^\[\]()]{2,200}[\])]\.?")
_TRAIL = re.compile(r" ?[>|•·] ?| [/–\"'-] ")
"""Folded: the arrows » and › of a path have become quotation marks."""
_DASHED = re.compile(r" [–-] ")
_TARGET = re.compile(r"(?<=\])\([^()\s]{1,300}\)")
_EMAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,20}|(?<!\w)@\w{2,30}")
_SENTENCE = re.compile(r"(?<=[.!?]) ")
_IMAGE = re.compile(r"!?\[[^\]]{0,200}\]\([^()\s]{1,300}\)")


def is_elision(line: Line) -> bool:
    """Whether the line is nothing but a mark for words left out: ``<…>``, ``[...]``, ``(…)``."""
    return _ELISION.fullmatch(line.text) is not None


def is_stage_direction(line: Line) -> bool:
    """Whether the line is one bracketed note, such as ``(Applause.)``."""
    return _STAGE.fullmatch(line.text) is not None and not is_elision(line)


def is_furniture(line: Line) -> bool:
    """Whether the line gives itself away as page furniture, wherever it stands."""
    if line.words > 60:
        return False
    if not line.plain:
        return True
    return (
        _whole(line)
        or _spoken_for(line)
        or _stamped_button(line)
        or is_caption(line)
        or is_slug(line)
        or _marker(line)
        or is_trail(line)
        or _contact(line)
        or _credited(line)
        or (
            line.words <= 4
            and not line.ends
            and is_outlet(line.text.strip(" –-()[]|"), line.language)
        )
    )


def _spoken_for(line: Line) -> bool:
    """Cue words at the start or inside: they must answer for half of a line of several sentences."""
    if line.words <= 14:
        return _cued(line.plain, line.language)
    telling = sum(
        len(sentence.split())
        for sentence in _SENTENCE.split(line.plain)
        if _cued(sentence, line.language)
    )
    return telling * 2 >= line.words


def _cued(plain: str, language: Language) -> bool:
    words = language.pages
    return words.opens.match(plain) is not None or words.holds.search(plain) is not None


def is_caption(line: Line) -> bool:
    """Whether the line is a caption: words under a picture that end in its credit."""
    return (
        line.words <= 60
        and line.language.pages.credit.search(line.text) is not None
        and not line.text.endswith('"')
    )


def is_slug(line: Line) -> bool:
    """Whether the line is an agency's mark of the story: "Slug: …", "QUAKE-CHILE/ (UPDATE 2)"."""
    return line.words <= 14 and line.language.pages.slug.match(line.text) is not None


def is_stamped(line: Line) -> bool:
    """Whether a time stamp of the page's system stands in the line and no sentence around it."""
    if line.words > 30 or line.ends:
        return False
    signed = (
        line.language.pages.byline.match(line.plain) is not None
        and find_date(line.text, line.language) is not None
    )
    return signed or line.language.pages.stamped.search(line.plain) is not None


def _stamped_button(line: Line) -> bool:
    """A button beside the time of a change: "Share Updated at 14.41"."""
    words = line.language.pages
    stamp = words.stamped.search(line.plain)
    if stamp is None or line.words > 14 or line.ends:
        return False
    button, printed = line.plain[: stamp.start()].strip(" |·–-"), line.plain[stamp.start() :]
    said = words.stamp_label.sub("", printed)
    return words.whole.fullmatch(button) is not None and only_date(said, line.language)


def _whole(line: Line) -> bool:
    """A full stop makes a short line a sentence that somebody says ("Later.", "OK.")."""
    if line.words > 14 or (line.words <= 3 and line.text.endswith((".", "?"))):
        return False
    return line.language.pages.whole.fullmatch(line.plain) is not None


def _marker(line: Line) -> bool:
    """A short code of a publishing system, or a picture in Markdown."""
    if line.text == line.text.lower() and _SHORTCODE.fullmatch(line.text):
        return True
    return line.words <= 30 and _IMAGE.fullmatch(line.text) is not None


def is_trail(line: Line) -> bool:
    """Whether the line is a menu or a path of pages: "Home > World", "Facebook | Twitter"."""
    if line.ends or line.words > 24:
        return False
    shown = _TARGET.sub("", line.text)
    parts = [part.strip(" *_[]").lower() for part in _TRAIL.split(shown)]
    known = sum(_menu_item(part, line.language) for part in parts)
    long = any(len(part.split()) > 3 for part in parts)
    if len(parts) < 2 or (long and known < max(2, len(parts) - 1)):
        return False
    if len(parts) == 2 and _DASHED.search(shown) and len(parts[0].split()) > 2:
        return _menu_item(parts[0], line.language)  # "Gates fail - video" is a headline
    return known * 2 >= len(parts) or (known > 0 and len(parts) == 3)


def _menu_item(part: str, language: Language) -> bool:
    return part in language.pages.navigation or language.pages.whole.fullmatch(part) is not None


def is_bar(line: Line) -> bool:
    """Whether the line is a bar of links: three or more short parts in letters between bars."""
    parts = [part.strip(" *_[]") for part in _TARGET.sub("", line.text).split("|")]
    return (
        len(parts) >= 3
        and not line.ends
        and all(0 < len(part.split()) <= 4 for part in parts)
        and not any(mark.isdigit() for mark in line.text)
    )


def is_navigation(line: Line) -> bool:
    """Whether the line names nothing but sections of a site."""
    known = line.language.pages
    words = line.plain.replace("&", " ").replace("/", " ").split()
    return (
        0 < len(words) <= 12
        and not line.ends
        and all(word in known.navigation or word in known.menu_joins for word in words)
    )


def _contact(line: Line) -> bool:
    """A line that is little more than an address or a handle."""
    match = _EMAIL.search(line.text)
    return (
        match is not None
        and line.words <= 8
        and not line.ends
        and not match.group().startswith("@")
    )


def _credited(line: Line) -> bool:
    """A bracketed credit alone on its line: "(Photo: …)", "[Reuters/Jane Doe]"."""
    if not _STAGE.fullmatch(line.text) or line.words > 14:
        return False
    return line.language.pages.credited.search(line.plain) is not None


def is_date(line: Line) -> bool:
    """Whether the line holds a date or a clock time and nothing else."""
    return line.words <= 16 and only_date(line.plain, line.language)


def is_byline(line: Line) -> bool:
    """Whether the line says who wrote the text: "By Jane Doe", "Jane Doe, Staff Writer"."""
    if line.words > 14 or (line.ends and line.words > 7 and not line.text.endswith(".")):
        return False
    words = line.language.pages
    if words.byline.match(line.plain) and line.words <= 12:
        rest = words.by.split(line.text, maxsplit=1)[-1].strip(": ")
        named = [word for word in rest.split() if word[:1].isupper()]
        return len(named) * 2 >= len(rest.split()) and not (line.ends and line.words > 6)
    return (
        not line.ends
        and line.words <= 10
        and words.byline_staff.search(line.plain) is not None
        and len(capitalised_words(line.text)) >= 2
        and has_name_shape(
            " ".join(line.text.replace("|", ",").split(",")[0].split()[:2]), line.language
        )
    )


def has_name_shape(text: str, language: Language) -> bool:
    """Whether a short text has the shape of one person's name: two to four capitalised words."""
    words, known = text.replace(".", "").split(), language.pages
    if not 2 <= len(words) <= 4 or any(_carries_nothing(word, language) for word in words):
        return False
    return all(
        (word[0].isupper() and word.replace("-", "").replace("'", "").isalpha())
        or word in known.particles
        for word in words
    )


def _carries_nothing(word: str, language: Language) -> bool:
    known = language.pages
    return word.lower() in known.function and word.lower() not in known.particles


def has_place_shape(line: Line) -> bool:
    """Whether the line has the shape of a place: "Lillehammer, Innlandet County"."""
    words, known = line.text.replace(",", " ").split(), line.language.pages
    return (
        not line.ends
        and 0 < len(words) <= 6
        and words[0][0].isupper()
        and words[0].lower() not in known.function
        and all(word[0].isupper() or word.isdigit() or word in known.particles for word in words)
        and not any(_carries_nothing(word, line.language) for word in words)
    )


def is_section(line: Line) -> bool:
    """Whether the line heads a list of other pages."""
    short = line.words <= 8 and not line.text.endswith(".")
    return short and line.language.pages.sections.fullmatch(line.plain) is not None


def is_linking(line: Line) -> bool:
    """Whether the line heads or holds links ("Related news", "Local News") and names no outlet."""
    return (
        is_section(line)
        or is_navigation(line)
        or line.language.pages.whole.fullmatch(line.plain) is not None
    )


def is_comments(line: Line) -> bool:
    """Whether the line heads the readers' comments, with which an account is over."""
    short = line.words <= 8 and not line.text.endswith(".")
    return short and line.language.pages.comments.fullmatch(line.plain) is not None


def is_field_name(line: Line) -> bool:
    """Whether the line is the name of a field whose value stands on the next line."""
    return (
        line.words <= 4
        and not line.ends
        and line.language.pages.labels.fullmatch(line.plain) is not None
    )


def capitalised_words(text: str) -> list[str]:
    """Return the words of a text that begin with a capital letter."""
    return [word for word in text.split() if word[:1].isupper()]
