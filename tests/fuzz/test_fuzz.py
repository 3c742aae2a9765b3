"""A few of the files of `python -m tests.fuzz`, the same at every run."""

from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.checked import checked
from tests.fuzz.files import files
from tests.fuzz.registers import registers, taken_in

SOME = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


@SOME
@given(files())
def test_whatever_is_handed_in_is_read_or_refused_in_sentences(file):
    _, name, data = file
    assert checked(name, data) in (True, False)


@SOME
@given(registers())
def test_no_line_of_a_register_is_lost_whatever_stands_in_it(register):
    _, name, data = register
    assert taken_in(name, data) in (True, False)
