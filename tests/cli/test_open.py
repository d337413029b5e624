"""The brief in the browser: it follows the file, and nobody but this machine can read it."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from paripassu.cli.open import Page, serve, watched
from paripassu.errors import CommandError

Fetched = tuple[int, str]


@pytest.fixture
def page() -> Page:
    made = iter(["<body>one</body>", "<body>two</body>"])

    def make() -> str:
        try:
            return next(made)
        except StopIteration:
            raise CommandError("case.yaml:3: what is wrong <here>") from None

    found = Page(make)
    found.renew()
    return found


@pytest.fixture
def server(page: Page) -> Iterator[ThreadingHTTPServer]:
    served = serve(page, 0)
    yield served
    served.shutdown()
    served.server_close()


def fetch(server: ThreadingHTTPServer, path: str, host: str | None = None) -> Fetched:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_the_page_asks_whether_it_is_still_the_last(server: ThreadingHTTPServer, page: Page) -> None:
    status, html = fetch(server, "/")
    assert status == 200
    assert html.startswith("<body>one<script>")
    assert fetch(server, "/version") == (200, "1")
    page.renew()
    assert fetch(server, "/version") == (200, "2")
    assert "two" in fetch(server, "/")[1]


def test_problems_in_the_case_are_shown_and_escaped(server: ThreadingHTTPServer, page: Page) -> None:
    page.renew()
    page.renew()
    assert "<code>case.yaml:3: what is wrong &lt;here&gt;</code>" in fetch(server, "/")[1]


def test_only_this_machine_by_its_own_name(server: ThreadingHTTPServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert fetch(server, "/", host="evil.example")[0] == 403
    assert fetch(server, "/", host=f"localhost:{server.server_address[1]}")[0] == 200
    assert fetch(server, "/etc/passwd")[0] == 404


def test_a_port_that_is_taken_is_one_line(server: ThreadingHTTPServer, page: Page) -> None:
    with pytest.raises(CommandError, match="cannot be used"):
        serve(page, server.server_address[1])


def test_what_is_watched(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("parties: [a]")
    (tmp_path / "private.yaml").write_text("no_deal: 1")
    before = watched(str(tmp_path))
    assert set(before) == {str(tmp_path / "case.yaml"), str(tmp_path / "private.yaml")}
    assert set(watched(str(tmp_path / "case.yaml"))) == set(before)
    (tmp_path / "steps.csv").write_text("step")
    assert watched(str(tmp_path)) != before
    assert watched("singapore-2018") == {}
