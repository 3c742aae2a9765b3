"""Small messages leave the server when they are written, and not when the reader has confirmed the one before."""

from __future__ import annotations

import gc
import socket


def send_at_once() -> int:
    """How many of this process's listening sockets now send without delay, with every connection they will accept?

    The kernel holds a small message back until the other end has confirmed the last one, and the other end
    confirms after 40 ms: a rerun, which is many small messages, takes that much longer. asyncio switches this
    off for sockets of protocol TCP; Streamlit binds its own with protocol 0, which is TCP as well, and asyncio
    passes it over. Streamlit keeps the socket to itself, so it is looked for among all that the process holds.
    """
    found = [one for one in gc.get_objects() if type(one) is socket.socket and _listens(one)]
    for listening in found:
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return len(found)


def _listens(one: socket.socket) -> bool:
    if one.fileno() < 0 or one.family not in (socket.AF_INET, socket.AF_INET6):
        return False
    return one.type == socket.SOCK_STREAM and bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
