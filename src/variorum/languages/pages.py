"""Pages: the words by which the parts of a page give themselves away.

Enters: nothing. Leaves: `Pages`, which a language fills; what it leaves empty, no rule finds.

Patterns are matched against a line in lower case with one space between words and outer marks cut off
(`read.page.lines.Line.plain`), unless they say otherwise. They name no group: those of several languages
are joined where a page does not say in which it is.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.languages.tables import NEVER, NOTHING, Pattern, Words

_NONE: Words = frozenset()


class Pages(Struct, frozen=True, kw_only=True, eq=False):
    """What news systems print around an account, at its head, and in its place."""

    whole: Pattern = NEVER
    """The whole line is menu, advertisement or button, wherever it stands."""
    opens: Pattern = NEVER
    """The line opens such a part and says little else."""
    holds: Pattern = NEVER
    """Such words anywhere in a short line."""
    comments: Pattern = NEVER
    """A heading after which nothing of the account follows: readers speak."""
    bare_comments: Words = _NONE
    """Of these, the ones under which newspapers also head a part of their own articles."""
    sections: Pattern = NEVER
    """A heading over links to other pages."""
    labels: Pattern = NEVER
    """A label on a line of its own whose value stands on the next; counts at the foot only."""
    navigation: Words = _NONE
    """Section names: a line of nothing else, above the headline or at the foot, is a menu."""
    menu_joins: Words = _NONE
    """These may stand between section names."""
    byline: Pattern = NEVER
    """The beginning of a line that says who wrote the text."""
    by: Pattern = NEVER
    """The last word before the names of a byline; in any case."""
    byline_staff: Pattern = NEVER
    """What somebody who writes is to the outlet."""
    date_words: Words = _NONE
    """Words that may stand in a line which is nothing but a date."""
    stamped: Pattern = NEVER
    """A time stamp that a page's system set beside other words."""
    stamp_label: Pattern = NEVER
    """What such a stamp opens with before its date."""
    credit: Pattern = NEVER
    """The end of a caption, with its capitals: a credit in brackets."""
    credited: Pattern = NEVER
    """A word in brackets alone on a line that makes them a picture's credit."""
    slug: Pattern = NEVER
    """The line, with its capitals, by which agencies tell their stories apart."""
    translated: Pattern = NEVER
    """Words by which a page says that it is a translation."""
    copyright: str = NOTHING
    """What a notice of copyright opens with beside its sign; a regular expression, with capitals."""
    references: Words = _NONE
    """Headings over a list of the sources that a text cites."""
    articles: Words = _NONE
    """Words that headlines leave out."""
    finite: Words = _NONE
    """Verbs of running text: a first line with one of them is hardly a headline with a full stop."""
    function: Words = _NONE
    """Words that carry no content of their own."""
    particles: Words = _NONE
    """Words in lower case that may stand inside a name or a title."""
    place_links: Words = _NONE
    """Words in lower case that may stand inside the name of a place."""
    institutions: Words = _NONE
    """Words that end a body's name, or begin it before one of `institution_links`."""
    institution_links: Words = _NONE
    joining: Words = _NONE
    """Words in lower case that may stand in the name of an outlet or a body."""
    papers: Pattern = NEVER
    """What a page of a body calls itself in the line below the body's name."""
    sites: Pattern = NEVER
    """What stands after a site's name in its own masthead."""
    stated: Pattern = NEVER
    """Labels of the date on which a page was published."""
    records: Pattern = NEVER
    """Titles of records: a full date in such a title is the day of the record itself."""
    addressed: Pattern = NEVER
    """A page that talks to its reader."""
    access: Pattern = NEVER
    """What stands between a reader and a page: storage, scripts, proof of being human, an account."""
    no_page: Pattern = NEVER
    """Titles of pages that report an error, besides the phrases of RFC 9110."""
