"""Web: pages asked of servers by their addresses, if a person allows it, within bounds and with manners.

Enters: addresses. Leaves: `Source`s whose responses are kept as a web archive, and why others are not.
"""
