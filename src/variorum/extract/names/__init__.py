"""Names: the persons, bodies and places of one account, each with all its mentions.

Enters: an account with its grammar. Leaves: `Name`s (`extraction`).
"""
