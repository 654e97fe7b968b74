"""English: the words of English, as tables by subject.

Enters: nothing. Leaves: tables; grammar is in the steps that read them.
"""
