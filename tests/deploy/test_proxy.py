"""The settings of one installation, and the configuration that comes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy.proxy import configuration, main
from deploy.site import Site, SiteError, read_site
from tests.deploy.site import ROOT


def written(folder: Path, text: str) -> Path:
    file = folder / "site.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_example_is_read_and_fills_every_place(capsys):
    example = ROOT / "deploy" / "site.toml"
    assert read_site(example).ports == (8501, 8502, 8503)
    assert main([str(example)]) == 0
    made = capsys.readouterr().out
    assert "user www-data;" in made
    assert made.count("backup;") == 6
    assert "listen 0.0.0.0:443 ssl http2;" in made
    assert "frame-ancestors 'none'" in made
    assert "SameSite=Lax" in made
    assert "@" not in made.replace("what stands between at-signs", "")


def test_a_portal_may_show_it_in_a_frame_and_its_cookie_goes_along():
    made = configuration(
        Site("a.example", "/c", "/k", framed_by=("https://portal.example", "https://b.example:8443"))
    )
    assert 'frame-ancestors https://portal.example https://b.example:8443"' in made
    assert "SameSite=None; Partitioned" in made


def test_one_process_stands_alone():
    made = configuration(Site("a.example", "/c", "/k", processes=1))
    assert "backup" not in made


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "a.example"\nkey = "/k"', "certificate missing"),
        ('name = "a.example"\ncertificate = "/c"\nkey = "/k"\nproceses = 3', "unknown setting proceses"),
        ('name = "a.example"\ncertificate = "/c"\nkey = "/k"\nprocesses = "3"', "'3' is not a int"),
        ('name = "a.example"\ncertificate = "/c"\nkey = "/k"\nprocesses = 0', "1 to 64"),
        ('name = "a b; return 200"\ncertificate = "/c"\nkey = "/k"', "not of the form"),
        ('name = "a.example"\ncertificate = "/c; include /etc/passwd"\nkey = "/k"', "not of the form"),
        ('name = "a.example"\ncertificate = "/c"\nkey = "/k"\nframed_by = ["*"]', "not of the form"),
        (
            'name = "a.example"\ncertificate = "/c"\nkey = "/k"\nframed_by = ["https://a; x"]',
            "not of the form",
        ),
        ("name = ", "Invalid value"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused(tmp_path, capsys, text, said):
    file = written(tmp_path, text)
    with pytest.raises(SiteError, match=said):
        read_site(file)
    assert main([str(file)]) == 1
    assert said in capsys.readouterr().err


def test_a_wrong_call_is_one(tmp_path):
    assert main([]) == 2
    assert main([str(tmp_path / "nowhere.toml")]) == 1
