"""Which role a claim gives: by whole names alone, and never more than was decided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from pages.signin.role import role_of
from tests.signin.made import settings

OPEN, CLOSED = settings(), settings(roles={"others": "refuse"})
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.mark.parametrize("claims", [{"roles": ["reader", "analyst"]}, {"roles": "analyst"}])
def test_who_is_named_an_analyst_is_one(claims):
    assert role_of(claims, OPEN) == role_of(claims, CLOSED) == "analyst"


@pytest.mark.parametrize(
    "value",
    [
        "not-analyst",
        "analyst reader",
        "analyst,reader",
        '["analyst"]',
        "Analyst",
        " analyst",
        ["analyst "],
        ["super-analyst"],
        [["analyst"]],
        {"analyst": True},
        {"roles": ["analyst"]},
        True,
        1,
        None,
        [],
        "",
    ],
)
def test_what_only_resembles_a_role_gives_none(value):
    assert role_of({"roles": value}, OPEN) == "reader"
    assert role_of({"roles": value}, CLOSED) is None


@trying(deadline=None)
@given(ANYTHING)
def test_nobody_becomes_an_analyst_without_the_name(value):
    assert role_of({"roles": value}, OPEN) in ("reader", "analyst")
    if role_of({"roles": value}, OPEN) == "analyst":
        assert value == "analyst" or "analyst" in value


def test_another_claim_may_be_asked_for_by_name_or_by_place():
    nested = settings(roles={"claim": "realm_access.roles", "analyst": ["分析"]})
    assert role_of({"realm_access": {"roles": ["分析"]}}, nested) == "analyst"
    assert role_of({"realm_access.roles": ["分析"]}, nested) == "analyst"
    assert role_of({"realm_access": "分析", "roles": ["分析"]}, nested) == "reader"
    assert role_of({"roles": ["analyst"]}, nested) == "reader"


def test_no_claim_at_all_is_a_reader_at_most():
    assert role_of({}, OPEN) == "reader"
    assert role_of({}, CLOSED) is None
    assert role_of({"roles": ["reader"]}, CLOSED) == "reader"
