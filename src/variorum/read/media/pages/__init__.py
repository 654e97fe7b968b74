"""Pages: saved web pages, and the HTML that stands in other files.

Enters: markup. Leaves: drafts of its article, or why there is none.
"""
