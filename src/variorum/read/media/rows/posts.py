"""Posts: what networks hand out of an account or a channel: Telegram, Mastodon, X.

Enters: the value of a JSON file. Leaves: a `Draft` for each post, and problems as (where, reason).

A post that was passed on is of whoever wrote it, not of the channel that carries it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from msgspec.structs import replace

from variorum.errors import SourceError
from variorum.read.media.drafts import Complaint, Draft, Found
from variorum.read.media.rows.json_feeds import draft_of_row
from variorum.settings import Settings

Post = Mapping[str, object]


def is_telegram(value: object) -> bool:
    """Tell the export of a chat, or of all chats, by a message and its kind."""
    first = next(iter(_messages(value)), None)
    return first is not None and "type" in first and "text" in first and "date" in first


def read_telegram(value: object, source: str, settings: Settings) -> Found:
    """Return messages as drafts; what the program itself says of a chat is left out."""
    posts = (
        {
            "text": _joined(message.get("text")),
            "date": message.get("date"),
            "outlet": message.get("forwarded_from") or message.get("from") or message.get("chat"),
            "id": message.get("id"),
        }
        for message in _messages(value)
        if message.get("type") == "message"
    )
    return _drafts(posts, source, settings, platform="Telegram")


def is_outbox(value: object) -> bool:
    """Tell the posts of an account at Mastodon, or another server of ActivityPub."""
    return isinstance(value, dict) and isinstance(value.get("orderedItems"), list)


def read_outbox(value: object, source: str, settings: Settings) -> Found:
    """Return the notes of an outbox as drafts; posts of others that were passed on have no words in it."""
    items = value.get("orderedItems") if isinstance(value, dict) else None
    notes = (one.get("object") for one in _dicts(items))
    posts = (
        {
            "text": note.get("content"),
            "date": note.get("published"),
            "url": note.get("url"),
            "outlet": _handle(note.get("attributedTo")),
            "language": next(iter(languages), None)
            if isinstance(languages := note.get("contentMap"), dict)
            else None,
        }
        if isinstance(note, dict)
        else {}
        for note in notes
    )
    return _drafts(posts, source, settings, platform="Mastodon")


def read_tweets(value: object, source: str, settings: Settings) -> Found:
    """Return the posts of an archive of X as drafts.

    They have no address: its site would be taken for their outlet, and who posted stands in another file.
    """
    tweets = (one.get("tweet", one) for one in _dicts(value))
    posts = (
        {
            "text": tweet.get("full_text") or tweet.get("text"),
            "date": _day(tweet.get("created_at")),
            "language": tweet.get("lang"),
        }
        for tweet in tweets
        if isinstance(tweet, dict)
    )
    return _drafts(posts, source, settings, platform="X")


def _day(told: object) -> str | None:
    """Return the day of a time as C prints it: "05 May 2031" of "Mon May 05 08:00:00 +0000 2031"."""
    parts = told.split() if isinstance(told, str) else []
    return f"{parts[2]} {parts[1]} {parts[5]}" if len(parts) == 6 else None


def _drafts(posts: Iterable[Post], source: str, settings: Settings, *, platform: str) -> Found:
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    empty = 0
    for number, post in enumerate(posts, start=1):
        where = f"{source}, post {number}"
        try:
            draft = draft_of_row(post, f"{source}#{number}", where, settings)
        except SourceError as error:
            complaints.append((where, str(error)))
            continue
        if draft is None:
            empty += 1
        else:
            drafts.append(replace(draft, platform=platform))
    if empty:
        told = f"posts without text of their own were left out: {empty}; if they show words or speech, type these into a file"
        complaints.append((source, told))
    return drafts, complaints


def _messages(value: object) -> Iterator[Post]:
    """Yield the messages of a chat, or of all chats of an account, each with the name of its chat."""
    if not isinstance(value, dict):
        return
    for chat in _dicts(
        (value.get("chats") or {}).get("list") if isinstance(value.get("chats"), dict) else [value]
    ):
        for message in _dicts(chat.get("messages")):
            yield {"chat": chat.get("name"), **message}


def _joined(told: object) -> object:
    """Return a message's words, which stand in pieces where some are links or bold."""
    if not isinstance(told, list):
        return told
    parts = (one.get("text") if isinstance(one, dict) else one for one in told)
    return "".join(part for part in parts if isinstance(part, str))


def _handle(address: object) -> str | None:
    """Return who an account is by its address: "https://m.example/users/ana" is @ana@m.example."""
    if not isinstance(address, str):
        return None
    try:
        found = urlsplit(address)
    except ValueError:
        return None
    name = found.path.rstrip("/").rpartition("/")[2].lstrip("@")
    return f"@{name}@{found.hostname}" if name and found.hostname else None


def _dicts(told: object) -> list[dict[str, object]]:
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
