"""What the rest of the server answers, taken whole: whoever asked may go away before it is."""

from __future__ import annotations

from anyio import sleep_forever
from starlette.types import ASGIApp, Message, Scope


async def whole(app: ASGIApp, scope: Scope, *, without: tuple[bytes, ...]) -> tuple[Message, bytes]:
    """What does the application answer to a request that brings nothing, `without` some of its headers?

    Gives the start of the answer and its body. It is not told when the reader goes: a file would stop where it is
    then, and what is kept for all would be a piece of it.
    """
    found: list[Message] = []
    asked: list[Message] = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Message:
        if not asked:
            await sleep_forever()
        return asked.pop()

    async def take(message: Message) -> None:
        found.append(message)

    headers = [(name, text) for name, text in scope["headers"] if name not in without]
    await app(dict(scope, headers=headers), receive, take)
    start, *parts = found
    return start, b"".join(part.get("body", b"") for part in parts)
