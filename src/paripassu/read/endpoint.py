"""The one door to a language model: one bounded request to one address, and no way around it.

No redirect is followed and no proxy used, for either would carry a text elsewhere than the address says. Nothing is
sent again after a failure.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import os
import re
import socket
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from paripassu.case import Case
from paripassu.errors import CommandError

__all__ = ["KEY", "MODEL", "MOST_BYTES", "URL", "Endpoint", "NotHeardError", "endpoint", "may_leave"]

URL, MODEL, KEY = "PARIPASSU_MODEL_URL", "PARIPASSU_MODEL", "PARIPASSU_MODEL_KEY"
"""The variables that name the endpoint (up to `/v1`), the model, and the key where one is needed."""
MOST_BYTES = 2**20
"""The most bytes of an answer; a longer one is not read to its end, and nothing of it is used."""
_SECONDS = 120.0
_MOST_TOKENS = 4096
_NAME = re.compile(r"[\w./:@+-]{1,80}\Z", re.ASCII)


class NotHeardError(CommandError):
    """No answer that can be used: no connection, too slow, too long, or not of the form agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a model is asked, and which. The key is shown nowhere."""

    host: str
    port: int
    path: str
    secure: bool
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = _SECONDS

    @property
    def name(self) -> str:
        """The model and where it is."""
        return f"{self.model} at {self.host}:{self.port}"

    @property
    def local(self) -> bool:
        """Whether the address is this machine's own."""
        return _local(self.host)

    def ask(self, messages: Sequence[Mapping[str, str]]) -> str:
        """What the model answers to these messages.

        Raises
        ------
        NotHeardError
            When there is no answer within ``seconds``, or none of the form agreed; asked once only.
        """
        asked = {"model": self.model, "messages": list(messages), "temperature": 0, "stream": False}
        body = json.dumps(asked | {"max_tokens": _MOST_TOKENS}).encode("utf-8", "replace")
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        kind = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
        line = kind(self.host, self.port, timeout=self.seconds)
        late = threading.Event()

        opened: list[socket.socket] = []  # the connection forgets its socket before the answer is read

        def hang_up() -> None:
            late.set()
            # A server that sends one byte now and then never trips a time limit on single reads.
            for held in opened or [line.sock]:
                _cut(held)

        clock = threading.Timer(self.seconds, hang_up)
        clock.daemon = True
        clock.start()
        try:
            line.connect()
            opened.append(line.sock)
            if self.local and not _local(str(line.sock.getpeername()[0])):
                raise NotHeardError(f"{self.host}: leads to another machine; nothing was sent.")
            line.request("POST", self.path, body, headers)
            raw = self._read(line.getresponse(), late)
        except (OSError, http.client.HTTPException, ValueError) as error:
            why = f"no answer within {self.seconds:g} seconds" if late.is_set() or _slow(error) else _reason(error)
            raise NotHeardError(f"{self.name}: {why}.") from None
        finally:
            clock.cancel()
            line.close()
        return self._said(raw)

    def _read(self, answer: http.client.HTTPResponse, late: threading.Event) -> bytes:
        if answer.status != 200:
            # What such a page says is not shown: it is nobody's answer.
            raise NotHeardError(f"{self.name}: answered with status {answer.status}.")
        parts: list[bytes] = []
        size = 0
        while part := answer.read(2**16):
            size += len(part)
            parts.append(part)
            if size > MOST_BYTES:
                raise NotHeardError(f"{self.name}: answered with more than {MOST_BYTES // 2**10} kB.")
        if late.is_set():
            raise NotHeardError(f"{self.name}: no answer within {self.seconds:g} seconds.")
        return b"".join(parts)

    def _said(self, raw: bytes) -> str:
        try:
            said: Any = json.loads(raw)["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError, RecursionError):
            said = None
        if not isinstance(said, str):
            raise NotHeardError(f"{self.name}: answered, but not as a chat completion.")
        return said


def endpoint(case: Case, *, environment: Mapping[str, str] | None = None, seconds: float = _SECONDS) -> Endpoint:
    """The endpoint that the environment names, if this case may ask it.

    Parameters
    ----------
    case : Case
        Its `reading: {remote_models: allowed}` is needed for any host but this machine.
    environment : mapping, optional
        The process's own when absent.
    seconds : float
        The longest to wait for one answer.

    Raises
    ------
    CommandError
        When nothing is named, the address is none, or it is another host without leave or without encryption.

    Examples
    --------
    >>> here = {"PARIPASSU_MODEL_URL": "http://127.0.0.1:11434/v1", "PARIPASSU_MODEL": "small"}
    >>> endpoint(Case.from_dict({"parties": ["a", "b"]}), environment=here).name
    'small at 127.0.0.1:11434'
    """
    said = os.environ if environment is None else environment
    for name, example in ((URL, "http://127.0.0.1:11434/v1"), (MODEL, "the model's name")):
        if not said.get(name):
            raise CommandError(f"{name}: expected {example}, got nothing. No model is asked unless one is named.")
    if not _NAME.match(said[MODEL]):
        raise CommandError(f"{MODEL}: expected a model's name of up to 80 letters, digits and ./:@+-, got another.")
    key = said.get(KEY) or None
    if key is not None and not (key.isascii() and key.isprintable()):
        raise CommandError(f"{KEY}: expected printable letters, got others.")  # it is not repeated
    try:
        parts = urlsplit(said[URL])
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    plain = said[URL].isascii() and said[URL].isprintable() and " " not in said[URL]
    if (
        not (plain and parts.hostname and parts.scheme in ("http", "https"))
        or parts.query
        or parts.fragment
        or "@" in parts.netloc
    ):
        raise CommandError(f"{URL}: expected http(s)://HOST[:PORT]/PATH without a name, question or mark, got another.")
    secure = parts.scheme == "https"
    found = Endpoint(
        host=parts.hostname,
        port=port or (443 if secure else 80),
        path=parts.path.rstrip("/") + "/chat/completions",
        secure=secure,
        model=said[MODEL],
        key=key,
        seconds=seconds,
    )
    if not found.local:
        if not may_leave(case):
            raise CommandError(
                f"{URL}: `{found.host}` is not this machine. A model here (http://127.0.0.1:PORT/v1) needs no leave; "
                "for another host write `reading: {remote_models: allowed}` into the case."
            )
        if not secure:
            raise CommandError(f"{URL}: expected https for `{found.host}`, got http: all between could read it.")
    return found


def may_leave(case: Case) -> bool:
    """Whether the case allows that models on other machines are asked."""
    return case.reading is not None and case.reading.remote_models == "allowed"


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _cut(held: socket.socket | None) -> None:
    try:
        if held is not None:
            held.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # closed already


def _slow(error: Exception) -> bool:
    return isinstance(error, TimeoutError)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"no connection ({(error.strerror or type(error).__name__).lower()})"
    return "no answer of the agreed form"
