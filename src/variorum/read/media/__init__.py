"""Media: what files are made of, from bytes to the text of an account.

Enters: bytes. Leaves: drafts of accounts, or why there is none.
"""
