"""Is what is said of the addresses true? Checked by a validator, and by requests that are made up from it."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from lib.facts.record import DATASETS
from lib.site.forms import FORMS
from lib.words.kpis import KPIS

SOME = r"^/api/($|openapi|facts|charts.*json|datasets/talent.csv)"
"""One of each kind: all of them take minutes, `schemathesis run http://…/api/openapi.json`."""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_description_is_openapi_3_1(ask, lang):
    found = ask(f"/api/openapi.json?lang={lang}").json()
    assert found["openapi"] == "3.1.0"
    assert [str(error) for error in OpenAPIV31SpecValidator(found).iter_errors()] == []
    assert {f"/api/datasets/{name}.{form}" for name in DATASETS for form in FORMS["datasets"]} < set(
        found["paths"]
    )


def test_every_json_answer_is_as_described(ask):
    described = ask("/api/openapi.json").json()
    listed = ask("/api/").json()
    places = [f"/api/datasets/{name}.json" for name in DATASETS]
    places += [f"/api/facts/{key}.json" for key in KPIS]
    places += [place for chart in listed["charts"] for place in chart["addresses"] if place.endswith(".json")]
    shapes = {"datasets": "Dataset", "facts": "Fact", "charts": "Chart"}
    for place in places:
        schema = {"$ref": f"#/components/schemas/{shapes[place.split('/')[2]]}"}
        jsonschema.validate(ask(place).json(), schema | {"components": described["components"]})
    for place, shape in (("/api/", "Listing"), ("/api/x", "Problem"), ("/api/facts/x.json", "Problem")):
        schema = {"$ref": f"#/components/schemas/{shape}", "components": described["components"]}
        jsonschema.validate(ask(place).json(), schema)


def test_every_filter_lists_what_its_dataset_has(ask, record):
    found = ask("/api/openapi.json").json()["paths"]["/api/datasets/outsourcing.csv"]["get"]["parameters"]
    known = {one["name"]: one["schema"] for one in found if "name" in one}
    rows = record.frame("outsourcing")
    assert set(known["indicator"]["items"]["enum"]) == set(rows["indicator"])
    assert set(known["area"]["items"]["enum"]) == set(chain(rows["ref_area"], rows["counterpart"]))


def test_requests_made_up_from_it_get_nothing_but_what_it_says(server, tmp_path):
    made = subprocess.run(
        [
            *(
                str(Path(sys.executable).with_name("schemathesis")),
                "run",
                f"{server.url}/api/openapi.json",
            ),
            *("--phases", "coverage", "--seed", "1", "--no-color"),
            *("--include-path-regex", SOME),
        ],
        cwd=tmp_path,
        env={**os.environ, "NO_PROXY": "127.0.0.1"},
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert made.returncode == 0, made.stdout[-4000:]
    assert "Tested: 7" in made.stdout
