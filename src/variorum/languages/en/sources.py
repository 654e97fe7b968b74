"""English words for sources: agencies, outlets, and the phrases that lean on them.

Enters: nothing. Leaves: tables and patterns, matched against folded text with its capitals.

The list of outlets helps where a name alone does not show that it is one ("the Independent");
most outlets are known by their head word ("… Times", "… News Agency") or by what stands before
them ("the newspaper …"). The names are general knowledge; no list was copied.
"""

import re

from variorum.languages.en.cldr import calendar as cldr
from variorum.languages.tables import phrase_set, word_set

AGENCIES = phrase_set("""reuters|ap|associated press|the associated press|afp|agence france-presse|tass|itar-tass|ria|ria novosti|
    interfax|xinhua|sana|upi|united press international|dpa|ansa|efe|kyodo|kyodo news|yonhap|pti|press trust of india|
    ani|ians|irna|tasnim|fars|isna|mehr|anadolu|anadolu agency|aa|wam|kuna|mena|petra|spa|saudi press agency|qna|
    bernama|antara|belga|anp|apa|pa|pa media|press association|lusa|ntb|tt|ritzau|stt|bta|tanjug|ukrinform|unian|
    interfax-ukraine|belta|kcna|cna|bloomberg|bloomberg news|dow jones|dow jones newswires|marketwatch|
    cp|the canadian press|canadian press|aap|australian associated press|nan|apo|prnewswire|pr newswire|
    business wire|globe newswire|globenewswire|accesswire|sputnik|ddp|agerpres|mti|pap|ctk|hina|mtva|
    syrian arab news agency|turkish news agency|wafa|nna|imna|iranian students' news agency|getty images""")
OUTLETS = AGENCIES | phrase_set("""bbc|bbc news|cnn|cnbc|nbc|nbc news|cbs|cbs news|abc|abc news|fox news|fox|msnbc|npr|pbs|c-span|
    the independent|the guardian|the observer|the telegraph|the daily telegraph|the times|the sunday times|the sun|
    daily mail|the daily mail|mail online|mailonline|daily mirror|the mirror|daily express|evening standard|metro|
    financial times|the economist|sky news|sky|itv|itv news|channel 4|the new york times|new york times|
    the washington post|washington post|the wall street journal|wall street journal|usa today|los angeles times|
    chicago tribune|boston globe|the boston globe|politico|the hill|axios|time|newsweek|the atlantic|the new yorker|
    vox|buzzfeed|buzzfeed news|huffpost|huffington post|vice|vice news|wired|the verge|propublica|the intercept|
    the daily beast|breitbart|national review|slate|salon|forbes|fortune|business insider|insider|quartz|
    al jazeera|al-jazeera|al arabiya|al-arabiya|al-monitor|al mayadeen|al-mayadeen|al-watan|asharq al-awsat|
    middle east eye|haaretz|the jerusalem post|times of israel|the times of israel|ynet|arab news|
    gulf news|khaleej times|the new arab|rudaw|north press|enab baladi|zaman al wasl|hurriyet|sabah|cumhuriyet|
    daily sabah|trt|trt world|press tv|rt|russia today|izvestia|kommersant|vedomosti|the moscow times|meduza|rbc|
    novaya gazeta|rossiya 1|channel one|dw|deutsche welle|der spiegel|spiegel|die zeit|die welt|bild|
    sueddeutsche zeitung|frankfurter allgemeine zeitung|faz|ard|zdf|le monde|le figaro|liberation|france 24|
    france24|rfi|euronews|el pais|el mundo|la vanguardia|corriere della sera|la repubblica|la stampa|rai|
    radio free europe|rfe/rl|voice of america|voa|radio liberty|bellingcat|the kyiv independent|kyiv post|
    ukrainska pravda|nhk|asahi shimbun|nikkei|the japan times|china daily|global times|cgtn|cctv|people's daily|
    south china morning post|scmp|the straits times|the hindu|times of india|the times of india|hindustan times|
    indian express|ndtv|dawn|the express tribune|geo news|the age|sydney morning herald|the australian|abc australia|
    sbs|cbc|cbc news|ctv|ctv news|global news|globe and mail|the globe and mail|toronto star|news24|mail & guardian|
    daily nation|the east african|premium times|punch|vanguard|the punch|espn|sky sports|the athletic|marca|
    l'equipe|gazzetta dello sport|kicker|sports illustrated|tmz|people|variety|the hollywood reporter|
    wikinews|wikileaks|snopes|politifact""") - word_set("""time people slate salon vox vice quartz fortune variety insider sky metro fox punch vanguard dawn forbes
    kicker pa cp aa tt wired sabah sbs cna cp pap mti hina petra mehr fars mena nan apo spa tt rai marca liberation
    rbc rt aap apa anp efe""")
