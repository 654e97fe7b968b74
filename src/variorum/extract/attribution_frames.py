"""Frames: the constructions in which a verb can carry somebody's words or thoughts.

Enters: a `Tree` and a token. Leaves: the frame's name and the heads of what is attributed.

A verb is a cue or not by its frame as much as by its lemma: "he found that" reports a mind,
"he found his keys" does not. The names of frames are the keys of the tables in `english_cues`.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.extract.attribution_tree import Tree

_ABOUT = frozenset(("of", "for", "about", "over"))


class Frame(Struct, frozen=True):
    """A frame's `name`, the `heads` of its content, and the preposition that leads to it.

    `link` is a token between verb and content that belongs to the cue ("called *for*").
    """

    name: str
    heads: tuple[int, ...] = ()
    link: int | None = None


def frame(tree: Tree, verb: int) -> Frame:
    """Return the frame a verb stands in; the first that fits of the table's order."""
    relations: dict[str, list[int]] = {}
    for child in tree.children[verb]:
        relations.setdefault(tree.tokens[child].dep, []).append(child)
    later = [child for child in relations.get("prep", ()) if child > verb]
    if _passive(tree, verb, relations):
        return _passive_frame(tree, relations, later)
    if "ccomp" in relations:
        return Frame("clause", (relations["ccomp"][0],))
    return _complement_frame(tree, relations, later)


def _passive(tree: Tree, verb: int, relations: dict[str, list[int]]) -> bool:
    token = tree.tokens[verb]
    if "auxpass" in relations or "nsubjpass" in relations:
        return True
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and "aux" not in relations


def _passive_frame(tree: Tree, relations: dict[str, list[int]], later: list[int]) -> Frame:
    subject = tuple(
        child
        for child in relations.get("nsubjpass", ())
        if tree.tokens[child].text.lower() not in ("it", "there")
        or not ("ccomp" in relations or "xcomp" in relations)
    )
    if "ccomp" in relations:
        return Frame("passive+clause", (relations["ccomp"][0],))
    if "xcomp" in relations:
        return Frame("passive+infinitive", (*subject, relations["xcomp"][0]))
    named = relations.get("oprd", [])
    likened = [child for child in later if tree.tokens[child].text.lower() == "as"]
    if named or likened:
        return Frame("passive+as", (*subject, *named, *likened))
    other = [child for child in later if tree.tokens[child].text.lower() != "by"]
    if not subject and other:
        return _prepositional(tree, other[0], "passive+")
    return Frame("passive", subject)


def _complement_frame(tree: Tree, relations: dict[str, list[int]], later: list[int]) -> Frame:
    objects, infinitives = relations.get("dobj", []), relations.get("xcomp", [])
    if objects and infinitives:
        return Frame("object+infinitive", (infinitives[0],))
    if infinitives:
        return _open_frame(tree, infinitives[0])
    if objects:
        return _object_frame(tree, objects[0], relations.get("oprd", []), later)
    if later:
        return _prepositional(tree, later[0], "")
    return Frame("bare")


def _open_frame(tree: Tree, complement: int) -> Frame:
    token = tree.tokens[complement]
    if token.pos not in ("VERB", "AUX"):
        return Frame("adjective", (complement,))
    return Frame("gerund" if token.tag == "VBG" else "infinitive", (complement,))


def _object_frame(tree: Tree, thing: int, named: list[int], later: list[int]) -> Frame:
    likened = [child for child in later if tree.tokens[child].text.lower() == "as"]
    if named or likened:
        return Frame("object+as", (thing, *named, *likened))
    about = [child for child in later if tree.tokens[child].text.lower() in _ABOUT]
    if about:
        return Frame(f"object+{tree.tokens[about[0]].text.lower()}", (thing, about[0]))
    return Frame("object", (thing,))


def _prepositional(tree: Tree, link: int, prefix: str) -> Frame:
    inner = tree.children[link]
    word = tree.tokens[link].text.lower()
    return Frame(f"{prefix}{word}", inner[:1], link) if inner else Frame("bare")
