"""Faults of what accounts say: speakers, names, verdicts, checks and reuse.

Enters: nothing. Leaves: `CASES`, which `quality.faults` collates; each tells what is right by words that
stand in the inputs, written by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quality.fault_seen import Case, Row, Seen

Check = Callable[[Seen], bool]


def _all(*checks: Check) -> Check:
    return lambda seen: all(check(seen) for check in checks)


def _speakers(said: Mapping[str, str]) -> Check:
    """Return a check that quotations which hold the words are given to that name and to nobody else."""

    def check(seen: Seen) -> bool:
        return all(
            {one["speaker"] and one["speaker"]["name"] for one in seen.quoted(words)} == {name}
            for words, name in said.items()
        )

    return check


def _via(words: str, carrier: str) -> Check:
    return lambda seen: [v["name"] for one in seen.quoted(words) for v in one["via"]] == [carrier]


def _checks(kinds: Mapping[str, tuple[str, ...]]) -> Check:
    """Return a check that quotations which begin with the words got one of these kinds."""

    def check(seen: Seen) -> bool:
        found = {words: seen.checked(words) for words in kinds}
        return all(one is not None and one["kind"] in kinds[words] for words, one in found.items())

    return check


def _because(words: str, *told: str) -> Check:
    def check(seen: Seen) -> bool:
        found = seen.checked(words)
        return found is not None and all(one in found["because"] for one in told)

    return check


def _no_agreement(*words: str) -> Check:
    """Return a check that no two passages which hold one of these words are said to agree."""
    alike = ("agree", "wording differs")

    def check(seen: Seen) -> bool:
        pairs = [v for v in seen.of("verdicts") if v["kind"] in alike and v["right"] is not None]
        return not any(
            word in v["left"]["text"] and word in v["right"]["text"]
            for v in pairs
            for word in words
        )

    return check


def _one_person(name: str, mentions: int) -> Check:
    def check(seen: Seen) -> bool:
        found = [e for e in seen.of("entities") if e["name"] == name]
        return [(e["kind"], len(e["mentions"])) for e in found] == [("person", mentions)]

    return check


def _persons(*names: str) -> Check:
    def check(seen: Seen) -> bool:
        return {e["name"] for e in seen.of("entities") if e["kind"] == "person"} == set(names)

    return check


def _apart(count: int) -> Check:
    return lambda seen: len(seen.of("events")) == count


def _borrowed(seen: Seen) -> list[Row]:
    """Return the borrowings by which one account depends on another, or both on one hidden source."""
    return [b for b in seen.of("borrowings") if b["kind"] in ("copies", "common origin")]


def _copied(seen: Seen) -> bool:
    sources = {a["id"]: a["source"][-5:] for a in seen.of("accounts")}
    found = [(b["kind"], sources.get(b["from"]), sources.get(b["to"])) for b in _borrowed(seen)]
    return found == [("copies", "a.txt", "b.txt")]


CASES: dict[str, Case] = {
    "q02": Case(
        "false",
        "who is said to be uneasy says what follows",
        _speakers({"outside the wall": "Karin Osei", "Nobody asked": "Karin Osei"}),
    ),
    "q03": Case(
        "loss",
        "words over several paragraphs are one person's",
        _speakers({"how fast the wards fill": "Ilse Marin", "close schools again": "Ilse Marin"}),
    ),
    "q06": Case(
        "false",
        "four speakers of one paragraph keep their words",
        _speakers(
            {
                "an insult": "Jan Roth",
                "all there is": "Eva Blum",
                "others get nothing": "Ivo Stern",
                "our order book": "Eva Blum",
            }
        ),
    ),
    "q07": Case(
        "false",
        "a comma before a name, and capitals, hide nobody",
        _speakers(
            {
                "was never lawful": "Maddock",
                "a good day": "Belinda Wrey",
                "two people were held": "Mat Knowles",
            }
        ),
    ),
    "q09": Case(
        "false",
        "who is quoted by somebody is told with both",
        _all(
            _speakers({"the road was mined": "Noury", "The road is closed": "Noury"}),
            _via("the road was mined", "Al-Fajr"),
            _via("The road is closed", "the state agency"),
        ),
    ),
    "q11": Case(
        "false",
        "she is the woman spoken of last",
        _speakers({"in March, and in May": "Clara Witt", "paid by Friday": "Rosa Lind"}),
    ),
    "q12": Case(
        "false",
        "words within words, and an answer, are hers",
        _speakers(
            {
                "The soldier looked": "Hana Silber",
                "this is how it ends": "Hana Silber",
                "No.": "Hana Silber",
                "had been paid to speak": "Hana Silber",
            }
        ),
    ),
    "q13": Case(
        "false",
        "husband and wife are told apart by their titles",
        _speakers({"cows swam": "Anna Volk", "Forty": "Jan Volk", "go back": "Anna Volk"}),
    ),
    "q14": Case(
        "false",
        "“it” is the ministry, and a station carries the minister's words",
        _all(
            _speakers(
                {
                    "had used too little steel": "the ministry of works",
                    "help is on its way": "the minister",
                    "signed for every bar": "Ada Kern",
                }
            ),
            _via("help is on its way", "Vale FM"),
        ),
    ),
    "v12": Case(
        "false",
        "a title tells apart who bear one surname, and where it cannot nobody is named",
        _speakers(
            {
                "cows swam": "Mrs Volk",
                "Forty": "Mr Volk",
                "a bad law": "Rosa Lind",
                "a good law": "Paul Lind",
                "other things": "Rosa Lind",
                "He is late": "Clara Witt",
                "She is early": "Emil Witt",
            }
        ),
    ),
    "n01": Case(
        "loss", "three spellings of a name are one person", _one_person("Rami Abdul-Karim", 6)
    ),
    "n07": Case("false", "a surname may stand first", _persons("Min-jun Kim", "Lee Ji-won")),
    "n03": Case(
        "false",
        "a short name that fits two persons is neither",
        _persons("Fernando Pérez Noriega", "Fernando Pérez Royo", "Fernando Perez"),
    ),
    "n06": Case(
        "false",
        "two of one name and of other ages are two",
        lambda seen: (
            sorted(
                (tuple(e["roles"]), len(e["mentions"]))
                for e in seen.of("entities")
                if e["name"] == "Alan Thorne"
            )
            == [(("a Green Party candidate in Orlo",), 2), (("director of Keld Oil",), 2)]
        ),
    ),
    "x02": Case("false", "marks of direction make no other name", _one_person("Rami Karim", 3)),
    "e03": Case("false", "who beat whom is not turned round", _no_agreement("beat", "accused")),
    "v3": Case("false", "who shelled whom is not turned round", _no_agreement("shelled", "lent")),
    "e04": Case("cliff", "a festival of two years is two events", _apart(2)),
    "e08": Case("false", "percent and points are not the same", _no_agreement("less often")),
    "c01": Case(
        "false",
        "what a mark of omission swallows is told",
        _all(
            _checks({"The landlord is": ("differs",), "We will repair it": ("differs",)}),
            _because("The landlord is", "“not”"),
            _because("We will repair it", "“if”."),
        ),
    ),
    "c03": Case(
        "false",
        "what is left out is said so",
        _all(
            _checks(
                {
                    "It held last year": ("edited", "differs"),
                    "THANK YOU": ("edited",),
                    "We have spent": ("edited", "differs"),
                }
            ),
            _because("It held last year", "“um”"),
            _because("We have spent", "“and I want to be clear about this”"),
        ),
    ),
    "c04": Case(
        "false",
        "typography is no difference",
        _checks({"The colour of": ("verbatim", "edited"), "We have --": ("verbatim", "edited")}),
    ),
    "c06": Case(
        "false",
        "marked omissions and brackets are edits",
        _checks({"Under clause 9": ("edited",), "[Roth] will": ("edited",)}),
    ),
    "c07": Case(
        "false",
        "a number in words and a spelling are no difference",
        _all(
            _checks({"We had 12": ("verbatim", "edited"), "The color": ("verbatim", "edited")}),
            lambda seen: (
                "40,000" not in (seen.checked("We have spent") or {"because": "40,000"})["because"]
            ),
        ),
    ),
    "c08": Case(
        "silence",
        "what stands before and after cut words is told",
        _all(
            _because("is safe", "“not” before"),
            _because("The dam is safe", "“not” before"),
            _because("We will repair it", "the record goes on: “if”"),
        ),
    ),
    "c10": Case(
        "false",
        "words that nobody said are not found",
        _checks({"The lake is dry": ("not found",), "My members": ("verbatim",)}),
    ),
    "t02": Case("false", "a stock phrase is no common origin", lambda seen: not _borrowed(seen)),
    "t03": Case("false", "who rewrites a wire copies, who was there does not", _copied),
}
"""By id, as in `cases.jsonl`."""
