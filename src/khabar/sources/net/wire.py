"""The wire: connects to the very address that was checked, and lets nothing last beyond its time."""

import ssl
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from khabar.sources.net.addresses import Resolve


class Forbidden(httpx.TransportError):
    """A host whose address may not be asked."""


class Wire(httpcore.NetworkBackend):
    """Connects only to addresses that `permitted` allows, and only until `deadline` on `clock` (seconds)."""

    def __init__(self, resolve: Resolve, permitted: Callable[[str], bool], clock: Callable[[], float], deadline: float) -> None:
        self._resolve, self._permitted, self._clock, self._deadline = resolve, permitted, clock, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host`, once all of them are permitted. Raises Forbidden."""
        try:
            addresses = self._resolve(host, port)
        except OSError as fault:
            raise httpcore.ConnectError(f"{host}: {fault.strerror or fault}") from fault
        except UnicodeError as fault:
            raise httpcore.ConnectError(f"{host}: no name of a host") from fault
        if not addresses:
            raise httpcore.ConnectError(f"{host}: no address")
        for address in addresses:
            if not self._permitted(address):
                raise Forbidden(f"{host} is at {address}, which is not open to everybody (--allow-private asks it all the same)")
        stream = self._plain.connect_tcp(addresses[0], port, self.left(timeout), local_address, socket_options)
        return _Stream(stream, self)

    def sleep(self, seconds: float) -> None:
        """Nothing here waits."""

    def left(self, timeout: float | None) -> float:
        """What is left of the time, at most `timeout`. Raises ReadTimeout where nothing is."""
        left = self._deadline - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("took too long")
        return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    """A stream whose every step ends at the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, wire: Wire) -> None:
        self._stream, self._wire = stream, wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._wire.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._wire.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._wire.left(timeout)), self._wire)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Transport(httpx.BaseTransport):
    """httpx over a Wire; no proxies, no pool beyond one request."""

    def __init__(self, wire: Wire, context: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=wire, max_connections=1, max_keepalive_connections=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request; the body of the response is read by the caller."""
        url = httpcore.URL(scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path)
        try:
            answer = self._pool.handle_request(httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions))
        except _FAULTS as fault:
            raise _told(fault) from fault
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        """Ends the connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except _FAULTS as fault:
            raise _told(fault) from fault

    def close(self) -> None:
        self._stream.close()


_FAULTS = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError)


def _told(fault: Exception) -> httpx.TransportError:
    if isinstance(fault, httpcore.TimeoutException):
        return httpx.ReadTimeout("took too long")
    return httpx.NetworkError(str(fault) or type(fault).__name__)
