"""Feeds: articles as publishers and agencies hand them on, marked up for machines.

Enters: such a file. Leaves: a draft for each article.
"""
