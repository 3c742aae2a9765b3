"""The overview as files: its first view and what draws the charts, and no Streamlit to come: the limit."""

import gzip
import re
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from lib.api.made import MIME  # noqa: E402  # after the path that leads there
from lib.catalog.load import load  # noqa: E402
from lib.charts.card import Look  # noqa: E402
from lib.site.here import Here  # noqa: E402
from lib.site.still.document import BUNDLE  # noqa: E402
from lib.words.speak import Words  # noqa: E402
from pages.server.first.document import with_view  # noqa: E402
from pages.server.first.view import first_view  # noqa: E402

_STREAMLIT = re.compile(r'<script type="module".*?</script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>')


def overview() -> bytes:
    """Which file is the overview in Chinese, without anything of Streamlit's?"""
    here = Here(load(ROOT / "data"), Words("zh"), Look(), "static")
    return _STREAMLIT.sub("", with_view("overview", "zh", first_view("overview", here, {}))).encode()


def site() -> Starlette:
    """A server of that file and of the charts' script, each packed once."""
    page = gzip.compress(overview())
    script = gzip.compress((ROOT / "static" / BUNDLE).read_bytes())
    packed = {"Content-Encoding": "gzip"}

    async def answer_page(_request: Request) -> Response:
        return Response(page, media_type=MIME["html"], headers=packed)

    async def answer_script(_request: Request) -> Response:
        kept = packed | {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(script, media_type="text/javascript", headers=kept)

    return Starlette(routes=[Route("/", answer_page), Route(f"/app/static/{BUNDLE}", answer_script)])


if __name__ == "__main__":
    uvicorn.run(site(), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
