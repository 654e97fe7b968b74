"""Language identification with py3langid (n-gram naive Bayes, weights inside the package).

Enters: a text. Leaves: an ISO 639-1 code and a probability.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier as Langid

SAMPLE = 4_000
"""Characters looked at: more does not change the answer."""


class LangidIdentifier:
    """Tells one of 97 languages; short or mixed text gets a low probability."""

    def identify(self, text: str) -> tuple[str, float]:
        """Return (ISO 639-1 code, probability from 0 to 1) of the text's first characters."""
        code, probability = _model().classify(text[:SAMPLE])
        return str(code), float(probability)


@cache
def _model() -> Langid:
    """Return the weights, loaded once for all who ask: that takes as long as twenty articles."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
