"""Faults: invented inputs that were once read, lost or told wrongly, each held by a check of its own.

Enters: the inputs under `shared/faults`. Leaves: whether each case is right now. A case is collated as
a user would, through the public interface; a check reads the ledger and its export and nothing else.
Every case that is right and can be told from an export is here, so that none falls back unseen; those
of quotations, names, verdicts and checks are in `quality.faults_said`, of figures and days in `quality.faults_counted`.

There is no score: a share of a few cases tells little, and a case that is wrong again fails by its name
(`tests/test_quality_faults.py`), which is a floor of 100. So each is collated once.
"""

from __future__ import annotations

from collections.abc import Callable

from quality import faults_counted, faults_said
from quality.fault_seen import Case, Seen, seen


def _read_once(seen: Seen) -> bool:
    return all(
        seen.body(name).count("found a crack in a pier") == 1 for name in ("a.html", "b.html")
    )


def _legacy(seen: Seen) -> bool:
    quoted = seen.speaker("We could not wait for the summer")
    return quoted == "Jana Volk" and "€3m – a lot, the café owner’s son" in seen.body("a.html")


def _guesses_told(seen: Seen) -> bool:
    names = ("cp1250.txt", "cp1252.txt", "macroman.txt")
    told = all(seen.told(name, "guess") for name in names) and not seen.told("utf16.txt")
    return told and "Łódź" in seen.body("cp1250.txt") and "Brontë" in seen.body("cp1252.txt")


def _told(**what: str) -> Callable[[Seen], bool]:
    """Return a check that each file is a problem that names what it is, and no account."""
    names = {name.replace("_", "."): words for name, words in what.items()}

    def check(seen: Seen) -> bool:
        read = [account["source"] for account in seen.of("accounts")]
        return all(
            seen.told(n, w) and not any(s.endswith(n) for s in read) for n, w in names.items()
        )

    return check


def _live(seen: Seen) -> bool:
    body = seen.body("a.html")
    posts = ("two metres long", "shut to lorries", "A diver has found a crack")
    return all(post in body for post in posts) and "Updated at" not in body and "14.30" in body


def _markdown(seen: Seen) -> bool:
    linked = seen.speaker("I will not let it stay open") is not None
    return (
        linked and "9000" in seen.values("car") and seen.turns()[:2] == ["Jana Volk", "Emil Roth"]
    )


def _spoilt(seen: Seen) -> bool:
    told = seen.told("moj.txt", "Windows-1252") and seen.told("shy.txt", "soft hyphens")
    said = ("We could not wait, it", "It costs €3m", "We could not wait for the sum\u00admer")
    return told and all(seen.speaker(words) == "Jana Volk" for words in said)


def _chamber(seen: Seen) -> bool:
    turns, told = seen.turns(), "There was no objection"
    spoken = [q["place"]["text"] for q in seen.of("quotations") if q["manner"] == "turn"]
    return (
        len(turns) == 4
        and "PELL" in turns[1]
        and turns[3].endswith("SPEAKER pro tempore")
        and not any("DORA" in turn for turn in turns)
        and not any(told in words for words in spoken)
    )


def _subtitled(seen: Seen) -> bool:
    whole = "has a crack in the second pier, and I will not let it stay open"
    kinds = [check["kind"] for check in seen.of("checks")]
    return (
        all(whole in seen.body(name) for name in ("clip.srt", "teams.vtt"))
        and {turn.lower() for turn in seen.turns()} == {"jana volk", "emil roth"}
        and len(kinds) >= 2
        and set(kinds) == {"verbatim"}
    )


def _feed_of_html(seen: Seen) -> bool:
    quoted = seen.speaker("We could not wait") == "Jana Volk"
    return quoted and "<" not in seen.body("na.json") and "9,000 cars" in seen.body("np.json")


def _headed_comment(seen: Seen) -> bool:
    return all("40 million crowns" in seen.body(name) for name in ("a.html", "b.txt"))


def _received(seen: Seen) -> bool:
    (account,) = seen.of("accounts")
    titles = [
        account["text"][r["start"] : r["end"]] for r in account["regions"] if r["kind"] == "title"
    ]
    dated = account["published"]["earliest"] == "2023-01-02"
    return dated and account["place"] is None and not any("Received" in title for title in titles)


def _published(seen: Seen) -> bool:
    (account,) = seen.of("accounts")
    days = {m["earliest"][:10] for m in seen.of("moments") if m["place"]["text"] == "yesterday"}
    return account["published"]["earliest"] == "2024-05-06" and days == {"2024-05-05"}


