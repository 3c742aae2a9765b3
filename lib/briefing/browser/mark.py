"""The mark of an office drawn as points, for programs that take no SVG."""

from __future__ import annotations

import base64

from lib.briefing.browser.service import SERVICE, Service
from lib.briefing.browser.tab import Size, Tab
from lib.briefing.logo import Logo

_HIGH, _FINE = 120, 4


def as_png(logo: Logo, *, service: Service = SERVICE) -> bytes:
    """What is a mark as PNG, 480 points high on white? Raises NoBrowser and BrowserFailed."""
    if logo.kind == "png":
        return logo.content
    wide = round(_HIGH * logo.ratio)
    source = base64.b64encode(logo.content).decode()
    document = (
        "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'none'; img-src data:;"
        " style-src 'unsafe-inline'; script-src 'unsafe-inline'\"><style>body{margin:0;background:#fff}"
        f"img{{display:block;width:{wide}px;height:{_HIGH}px}}</style><body>"
        f'<img src="data:image/svg+xml;base64,{source}"><script>'
        "document.images[0].decode().finally(() => { document.body.dataset.ready = 'true'; })</script>"
    ).encode()

    def work(tab: Tab) -> bytes:
        tab.show(document, Size(wide, _HIGH, _FINE))
        return tab.picture((0, 0, wide, _HIGH))

    return service.draw(work)