"""Known outlets, less those whose names are everyday words or other bodies' abbreviations."""
OUTLET_HEADS = word_set("""times post news agency herald tribune journal gazette telegraph guardian tv radio television daily
    mail observer chronicle press wire newswire broadcasting network channel magazine weekly
    inquirer courier dispatch sentinel bulletin mirror newspaper nachrichten zeitung presse dagblad
    pravda shimbun today globe sun-times post-gazette star-tribune monitor register newsroom reporter
    media fm broadcaster press-telegram independent standard enquirer ledger advertiser argus echo""")
"""Last words of outlets' names; one more capitalised word must stand before them."""

ARTICLED_HEADS = word_set("mercury star sun express")
"""Heads that also end people's and things' names: they make an outlet after "the" only."""

HEADS_NOT_ALONE = word_set("today weekly press mail network channel media monitor register reporter standard "
                            "independent mirror echo ledger globe post wire journal agency")  # fmt: skip
"""Heads that also end the names of people's posts and bodies: a further sign is needed."""

DESCRIBED = (
    r"(?:(?:state|local|national|daily|weekly|private|official|semi-official|pro-government|opposition|regional|"
    r"independent|state-run|state-owned|government|government-run|public|business|sports|news|financial|US|"
    r"investigative|online|satellite|tabloid|evening|morning|[A-Z][a-z]{2,11}(?:an|ish|ese|ch|i|ic|k))[ -]){0,4}"
    r"(?:news agency|newspapers?|news website|broadcaster|news channel|TV channel|television(?: channel| station)?|"
    r"radio(?: station)?|TV station|news outlet|outlet|tabloid|magazine|news site|website|news service|daily|"
    r"newswire|news portal|wire service|TV|media outlet|weekly|paper|agency|public broadcaster|portal) "
)
"""What may stand before an outlet's name and say that it is one."""

