"""Archives: files that hold other files, or pages as a server sent them.

Enters: bytes. Leaves: the files inside, or drafts of the pages, and a complaint for what is neither.
"""
