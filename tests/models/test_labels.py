"""Labels: one sentence in two schemes is one tree for the rules."""

from __future__ import annotations

from typing import get_args

import pytest

from variorum.annotations import Token
from variorum.models.labels import clearnlp, universal
from variorum.models.labels.universal import UniversalWord
from variorum.syntax import Form, Relation, WordClass

SENTENCES = {
    "a clause of speech with a copula": (
        """
        The     the    DET   DT   det    1
        mayor   mayor  NOUN  NN   nsubj  2
        said    say    VERB  VBD  ROOT   2
        that    that   SCONJ IN   mark   6
        the     the    DET   DT   det    5
        dam     dam    NOUN  NN   nsubj  6
        was     be     AUX   VBD  ccomp  2
        safe    safe   ADJ   JJ   acomp  6
        .       .      PUNCT .    punct  2
        """,
        """
        The     the    DET   _                                  det    1
        mayor   mayor  NOUN  Number=Sing                        nsubj  2
        said    say    VERB  Mood=Ind|Tense=Past|VerbForm=Fin   root   2
        that    that   SCONJ _                                  mark   7
        the     the    DET   _                                  det    5
        dam     dam    NOUN  Number=Sing                        nsubj  7
        was     be     AUX   Mood=Ind|Person=3|Tense=Past|VerbForm=Fin  cop  7
        safe    safe   ADJ   Degree=Pos                         ccomp  2
        .       .      PUNCT _                                  punct  2
        """,
    ),
    "a passive with its agent, a number and two attachments": (
        """
        Two     two     NUM   CD   nummod     1
        people  people  NOUN  NNS  nsubjpass  3
        were    be      AUX   VBD  auxpass    3
        killed  kill    VERB  VBN  ROOT       3
        by      by      ADP   IN   agent      3
        floods  flood   NOUN  NNS  pobj       4
        near    near    ADP   IN   prep       5
        Port    Port    PROPN NNP  compound   8
        Ellen   Ellen   PROPN NNP  pobj       6
        """,
        """
        Two     two     NUM   NumType=Card                       nummod     1
        people  people  NOUN  Number=Plur                        nsubj:pass 3
        were    be      AUX   Mood=Ind|Tense=Past|VerbForm=Fin   aux:pass   3
        killed  kill    VERB  Tense=Past|VerbForm=Part           root       3
        by      by      ADP   _                                  case       5
        floods  flood   NOUN  Number=Plur                        obl:agent  3
        near    near    ADP   _                                  case       7
        Port    Port    PROPN Number=Sing                        nmod       5
        Ellen   Ellen   PROPN Number=Sing                        flat       7
        """,
    ),
    "a relative clause, an apposition, a possessor and a negation": (
        """
        Holm      Holm     PROPN NNP  nsubj  10
        ,         ,        PUNCT ,    punct  0
        the       the      DET   DT   det    3
        captain   captain  NOUN  NN   appos  0
        who       who      PRON  WP   nsubj  5
        swims     swim     VERB  VBZ  relcl  3
        ,         ,        PUNCT ,    punct  0
        Orr       Orr      PROPN NNP  dobj   10
        has       have     AUX   VBZ  aux    10
        not       not      PART  RB   neg    10
        left      leave    VERB  VBN  ROOT   10
        his       his      PRON  PRP$ poss   12
        boats     boat     NOUN  NNS  dobj   10
        """,
        """
        Holm      Holm     PROPN Number=Sing                            nsubj     10
        ,         ,        PUNCT _                                      punct     0
        the       the      DET   _                                      det       3
        captain   captain  NOUN  Number=Sing                            appos     0
        who       who      PRON  PronType=Rel                           nsubj     5
        swims     swim     VERB  Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin acl:relcl 3
        ,         ,        PUNCT _                                      punct     0
        Orr       Orr      PROPN Number=Sing                            obj       10
        has       have     AUX   Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin aux 10
        not       not      PART  Polarity=Neg                           advmod    10
        left      leave    VERB  Tense=Past|VerbForm=Part               root      10
        his       his      PRON  Poss=Yes|PronType=Prs                  nmod:poss 12
        boats     boat     NOUN  Number=Plur                            obj       10
        """,
    ),
    "a modal, an infinitive and three conjuncts": (
        """
        They   they   PRON  PRP  nsubj  2
        may    may    AUX   MD   aux    2
        want   want   VERB  VB   ROOT   2
        to     to     PART  TO   aux    4
        buy    buy    VERB  VB   xcomp  2
        bigger big    ADJ   JJR  amod   6
        boats  boat   NOUN  NNS  dobj   4
        ,      ,      PUNCT ,    punct  6
        nets   net    NOUN  NNS  conj   6
        and    and    CCONJ CC   cc     8
        rope   rope   NOUN  NN   conj   8
        """,
        """
        They   they   PRON  PronType=Prs    nsubj  2
        may    may    AUX   VerbForm=Fin    aux    2
        want   want   VERB  VerbForm=Inf    root   2
        to     to     PART  _               mark   4
        buy    buy    VERB  VerbForm=Inf    xcomp  2
        bigger big    ADJ   Degree=Cmp      amod   6
        boats  boat   NOUN  Number=Plur     obj    4
        ,      ,      PUNCT _               punct  8
        nets   net    NOUN  Number=Plur     conj   6
        and    and    CCONJ _               cc     10
        rope   rope   NOUN  Number=Sing     conj   6
        """,
    ),
}


