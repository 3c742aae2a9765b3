"""Is everything there that is listed, each picture as the machine's browser draws it?"""

from __future__ import annotations

from lib.site.pages import charts_of


def test_everything_that_is_listed_is_there(ask):
    found = ask("/api/?lang=en").json()
    named = [*found["datasets"], *found["charts"]]
    addresses = [one for entry in named for one in entry["addresses"]] + [
        one[kind] for one in found["facts"] for kind in ("address", "sentence")
    ]
    assert {ask(address).status for address in addresses} == {200}
    assert {entry["name"] for entry in found["charts"]} <= set(charts_of("all"))
    assert ask("/api").json() == ask("/api/").json()
