"""The proxy's configuration for one installation: `python -m deploy.proxy /etc/chongqing/site.toml`.

Prints nginx.conf. Exit status 0: done. 1: a setting that cannot be used. 2: a wrong call.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import streamlit

from deploy.csp import policy
from deploy.site import Site, SiteError, read_site
from lib.site.pages import PATHS

_HERE = Path(__file__).resolve().parent
_PLACE = re.compile(r"@([A-Z_]+)@")
FRONT_END = Path(streamlit.__file__).parent / "static"


def configuration(site: Site) -> str:
    """What is nginx.conf of this site?"""
    framed = "SameSite=None; Partitioned" if site.framed_by else "SameSite=Lax"
    servers = [f"127.0.0.1:{port}" for port in site.ports]
    values = {
        **{name.upper(): str(getattr(site, name)) for name in ("run", "logs", "temp", "rate", "connections")},
        **{name.upper(): str(getattr(site, name)) for name in ("name", "certificate", "key")},
        **{name.upper(): str(getattr(site, name)) for name in ("body_mb", "first_port")},
        "USER": f"user {site.user};" if site.user else "",
        "WORKERS": "auto" if site.user else "1",
        "PORT": "" if site.https == 443 else f":{site.https}",
        "COUNT": str(site.processes),
        "LISTEN": _listen(site.addresses, site.https, "ssl http2"),
        "LISTEN_OTHERS": _listen(site.addresses, site.https, "ssl http2 default_server"),
        "LISTEN_HTTP": _listen(site.addresses, site.http, "default_server"),
        "SAMESITE": framed,
        "CSP": policy(site.framed_by, FRONT_END),
        "STREAMLIT": str(FRONT_END),
        "PAGES": str(_HERE / "pages"),
        "PATHS": "|".join(filter(None, PATHS)),
        "GROUPS": "\n".join(f'        "{number}" cq_{number};' for number, _ in enumerate(servers, 1)),
        "HOLDERS": "\n".join(f'        "{number}" cq_{number}_alone;' for number, _ in enumerate(servers, 1)),
        "PROCESSES": "\n".join(
            f'        "~{re.escape(server)}$" {number};' for number, server in enumerate(servers, 1)
        ),
        "UPSTREAMS": "\n".join(_upstreams(servers)),
    }
    return _PLACE.sub(lambda place: values[place[1]], (_HERE / "nginx.conf").read_text(encoding="utf-8"))


def _listen(addresses: tuple[str, ...], port: int, how: str) -> str:
    return "\n".join(f"        listen {address}:{port} {how};" for address in addresses)


def _upstreams(servers: list[str]) -> list[str]:
    """One group for who comes first; for each process one with the others in reserve, and one of it alone."""
    groups = [_group("cq_any", [f"server {server} {_SOON};" for server in servers], "least_conn;")]
    for number, own in enumerate(servers, 1):
        others = [f"server {server} {_SOON} backup;" for server in servers if server != own]
        groups.append(_group(f"cq_{number}", [f"server {own} {_SOON};", *others]))
        groups.append(_group(f"cq_{number}_alone", [f"server {own};"]))
    return groups


# A process that refused is left alone for so long: short, since a restart takes three seconds.
_SOON = "max_fails=1 fail_timeout=2s"


def _group(name: str, servers: list[str], *how: str) -> str:
    lines = [f"zone {name} 64k;", *how, *servers]
    return "\n".join([f"    upstream {name} {{", *(f"        {line}" for line in lines), "    }"])


def main(arguments: list[str]) -> int:
    """What came of this command? The exit status."""
    if len(arguments) != 1:
        print("python -m deploy.proxy SITE.toml", file=sys.stderr)
        return 2
    try:
        print(configuration(read_site(Path(arguments[0]))), end="")
    except (SiteError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
