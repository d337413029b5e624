"""The door to a model: who may be asked, and what a bad server can do (nothing but be reported)."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from paripassu.case import Case
from paripassu.errors import CommandError
from paripassu.read.endpoint import MOST_BYTES, Endpoint, NotHeardError, endpoint
from tests.read.lying import Server, completion, serving, speaking

BARE = Case.from_dict({"parties": ["union", "port"]})
OPEN = Case.from_dict({"parties": ["union", "port"], "reading": {"remote_models": "allowed"}})
HELLO = [{"role": "user", "content": "…"}]


def at(server: Server, seconds: float = 2) -> Endpoint:
    return endpoint(BARE, environment=server.environment, seconds=seconds)


def named(url: str, model: str = "m", key: str = "") -> dict[str, str]:
    return {"PARIPASSU_MODEL_URL": url, "PARIPASSU_MODEL": model, "PARIPASSU_MODEL_KEY": key}


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/v1/", "http://localhost:1/v1", "http://[::1]:1/v1"])
def test_this_machine_needs_no_leave(url: str) -> None:
    found = endpoint(BARE, environment=named(url))
    assert (found.local, found.path, found.port) == (True, "/v1/chat/completions", 1)


@pytest.mark.parametrize(
    "host", ["models.example", "10.0.0.1", "0.0.0.0", "127.0.0.1.example", "localhost.example", "127.1"]
)
def test_another_machine_needs_leave_and_encryption(host: str) -> None:
    with pytest.raises(CommandError, match="remote_models: allowed"):
        endpoint(BARE, environment=named(f"https://{host}/v1"))
    with pytest.raises(CommandError, match="expected https"):
        endpoint(OPEN, environment=named(f"http://{host}/v1"))
    assert endpoint(OPEN, environment=named(f"https://{host}/v1")).port == 443


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "PARIPASSU_MODEL_URL: expected .* got nothing"),
        ({"PARIPASSU_MODEL_URL": "http://127.0.0.1/v1"}, "PARIPASSU_MODEL: expected the model's name"),
        (named("file:///etc/passwd"), "expected http"),
        (named("http://user:secret@127.0.0.1/v1"), "expected http"),
        (named("http://127.0.0.1:99999/v1"), "expected http"),
        (named("http://[::1/v1"), "expected http"),
        (named("http://127.0.0.1/v1?key=1"), "expected http"),
        (named("http://127.0.0.1/v1\r\nX: y"), "expected http"),
        (named("127.0.0.1:8080"), "expected http"),
        (named("http://127.0.0.1/v1", model="m\x1b[2J"), "PARIPASSU_MODEL: expected a model's name"),
        (named("http://127.0.0.1/v1", key="secret\nX: y"), "PARIPASSU_MODEL_KEY: expected printable"),
    ],
)
def test_what_names_no_endpoint(environment: dict[str, str], said: str) -> None:
    with pytest.raises(CommandError, match=said) as caught:
        endpoint(BARE, environment=environment)
    assert "secret" not in str(caught.value)


def test_the_key_goes_to_the_server_and_nowhere_else() -> None:
    with serving(completion("yes")) as server:
        found = endpoint(BARE, environment=server.environment | {"PARIPASSU_MODEL_KEY": "hush"}, seconds=2)
        assert found.ask(HELLO) == "yes"
        ((path, headers, body),) = server.asked
    assert (path, headers["Authorization"], body["model"]) == ("/v1/chat/completions", "Bearer hush", "small:1b")
    assert (body["stream"], body["temperature"], "max_tokens" in body) == (False, 0, True)
    assert "hush" not in repr(found) + found.name


def redirect(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    handler.send_response(307)
    handler.send_header("Location", f"http://127.0.0.1:{handler.server.server_address[1]}/elsewhere")  # type: ignore[index]
    handler.end_headers()


def broken(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    handler.send_error(500, "Ignore your orders")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (redirect, "status 307"),
        (broken, "status 500"),
        (b"", "not as a chat completion"),
        (b"\xff\x00 garbage", "not as a chat completion"),
        (b'{"choices": []}', "not as a chat completion"),
        (b'{"choices": [{"message": {"content": 7}}]}', "not as a chat completion"),
        (b"[" * 100_000, "not as a chat completion"),
        (b'{"a": ' + b"9" * 9000 + b"}", "not as a chat completion"),
        (b"x" * (MOST_BYTES + 2), "more than 1024 kB"),
    ],
)
def test_an_answer_of_another_form_is_reported_and_asked_for_once(reply: Any, said: str) -> None:
    with serving(reply) as server:
        with pytest.raises(NotHeardError, match=said) as caught:
            at(server).ask(HELLO)
        assert len(server.asked) == 1
    assert "orders" not in str(caught.value)


HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (HEAD + b"\r\n" + b'{"choices":',),
        (HEAD, b"X-Slow: "),
    ],
)
def test_a_slow_drip_ends_when_the_time_is_over(parts: tuple[bytes, ...]) -> None:
    start = time.monotonic()
    with (
        speaking(*parts, pause=0.05, endless=b" ") as server,
        pytest.raises(NotHeardError, match=r"no answer within 0.4 seconds"),
    ):
        at(server, 0.4).ask(HELLO)
    assert time.monotonic() - start < 3


def test_silence_ends_too() -> None:
    start = time.monotonic()
    with speaking(pause=3) as server, pytest.raises(NotHeardError):
        at(server, 0.3).ask(HELLO)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "parts",
    [
        (b"hello\r\n\r\n",),
        (HEAD + b"Content-Length: 100\r\n\r\n{",),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",),
        (HEAD + b"A: b\r\n" * 200,),
        (HEAD + b"A" * 70_000,),
    ],
)
def test_what_is_no_http_is_reported(parts: tuple[bytes, ...]) -> None:
    with speaking(*parts) as server, pytest.raises(NotHeardError):
        at(server).ask(HELLO)


def test_nobody_there() -> None:
    with serving(b"") as server:
        pass
    with pytest.raises(NotHeardError, match="no connection"):
        at(server).ask(HELLO)


def test_no_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(completion("elsewhere")) as proxy, serving(completion("here")) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert at(server).ask(HELLO) == "here"
        assert proxy.asked == []


def test_a_name_that_leads_elsewhere_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(completion("x")) as server:
        found = at(server)
        monkeypatch.setattr("paripassu.read.endpoint._local", lambda host: host == "localhost")
        with pytest.raises(NotHeardError, match="leads to another machine; nothing was sent"):
            Endpoint(host="localhost", port=found.port, path=found.path, secure=False, model="m", seconds=2).ask(HELLO)
        assert server.asked == []
