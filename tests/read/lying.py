"""A server on this machine that speaks to the model reader as it is told to: truly, falsely, slowly or not at all."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


def completion(said: str) -> bytes:
    """The body of a chat completion."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode()


def finds(*found: Any) -> bytes:
    """A completion that lists these finds, with the words and fences that models put around."""
    return completion("Sure!\n```json\n" + json.dumps({"found": list(found)}) + "\n```")


class Server:
    """What was asked so far, and where."""

    def __init__(self, port: int, asked: list[tuple[str, dict[str, str], dict[str, Any]]]) -> None:
        self.port, self.asked = port, asked

    @property
    def environment(self) -> dict[str, str]:
        return {"PARIPASSU_MODEL_URL": f"http://127.0.0.1:{self.port}/v1", "PARIPASSU_MODEL": "small:1b"}


@contextmanager
def serving(*bodies: bytes | Reply) -> Iterator[Server]:
    """A server that gives these answers in turn, the last one again and again."""
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.path, dict(self.headers), json.loads(raw)))
            body = bodies[min(len(asked), len(bodies)) - 1]
            if callable(body):
                body(self, json.loads(raw))
                return
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            asked.append((self.path, dict(self.headers), {}))
            self.send_error(404)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Server(server.server_address[1], asked)
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def speaking(*parts: bytes, pause: float = 0.0, endless: bytes = b"") -> Iterator[Server]:
    """A bare socket that sends these bytes with pauses, then the endless ones until nobody listens."""
    listener = socket.create_server(("127.0.0.1", 0))
    asked: list[Any] = []

    def speak() -> None:
        try:
            line, _ = listener.accept()
            asked.append(("", {}, {}))
            line.recv(2**16)
            for part in parts:
                line.sendall(part)
                time.sleep(pause)
            end = time.monotonic() + 5
            while endless and time.monotonic() < end:
                line.sendall(endless)
                time.sleep(pause)
            line.close()
        except OSError:
            return

    threading.Thread(target=speak, daemon=True).start()
    try:
        yield Server(listener.getsockname()[1], asked)
    finally:
        listener.close()
