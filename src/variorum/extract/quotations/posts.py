"""Posts: what somebody wrote on a network, set into an account with its author's handle and date.

Enters: an account's text, its paragraphs, its tokens. Leaves: a `Label` for each post.

Pages print such a post as "words — Ann Wu (@annwu) July 7, 2016". What stands in the paragraph before
the dash is the author's, if it is no longer than a post may be; else nobody knows where it begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from variorum.annotations import Annotation
from variorum.extract.quotations.cues import Cue
from variorum.extract.quotations.frames import Frame
from variorum.extract.quotations.labels import Label
from variorum.folding import one_line
from variorum.records import Account, Name, Speaker

_SIGNED = re.compile(
    r"(?P<dash>[—–]|(?<= )-{1,2}) ?(?P<name>[^\s—–(@][^—–(@\n]{0,48}?) ?\((?P<handle>@\w{2,30})\),? "
    r"(?P<date>[^\s@][^@\n]{2,22}\b\d{4})\b"
)
"""An author, a handle, and a date that ends in its year."""
_HANDLE = re.compile(r"\s*\((?P<handle>@\w{2,30})\)")
_TELLING = 5
"""Letters of a name that a handle holds by no chance."""
_LONGEST = 320
"""Characters: a post had 280 at most, and its links and pictures are printed after it."""


def posts(account: Account, annotation: Annotation, starts: Sequence[int]) -> Iterator[Label]:
    """Yield the posts of an account's body, with the dash as the cue."""
    for start, end in _paragraphs(annotation):
        begin = start
        for signed in _SIGNED.finditer(account.text, start, end):
            if (
                0 < signed.start() - begin <= _LONGEST
                and account.text[begin : signed.start()].strip()
            ):
                yield _post(starts, begin, signed)
            begin = signed.end()


def _post(starts: Sequence[int], begin: int, signed: re.Match[str]) -> Label:
    first, dash = bisect_left(starts, begin), bisect_left(starts, signed.start("dash"))
    name = bisect_left(starts, signed.start("name"))
    last = bisect_left(starts, signed.end("name"))
    cue = Cue(dash, dash, dash, "label", Frame("post"), speech=True)
    return Label(cue, (name, last), last - 1, (first, dash))


def _paragraphs(annotation: Annotation) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph begins and ends."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in annotation.sentences:
        start, _ = bounds.get(sentence.paragraph, (sentence.start, 0))
        bounds[sentence.paragraph] = (start, sentence.end)
    yield from bounds.values()


def posted_by(account: Account, names: Sequence[Name], speaker: Speaker) -> Speaker:
    """Return the author as the one person of the account whose name the handle holds: "@AnnWuNews"."""
    if speaker.place is None:
        return speaker
    signed = _HANDLE.match(account.text, speaker.place.end)
    handle = signed["handle"].lower() if signed else ""
    bearers = [
        name
        for name in names
        if name.kind == "person"
        and any(len(word) >= _TELLING and word.lower() in handle for word in name.name.split())
    ]
    if len(bearers) != 1 or speaker.within == bearers[0].id:
        return speaker
    printed = one_line(speaker.place.text)
    named = bearers[0]
    return replace(speaker, name=named.name, within=named.id, path=(printed, named.name))
