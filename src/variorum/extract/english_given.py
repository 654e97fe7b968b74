"""Given names that are common where news in English is written, and their short forms.

Enters: nothing. Leaves: tables in lower case, read by `name_kinds` and by the linking of names.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NICKNAMES = """
alexander alex sandy sasha aleksandr alejandro; alexandra alex sandra sasha; andrew andy drew;
anthony tony antonio; barbara barb; barack barry; benjamin ben benny bibi; catherine kate cathy katie kathy;
charles charlie chuck; christopher chris; christine chris chrissy; daniel dan danny; david dave davey;
deborah deb debbie; donald don donnie; dorothy dot; edward ed eddie ted ned; elizabeth liz beth betty lizzie;
eugene gene; frances fran; francis frank; frederick fred freddy; gerald gerry jerry; gregory greg;
henry harry hank; jacob jake; james jim jimmy jamie; jeffrey jeff; jennifer jen jenny; jessica jess;
john jack johnny; jonathan jon; joseph joe joey; joshua josh; kenneth ken kenny; kimberly kim;
lawrence larry; leonard len lenny; margaret maggie peggy meg; matthew matt; michael mike mick mickey;
mikhail misha; nathaniel nate nathan; nicholas nick nicky; nikolai kolya; patricia pat patty trish; patrick pat paddy;
peter pete; philip phil; raymond ray; rebecca becky; richard rick rich dick ricky; robert bob rob bobby robbie;
ronald ron ronnie; samuel sam sammy; samantha sam; stephen steve stevie; steven steve; susan sue susie;
theodore ted teddy theo; thomas tom tommy; timothy tim; victoria vicky; vincent vince; vladimir volodya;
walter walt; william bill will billy willy liam; zachary zach zack
"""
NICKNAMES = {
    short: tuple(
        sorted({line.split()[0] for line in _NICKNAMES.split(";") if short in line.split()[1:]})
    )
    for short in sorted({word for line in _NICKNAMES.split(";") for word in line.split()[1:]})
}
"""Short forms, each with the full given names it may stand for."""

_MORE = """
aaron abdul abdullah abigail adam adrian agnes ahmad ahmed aisha alan albert alejandro alfred ali
alice alina amanda amir ana andrea andrei andrej angela anita ann anna anne annie antonio ariel
arthur ashley astrid aziz beatrice bernard bettie beverly boris brandon brenda brian bruce bruno
camille carl carla carlos carmen carol caroline cecilia chen chloe claire clara claude craig
cristina curtis cynthia dana darren dean deepak denis denise dennis derek diana diego dieter dimitri
dmitri dmitry dominic dominik douglas duncan dylan eduardo elena elias ellen emil emily emma emmanuel
enrique eric erik erika esther ethan eva evelyn fatima felix fernando fiona francesca francisco
francois françois fritz gabriel gary gavin george gina giovanni giulia gloria gordon grace graham
greta guillermo gustavo hamza hannah hans harold hassan heather hector heidi helen helena henri
hugo hussein ian ibrahim igor ilan ilya imran ingrid irena irene irina isaac isabel ivan jamal jan
jana jane janet jason javier jean jens jerome jessie joan joanna joel johan johann jorge jose josé
josef josiah juan juanita judith julia julian julie juliet karen karim karl katarina katherine kathleen
keith kelly kevin khalid klaus kristen kyle lars laura lena leo leon leonardo lewis liam lily linda
lindsay lisa lorenzo louis louise lucas lucia luis luisa luke lydia magnus mahmoud malik marc marcel
marco marcus marek maria mariam marie marina mario marion marta martha martin martina mary maurice
megan mei melissa michelle miguel mila milos miriam mohamed mohammad mohammed monica morgan muhammad
mustafa nadia nancy naomi natalia natalie natasha neil nikos nina noah noel nora norman olaf oleg olga
oliver olivia omar oscar otto owen pablo paolo pamela patrice paul paula pavel pedro petra philippa
philippe pierre priya rachel rafael rahul ralph ramon rania raul ravi rebekah regina rene renee ricardo
roberto rodrigo roger roland rosa rosalind rosemary roy ruben rubén ruth ryan sabine sabrina salim
salma sandeep sanjay sara sarah scott sean sebastian sergei sergey sergio shane shannon sharon sheila
simon simone sofia sonia sophia sophie stefan stella stuart suleiman sven svetlana sylvia tamara tanya
tara teresa thea theresa tina tobias todd tomas tomasz toni tracy tyler umar ursula valentina valerie
vanessa vera veronica viktor viola wanda wayne wendy werner wolfgang yasmin yolanda youssef yuri yusuf
yvonne zainab
"""
GIVEN = frozenset(word for line in _NICKNAMES.split(";") for word in line.split()) - _words(
    "dick rick rich pat max"
)
"""Given names that nicknames stand for, and those: alone they are nobody's surname."""

GIVEN_FIRST = GIVEN | _words(_MORE)
"""Common given names of several languages: before a capitalised word they make a person."""
