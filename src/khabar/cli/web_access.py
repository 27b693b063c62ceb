"""The network as the command line hands it in: names resolved, the clock, and the options that steer asking."""

import socket
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from khabar.sources import Input, Refusal

if TYPE_CHECKING:
    from khabar.sources.net.fetcher import Fetcher

_KEY = "khabar.network"


def _kept(context: click.Context, parameter: click.Parameter, value: object) -> None:
    context.meta.setdefault(_KEY, {})[parameter.name] = value


def network(command: Callable[..., None]) -> Callable[..., None]:
    """The options of commands that may ask the web; `fetcher` finds them in the context of the command."""
    for option in (
        click.option("--delay", type=click.FloatRange(0), default=1.0, show_default=True, expose_value=False, callback=_kept, help="Seconds between two requests to one host."),
        click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, expose_value=False, callback=_kept, help="Seconds for one address as a whole."),
        click.option("--allow-private", is_flag=True, expose_value=False, callback=_kept, help="Ask addresses of private networks and of this machine too."),
    ):
        command = option(command)
    return command


def fetcher() -> "Fetcher":
    """What gets addresses, as the options of the command say."""
    from khabar.sources.net.addresses import is_any, is_open
    from khabar.sources.net.fetcher import Fetcher

    told = click.get_current_context().meta.get(_KEY, {})
    permitted = is_any if told.get("allow_private") else is_open
    return Fetcher(resolve=resolved, clock=time.monotonic, sleep=time.sleep, delay=told.get("delay", 1.0), limit=told.get("timeout", 30.0), permitted=permitted)


def fetching() -> Callable[[str], Input | Refusal]:
    """Gets addresses, and loads what that needs at the first."""
    found: list[Fetcher] = []

    def fetch(address: str) -> Input | Refusal:
        if not found:
            found.append(fetcher())
        return found[0](address)

    return fetch


def resolved(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host, in the order of the system."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))
