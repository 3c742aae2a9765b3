"""The containers hold themselves to what the unit does, copy what is there, and fetch nothing when they run."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.proxy import configuration
from deploy.site import read_site

ROOT = Path(__file__).parents[2]
HERE = ROOT / "deploy"
CONTAINERFILE = (HERE / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
STEPS = [line.split(maxsplit=1) for line in CONTAINERFILE.splitlines() if line and not line.startswith("#")]
COMPOSE: dict[str, Any] = yaml.safe_load((HERE / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
PROCESSES = {name: service for name, service in SERVICES.items() if name.startswith("process-")}
UNIT = dict(
    re.findall(r"^(\w+)=(.*)$", (HERE / "chongqing@.service").read_text(encoding="utf-8"), re.MULTILINE)
)


def copied() -> list[tuple[list[str], str]]:
    pairs = [step[1].split() for step in STEPS if step[0] == "COPY"]
    return [(sources, target) for *sources, target in pairs]


def test_every_path_that_is_copied_is_there_and_all_of_the_program_is_copied():
    sources = [source for found, _ in copied() for source in found]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert {"dashboard.py", "lib", "pages", "static", "deploy", ".streamlit/config.toml"} <= set(sources)
    install = re.search(
        r"^for part in (.*); do$", (HERE / "install").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert install
    assert {part.partition("/")[0] for part in sources} == {*install[1].split(), "data"}


def test_it_is_built_from_what_debian_and_the_lock_have():
    assert [step[0] for step in STEPS if step[0] in ("ADD", "VOLUME", "EXPOSE")] == []
    assert not re.search(r"https?://|curl|wget|index-url|docker\.io|quay\.io", CONTAINERFILE)
    (pip,) = re.findall(r"pip install.*", CONTAINERFILE)
    assert "--require-hashes --requirement deploy/requirements.lock" in pip
    packages = set(re.search(r"--no-install-recommends +(.*?) &&", CONTAINERFILE)[1].split())  # type: ignore[index]
    asked = re.search(r"--no-install-recommends \\\n +(.*)", (HERE / "install").read_text(encoding="utf-8"))
    assert asked
    assert packages - {"nginx-light"} == set(asked[1].split()) - {"nginx"}


@pytest.mark.parametrize("name", SERVICES)
def test_each_is_shut(name):
    """A user without rights, a root that nobody writes to, no privilege, nothing of the machine but its own folders."""
    service = SERVICES[name]
    assert service["user"] == dict(STEPS)["USER"] == "10001"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges"]
    assert service["pull_policy"] == "never"
    assert not {"privileged", "cap_add", "devices", "pid", "ipc", "userns_mode"} & set(service)
    named = {"data", "sign-in", "${SETTINGS"}
    for volume in service["volumes"]:
        source = re.split(r"(?<!\})(?<!:-/etc/chongqing):(?!-)", volume)[0]
        assert source.partition(":")[0] in named, volume
        if source.startswith("${"):
            assert volume.endswith(":ro")


@pytest.mark.parametrize("name", PROCESSES)
def test_a_process_has_the_limits_and_the_surroundings_of_the_unit(name):
    service, units = PROCESSES[name], {"m": "M", "g": "G"}
    said = {
        limit: service[limit][:-1] + units[service[limit][-1]] for limit in ("mem_reservation", "mem_limit")
    }
    assert said == {"mem_reservation": UNIT["MemoryHigh"], "mem_limit": UNIT["MemoryMax"]}
    assert service["pids_limit"] == int(UNIT["TasksMax"])
    assert service["ulimits"] == {"nofile": int(UNIT["LimitNOFILE"])}
    assert service["stop_grace_period"] == f"{UNIT['TimeoutStopSec']}s"
    assert service["restart"] == UNIT["Restart"]
    text = (HERE / "chongqing@.service").read_text(encoding="utf-8")
    pairs = re.findall(r"([A-Z_]+)=(\S+)", " ".join(re.findall(r"^Environment=(.*)$", text, re.MULTILINE)))
    state = {"STATE_DIRECTORY": f"/var/lib/{UNIT['StateDirectory']}"}
    assert service["environment"] == dict(pairs) | state
    assert service["command"] == ["process", name.removeprefix("process-")]
    assert service["network_mode"] == "service:proxy"
    assert "ports" not in service
    assert 'run dashboard.py "--server.port=${2:?name the port}" --server.address=127.0.0.1' in (
        HERE / "container"
    ).read_text(encoding="utf-8")


def test_nginx_finds_as_many_processes_as_there_are():
    site = read_site(HERE / "container.toml")
    assert [f"process-{port}" for port in site.ports] == list(PROCESSES)
    written = configuration(site)
    assert "listen 0.0.0.0:443 ssl" in written
    assert not re.search(r"^user ", written, re.MULTILINE)
    temp = re.findall(r"_temp_path (\S+);", written)
    assert temp
    assert all(path.startswith("/tmp/nginx/") for path in temp)
    assert "pid /tmp/nginx.pid;" in written


@pytest.mark.parametrize(("said", "status"), [((), 2), (("anything",), 2)])
def test_a_wrong_call_says_what_there_is(said, status):
    told = subprocess.run([HERE / "container", *said], capture_output=True, text=True, timeout=30)
    assert told.returncode == status
    assert told.stderr == "deploy/container data | publish FOLDER | process PORT | proxy\n"
