"""Letters are accounts: of their sender, with subject, day and words; what is attached is told."""

from __future__ import annotations

import mailbox
import sys
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest

from tests.read.compound_files import ADDRESS, BODY, PAGE, SENDER, SUBJECT, outlook
from tests.read.reading_room import kinds, read_bytes
from variorum.read.media.mail.outlook import is_outlook

NEWS = (
    "The council of Selm voted on Tuesday to close the north quay for three months after a diver "
    "found a hole in its wall. “We could not wait for autumn,” said the harbour master, Ina Rolt."
)
MORE = "A ferry will sail from the south quay every hour, the county said in Tarn on Wednesday."
REPLY = f"{MORE}\n\nOn Tue, 5 May 2031 at 08:00, Ina Rolt wrote:\n> The quay is shut.\n\n-- \nRita Hann\n"
DAY = "Tue, 05 May 2031 23:30:00 +0200"


def letter(text: str | None = NEWS, *, page: str | None = None, sender: str = "Selm Gazette <news@gazette.example>") -> EmailMessage:  # fmt: skip
    message = EmailMessage()
    message["From"], message["To"] = sender, "desk@courier.example"
    message["Subject"], message["Date"] = "Quay to close: “no choice”", DAY
    message["Message-ID"] = "<1@gazette.example>"
    if text is not None:
        message.set_content(text)
    if page is not None and text is not None:
        message.add_alternative(page, subtype="html")
    elif page is not None:
        message.set_content(page, subtype="html")
    return message


PAGE_OF_IT = f"<html><body><table><tr><td><h1>Quay to close</h1><p>{NEWS}</p><p>{MORE}</p></td></tr></table></body></html>"


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a"])
def test_a_letter_is_an_account_of_its_sender_on_its_day_with_its_subject(
    tmp_path: Path, name: str
) -> None:
    (account,), problems = read_bytes(tmp_path, name, letter().as_bytes(policy=policy.SMTP))
    assert problems == ()
    assert account.text == f"Quay to close: “no choice”\n\n{NEWS}"
    assert (account.outlet, account.title) == ("Selm Gazette", "Quay to close: “no choice”")
    assert account.published.earliest == account.published.latest == "2031-05-05"
    assert kinds(account)[0] == ("title", "Quay to close: “no choice”")


def test_who_has_no_name_is_called_by_an_address(tmp_path: Path) -> None:
    (account,), _ = read_bytes(tmp_path, "a.eml", bytes(letter(sender="ina@selm.example")))
    assert account.outlet == "ina@selm.example"


def test_replies_and_signatures_stay_as_they_are(tmp_path: Path) -> None:
    (account,), _ = read_bytes(tmp_path, "a.eml", bytes(letter(REPLY)))
    assert "wrote:\n> The quay is shut." in account.text
    assert account.text.endswith("-- \nRita Hann")


def test_the_part_in_plain_text_is_preferred(tmp_path: Path) -> None:
    (account,), _ = read_bytes(tmp_path, "a.eml", bytes(letter(page=PAGE_OF_IT)))
    assert MORE not in account.text


@pytest.mark.parametrize("text", [None, "To read this letter, open it in a browser."])
def test_a_page_is_read_where_there_is_nothing_else(tmp_path: Path, text: str | None) -> None:
    (account,), _ = read_bytes(tmp_path, "a.eml", bytes(letter(text, page=PAGE_OF_IT)))
    assert NEWS in account.text
    assert MORE in account.text
    assert "browser" not in account.text