def by_english(table: str) -> list[Token]:
    """Return the tokens of a sentence in the English model's labels."""
    made = []
    for place, row in enumerate(table.strip().splitlines()):
        text, lemma, word_class, tag, label, head = row.split()
        made.append(
            Token(
                start=place,
                end=place + 1,
                text=text,
                lemma=lemma,
                word_class=universal.WORD_CLASSES.get(word_class, "other"),
                form=clearnlp.FORMS.get(tag, "other"),
                relation=clearnlp.RELATIONS.get(label, "other"),
                head=int(head),
            )
        )
    return made


def by_universal(table: str) -> list[Token]:
    """Return the tokens of a sentence in Universal Dependencies."""
    rows = [row.split() for row in table.strip().splitlines()]
    words = [
        UniversalWord(place, place + 1, text, lemma, upos, features, relation, int(head))
        for place, (text, lemma, upos, features, relation, head) in enumerate(rows)
    ]
    return list(universal.tokens(words))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_both_schemes_give_the_rules_one_tree(sentence: str) -> None:
    english, general = SENTENCES[sentence]
    assert by_universal(general) == by_english(english)


def test_a_predicate_inside_a_phrase_hangs_on_its_preposition() -> None:
    table = """
    Ann  Ann  PROPN  Number=Sing  nsubj  3
    is   be   AUX    Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin  cop  3
    in   in   ADP    _            case   3
    town town NOUN   Number=Sing  root   3
    """
    found = [(token.text, token.relation, token.head) for token in by_universal(table)]
    assert found == [
        ("Ann", "subject", 1),
        ("is", "root", 1),
        ("in", "preposition", 1),
        ("town", "prepositional object", 2),
    ]


def test_every_label_leads_into_the_vocabulary() -> None:
    assert set(universal.WORD_CLASSES.values()) <= set(get_args(WordClass))
    assert set(clearnlp.FORMS.values()) <= set(get_args(Form))
    assert set(clearnlp.RELATIONS.values()) <= set(get_args(Relation))
    assert set(universal.RELATIONS.values()) <= set(get_args(Relation))


def test_what_no_table_has_is_other() -> None:
    (token,) = by_universal("Oh oh X _ vocative:odd 0")
    assert (token.word_class, token.form, token.relation) == ("other", "other", "other")
