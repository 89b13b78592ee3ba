from __future__ import annotations

import pytest

from newsclaims.text.morphology import VerbForms, singular, verb_forms


@pytest.mark.parametrize(
    "forms",
    [
        ("say", "says", "said", "said", "saying"),
        ("claim", "claims", "claimed", "claimed", "claiming"),
        ("argue", "argues", "argued", "argued", "arguing"),
        ("deny", "denies", "denied", "denied", "denying"),
        ("betray", "betrays", "betrayed", "betrayed", "betraying"),
        ("stress", "stresses", "stressed", "stressed", "stressing"),
        ("preach", "preaches", "preached", "preached", "preaching"),
        ("veto", "vetoes", "vetoed", "vetoed", "vetoing"),
        ("quip", "quips", "quipped", "quipped", "quipping"),
        ("admit", "admits", "admitted", "admitted", "admitting"),
        ("answer", "answers", "answered", "answered", "answering"),
        ("agree", "agrees", "agreed", "agreed", "agreeing"),
        ("die", "dies", "died", "died", "dying"),
        ("write", "writes", "wrote", "written", "writing"),
        ("have", "has", "had", "had", "having"),
        ("be", "is", "was", "been", "being"),
        ("point out", "points out", "pointed out", "pointed out", "pointing out"),
    ],
    ids=lambda forms: forms[0],
)
def test_verbs_are_inflected(forms: tuple[str, ...]) -> None:
    assert verb_forms(forms[0]) == VerbForms(*forms)


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("workers", "worker"),
        ("cities", "city"),
        ("losses", "loss"),
        ("taxes", "tax"),
        ("churches", "church"),
        ("children", "child"),
        ("women", "woman"),
        ("aircraft", "aircraft"),
        ("bus", "bus"),
        ("crisis", "crisis"),
        ("pies", "pie"),
        ("Shares", "share"),
    ],
)
def test_nouns_are_put_in_the_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected
