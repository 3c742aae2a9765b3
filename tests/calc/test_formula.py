import inspect

import pytest

from lib.calc import accounts, cumulative, currency, growth, lead, rank, ratio, share, target
from lib.calc.formula import formula, formula_of

CALCULATIONS = [
    member
    for module in (accounts, cumulative, currency, growth, lead, rank, ratio, share, target)
    for name, member in inspect.getmembers(module, inspect.isfunction)
    if member.__module__ == module.__name__ and not name.startswith("_")
]

# Signs that arithmetic doesn't know: compared with what a reader must see.
NO_ARITHMETIC = {
    accounts.at_least: "≥ {part}",
    rank.rank_among: "1 + #(x > {values})",
    rank.rank_bounds: "1 + #(x.lower ≥ {upper}) … 1 + #(x.upper > {lower})",
    share.against_threshold: "{share} ⋛ {threshold}",
}
ARITHMETIC = [function for function in CALCULATIONS if function not in NO_ARITHMETIC]
PYTHON_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "^": "**"})


def _ids(function):
    return function.__name__


def test_the_calculations_were_found():
    assert growth.growth_pct in CALCULATIONS
    assert rank.rank_bounds in CALCULATIONS
    assert len(CALCULATIONS) >= 28


@pytest.mark.parametrize("calculation", CALCULATIONS, ids=_ids)
def test_every_calculation_shows_its_formula_with_its_inputs_put_in(calculation):
    inputs = {name: f"<{name}>" for name in inspect.signature(calculation).parameters}

    shown = formula_of(calculation).format(**inputs)

    for value in inputs.values():
        assert value in shown


@pytest.mark.parametrize("calculation", ARITHMETIC, ids=_ids)
def test_who_reckons_by_the_formula_that_is_shown_gets_the_figure(calculation):
    inputs = dict(zip(inspect.signature(calculation).parameters, (7.0, 3.0, 5.0), strict=False))

    by_hand = formula_of(calculation).translate(PYTHON_SIGNS).format(**inputs)

    assert calculation(**inputs) == pytest.approx(eval(by_hand, {}))


@pytest.mark.parametrize(
    ("calculation", "shown"), NO_ARITHMETIC.items(), ids=lambda x: getattr(x, "__name__", "")
)
def test_a_formula_that_arithmetic_does_not_know_is_shown_as_it_was_read(calculation, shown):
    assert formula_of(calculation) == shown


@pytest.mark.parametrize("calculation", CALCULATIONS, ids=_ids)
def test_every_calculation_says_which_question_it_answers(calculation):
    question = inspect.getdoc(calculation).splitlines()[0]

    assert "?" in question
    assert ">>>" in inspect.getdoc(calculation)


def test_the_function_itself_comes_back():
    def double(*, amount):
        return amount * 2

    assert formula("{amount} × 2")(double) is double
    assert double.formula == "{amount} × 2"


@pytest.mark.parametrize(
    "template", ["{amount} ÷ {number}", "{amount}", "{amount} ÷ {count} × {rate}", "{} ÷ {}"]
)
def test_a_formula_that_does_not_fit_the_parameters_is_refused(template):
    def each(*, amount, count):
        return amount / count

    with pytest.raises(ValueError, match=r"its parameters are \['amount', 'count'\]"):
        formula(template)(each)


def test_a_function_without_a_formula_is_named():
    with pytest.raises(ValueError, match="formula_of has no formula"):
        formula_of(formula_of)