def _whole(*contents: str) -> Callable[[Seen], bool]:
    """Return a check that quotations hold all the words between their marks."""

    def check(seen: Seen) -> bool:
        found = [place["text"] for q in seen.of("quotations") for place in q["contents"]]
        return all(any(words in text for text in found) for words in contents)

    return check


def _apart(count: int) -> Callable[[Seen], bool]:
    return lambda seen: len(seen.of("events")) == count


def _lines_hold(seen: Seen) -> bool:
    return not seen.broken and "40 fled" in seen.body("a.txt")


def _exported(seen: Seen) -> bool:
    read = {
        (a["outlet"], a["title"], a["published"]["earliest"]): a["text"]
        for a in seen.of("accounts")
    }
    labels = ("BYLINE", "LOAD-DATE", "Rights Reserved", "DOCUMENTS")
    return (
        read.keys()
        == {
            ("Orlo Post", "Bridge to close for four months", "2026-05-05"),
            ("Vale Courier", "Ferry to carry walkers as bridge shuts", "2026-05-06"),
        }
        and not any(label in text for text in read.values() for label in labels)
        and seen.speaker("We could not wait for the summer") == "Jana Volk"
    )


def _documents(seen: Seen) -> bool:
    told = seen.told("nexis.DOCX", "Word document") and seen.told("scan.pdf", "PDF")
    return told and "The council voted." in seen.body("factiva.rtf")


def _fed(seen: Seen) -> bool:
    read = [(account["title"], account["source"]) for account in seen.of("accounts")]
    titles = ("Bridge to close", "Mill fire")
    return {title for title, _ in read} == set(titles) and len(read) == 2 * len(titles)


def _trimmed(seen: Seen) -> bool:
    body, frame = seen.body("a.html"), ("Mill fire", "Photograph", "Sign up", "Mayor quits")
    return "was built in 1931" in body and not any(words in body for words in frame)


CASES: dict[str, Case] = {
    "r01": Case("loss", "each paragraph of a small page is read once", _read_once),
    "r05": Case("loss", "Windows-1252 under the name of Latin-1 keeps its quotations", _legacy),
    "r06": Case("silence", "an encoding is guessed by its letters, and told", _guesses_told),
    "r08": Case("loss", "each article of an export is an account, labels are no words", _exported),
    "r09": Case(
        "silence",
        "rich text is read; a damaged Word document and PDF are told",
        _documents,
    ),
    "r10": Case("loss", "each entry of a feed is an account of its source", _fed),
    "r11": Case(
        "loss", "subtitles are turns, and a quotation over two cues is verbatim", _subtitled
    ),
    "r12": Case("loss", "a chair's words are her own, a vote is nobody's", _chamber),
    "r13": Case("loss", "posts of a live blog keep their times, buttons go", _live),
    "r14": Case("loss", "Markdown's marks stand in no speaker's and no figure's way", _markdown),
    "r15": Case(
        "silence",
        "letters converted twice and soft hyphens are told and cost no quotation",
        _spoilt,
    ),
    "r17": Case(
        "silence",
        "an error page and a wall are told",
        _told(nf_html="reports an error", wall_html="accept cookies"),
    ),
    "r18": Case("loss", "links, captions and letters to subscribe stand in no body", _trimmed),
    "r20": Case("loss", "HTML in JSON keeps its quotations", _feed_of_html),
    "r21": Case("loss", "what stands under “Comment” is read", _headed_comment),
    "d06": Case("silence", "days of receipt are neither title nor place", _received),
    "d07": Case("silence", "the day of a change is not that of publication", _published),
    "q10": Case("loss", "a quotation is whole", _whole("a prison without walls")),
    "v2": Case(
        "loss",
        "quotations are whole",
        _whole(
            "a prison without walls",
            "a gift to the rich, paid for by the poor",
            "a grave with a view",
        ),
    ),
    "x03": Case("loss", "a line of an export is a line to every reader", _lines_hold),
    "e01": Case("cliff", "another story of the day is another event", _apart(2)),
    "e02": Case("cliff", "two shootings of a night in one city are two events", _apart(2)),
    "e12": Case("cliff", "so they are in longer reports", _apart(2)),
    "v5": Case("cliff", "three stories of a day are three events", _apart(3)),
    **faults_said.CASES,
    **faults_counted.CASES,
}
"""By id, as in `cases.jsonl`. Left out are those that are not right yet, and x04, in which a person edits
a text after deciding: the tests of anchoring hold it (`tests/review/test_standing.py`)."""


def is_right(case: str) -> bool:
    """Tell whether a case is right now."""
    return CASES[case].check(seen(case))


if __name__ == "__main__":
    for name in CASES:
        print(name, is_right(name))
