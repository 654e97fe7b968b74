"""A larger judge on the command line: off unless it is asked for, and refused where options do not fit."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.judge.test_toy_judge import TOLD, write
from tests.models.larger.endpoints import AGREES, serving

Run = Callable[..., int]

MISFITS = {
    ("--judge", "openai"): "needs --model NAME and --base-url URL",
    ("--judge", "openai", "--model", "toy"): "needs --model NAME and --base-url URL",
    ("--judge", "openai", "--model", "toy", "--base-url", "elsewhere"): "write --base-url https://",
    ("--judge", "recorded"): "needs --answers FILE",
    ("--judge", "recorded", "--answers", "none.jsonl"): "none.jsonl cannot be read",
    ("--judge", "oracle"): "There is no judge “oracle”",
    ("--model", "toy"): "Add --judge openai",
    ("--judge-all",): "Add --judge openai",
}


@pytest.mark.parametrize("options", MISFITS, ids=" ".join)
def test_options_that_do_not_fit_are_refused_before_anything_is_read(
    options: tuple[str, ...],
    run: Run,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flood").mkdir()
    write(tmp_path / "flood", TOLD)
    assert run("collate", "flood", *options) == 2
    assert MISFITS[options] in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "flood.variorum").exists()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("{}", "line 1, is no answer"),
        ('\n{"pair": "a", "same_question": "maybe", "relation": "agree"}', "line 2, is no answer"),
        ("no JSON", "line 1, is no answer"),
        ("[" * 100_000, "line 1, is no answer"),
        (
            '{"pair": "a", "same_question": "yes", "relation": "agree"}\n'
            '{"pair": "a", "same_question": "no", "relation": "unclear"}',
            "line 2, answers a pair otherwise",
        ),
    ],
)
def test_a_line_that_is_no_answer_is_named(
    lines: str, told: str, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "flood").mkdir()
    answers = tmp_path / "answers.jsonl"
    answers.write_text(lines, "utf-8")
    story = write(tmp_path / "flood", TOLD)
    assert run("collate", story, "--judge", "recorded", "--answers", answers) == 2
    assert told in " ".join(capsys.readouterr().err.split())


@pytest.mark.model
def test_pairs_are_written_answered_in_a_file_and_told(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "flood").mkdir()
    story, ledger = write(tmp_path / "flood", TOLD), tmp_path / "flood.variorum"
    run("collate", story)
    assert run("pairs", ledger, "-o", tmp_path / "pairs.jsonl") == 0
    assert capsys.readouterr().err.endswith("2 pairs.\n")
    written = (tmp_path / "pairs.jsonl").read_text("utf-8").splitlines()
    answers = tmp_path / "ada.jsonl"
    answers.write_text("\n".join(map(answer, written)), "utf-8-sig")
    run("collate", story, "--judge", "recorded", "--answers", answers, "--model", "Ada Voss")
    shown = capsys.readouterr()
    assert "ada.jsonl answers 2 of 2 pairs." in shown.err
    assert "Ada Voss, a model, says that these differ" in " ".join(shown.out.split())
    run("why", ledger, "1")
    assert "Ada Voss, a model, says that these differ" in " ".join(capsys.readouterr().out.split())
    run("collate", story)
    assert "Ada Voss" not in capsys.readouterr().out


def answer(line: str) -> str:
    pair = json.loads(line)
    words = {side: pair[side]["place"]["text"].split(" there")[0] for side in ("left", "right")}
    told = {"pair": pair["pair"], "same_question": "yes", "relation": "contradicted"}
    return json.dumps({**told, "left_words": [words["left"]], "right_words": [words["right"]]})


@pytest.mark.model
def test_the_cost_is_on_the_screen(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "flood").mkdir()
    story = write(tmp_path / "flood", TOLD)
    with serving(AGREES) as endpoint:
        asked = ("--judge", "openai", "--model", "toy", "--base-url", endpoint.url)
        assert run("collate", story, *asked, "--price-in", 1000, "--price-out", 1000) == 0
    told = capsys.readouterr().err
    assert "about 2 pairs in 2 calls: about 1," in told
    assert "140 out, 1." in told
    assert "by the prices given" in told
