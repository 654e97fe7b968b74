"""English words at the head of a page, and what stands before an article or in its place.

Enters: nothing. Leaves: tables of who issues a page, what sort of paper it is, when it is dated,
matched against `Line.plain` unless they say otherwise; patterns of walls, over folded text.
"""

from __future__ import annotations

import re

from variorum.languages.en.page import PARTICLES
from variorum.languages.tables import word_set

INSTITUTIONS = word_set("""authority ministry council court department office agency commission committee parliament
    assembly senate government embassy university college school police association federation union
    club institute bank company plc ltd limited inc corp corporation gmbh ag sa group foundation trust
    society party hospital secretariat organisation organization service administration board bureau
    chamber league alliance coalition municipality directorate inspectorate registry tribunal llc""")
"""Words that end a body's name, or begin it before "of" and "for"."""

JOINING = PARTICLES | word_set("do das des les et und y e plc ltd inc")
"""Words in lower case that may stand in the name of an outlet or a body."""

PAPERS = re.compile(
    r"(?:(?:press|news|media) (?:release|notice|statement|information|office|conference|briefing|room|"
    r"service|advisory)|(?:official |joint |public )?statement|(?:[a-z]+ ){0,2}recall(?: notice)?\b|"
    r"(?:public |safety |legal |court )?notice\b|(?:draft |approved )?minutes\b|transcript\b|communiqu|"
    r"bulletin\b|circular\b|situation report|for immediate release|embargoed|news$|press$|newsroom$|"
    r"(?:monthly|weekly|annual|quarterly) report)"
)
"""What a page of a body calls itself in the line below the body's name."""

SITES = re.compile(
    r"\bofficial (?:web)?site\b|\bwebsite of\b|\b(?:news|web|information) portal\b|\bportal of\b|"
    r"\b(?:the|a) (?:[a-z]+ )?blog\b|\bblog (?:of|for|about|by)\b|\bnewsletter\b|"
    r"\b(?:news|bulletin|issue) (?:no|nr)\b|"
    r"\b(?:online|print|international|english|weekend|sunday|evening|morning) edition\b|\bhome ?page\b"
)
"""What stands after a site's name in its own masthead."""

STATED = re.compile(
    r"(?:first )?(?:published|posted|publication date|(?:release )?date|issued|created|dated)\b"
    r"|date of (?:the )?(?:notice|issue|release|publication|report|judgment|judgement)\b"
    r"|(?:for (?:immediate )?release|embargoed (?:until|till)|released)\b"
)
"""Labels of the date on which a page was published."""

RECORDS = re.compile(
    r"(?:(?:draft|approved|verbatim|summary|official|full|edited) )*(?:minutes|transcript|record|proceedings|press "
    r"(?:conference|briefing)|notes? of (?:the|a) meeting|hansard)\b"
)
"""Titles of records: a full date in such a title is the day of the record itself."""

PRESS_NOUNS = word_set("""voz voix diario diário jornal journal correio corriere correo gazeta gazzetta noticias notícias
    folha periódico periodico zeitung kurier bote anzeiger tagblatt tageblatt echo courrier nouvelles
    dépêche depeche giornale quotidiano vestnik novosti pravda dnevnik glas avisen dagbladet""")
"""Nouns by which papers in other languages are called; Romance and Slavic names begin with them."""

ADDRESSED = re.compile(r"\b(?:you|your|please|we|our|us)\b")
"""A page that talks to its reader."""

ACCESS = re.compile(
    r"\b(?:cookies?|consent|javascript|ad ?-?blockers?|captcha|robots?|browsers?|privacy (?:policy|settings"
    r"|choices)|your (?:privacy|device)|(?:log|sign)(?:ged)? in|subscri(?:be|bers?|ptions?)|create an account)\b"
)
"""What stands between a reader and a page: storage, scripts, proof of being human, an account."""

NO_PAGE = re.compile(
    r"access denied|(?:the |this )?(?:page|file|article|site) (?:is |was )?not (?:found|available)"
)
"""Titles of pages that report an error, besides the phrases of RFC 9110."""
