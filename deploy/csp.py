"""What a page of the site may load and run, as the header Content-Security-Policy says it."""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from pathlib import Path

from pages.components.scripts import INLINE

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(framed_by: tuple[str, ...], front_end: Path) -> str:
    """Which header lets everything of the site through, and nothing else?

    Scripts are the files of this server, and inline those of Streamlit's page (`front_end`/index.html) and of
    our own that are known to the letter. Streamlit hands the script of a component on as a `blob:`. WebAssembly
    compiles its tables; styles are written by its components at run time.
    """
    shipped = _INLINE.findall((front_end / "index.html").read_text(encoding="utf-8"))
    allowed = [*shipped, *INLINE]
    framing = " ".join(framed_by or ("'none'",))
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in allowed)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' {hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self'",
            "worker-src 'self' blob:",
            "frame-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {framing}",
        )
    )


def _digest(script: str) -> str:
    return base64.b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
