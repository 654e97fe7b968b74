"""English phrases by which a narrator explains inside somebody else's quotation marks.

Enters: nothing. Leaves: one alternation for a regular expression.
"""

GLOSS = "|".join(
    (
        "in (?:an? )?(?:apparent |clear )?(?:reference|allusion) to",
        "an? (?:apparent |clear )?(?:reference|allusion) to",
        "(?:apparently )?(?:referring|alluding) to",
    )
)
