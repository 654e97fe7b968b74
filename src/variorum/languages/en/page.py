"""English and page cues: the words by which menus, labels and bylines give themselves away.

Enters: nothing. Leaves: tables. All patterns are matched against `Line.plain` (folded, lower
case, one space between words, outer marks cut off), which has at most 600 characters.

The tables name *kinds* of page parts that any news system prints, who issues a page, when it is
dated, and what stands in place of an article; none names one outlet's page.
"""

import re

from variorum.languages.en.cldr import calendar as cldr
from variorum.languages.tables import either, phrase_set, word_set

_THIS = r"(?:this|the|our|your|an?)"
_PIECE = r"(?:article|story|page|post|report|item|news|content|link|video)"
_SITES = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|tumblr|e-?mail|mail|print|"
    r"instagram|youtube|messenger|viber|vk|copy(?: link| url)?|link|threads|bluesky|mastodon|"
    r"google ?(?:\+|plus|news)|line|pocket|flipboard|skype|ok|odnoklassniki|rss|tiktok|sms)"
)
_SEP = r"[ ,/|·•&+-]{1,4}"

WHOLE = either(
    # advertising
    r"ad[_ -]?\d*",
    r"(?:advertisement|advertising|advert|sponsored(?: content| links?)?|promoted(?: content)?|"
    r"paid content|ads?)(?:[ -]{1,4}(?:continue reading below|scroll to continue|article continues "
    r"below|story continues below).{0,30})?",
    r"(?:article|story|report|video) continues (?:below|after).{0,40}",
    r"scroll (?:down )?(?:to|for) .{0,40}",
    r"continue reading(?: .{0,60})?",
    # sharing
    rf"(?:share|like|tweet|pin|print|email|e-mail|save|copy|send|bookmark|follow|post|listen|"
    rf"download|subscribe)(?: (?:it|{_THIS} {_PIECE}|{_PIECE}|via|on|to|by|with|friends|your|us))*"
    rf"(?: (?:with )?your friends)?(?:{_SEP}{_SITES})*",
    rf"(?:share|follow us|follow|find us|join us|like us|send)(?: (?:on|via|by|to|in))?(?::| )? ?{_SITES}"
    rf"(?:{_SEP}(?:and )?{_SITES})*",
    rf"{_SITES}(?:{_SEP}{_SITES})+",
    r"(?:shares?|views?|likes?|comments?|retweets?)",
    r"[\d.,]+ ?[km]? ?(?:shares?|views?|likes?|comments?|retweets?|reads?|reactions?|replies)"
    r"(?:[ |·,-]+[\d.,]+ ?[km]? ?(?:shares?|views?|likes?|comments?|retweets?|reads?))*",
    r"(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|instagram|youtube|tumblr|e-?mail|print)",
    # commenting
    r"(?:leave|post|write|add|submit|cancel) (?:a |your |an? )?(?:reply|comment|comments|response)"
    r"(?: .{0,40})?",
    r"(?:view|read|show|see|load|hide|all|no|join|sort)(?: all| more| the| \d{1,5})* "
    r"(?:comments?|replies|conversation|discussion)(?: .{0,30})?",
    r"comments?(?: \(?\d{1,6}\)?| are closed.{0,60}| section| policy| off.{0,30}| below)",
    r"(?:be the first to|log in to|sign in to|login to) (?:comment|reply|leave|post).{0,40}",
    r"(?:save my name|notify me of).{0,120}",
    r"(?:name|email|e-mail|website|comment|your (?:name|email|comment))(?: address)?(?: ?\*| \(required\))",
    # onward links
    r"(?:related|recommended|similar|more|other|further|latest|popular|trending|most[ -](?:read|popular|"
    r"viewed|shared)|editor'?s'? picks?|top|you (?:may|might)(?: also)? (?:like|be interested in|enjoy)|"
    r"read (?:more|next|also|on)|also read|see also|see more|view more|show more|load more|more news|"
    r"don't miss(?: out)?|up next|next up|in this (?:story|article|section)|explore more|keep reading|"
    r"what to read next|watch (?:more|next|now|live|also|this|the video)|"
    r"recommended for you|promoted stories|around the web|from the web|"
    r"more (?:from|on|about|in|to|like this|stories|by).{0,50})"
    r"(?: (?:articles?|posts?|stories|news|topics?|content|links?|reading|videos?|headlines?|coverage|"
    r"items?|this|on this.{0,20}|from .{0,40}|in .{0,30}))*",
    r"(?:show|read|see|view|load|expand|learn|find|discover) (?:more|less|full|all|it all|the full|"
    r"entire|out more)(?: (?:article|story|text|news|posts?|here|details|results))?",
    r"(?:previous|next|older|newer|prev)(?: (?:article|post|story|page|news|entry|slide|photo|image))?s?"
    r"(?:[ |/«»<>-]+(?:previous|next|prev)(?: (?:article|post|story|page))?)?",
    r"(?:click|tap|press) (?:here|on|to|for)\b.{0,80}",
    # the frame of a page
    r"(?:back|return|go|skip|jump)(?: back)? to (?:the )?(?:top|content|main(?: content| page)?|home ?page"
    r"|navigation|article|search|footer|site|home|start|results|list|news)(?: button)?",
    r"(?:home|home ?page|menu|main menu|search|navigation|toggle navigation|sections?|login|log in|"
    r"log ?out|sign in|sign up|sign out|register|my account|account|subscribe(?: now| today)?|"
    r"contact(?: us)?|about(?: us)?|advertise(?: with us)?|help|faqs?|site ?map|archives?|"
    r"privacy(?: policy| notice)?|cookies?(?: policy| settings| preferences)?|careers|jobs|imprint|"
    r"terms(?: and conditions| of use| of service)?|rss(?: feeds?)?|e-?paper|newsletters?|close|cancel|"
    r"not now|no thanks|maybe later|ok|got it|accept(?: all)?|i agree|dismiss|allow|later|submit|send|"
    r"all (?:news|stories|articles|topics|sections|rights reserved)|breaking news|live|"
    r"latest news|top stories|loading|please wait|play|pause|mute|fullscreen|text version|print version|"
    r"full (?:text|version|screen)|mobile version|desktop version|version for print|"
    r"(?:photo|picture|image|video) ?(?:gallery|galleries|slideshow)(?: \(?\d{1,3}\)?)?|"
    r"font size|text size|a a a|accessibility|donate(?: now)?|support us|our team|"
    r"edition|english|deutsch|français|español|العربية|русский|en|fr|ar|ru|de|es)",
    r"(?:the )?end|ends|-?30-?|###|xxx|0- .{6,30}|end,? \d{1,2}:\d{2}.{0,12}|[a-z]{2,3}(?:/[a-z]{2,4})+|[a-z]{2} [a-z]{2}",
    r"staff (?:report|writer)s?|for immediate release",
    r"like this|like loading.{0,4}|be the first to like this|agencies|(?:with )?inputs? from .{2,60}",
    r"(?:sources?|via) ?: [^.]{2,60}|(?:ap|afp|reuters|epa|getty)(?: file)? photo.{0,60}",
    # counters and hints
    r"\d{1,3} ?(?:of|/) ?\d{1,3}(?: (?:photos?|images?|pictures?|slides?|view|next))?",
    r"(?:page|photo|image|slide|picture|figure) \d{1,3}(?: ?(?:of|/) ?\d{1,3})?",
    r"\d{1,2} ?-? ?min(?:ute)?s?\.?(?: (?:read|reading|ago|listen))?",
    r"(?:estimated )?reading time.{0,30}|time to read.{0,30}",
    r"\d{1,3} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago",
    r"\d{1,2}:\d{2}(?::\d{2})?(?: ?/ ?\d{1,2}:\d{2}(?::\d{2})?)",
    r"[a-z0-9._%+-]{1,60}@[a-z0-9.-]{1,60}\.[a-z]{2,10}",
    r"(?:https?://|www\.)\S{3,300}",
)
"""The whole line is such a part, wherever it stands."""

