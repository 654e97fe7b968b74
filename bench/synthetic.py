"""Invented accounts in any number: events told by five outlets each, in wordings of their own.

Enters: a number and a seed. Leaves: plain-text files of about 400 words. The same number and
seed give the same files.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

OUTLETS = ("Northern Wire", "The Ferry Post", "Daily Lantern", "Radio Meridian", "Old Town Gazette")
TOWNS = tuple(
    first + last
    for last in ("moor", "water", "vale", "wick", "stone", "marsh", "haven", "ford", "combe", "ness")
    for first in ("Alder", "Bright", "Carrow", "Dun", "East", "Fen", "Garrow", "Hollin", "Kestrel",
                  "Low", "Marrick", "Nor", "Orrin", "Pell")
)  # fmt: skip
PEOPLE = tuple(
    f"{given} {surname}"
    for surname in ("Lindqvist", "Okafor", "Voss", "Marsh", "Sorel", "Noor", "Hald", "Pereira",
                    "Castell", "Weir", "Abel", "Drummond", "Ilves", "Tarrant", "Quist", "Moroz")
    for given in ("Ada", "Bram", "Clara", "Daniel", "Edda", "Farid", "Greta", "Hugo", "Ines", "Jonas")
)  # fmt: skip
"""Many of both, so that two events are seldom in one town: accounts of five, as in the news of a
day, and not one crowd of look-alikes."""
ROLES = ("mayor", "police chief", "harbour master", "fire chief", "regional governor")
HAPPENINGS = (
    ("fire", "a fire at a warehouse", "burned"),
    ("flood", "a flood along the river", "flooded"),
    ("explosion", "an explosion in a workshop", "destroyed"),
    ("collapse", "the collapse of a footbridge", "blocked"),
    ("storm", "a storm on the coast", "damaged"),
)
MONTHS = ("January", "March", "April", "June", "September", "November")
SENTENCES: tuple[tuple[str, ...], ...] = (
    (
        "At least {dead} people were killed in {what} in {town} on {day}, officials said.",
        "{What} in {town} killed {dead} people on {day}, according to the authorities.",
        "The death toll from {what} in {town} rose to {dead_more} on {day}.",
    ),
    (
        "Another {hurt} people were injured, {role} {person} told reporters.",
        "“We have {hurt} people in hospital,” said {person}, the {role}.",
        "{person}, the {role}, said that more than {hurt_less} people had been hurt.",
    ),
    (
        "“Nobody warned us,” {witness} said. “We heard it before we saw it.”",
        "A resident, {witness}, said that nobody had warned the neighbourhood.",
    ),
    (
        "{person} said that the cause was being investigated and “nothing can be ruled out”.",
        "The cause should be known within a week, {person} said on {day}.",
        "According to {person}, investigators have ruled nothing out.",
    ),
    (
        "About {homes} homes were {done} and {roads} roads were closed.",
        "The council said {homes} houses had been {done}.",
        "Some {homes_more} homes were {done}, the Northern Wire reported.",
    ),
    (
        "Damage was put at {cost} million euros by the insurers' association.",
        "Insurers estimated the damage at more than {cost} million euros.",
    ),
    (
        "Schools in {town} will stay closed until Monday.",
        "All schools in the town were closed the next morning.",
    ),
    (
        "The government promised {aid} million euros in help for those who lost their homes.",
        "Help worth {aid} million euros was announced by the finance ministry.",
    ),
    (
        "“It is a dark day for {town},” {person} said in a statement.",
        "{person} called it a dark day for the town.",
    ),
    ("Rescue teams worked through the night with dogs and floodlights.",),
    ("In {year}, a similar accident in {town} led to new rules that were never enforced.",),
    ("The opposition asked why the inspection planned for {month} had not taken place.",),
    ("Volunteers brought blankets, soup and dry clothes to the sports hall.",),
    ("A spokeswoman for the owner declined to comment, citing the inquiry.",),
    ("Traffic on the coastal line was stopped for {hours} hours.",),
    ("Experts doubt that the old drainage could have carried so much water.",),
    ("The hospital asked people to donate blood and said that stocks were low.",),
    ("Neighbours described a smell of gas that had lasted for days.",),
    (
        "Families waited outside the town hall of {town} for news of relatives who had not called.",
        "Outside the town hall relatives waited in silence for a list of names.",
    ),
    (
        "“We will rebuild, but not in the same place and not in the same way,” {person} said.",
        "{person} said that the town would rebuild elsewhere, and better.",
    ),
    (
        "The road from the harbour to the old market was covered with glass, mud and broken furniture.",
    ),
    (
        "A church opened its doors for the night, and a bakery handed out bread without asking for money.",
    ),
    (
        "The minister of the interior arrived in {town} by helicopter and thanked the crews.",
        "The interior minister flew to {town}, where she thanked firefighters and volunteers.",
    ),
    ("{witness}, who has lived in the street since she was a child, was looking for her cat.",),
    (
        "Prosecutors have opened an inquiry into possible negligence, a court spokesman confirmed.",
        "A court spokesman confirmed that prosecutors were looking into possible negligence.",
    ),
    (
        "The owner of the site had been warned by inspectors, according to documents seen by reporters.",
    ),
    (
        "Critics say that the authorities knew about the danger and preferred to look the other way.",
    ),
    ("The town lies in a narrow valley between the river and the railway and has grown quickly.",),
    (
        "The president sent condolences to the families and called off a visit abroad.",
        "Condolences came from the president, who cancelled a trip abroad.",
    ),
    ("Power came back in the western districts in the course of the evening.",),
    ("Weather forecasters expect more rain in the region before the end of the week.",),
    (
        "“I have never seen anything like this,” said {witness}, a retired teacher.",
        "{witness}, a retired teacher, said she had never seen anything like it.",
    ),
    (
        "An independent commission should look into the matter, the trade union of rescue workers demanded.",
    ),
    ("The harbour stayed open for ships with food and medicine, and closed for all others.",),
)
LEAST_SENTENCES = 28


def write(folder: Path, count: int, *, seed: int = 7, tellers: int = len(OUTLETS)) -> None:
    """Write `count` accounts into `folder`, which must be there; `tellers` tell of each event."""
    for number in range(count):
        event = Random(f"{seed}-{number // tellers}")  # noqa: S311
        teller = Random(f"{seed}-{number}")  # noqa: S311
        text = _account(_facts(event), OUTLETS[number % len(OUTLETS)], teller)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def _facts(random: Random) -> dict[str, object]:
    what, phrase, done = random.choice(HAPPENINGS)
    dead, hurt, homes = random.randint(2, 40), random.randint(20, 300), random.randint(10, 900)
    month = random.choice(MONTHS)
    return {
        "what": phrase,
        "What": phrase[0].upper() + phrase[1:],
        "title": what,
        "done": done,
        "town": random.choice(TOWNS),
        "person": random.choice(PEOPLE),
        "witness": random.choice(PEOPLE),
        "role": random.choice(ROLES),
        "month": month,
        "day": f"{month} {random.randint(1, 28)}",
        "year": random.randint(1990, 2020),
        "dead": dead,
        "dead_more": dead + 3,
        "hurt": hurt,
        "hurt_less": hurt - hurt % 10 - 10,
        "homes": homes,
        "homes_more": homes + 40,
        "roads": random.randint(2, 12),
        "cost": random.randint(3, 90),
        "aid": random.randint(1, 20),
        "hours": random.randint(3, 20),
    }


def _account(facts: dict[str, object], outlet: str, random: Random) -> str:
    count = random.randint(LEAST_SENTENCES, len(SENTENCES))
    chosen = [0, *sorted(random.sample(range(1, len(SENTENCES)), count - 1))]
    told = [random.choice(SENTENCES[place]).format(**facts) for place in chosen]
    paragraphs = [" ".join(told[start : start + 3]) for start in range(0, len(told), 3)]
    title = f"{str(facts['title']).title()} in {facts['town']}: {facts['dead']} dead"
    dateline = f"{str(facts['town']).upper()}, {facts['day']} ({outlet}) - "
    return title + "\n\n" + dateline + "\n\n".join(paragraphs) + "\n"
