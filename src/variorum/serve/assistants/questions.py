"""Questions that assistants ask: each is a function from the story in hand to an answer, bounded in size.

Enters: a `StoryInHand`, arguments as an assistant gave them. Leaves: answers; UsageError where there is no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from variorum.against.drafts import assessed_text
from variorum.against.one_quotation import assessed_quotation
from variorum.errors import UsageError
from variorum.find.matter.material import without_folders
from variorum.find.matter.telling import asked
from variorum.folding import cut, fold
from variorum.read.naming import published_day
from variorum.records import Finding, FindingAnswer, Problem, Span
from variorum.report.briefing import brief, markdown
from variorum.report.lists.choosing import chosen_findings
from variorum.report.lists.counted import Compared, Count, Stated, counts
from variorum.report.lists.drafted import DraftLine, drafted, summary
from variorum.report.reasons import why
from variorum.report.standing import accepted, set_aside, told
from variorum.serve.assistants import answers
from variorum.serve.assistants.quoting import LONGEST_GIVEN, changed_words, label, source_words
from variorum.serve.assistants.story import StoryInHand
from variorum.serve.printed.figures import amount
from variorum.settings import Settings
from variorum.trace.drafts.assessments import STANDING

ITEMS_A_CALL = 20
"""Questions, counts and places that one answer holds."""
ACCOUNTS_A_CALL = 100
STATEMENTS_A_CALL = 60
WORDS_A_RECORD = 40
"""Places of one record that an answer holds."""
FIGURES_A_COUNT = 10
ANSWERS_A_QUESTION = 12
GIVERS_AN_ANSWER = 12
GROUNDS_GIVEN = 3
PROBLEMS_GIVEN = 20
NEXT_CALLS = (
    "Call list_questions for every finding with its id, show_question for all words behind one, and "
    "list_accounts for what could not be read or compared."
)
"""What stands below the brief."""
LONGEST_BRIEF = 20_000
"""Characters; the brief has few words, but a hostile page can make one word long."""

Item = TypeVar("Item")


def check_quotation(story: StoryInHand, words: str, speaker: str | None) -> answers.QuotationAnswer:
    """Look quoted words up in all accounts."""
    found = assessed_quotation(words, speaker, story.quotable)
    together, *apart = drafted([found])
    otherwise = _otherwise(together, apart)
    return answers.QuotationAnswer(
        verdict="accounts differ" if otherwise else together.verdict,
        because=cut(f"{together.because}{otherwise}", LONGEST_GIVEN),
        accounts=[_held(story, one, one.words) for one in apart[:ITEMS_A_CALL] if one.words],
        left_out=max(0, len(apart) - ITEMS_A_CALL),
    )


def check_text(story: StoryInHand, text: str, *, everything: bool) -> answers.TextAnswer:
    """Check a text against all accounts; what stands in them is shown only if everything is asked for."""
    if not text.strip():
        raise UsageError("The text is empty. Give the text that is to be checked.")
    found = assessed_text(text, story.dossiers, story.encoder, Settings())
    lines = drafted([found])
    chosen = [line for line in lines if everything or line.verdict not in STANDING]
    return answers.TextAnswer(
        summary=summary(lines),
        statements=[_statement(story, line) for line in chosen[:STATEMENTS_A_CALL]],
        left_out=len(lines) - len(chosen[:STATEMENTS_A_CALL]),
        problems=_problems(found.problems),
    )


def find_figures(story: StoryInHand, counted: str | None, skip: int) -> answers.FiguresAnswer:
    """List figures by what they count."""
    shown, left, following = _page(counts(story.known, counted=counted), skip, ITEMS_A_CALL)
    return answers.FiguresAnswer(
        counts=[_counted(story, count) for count in shown], left_out=left, next_skip=following
    )


def list_questions(
    story: StoryInHand, kind: str | None, account: str | None, skip: int
) -> answers.QuestionsAnswer:
    """List what a reader should see first, without what people rejected."""
    found = chosen_findings(story.ledger, kind=kind, account=account)
    standing = [(number, finding) for number, finding in found if not set_aside(finding)]
    shown, left, following = _page(standing, skip, ITEMS_A_CALL)
    return answers.QuestionsAnswer(
        questions=[_question(story, number, finding) for number, finding in shown],
        left_out=left,
        next_skip=following,
    )


def show_question(story: StoryInHand, wanted: str) -> answers.GroundsAnswer:
    """Tell what a question, or any other record, rests on: all its words and places."""
    try:
        found = why(story.ledger, wanted)
    except UsageError as error:
        raise UsageError(
            f"There is no question or record “{wanted}”. list_questions gives the numbers and ids that there are."
        ) from error
    numbered = chosen_findings(story.ledger)
    finding = next(((n, one) for n, one in numbered if one.id == found.id), None)
    return answers.GroundsAnswer(
        id=found.id,
        kind=found.kind,
        says=cut(found.says, LONGEST_GIVEN),
        because=cut(found.because, LONGEST_GIVEN),
        rule=found.rule,
        numbers=found.scores,
        question=_question(story, *finding) if finding else None,
        evidence=[
            answers.PartOfEvidence(part=part, found=source_words(story, place))
            for part, place in found.evidence[:WORDS_A_RECORD]
        ],
        left_out=max(0, len(found.evidence) - WORDS_A_RECORD),
        ask=list(found.ask[:WORDS_A_RECORD]),
    )


def list_accounts(story: StoryInHand, skip: int) -> answers.AccountsAnswer:
    """List the accounts, and what could not be done."""
    every = list(story.known.accounts.values())
    shown, left, following = _page(every, skip, ACCOUNTS_A_CALL)
    return answers.AccountsAnswer(
        accounts=[
            answers.AccountListed(
                account=label(story, one.id),
                file=without_folders(one.source),
                outlet=_short(one.outlet),
                title=_short(one.title),
                kind=one.kind,
                published=published_day(one),
                language=one.language,
                url=_short(one.url),
                characters=len(one.text),
            )
            for one in shown
        ],
        left_out=left,
        next_skip=following,
        problems=_problems(story.known.problems),
    )


def search_words(story: StoryInHand, words: str, skip: int) -> answers.SearchAnswer:
    """Find where words stand, whatever their case, spaces and marks."""
    shown, left, following = _page(list(_places(story, words)), skip, ITEMS_A_CALL)
    return answers.SearchAnswer(
        places=[source_words(story, place) for place in shown], left_out=left, next_skip=following
    )


def read_brief(story: StoryInHand) -> answers.BriefAnswer:
    """Return the two-minute brief, and what to call for more."""
    text = markdown(brief(accepted(story.ledger), told(story.ledger)), see="")
    return answers.BriefAnswer(markdown=f"{cut(text, LONGEST_BRIEF)}\n{NEXT_CALLS}\n")


# --- parts of answers ---------------------------------------------------------------------------------


def _page(items: Sequence[Item], skip: int, most: int) -> tuple[Sequence[Item], int, int | None]:
    """Return some items after `skip`, how many are not shown, and what to skip for those that follow."""
    shown = items[skip : skip + most]
    following = skip + len(shown)
    return shown, len(items) - len(shown), following if following < len(items) else None


def _places(story: StoryInHand, words: str) -> Iterator[Span]:
    sought = fold(words).split()
    if not sought:
        raise UsageError("There are no words to search for. Give a word or a phrase.")
    pattern = re.compile(r"\s+".join(map(re.escape, sought)), re.IGNORECASE)
    for account in story.known.accounts.values():
        for found in pattern.finditer(fold(account.text)):
            yield account.span(*found.span())


def _otherwise(together: DraftLine, apart: Sequence[DraftLine]) -> str:
    """Say of words that stand in an account how many others have them otherwise."""
    other = sum(one.verdict not in STANDING for one in apart)
    if together.verdict not in STANDING or not other:
        return ""
    return f" {other} other account{' has' if other == 1 else 's have'} them otherwise."


def _held(story: StoryInHand, line: DraftLine, place: Span) -> answers.HeldQuotation:
    return answers.HeldQuotation(
        verdict=line.verdict,
        because=cut(line.because, LONGEST_GIVEN),
        found=source_words(story, place),
        changes=changed_words(line.changes),
    )


def _statement(story: StoryInHand, line: DraftLine) -> answers.CheckedStatement:
    return answers.CheckedStatement(
        kind=line.kind,
        verdict=line.verdict,
        rule=line.rule,
        because=cut(line.because, LONGEST_GIVEN),
        start=line.place.start,
        end=line.place.end,
        words=cut(line.place.text, LONGEST_GIVEN),
        found=source_words(story, line.words) if line.words else None,
        changes=changed_words(line.changes),
    )


def _counted(story: StoryInHand, count: Count) -> answers.CountedFigures:
    return answers.CountedFigures(
        counted=cut(count.counted, LONGEST_GIVEN),
        figures=[_figure(story, one) for one in count.figures[:FIGURES_A_COUNT]],
        figures_left_out=max(0, len(count.figures) - FIGURES_A_COUNT),
        compared=[_comparison(one) for one in count.compared[:FIGURES_A_COUNT]],
        compared_left_out=max(0, len(count.compared) - FIGURES_A_COUNT),
    )


def _figure(story: StoryInHand, stated: Stated) -> answers.FigureGiven:
    return answers.FigureGiven(
        amount=amount(stated),
        said_by=_short(stated.asserted_by),
        as_of=stated.as_of,
        found=source_words(story, stated.place),
    )


def _comparison(compared: Compared) -> answers.FigureComparison:
    return answers.FigureComparison(
        verdict=compared.verdict,
        origins=compared.origins,
        because=[cut(ground, LONGEST_GIVEN) for ground in compared.because[:GROUNDS_GIVEN]],
        id=compared.alignment,
    )


def _question(story: StoryInHand, number: int, finding: Finding) -> answers.StoryQuestion:
    return answers.StoryQuestion(
        number=number,
        id=finding.id,
        kind=finding.kind,
        question=cut(asked(finding), LONGEST_GIVEN),
        answers=[_answer(story, one) for one in finding.answers[:ANSWERS_A_QUESTION]],
        answers_left_out=max(0, len(finding.answers) - ANSWERS_A_QUESTION),
        because=cut(finding.because, LONGEST_GIVEN),
        decided=finding.decided,
    )


def _answer(story: StoryInHand, given: FindingAnswer) -> answers.StoryAnswer:
    return answers.StoryAnswer(
        says=cut(given.says, LONGEST_GIVEN),
        day=given.day,
        origins=given.origins,
        given_by=[
            answers.GivenBy(account=label(story, one.place.account), source=one.speaker)
            for one in given.given[:GIVERS_AN_ANSWER]
        ],
        given_by_left_out=max(0, len(given.given) - GIVERS_AN_ANSWER),
    )


def _short(text: str | None) -> str | None:
    return None if text is None else cut(text, LONGEST_GIVEN)


def _problems(problems: Sequence[Problem]) -> list[str]:
    """Return the first problems, each once, and how many there are more."""
    said = list(dict.fromkeys(f"{without_folders(one.where)}: {one.reason}" for one in problems))
    more = len(said) - PROBLEMS_GIVEN
    return [*said[:PROBLEMS_GIVEN], *([f"and {more} more"] if more > 0 else [])]
