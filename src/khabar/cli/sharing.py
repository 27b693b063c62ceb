"""A server that shares its callers with others at the same socket."""

import socket

import uvicorn

# How many callers may wait to be let in.
WAITING = 128


class Sharing(uvicorn.Server):
    """Lets callers in one by one: of twenty who come in one moment, other processes at the socket get their share."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to answer; the others may wait outside."""
        await super().startup(sockets=sockets)
        for each in sockets or ():
            each.listen(WAITING)


def sharing(app: object, grace: int) -> Sharing:
    """A server of `app`, which takes `grace` seconds to finish its answers when it is told to end."""
    return Sharing(uvicorn.Config(app, log_level="warning", lifespan="on", server_header=False, timeout_graceful_shutdown=grace, backlog=1))  # type: ignore[arg-type]
