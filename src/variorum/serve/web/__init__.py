"""The review screen: a local web screen in which people decide on what the machine found.

Enters: where a ledger is. Leaves: pages for people on this machine, and their `Decision`s in the ledger.
"""

from variorum.serve.web.running import serve_review

__all__ = ["serve_review"]