OPENS = either(
    r"(?:read (?:more|also|next|on|or share this \w+)|also read|see also|related(?: (?:article|story|"
    r"stories|news|coverage|links?))?|more|watch(?: (?:live|also|now|the video))?|listen|must read|"
    r"don't miss|recommended|up next|previous stor(?:y|ies)|previous coverage) ?[:|>-]|"
    r"next article|previous article|read the full |mobile users|related coverage ",
    r"(?:photos?|photographs?|pictures?|images?|pics?|video|graphics?|illustration)"
    r"(?: ?(?:credits?|courtesy(?: of)?|by|source|via|copyright|supplied|caption))* ?[:|/©]",
    r"(?:photo|image|picture|photograph|video|footage)s? (?:credit|courtesy|by|copyright|source|supplied)",
    r"file ?[-–] |image (?:copyright|source|caption)|media caption|our standards:|"
    r"(?:news|story|report) (?:id|code) ?[:|]|read more (?:about|on) |more (?:about|on|from) ?:|"
    r"(?:file|handout|archive|stock|undated|illustrative) (?:photo|image|picture|pic|footage)",
    r"(?:credit|caption|photographer|copyright holder|image copyright|media caption|image caption|"
    r"getty images|screenshot|screengrab)\b[:| ]",
    r"(?:tags?|topics?|keywords?|categories|category|filed under|posted in|published in(?: sections?)?|"
    r"persons|geography|sections?|labels?|hashtags?|in this story|"
    r"publication (?:status|date)|date published|published(?: on| by| at)?|posted(?: on| by| at)?|"
    r"updated(?: on| at)?|last (?:updated|modified|edited)(?: on| at)?|first published|created|issued|"
    r"author|authors|editor|source url|short ?link|permalink|rating|views?|word count|"
    r"press release no|doc(?:ument)? ?id|article id|reference|story code|print edition)"
    r"(?: (?:on|by|at|in|date|status))?[:|]",
    r"(?:reporting|additional reporting|writing|editing|compiled|produced|edited|translated|"
    r"written|photography|photographs|graphics|contributions|research) (?:by|from) ",
    r"(?:sign up|subscribe|register) (?:to|for|here|now|today|and|with)\b|get (?:the|our|all the|more) "
    r".{0,60}(?:newsletter|inbox|app|updates|alerts|delivered|notifications)",
    r"(?:follow|like|join|find|connect with|contact|email|reach|message) (?:us|me|him|her|them|@).{0,10} ?"
    r"(?:on|at|via|by|in|@|:)",
    r"follow (?:@?[\w.]{2,30}|the [\w' ]{2,30}) on (?:facebook|twitter|x|instagram|youtube|telegram|google)",
    r"(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:\d{4}|by|all rights|the )|© ",
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies|by (?:continuing|clicking|using|subscribing|"
    r"signing|submitting|registering)\b.{0,60}(?:you|site|agree|accept|consent)",
    r"(?:this (?:article|story|post|report|piece)|originally|an earlier version of this).{0,30}"
    r"(?:first |originally )(?:appeared|published|posted)",
    r"click (?:here|on|to|the) |(?:download|get|install) (?:the|our) .{0,40}\bapps?\b",
    r"have (?:you )?(?:a|any) (?:tip|story|news|question|correction).{0,60}\?|do you have .{0,60}\?.{0,20}email",
    r"(?:e-?mail|tel|telephone|phone|fax|contacts?|media contact|press contact|write to|website|twitter)"
    r" ?[:|@]",
    r"your (?:email|e-mail) (?:address )?will not be|required fields are",
    r"(?:thank you|thanks) for (?:reading|subscribing|visiting|signing)",
    r"(?:support|donate to|help us|become a (?:member|subscriber|supporter|patron))\b.{0,60}"
    r"(?:journalism|newsroom|reporting|today|month|member|patreon|us)",
    r"\* ?(?:indicates required|required)|all fields",
    r"(?:photo|image|picture|slide) \d{1,3} (?:of|/) ?\d{1,3} ?[:.|-]",
    r"to (?:ask for|request|report|suggest|submit) an? (?:correction|error|mistake)",
    r"(?:like|liked|enjoy|enjoyed|love|loved) (?:this|our|what) [^.]{0,40}\?",
    r"you(?: have|'ve) (?:read|reached|used|got|\d+)\b.{0,40}(?:free|articles?|stories)",
    r"more (?:news|business|sports?|world|politics|opinion|headlines|stories|local|culture|economy) ?:",
    r"(?:please )?(?:bet|gamble|play|drink|drive) (?:responsibly|aware)|(?:our )?(?:partners|sponsors) of .{3,40}[:|]",
    r"(?:enable|please enable|turn on) javascript|javascript is|your browser (?:does not|doesn't|is)",
    r"(?:the )?views? (?:and opinions )?expressed (?:in|here|by)|disclaimer[:|]",
)
"""The line opens such a part and says little else."""

HOLDS = either(
    r"all rights reserved",
    r"(?:may|must) not be (?:published|reproduced|republished|copied|broadcast|redistributed)",
    r"without (?:the )?(?:prior |express |written )*(?:written )?permission",
    r"terms of (?:use|service) (?:and|&)|privacy policy|cookie policy",
    r"your email address|enter your e-?mail|(?:to|in) your inbox|(?:daily|weekly|free) newsletter",
    r"sign up (?:to|for) (?:our|the|receive|get)|subscribe to (?:our|the|receive|get)",
    r"share this (?:article|story|post|page|news|with|on)",
    r"follow us on|like us on|find us on|join us on|download (?:our|the) app|on the app store",
    r"(?:reporting|writing|edited|editing) by [^;]{2,60}; ?(?:additional |writing|editing|reporting)",
    r"click here (?:to|for)|press enter|skip to (?:main )?content",
    r"\bcontributed to this (?:report|story|article)|can be (?:reached|contacted) at \S{2,40}@",
    r"check back (?:here |later |soon )*for (?:more |further )?(?:updates|details|information)",
    r"may (?:earn|receive|get) (?:a |an )?(?:small |affiliate )*commission|contains? affiliate links?",
    r"\b18\+.{0,60}responsibly|responsibly.{0,60}\b18\+|begambleaware",
    r"hit counter|page views|powered by wordpress|theme by",
)
"""Such words anywhere in a short line."""

COMMENTS = either(
    r"leave a (?:reply|comment)|(?:reader |user )?comments?(?: \(?\d{1,6}\)?)?|\d{1,6} comments?"
    r"|join the (?:conversation|discussion)|post a comment|responses"
)
"""A heading after which nothing of the account follows: readers speak."""

BARE_COMMENTS = word_set("comment comments response responses")
"""Of these, the ones under which newspapers also head a part of their own articles."""

SECTIONS = either(
    r"(?:related|recommended|similar|more|other|latest|trending|popular|most[ -](?:read|popular|viewed))"
    r" (?:articles?|posts?|stories|news|topics?|content|links?|headlines?|reading|coverage|videos?)",
    r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|read next|more from .{1,40}|"
    r"most (?:read|popular)|recommended for you|around the web|promoted stories|editor'?s'? picks?|"
    r"trending(?: now)?|what to read next|about the authors?)",
)
"""A heading over links to other pages."""

LABELS = either(
    r"(?:geography|topics?|persons?|people|tags?|keywords?|publication status|categories|category|"
    r"published in sections?|sections?|locations?|places?|organi[sz]ations?|authors?|sources?|see also|"
    r"attachments?|documents?|related(?: topics| materials)?|additional|text version|media|video|photos?|"
    r"date|dates?|status|language|languages|subjects?)"
)
"""A label on a line of its own whose value stands on the next; counts at the foot only."""

NAVIGATION = word_set("""home news world politics business sport sports opinion opinions culture arts tech technology
    science health travel lifestyle entertainment video videos photos photo gallery galleries events
    press about contact search menu local national international economy society weather local-news
    regional education environment features magazine life style markets finance money editorial
    editorials analysis live latest more all regions europe asia africa americas mideast us uk eu
    un top stories headlines breaking front page today archive archives middle east north south
    transcripts speeches statements releases documents media crime courts community obituaries classifieds
    blogs blog podcasts podcast real estate jobs cars shop games puzzles subscribe football soccer
    cricket rugby tennis golf racing formula olympics military security defense defence""")
"""Section names: a line of nothing else, above the headline or at the foot, is a menu."""
MENU_JOINS = word_set("and")

BYLINE = re.compile(
    r"(?:by|interview by|text by|story by|written by|words by|posted by|report by)[ :]{1,3}"
    r"(?:the )?[a-zà-ž]",
)
BY = re.compile(r"\bby\b", re.I)
"""The last word before the names of a byline."""
BYLINE_STAFF = either(
    r"\b(?:staff writers?|correspondents?|reporters?|special to|for the|senior|associated press|"
    r"bureau chief|contributor|news desk|newsroom|editors?|agency|agencies|staff|columnist|producer)\b"
)
DATE_WORDS = word_set("""published posted updated last modified first created issued released date dated on at by time
    local gmt utc est edt cst cdt pst pdt mst mdt bst cet cest msk eet ist am pm a.m p.m a p m hrs hours
    of et ct pt mt jst aest aedt hkt sgt nzdt pkt trt wib eat cat wat sast utc+3 the day publication est. edt. th st nd rd original originally
    tues thur thurs noon midnight today yesterday edited news issue""").union(
    cldr.WEEKDAYS, cldr.WEEKDAYS_SHORT
)
"""Words that may stand in a line which is nothing but a date."""

TRANSLATED = either(
    r"\bretranslated\b",
    r"\b(?:translated|translation) (?:by|from|into)\b",
    r"\b(?:unofficial|official|machine|automatic|automated|working|rough|our own|english) translation\b",
    r"\b(?:machine|automatically|google)[- ]translated\b",
    r"\bthis (?:is a |article was |text was |story was |report was )(?:translation|translated)",
    r"\binterpretation from\b|\bspoke in (?!english)[a-z]{4,12}\b",
    r"\btranslated (?:with|using|version)\b",
    r"\bspoke through an? (?:interpreter|translator)\b|\bthrough (?:an )?interpreter\b",
)
"""Words by which a page says that it is a translation."""

SLUG = re.compile(
    r"(?:Slug|SLUG|slug) ?(?:line)? ?: ?\S|[A-Z]{2,20}(?:-[A-Z]{2,20}){1,4}/(?:[A-Z]{2,12})?(?: \([^()]{1,40}\))?$"
)
"""The line by which agencies tell their stories apart."""

ARTICLES = word_set("a an the")
"""Words that headlines leave out."""

FINITE = word_set("""was were had has have said did would could been told added asked went came made
    took became began found died announced reported according stated is are""")
"""Verbs of running text: a first line with one of them is hardly a headline with a full stop."""

FUNCTION = word_set("""the a an and or of to in on at for from by with as is are was were be been that this it its he she
    they his her their has have had will would not but after over into about who which than says said
    amid against before during under how why what when where your our we you i more no new all than up
    out off down""")
"""Words that carry no content of their own."""

CREDIT = re.compile(
    r"[\[(](?:(?:file |stock |courtesy )?(?:photos?|source|credit|image|video|picture|graphic|courtesy|"
    r"screenshot)(?: (?:by|from|of|credit|courtesy))* ?[:/|] ?[^()\[\]]{1,80}|"
    r"[^()\[\]]{0,50}\b(?:photos?|images?)\b[^()\[\]]{0,60}|[^()\[\]]{2,60}\b(?:via ap|getty|courtesy)|"
    r"(?:published|posted) [^()\[\]]{3,40}\d{4})[\])]$"
    r"|^(?:file ?[-–] |image caption|media caption)|view full caption|\b(?:photo|image) by [^.]{3,50}$|/(?:reuters|afp|ap|getty images)$",
    re.I,
)
"""The end of a caption: a credit in brackets."""

STAMPED = re.compile(
    r"\b(?:posted|updated|published|last updated|modified)(?: on| at)? ?:? ?[^.]{0,12}\d"
)
"""A time stamp that a page's system set beside other words."""

STAMP_LABEL = re.compile(r"^(?:last )?[a-z]+(?: (?:on|at))? ?:? ?")
"""What such a stamp opens with before its date."""

CREDITED = re.compile(r"photo|image|credit|getty|courtesy|©|copyright|picture|file")
"""A word in brackets alone on a line that makes them a picture's credit."""

COPYRIGHT = r"[Cc]opyright"

PARTICLES = word_set(
    "of the for and de la le van von der den al el bin ibn abu du da dos di on in to ap ter"
)
"""Words in lower case that may stand inside a name or a title."""

PLACE_LINKS = word_set("of de la al el del di")
"""Words in lower case that may stand inside the name of a place."""

INSTITUTIONS = word_set("""authority ministry council court department office agency commission committee parliament
    assembly senate government embassy university college school police association federation union
    club institute bank company plc ltd limited inc corp corporation gmbh ag sa group foundation trust
    society party hospital secretariat organisation organization service administration board bureau
    chamber league alliance coalition municipality directorate inspectorate registry tribunal llc""")
"""Words that end a body's name, or begin it before "of" and "for"."""

INSTITUTION_LINKS = word_set("of for")

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

REFERENCES = phrase_set(
    "references | reference list | sources | list of sources | notes | footnotes | endnotes | bibliography "
    "| works cited | citations"
)
"""Headings over a list of the sources that a text cites."""
