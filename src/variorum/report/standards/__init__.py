"""Standards: the ledger in the formats that each field's own tools read, one module a format.

Enters: a `Ledger` and a folder. Leaves: files; the same ledger gives the same bytes. Every writer
is called ``write`` and returns the files it made, in order.
"""
