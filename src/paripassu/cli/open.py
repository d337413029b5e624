"""`paripassu open CASE`: the brief in the browser, made again whenever the case file changes. Loopback only."""

from __future__ import annotations

import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated

import typer

from paripassu.cli.common import CaseArgument, open_case
from paripassu.errors import CommandError, ParipassuError

__all__ = ["Page", "open_", "serve", "watched"]

_AGAIN = """<script>
(function again(seen) {
  fetch("/version").then(function (r) { return r.text(); }).then(function (now) {
    if (seen !== null && now !== seen) { location.reload(); return; }
    setTimeout(function () { again(now); }, 1000);
  }).catch(function () { setTimeout(function () { again(seen); }, 3000); });
})(null);
</script>"""


class Page:
    """The page as it stands, and how many times it was made. Problems in the case are a page too."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make
        self.html, self.version = "", 0

    def renew(self) -> None:
        """Make the page again; what is wrong with the case is shown in its place."""
        try:
            html = self._make()
        except ParipassuError as error:
            lines = "".join(f"<li><code>{escape(line)}</code></li>" for line in error.lines())
            html = f"<!doctype html><title>To mend</title><body><h1>To mend</h1><ul>{lines}</ul></body>"
        head, body, tail = html.rpartition("</body>")
        self.html = head + _AGAIN + body + tail
        self.version += 1


def open_(
    case: CaseArgument,
    party: Annotated[
        str | None, typer.Option("--for", metavar="PARTY", help="Leave out the numbers of everybody else.")
    ] = None,
    port: Annotated[int, typer.Option("--port", metavar="N", help="0 takes any that is free.", min=0, max=65535)] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser too.")] = True,
) -> None:
    """Show the brief in the browser and make it again when the case changes; Ctrl-C ends."""
    if case == "-":
        raise CommandError("open: a case from standard input cannot be watched; name a file or folder.")

    def make() -> str:
        from paripassu.report import brief

        return brief(open_case(case, seats=None if party is None else (party,)), reader=party)

    page = Page(make)
    page.renew()
    server = serve(page, port)
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    print(f"{address} shows the brief of {case}; it follows the file. Ctrl-C ends.", file=sys.stderr)
    if browser:
        webbrowser.open(address)
    try:
        seen = watched(case)
        while True:
            time.sleep(0.5)
            now = watched(case)
            if now != seen:
                seen = now
                page.renew()
    finally:
        server.shutdown()
        server.server_close()


def watched(case: str) -> dict[str, int]:
    """The files a case is read from, with the time each was last changed (ns). Empty for a case of the catalogue."""
    path = Path(case)
    if not path.exists():
        return {}
    folder = path if path.is_dir() else path.parent
    files = [path] if path.is_file() else []
    files += [file for pattern in ("*.yaml", "*.yml", "*.csv", "*.xml") for file in folder.glob(pattern)]
    found = {}
    for file in files:
        try:
            found[str(file)] = file.stat().st_mtime_ns
        except OSError:
            continue
    return found


def serve(page: Page, port: int) -> ThreadingHTTPServer:
    """Serve the page on the loopback address, in a thread of its own.

    Raises
    ------
    CommandError
        When the port is taken.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
            if host not in ("127.0.0.1", "localhost"):
                # A page elsewhere that had its name point here must not read a private brief.
                self.send_error(403)
            elif self.path == "/":
                self._send(page.html, "text/html; charset=utf-8")
            elif self.path == "/version":
                self._send(str(page.version), "text/plain")
            else:
                self.send_error(404)

        def _send(self, text: str, kind: str) -> None:
            data = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: each look at the page would be a line."""

    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    except OSError as error:
        raise CommandError(f"--port: {port} cannot be used ({error.strerror}).") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
