"""GraphML: the stemma as a graph for Gephi, yEd, Cytoscape, networkx or igraph.

Enters: a `Ledger`. Leaves: ``stemma.graphml`` (GraphML Primer, 2.3 and 2.4): accounts and sources not in
hand as nodes, borrowings as directed edges from the source to what depends on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from lxml import etree

from variorum.find.matter.material import Material, without_folders
from variorum.records import Account, Borrowing
from variorum.report.standards.filing import filed
from variorum.report.standards.identifiers import source_id, web, xml_characters, xml_id
from variorum.report.standing import accepted
from variorum.seams import Ledger

GRAPHML_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE_KEYS = (
    ("label", "string"),
    ("node", "string"),
    ("title", "string"),
    ("outlet", "string"),
    ("kind", "string"),
    ("language", "string"),
    ("earliest", "string"),
    ("latest", "string"),
    ("source", "string"),
    ("url", "string"),
)
EDGE_KEYS = (("kind", "string"), ("share", "double"), ("because", "string"), ("evidence", "string"))
IN_HAND, NOT_IN_HAND = "account", "source not in hand"


def write(ledger: Ledger, folder: Path) -> list[Path]:
    """Write the stemma as one file."""
    root = graph(accepted(ledger))
    body = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return filed(folder / "stemma.graphml", [body.decode()])


def graph(known: Material) -> etree._Element:
    """Return the document: every account is a node, also one that nothing depends on.

    `evidence` is a JSON list of places; unknown values are left out.
    """
    root = etree.Element(f"{{{GRAPHML_NAMESPACE}}}graphml", nsmap={None: GRAPHML_NAMESPACE})
    for domain, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys:
            parts = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": kind}
            etree.SubElement(root, f"{{{GRAPHML_NAMESPACE}}}key", parts)
    stemma = etree.SubElement(
        root, f"{{{GRAPHML_NAMESPACE}}}graph", id="stemma", edgedefault="directed"
    )
    for account in known.accounts.values():
        _data(_part(stemma, "node", id=xml_id(account.id)), "node", _account(known, account))
    for name in sources_not_in_hand(known):
        told = {"label": name, "node": NOT_IN_HAND}
        _data(_part(stemma, "node", id=node_id(known, name)), "node", told)
    for borrowing in known.borrowings.values():
        ends = {
            "source": node_id(known, borrowing.from_),
            "target": node_id(known, borrowing.to),
        }
        edge = _part(stemma, "edge", id=xml_id(borrowing.id), **ends)
        _data(edge, "edge", _borrowing(borrowing))
    return root


def sources_not_in_hand(known: Material) -> list[str]:
    """Return the names that borrowings give to sources that are no account, in order."""
    ends = {end for one in known.borrowings.values() for end in (one.from_, one.to)}
    return sorted(ends - known.accounts.keys())


def node_id(known: Material, end: str) -> str:
    """Return the id of an account or of a source not in hand, as XML has ids."""
    return xml_id(source_id(known, end))


def _part(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{GRAPHML_NAMESPACE}}}{tag}", attributes)


def _data(parent: etree._Element, domain: str, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if value is not None:
            _part(parent, "data", key=f"{domain}-{name}").text = xml_characters(value)


def _account(known: Material, account: Account) -> dict[str, object]:
    return {
        "label": known.label(account.id),
        "node": IN_HAND,
        "title": account.title,
        "outlet": account.outlet,
        "kind": account.kind,
        "language": account.language,
        "earliest": account.published.earliest,
        "latest": account.published.latest,
        "source": without_folders(account.source),
        "url": web(account.url),
    }


def _borrowing(one: Borrowing) -> dict[str, object]:
    return {
        "kind": one.kind,
        "share": one.share,
        "because": one.because,
        "evidence": msgspec.json.encode(one.evidence).decode(),
    }
