"""English words of transcripts: labels of speakers, and what in a label names nobody.

Enters: nothing. Leaves: tables, matched against labels and `Line.plain` in lower case unless they say
otherwise.
"""

from variorum.languages.tables import either, word_set

TRANSCRIPT = either(
    r"\btranscripts?\b",
    r"\bverbatim record\b",
    r"\b(?:press conference|press briefing|interview|hearing|debate|questions? and answers?|q ?& ?a)\b",
)
"""Words in a title or menu that make turns likelier."""

FIRST_PERSON = word_set("""i we you me us my our your i'm we're i've we've i'd we'd you're let's myself ourselves mr madam sir
    thank thanks you've i'll we'll please""")
"""Words that people use who speak for themselves."""

LISTED = either(
    r"(?:members |councillors |directors |also |others )?(?:present|absent|attending)|(?:in )?attendance|"
    r"in attendance|apologies(?: for absence)?|excused|quorum|agenda",
    r"(?:votes? )?(?:for|against|in favou?r|opposed)|abstain(?:ed|ing)|abstentions?|ayes?|noes|nays?|yeas?|"
    r"not voting|recused",
    r"(?:it was )?(?:resolved|agreed|carried|decided|noted|ordered|adopted|approved|defeated|lost)|"
    r"(?:decision|motion|amendment|resolution|vote|outcome|action)s?(?: (?:required|taken|points?|no\.? ?\d+))?|"
    r"(?:proposed|seconded|moved|proposer|seconder|action by|next meeting|date of next meeting|minutes)",
)
"""Labels by which minutes list people, votes and decisions."""

CLERK = either(
    r"there (?:was|were) no objections?",
    r"(?:so )?(?:the|a|an) [\w' -]{3,60} (?:was|were) (?:then )?(?:agreed to|passed|adopted|rejected|ordered|withdrawn|taken|"
    r"reconsidered|read|referred|laid (?:up)?on the table|called off|recessed|adjourned)"
    r"(?: (?:as|by|for|to|until|upon|with|without) [^,.;]{1,80})?",
)
"""What the clerk of a chamber writes of a question put: "There was no objection", "The motion was agreed to"."""

MINUTES = either(r"\bminutes of (?:the|an?)\b", r"^(?:draft |approved |confirmed )*minutes\b")
"""The heading of minutes, which report speeches between narrated business."""

NOT_SPEAKERS = either(
    LISTED.pattern,
    r"(?:photo|photograph|image|picture|slide|figure|fig\.?|table|page|item|section|annex|no\.?) ?\d+(?: ?(?:of|/) ?\d+)?",
    r"(?:[\w' -]{0,40} )?(?:update[ds]?|original (?:post|story|report)|notes?|editor'?s notes?|photos?|pictures?|images?|video|sources?|read"
    r"|more|read more|tags?|topics?|published|date|time|times|where|when|why|what|who|how|cost|price|tickets|"
    r"watch|related|corrections?|clarification|location|venue|contact|email|phone|tel|fax|website|http|https|"
    r"here|this|that|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|warning|"
    r"breaking|live|exclusive|analysis|opinion|summary|background|conclusion|introduction|results?|total|"
    r"killed|injured|dead|wounded|missing|age|aged|name|born|died|weather|score|scorers|goals|attendance|"
    r"subject|from|to|re|cc|example|caution|important|disclaimer|copyright|step \d+|part \d+|chapter \d+|"
    r"key points?|highlights|in brief|at a glance|facts?|figures?|quotes?|statement|headline|says|said|"
    r"adds|added|asked|wrote|told|for example|in short|in addition|meanwhile|however|remember|ps)",
)
"""Words before a colon that name a part of a page, a field or a verb, but nobody who speaks."""

ROLES = either(
    r"\b(?:president|prime minister|minister|secretary|chair(?:man|woman|person)?|senator|sen|rep|"
    r"representative|governor|gov|mayor|judge|justice|mr|mrs|ms|dr|professor|prof|general|gen|colonel|"
    r"captain|lieutenant|sergeant|officer|chief|director|spokes(?:man|woman|person)|ambassador|commissioner|"
    r"moderator|interviewer|interviewee|question|answer|reporter|journalist|speaker|host|anchor|witness|"
    r"the court|counsel|attorney|king|queen|prince|sheikh|pope|ceo|cfo|analyst|operator|coach|q|a|"
    r"unidentified|unknown|male|female|voice|audience|narrator|correspondent|member|councillor|delegate|"
    r"foreign minister|secretary-general|leader|head|deputy)\b"
)
"""Roles in a label that make it a speaker's."""

NOTES = either(r"retranslated", r"spoke in [a-z]{4,12}.{0,60}", r"interpretation from [a-z]{4,12}",
             r"through (?:an )?interpreter", r"in [a-z]{4,12}", r"as translated",
             r"translated(?: from [a-z]{4,12})?", r"via (?:video|phone|telephone|translator).{0,20}",
             r"by (?:phone|video|videoconference|telephone)", r"off[- ]mic", r"continued", r"cont(?:'d)?",
             r"speaking [a-z ]{2,30}", r"interpretation", r"inaudible", r"simultaneous translation")  # fmt: skip
"""Notes that a record sets in brackets after a label."""

QUESTION, ANSWER = "Q", "A"
"""Letters that stand for who asks and who answers; with their capitals."""

TITLES = r"Mr|Mrs|Ms|Dr|Sen|Rep|Senator|Chairman|Chairwoman|Representative|Judge|Justice"
PRESIDING = "The"
"""In the record of a chamber, what stands before a name in capitals, and before an office: "The SPEAKER"."""
OF_MEMBER = r"(?: pro tem(?:pore)?)?(?: of(?: [A-Z][a-z]{2,15}){1,2})?"
"""What may follow such a name: "Mr. SMITH of Texas"."""

PREFIXES = "al|el|as|ar|an|at|ad|ash|d|o|mc"
"""Beginnings of names in lower case: "al-Sabah", "d'Arc"."""