_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)*|[A-Z][\w&'/-]{0,30}(?:\.(?:com|org|net|info|tv|co\.uk|co))?)"
NAME = rf"{_WORD}(?:(?: (?:of|for|and|the|de|la|el|al|du))? (?:{_WORD}|\d{{1,2}}(?!\d))){{0,5}}(?! affiliate)"
"""A run of capitalised words."""

_DET = r"(?:(?:the|The|its|their|a|an) )?"
_SRC = rf"{_DET}(?P<described>{DESCRIBED})?(?P<quote>[\"'])?(?P<name>(?:the |The )?{NAME})"
_MEDIA = (
    r"(?:carried|broadcast|aired|televised|distributed|circulated|published|relayed|transmitted)"
)

CARRIED = (
    re.compile(
        rf"\b(?:statements?|remarks|comments|video|footage|transcript|speech|interview|images|text|report|message|"
        rf"document|documents|letter|call|words|recording|photos?|photographs)(?: \w+){{0,4}} {_MEDIA} "
        rf"(?:\w+ )?(?:by|on|in) {_SRC}"
    ),
)
"""Words carried, broadcast or published by somebody: whoever it is, the account leans on them."""

LEANS = (
    re.compile(rf"\b[Aa]ccording to (?:(?:a|an|the|its|their) (?:\w+ ){{0,2}}(?:report|story|article|interview|"
               rf"poll|analysis|investigation|dispatch|statement)s? (?:in|by|from|on|with|to|for) )?{_SRC}"),
    re.compile(rf"\b(?:told|tells|telling) {_SRC}"),
    re.compile(rf"\b(?:quoted|cited|reported|obtained|seen|reviewed|viewed|run|posted|first published|conducted|"
               rf"published|broadcast|carried|aired|shared|released|commissioned)(?: \w+)? (?:by|in|on) {_SRC}"),
    re.compile(rf"\b(?:citing|quoting|cited|quoted|via) (?:(?:a|an|the) (?:\w+ ){{0,2}}(?:report|article|story|statement) "
               rf"(?:in|by|from) )?{_SRC}"),
    re.compile(rf"\b(?:interview|op-ed|article|essay|column|letter|statement|remarks|comments|conversation)s? "
               rf"(?:\w+ ){{0,2}}?(?:to|with|for|in|on|by|from) {_SRC}"),
    re.compile(rf"\b(?:a|an|the) (?:report|story|article|investigation|poll|editorial|dispatch)s? (?:in|by|from|on) {_SRC}"),
    re.compile(rf"(?<![\w&'/-]){_SRC}(?:[\"'])?(?:,)? (?:has |have |had |also |first |earlier |later |previously )?(?:reported|reports|report|wrote|writes|"
               rf"published|revealed|quoted|quotes|cited|stated|noted|said|says|broadcast|aired|claimed|learned|"
               rf"obtained|added|showed|tweeted|confirmed)\b"),
)  # fmt: skip
"""Phrases that lean on a source; the name must look like an outlet's or be described as one."""

CREDITS = (
    re.compile(
        rf"^(?:(?i:source|sources|via|original source|originally published (?:by|in|on|at)|first published "
        rf"(?:by|in|on)|this (?:article|story|post|report) (?:was )?(?:originally |first )?(?:published|appeared) "
        rf"(?:by|in|on|at)|reported by|courtesy of)) ?:? ?(?:the |The )?(?P<name>{NAME})"
    ),
    re.compile(
        rf"(?:©|\([cC]\)|[Cc]opyright) ?(?:\d{{4}},? )?(?:by )?(?:the |The )?(?P<name>{NAME})"
    ),
    re.compile(
        rf"(?<!\w)(?P<name>{NAME})(?: (?:writers?|reporters?|staff|correspondents?)[^.]{{0,200}})? contributed to this"
    ),
)
"""Credits in the page's frame: "Source: …", "First published in …", "… contributed to this report"."""

DOCUMENTS = (
    re.compile(
        r"\b(?:[Aa]ccording to|[Cc]iting) (?P<name>(?:a|an|the|its|their|his|her) (?:[\w'-]{1,20} ){0,4}"
        r"(?:reports?|statements?|documents?|filings?|press releases?|news releases?|complaints?|affidavits?|"
        r"indictments?|records|transcripts?|stud(?:y|ies)|bulletins?|communiqu[eé]s?|reports|notices?|memos?|"
        r"census|surveys?|minutes|letters?|lawsuits?|warrants?|logs?|resolution)"
        rf"(?: (?:by|from|of|to) (?:the )?{NAME})?)"
    ),
)
"""A document that an account rests on, as it names it."""

PLATFORMS = word_set("""twitter x facebook instagram telegram youtube whatsapp tiktok linkedin reddit vk weibo truth social
    snapchat mastodon bluesky threads""")
"""Networks that carry words but answer for none."""

ARTICLE = word_set("the")
"""Stands before an outlet's name and is no part of it."""
OF = word_set("of")
"""After these an outlet's name says of what somebody is: "the bureau chief of Reuters"."""
POSSESSIVES = ("'s",)
AGENCY_ENDS = ("news agency",)
"""Last words by which a name is an agency's."""
STATIONS = re.compile(r"(?:action|eyewitness|local|channel)\b")
"""How local stations speak of themselves begins so ("Action News")."""
PERIODICALS = re.compile(r"the (?:daily|sunday|evening|morning|weekly) [a-z'-]+")
"""Names, in lower case, that are outlets' by how they are built."""

DAYS = word_set("today yesterday").union(cldr.WEEKDAYS)
"""Days that follow an outlet's name directly: "told Reuters Monday"."""

PRESS_NOUNS = word_set("""voz voix diario diário jornal journal correio corriere correo gazeta gazzetta noticias notícias
    folha periódico periodico zeitung kurier bote anzeiger tagblatt tageblatt echo courrier nouvelles
    dépêche depeche giornale quotidiano vestnik novosti pravda dnevnik glas avisen dagbladet""")
"""Nouns by which papers in other languages are called; Romance and Slavic names begin with them."""
