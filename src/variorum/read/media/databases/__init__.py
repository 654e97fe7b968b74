"""Databases: what archives of the press export, many articles in one file.

Enters: the text of an export. Leaves: a draft for each article, without the labels around it.
"""
