"""Is there anything to read, and which version? For the proxy, for monitoring and for whoever looks."""

from __future__ import annotations

from threading import Lock
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from lib.catalog.load import load
from lib.site.here import DataKey
from pages.components.context import DATA, current, data_key, local_folder

HEALTH = "/_health"
KEPT_S = 1.0


class _Kept:
    def __init__(self) -> None:
        self.state: dict[str, object] = {}
        self.key: DataKey | None = None
        self.at = 0.0
        self.lock = Lock()


_KEPT = _Kept()


async def health(_request: Request) -> JSONResponse:
    """How is this process? 200 where readers see data, 503 where there is none."""
    state = await run_in_threadpool(_kept_state)
    return JSONResponse(state, 200 if state["loaded"] else 503, headers={"Cache-Control": "no-store"})


def _kept_state() -> dict[str, object]:
    """What was found a moment ago, as long as the files are the same: whoever asks, they are read once a second."""
    key = data_key(local_folder())
    with _KEPT.lock:
        if _KEPT.key != key or monotonic() - _KEPT.at > KEPT_S:
            _KEPT.state, _KEPT.key, _KEPT.at = state_of_data(), key, monotonic()
        return _KEPT.state


def state_of_data() -> dict[str, object]:
    """What do readers see, and what is the matter with the files?

    `status` is `ok`; `kept` where the files cannot be used and readers go on seeing what was there before;
    `degraded` where some datasets are missing; `down` where nothing can be read. `faults` names the files.
    """
    key, record = current()
    faults = record.faults
    if is_kept := key != data_key(local_folder()):
        faults = load(DATA).faults
    status = "down" if not record.size else "kept" if is_kept else "degraded" if faults else "ok"
    return {
        "status": status,
        "loaded": bool(record.size),
        "version": record.version,
        "figures": record.size,
        "faults": [f"{fault.file}: {fault.problem}" for fault in faults.values()],
    }
