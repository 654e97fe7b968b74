"""The page: other people's words stay words, nothing is loaded, every link has its target."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from tests.factory import account as make_account
from tests.report.ledgers import EVIL, hostile, many
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Event
from variorum.report.page.building import page

Element = tuple[str, dict[str, str | None]]


class Elements(HTMLParser):
    """All elements of a page with their attributes, and its text outside style and script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Element] = []
        self.inside = ""
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside not in {"style", "script"}:
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [str(a[attribute]) for _, a in self.found if attribute in a]


def only(account: Account) -> MemoryLedger:
    ledger = MemoryLedger()
    ledger.add([account, Event(id="ev-1", label="Alone", accounts=(account.id,))])
    return ledger


def test_hostile_text_makes_no_element() -> None:
    elements = Elements(page(hostile()))
    assert len(elements.named("script")) == 1
    assert elements.named("img") == []


def test_hostile_text_makes_no_handler() -> None:
    elements = Elements(page(hostile()))
    assert [name for _, given in elements.found for name in given if name.startswith("on")] == []


def test_hostile_text_is_shown_as_it_stands_but_for_what_reorders_it() -> None:
    shown = Elements(page(hostile())).text
    assert EVIL.replace("\u202e", "\ufffd") in shown


def test_no_character_reorders_the_page() -> None:
    assert re.findall("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", page(hostile())) == []


def test_template_marks_in_a_text_are_not_run() -> None:
    assert "{{ 7*7 }}" in Elements(page(hostile())).text


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    assert [h for h in Elements(page(hostile())).values("href") if not h.startswith("#")] == []


def test_an_account_links_to_where_it_was_published() -> None:
    html = page(only(make_account("A text.", url='https://example.org/a?b="c"')))
    assert 'https://example.org/a?b="c"' in Elements(html).values("href")


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = page(hostile())
    elements = Elements(html)
    loading = {"link", "iframe", "object", "embed", "video", "audio", "source", "base", "form"}
    assert [name for name, _ in elements.found if name in loading] == []
    assert elements.values("src") + elements.values("srcset") + elements.values("xlink:href") == []
    style = html[html.index("<style>") : html.index("</style>")]
    assert re.findall(r"@import|url\(", style) == []


def test_the_policy_allows_the_one_script_and_no_request() -> None:
    html = page(hostile())
    script = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)[-1]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policies = [m.get("content") for m in Elements(html).named("meta") if "http-equiv" in m]
    assert len(policies) == 1
    assert str(policies[0]).startswith("default-src 'none'; ")
    assert f"script-src 'sha256-{digest}'" in str(policies[0])


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert page(hostile()) == page(hostile())


def test_every_link_inside_the_page_has_its_target_once() -> None:
    elements = Elements(page(hostile()))
    ids = elements.values("id")
    assert len(ids) == len(set(ids))
    assert [h for h in elements.values("href") if h.startswith("#") and h[1:] not in ids] == []


def test_links_of_a_long_ledger_have_their_targets() -> None:
    elements = Elements(page(many(60)))
    ids = set(elements.values("id"))
    assert [h for h in elements.values("href") if h.startswith("#") and h[1:] not in ids] == []


def test_an_empty_ledger_has_a_page() -> None:
    shown = Elements(page(MemoryLedger())).text
    assert "No differences were found." in shown


def test_an_account_alone_has_its_text_on_the_page() -> None:
    shown = Elements(page(only(make_account("The ferry left.\n\nNobody waved.")))).text
    assert "The ferry left.\n\nNobody waved." in shown


def test_a_finding_links_to_where_it_is_decided() -> None:
    html = page(hostile(), decide=lambda key: f"/decide/{key}" if key.startswith("v-") else None)
    assert "/decide/v-1" in Elements(html).values("href")


def test_a_page_that_is_mailed_has_no_link_to_decide() -> None:
    assert "Decide" not in Elements(page(hostile())).text


def test_only_the_page_of_the_screen_leads_back_to_the_queue() -> None:
    assert [a for a in Elements(page(many(2), queue="/")).named("a") if a["href"] == "/"] != []
    assert [a for a in Elements(page(many(2))).named("a") if a["href"] == "/"] == []
