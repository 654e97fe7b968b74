"""Peers' answers, written in the terms of the sets they are measured on."""

from __future__ import annotations

import pytest

from quality.moments_peers import timex3


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"timex": "XXXX-WXX-5", "type": "date", "value": "2016-11-04"}, "2016-11-04"),
        (
            {"timex": "2011", "type": "daterange", "start": "2011-01-01", "end": "2012-01-01"},
            "2011",
        ),
        (
            {"timex": "XXXX-05", "type": "daterange", "start": "2016-05-01", "end": "2016-06-01"},
            "2016-05",
        ),
        (
            {
                "timex": "(2016-07-01,2016-10-01,P3M)",
                "type": "daterange",
                "start": "2016-07-01",
                "end": "2016-10-01",
            },
            "2016-Q3",
        ),
        (
            {
                "timex": "(2016-11-07,2016-11-14,P7D)",
                "type": "daterange",
                "start": "2016-11-07",
                "end": "2016-11-14",
            },
            "2016-W45",
        ),
        ({"timex": "P3W", "type": "duration", "value": "1814400"}, "P3W"),
        ({"timex": "PRESENT_REF", "type": "datetime", "value": "2016-11-09"}, "PRESENT_REF"),
    ],
)
def test_recognizers_values_are_written_as_timex3(value: dict[str, str], written: str) -> None:
    assert timex3(value) == written
