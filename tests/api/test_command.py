"""The command line gives without a server what the site gives by address."""

from __future__ import annotations

import pytest

from lib.briefing.__main__ import DONE, WRONG_CALL, main


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_bytes_come_without_a_server(ask, first, tmp_path, form, lang):
    call = [
        "--lang",
        lang,
        "--format",
        form,
        "--chart",
        "growth_base",
        "--data",
        str(first),
        "--to",
        str(tmp_path),
    ]
    assert main(call) == DONE
    file = tmp_path / f"growth_base_{lang}.{form}"
    assert file.read_bytes() == ask(f"/api/charts/growth_base.{form}?lang={lang}").body


def test_an_unknown_chart_is_a_wrong_call(first, tmp_path, capsys):
    call = [
        "--lang",
        "en",
        "--format",
        "json",
        "--chart",
        "nothing",
        "--data",
        str(first),
        "--to",
        str(tmp_path),
    ]
    assert main(call) == WRONG_CALL
    assert "growth_base" in capsys.readouterr().err


def test_of_a_page_what_can_be_drawn_is_there_and_the_rest_is_named(first, tmp_path, capsys):
    call = ["--lang", "en", "--format", "csv", "--page", "emerging_sectors"]
    assert main([*call, "--data", str(first), "--to", str(tmp_path)]) == DONE
    assert (tmp_path / "emerging_threshold_en.csv").exists()
    assert "emerging_mix" in capsys.readouterr().err
