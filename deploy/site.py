"""What is particular to one installation, as its site.toml says."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_ORIGIN = re.compile(r"https://[a-z0-9*.-]+(:\d+)?")
_PATH = re.compile(r"/[\w./+-]*")
_IPV6 = Path("/proc/net/if_inet6")


class SiteError(ValueError):
    """A setting that cannot be used."""


@dataclass(frozen=True, slots=True)
class Site:
    """One installation.

    `name` is what readers type; `processes` of them listen on `first_port` and the ports after it.
    `framed_by` are origins that may show the site in a frame. `rate` is in requests a second and
    `connections` a number, for one address, which may be a whole office's. The rest is as on Debian.
    """

    name: str
    certificate: str
    key: str
    processes: int = 3
    first_port: int = 8501
    framed_by: tuple[str, ...] = ()
    rate: int = 50
    connections: int = 2000
    body_mb: int = 21
    # The proxy is there to be reached from outside.
    address: str = "0.0.0.0"  # nosec B104
    https: int = 443
    http: int = 80
    user: str = "www-data"
    run: str = "/run"
    logs: str = "/var/log/nginx"
    temp: str = "/var/lib/nginx"

    def __post_init__(self) -> None:
        for origin in self.framed_by:
            _fits("framed_by", origin, _ORIGIN, "https://portal.example.gov.cn")
        _fits("name", self.name, _NAME, "trade.example.gov.cn")
        for path in ("certificate", "key", "run", "logs", "temp"):
            _fits(path, getattr(self, path), _PATH, "/etc/chongqing/site.crt")
        if not 1 <= self.processes <= 64:
            raise SiteError(f"processes = {self.processes}: 1 to 64 are possible")

    @property
    def addresses(self) -> tuple[str, ...]:
        """At which addresses does the proxy listen? At all of the machine's, where it has IPv6 at those too."""
        everywhere = self.address == "0.0.0.0" and _IPV6.exists()  # nosec B104
        return (self.address, "[::]") if everywhere else (self.address,)

    @property
    def ports(self) -> tuple[int, ...]:
        """On which ports do the processes listen?"""
        return tuple(range(self.first_port, self.first_port + self.processes))


def read_site(file: Path) -> Site:
    """What does this site.toml say? Raises SiteError for what it may not say, OSError where it is not there."""
    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SiteError(f"{file}: {error}") from error
    known = {field.name: field.type for field in fields(Site)}
    for name, value in given.items():
        if name not in known:
            raise SiteError(f"{file}: unknown setting {name}. Known: {', '.join(known)}")
        wanted = int if known[name] == "int" else list if name == "framed_by" else str
        if type(value) is not wanted:
            raise SiteError(f"{file}: {name} = {value!r} is not a {wanted.__name__}")
    if missing := [name for name in ("name", "certificate", "key") if name not in given]:
        raise SiteError(f"{file}: {', '.join(missing)} missing")
    return Site(**given | {"framed_by": tuple(given.get("framed_by", ()))})


def _fits(name: str, value: str, form: re.Pattern[str], example: str) -> None:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise SiteError(f"{name} = {value!r} is not of the form {example}")
