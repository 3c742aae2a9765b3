"""Who takes an answer packed?"""

from __future__ import annotations


def takes_gzip(accepted: str) -> bool:
    """Is gzip among the encodings that somebody takes, and liked no less than what is not packed?

    Only where it is named: the site's own proxy (`cq_packed` in deploy/nginx.conf) knows those who take it by that.

    >>> [takes_gzip(accepted) for accepted in ("gzip, br", "GZIP;q=0.5", "br;q=1.0, gzip;q=0.8, *;q=0.1")]
    [True, True, True]
    >>> [takes_gzip(accepted) for accepted in ("", "identity", "gzip;q=0", "gzip; Q=0.000, *", "gzip;q=x")]
    [False, False, False, False, False]
    >>> takes_gzip("gzip;q=0.5, identity")
    False
    """
    liked: dict[str, float] = {}
    for one in accepted.lower().split(","):
        name, *about = (part.strip() for part in one.split(";"))
        said = [_quality(part) for part in about if part.startswith("q")]
        liked[name] = min([liked.get(name, 1.0), *said])
    return liked.get("gzip", 0.0) > 0 and liked["gzip"] >= liked.get("identity", 0.0)


def _quality(said: str) -> float:
    try:
        return float(said.partition("=")[2])
    except ValueError:
        return 0.0