def test_what_is_attached_is_named_in_a_problem(tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="vote.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="../quay.png")
    accounts, (problem,) = read_bytes(tmp_path, "a.eml", bytes(message))
    assert len(accounts) == 1
    assert "2 attachments not read (vote.pdf, ../quay.png)" in problem.reason


def test_pictures_of_a_page_are_no_attachments(tmp_path: Path) -> None:
    message = letter(page=PAGE_OF_IT)
    (_, page) = message.iter_parts()  # type: ignore[misc]
    page.add_related(b"\x89PNG", "image", "png", cid="<1@x>")
    assert read_bytes(tmp_path, "a.eml", bytes(message))[1] == ()


def test_lines_that_flow_are_put_together_again(tmp_path: Path) -> None:
    flowing = (
        b"From: Ina Rolt <ina@selm.example>\r\nMessage-ID: <1@x>\r\nSubject: Quay\r\n"
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
        b"The north quay of Selm \r\nis shut.\r\n\r\n> So \r\n> it is.\r\n-- \r\nIna\r\n"
    )
    (account,), _ = read_bytes(tmp_path, "a.eml", flowing)
    assert "The north quay of Selm is shut.\n\n> So \n> it is.\n-- \nIna" in account.text


def test_letters_of_an_old_code_are_read_by_the_name_that_the_letter_gives(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Message-ID"], message["Subject"] = (
        "Žofie <z@x.example>",
        "<1@x>",
        "Háv",
    )
    message.set_content("Přístav v Selmu je zavřený, řekla starostka.", charset="iso-8859-2")
    (account,), problems = read_bytes(tmp_path, "a.eml", bytes(message))
    assert "Přístav v Selmu je zavřený" in account.text
    assert (account.outlet, problems) == ("Žofie", ())


def test_a_letter_of_apple_mail_is_read_without_its_notes(tmp_path: Path) -> None:
    data = bytes(letter())
    kept = b"%d\n%s<?xml version='1.0'?><plist><dict/></plist>" % (len(data), data)
    (account,), _ = read_bytes(tmp_path, "a.emlx", kept)
    assert account.text.endswith(NEWS)


# --- boxes ------------------------------------------------------------------------------------------


def boxed(folder: Path, *messages: EmailMessage) -> bytes:
    box = mailbox.mbox(folder / "made")
    for message in messages:
        box.add(message)
    box.close()
    return (folder / "made").read_bytes()


@pytest.mark.parametrize("name", ["a.mbox", "a.txt", "Inbox"])
def test_each_letter_of_a_box_is_an_account(tmp_path: Path, name: str) -> None:
    data = boxed(
        tmp_path, letter(), letter(f"From Selm:\n\nFrom here on 08:00 ferries sail.\n{MORE}")
    )
    (first, second), problems = read_bytes(tmp_path, name, data)
    assert problems == ()
    assert [first.source, second.source] == [f"{name}#1", f"{name}#2"]
    assert "\nFrom here on 08:00 ferries sail.\n" in second.text


def test_a_box_holds_what_the_standard_library_finds_in_it(tmp_path: Path) -> None:
    data = boxed(tmp_path, *(letter(f"{NEWS} It was the {n}th vote.") for n in range(20)))
    accounts, _ = read_bytes(tmp_path, "a.mbox", data)
    parser = BytesParser(policy=policy.default)
    seen = [parser.parsebytes(bytes(one)) for one in mailbox.mbox(tmp_path / "made")]
    assert [account.text.partition("\n\n")[2] for account in accounts] == [
        one.get_content().strip() for one in seen
    ]


def test_a_letter_without_text_in_a_box_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.mbox", boxed(tmp_path, letter(""), letter()))
    assert [account.source for account in accounts] == ["a.mbox#2"]
    assert problem.where == "a.mbox, letter 1"
    assert "no text could be read" in problem.reason


# --- Outlook ----------------------------------------------------------------------------------------

SAVED = {SUBJECT: "Quay to close", SENDER: "Selm Gazette", ADDRESS: "news@gazette.example"}
SENT = 1_936_000_000  # 8 May 2031


@pytest.mark.parametrize("name", ["a.msg", "a.bin"])
def test_a_letter_of_outlook_is_read(tmp_path: Path, name: str) -> None:
    data = outlook({**SAVED, BODY: f"{NEWS}\r\n\r\n{MORE}\r\n"}, sent=SENT, attached=("vote.pdf",))
    (account,), (problem,) = read_bytes(tmp_path, name, data)
    assert account.text == f"Quay to close\n\n{NEWS}\n\n{MORE}"
    assert (account.outlet, account.published.earliest) == ("Selm Gazette", "2031-05-08")
    assert "1 attachment not read (vote.pdf)" in problem.reason


def test_a_letter_of_outlook_may_be_a_page(tmp_path: Path) -> None:
    data = outlook({**SAVED, PAGE: PAGE_OF_IT.encode()}, sent=SENT)
    (account,), problems = read_bytes(tmp_path, "a.msg", data)
    assert NEWS in account.text
    assert problems == ()


@pytest.mark.parametrize("kept", [80, 600, 1_500, 3_000])
def test_half_a_letter_of_outlook_is_a_problem_or_what_is_left_of_it(
    tmp_path: Path, kept: int
) -> None:
    data = outlook({**SAVED, BODY: NEWS * 9}, sent=SENT)
    assert is_outlook(data)
    accounts, problems = read_bytes(tmp_path, "a.msg", data[:kept])
    assert problems or accounts


def test_without_the_library_a_problem_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "oxmsg", None)
    _, (problem,) = read_bytes(tmp_path, "a.msg", outlook({**SAVED, BODY: NEWS}, sent=SENT))
    assert "pip install 'variorum[formats]'" in problem.reason


# --- hostile ----------------------------------------------------------------------------------------


def nested(deep: int) -> bytes:
    head = b"From: a@b.example\nMessage-ID: <1@x>\nSubject: x\n"
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(deep)
    )
    return head + opened + b"\n" + NEWS.encode()


@pytest.mark.parametrize(
    "data",
    [
        nested(3_000),
        b"Message-ID: x\nFrom: " + b"(" * 50_000 + b"\nSubject: x\n\n" + NEWS.encode(),
        b"Message-ID: x\nFrom: a\nDate: 99 Foo -1 77:99:00 +9999\nSubject: =?x?q?=?=\n\n" + NEWS.encode(),
        b"Message-ID: x\nFrom: =?utf-8?b?////?= <>\nContent-Type: text/plain; charset=\xff\xfe\nSubject: x\n\nWords.",
        b"Message-ID: x\nFrom: a\nSubject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nAAAA====",
        b"Message-ID: x\nFrom: a\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHalf a",
    ],
    ids=["nested", "comments", "fields", "names", "noise", "cut"],
)  # fmt: skip
def test_a_hostile_letter_gives_an_account_or_a_problem(tmp_path: Path, data: bytes) -> None:
    accounts, problems = read_bytes(tmp_path, "a.eml", data)
    assert accounts or problems


def test_a_letter_that_was_cut_is_told(tmp_path: Path) -> None:
    data = bytes(letter(page=PAGE_OF_IT))
    _, (problem,) = read_bytes(tmp_path, "a.eml", data[: len(data) - 400])
    assert "ends in the middle" in problem.reason
