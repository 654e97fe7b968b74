"""Drafts: a text that is to be published, held against the accounts that it rests on.

Enters: the draft's dossier, those of its sources, the names of all, an encoder. Leaves: an `Assessment` for each
quotation, figure, name and date of the draft and for each of its sentences.
"""

from variorum.trace.drafts.assessing import assess
from variorum.trace.drafts.assessments import AssessedDraft, Assessment

__all__ = ["AssessedDraft", "Assessment", "assess"]
