"""A message bus of the tests' own, and services of a desktop on it that python-dbusmock plays."""

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

WAIT_SECONDS = 10


class MockedService:
    """One service; it writes every call on a line of its own.

    Args:
        process: plays it.
        connection: to the same bus.
        address: of the service.
    """

    def __init__(
        self, process: subprocess.Popen[str], connection: DBusConnection, address: DBusAddress
    ) -> None:
        self._process = process
        self._connection = connection
        self._address = address

    def teach(self, name: str, takes: str, gives: str = "", code: str = "") -> None:
        """Let it answer a call, by a line of Python."""
        self._control("AddMethod", "sssss", ("", name, takes, gives, code))

    def have(self, name: str, signature: str, value: object) -> None:
        """Let it have a property."""
        interface = self._address.interface
        self._control("AddProperty", "ssv", (interface, name, (signature, value)))

    def emit(self, name: str, signature: str, *values: tuple[str, object]) -> None:
        """Let it send a signal."""
        interface = self._address.interface
        self._control("EmitSignal", "sssav", (interface, name, signature, list(values)))

    def next_call(self, names: Iterable[str]) -> list[str]:
        """Wait for the next one of these things that is asked of it: its name, and the rest."""
        assert self._process.stdout is not None
        while True:
            words = self._process.stdout.readline().rstrip("\n").split(" ", 2)
            assert len(words) > 1, "it has ended"
            if words[1] in names:
                return words[1:]

    def _control(self, name: str, signature: str, values: tuple[object, ...]) -> None:
        address = self._address.with_interface("org.freedesktop.DBus.Mock")
        call = new_method_call(address, name, signature, values)
        self._connection.send_and_get_reply(call, timeout=WAIT_SECONDS)


@contextmanager
def session_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A message bus of a session, and nobody on it."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


@contextmanager
def mocked_service(bus: str, name: str, path: str, interface: str) -> Iterator[MockedService]:
    """A service on a bus, as soon as it can be asked.

    Args:
        bus: the address of the bus.
        name: of the service.
        path: of its one object.
        interface: of that.
    """
    # The library is Debian's, for Debian's Python: from elsewhere it would have to be compiled.
    command = ["/usr/bin/python3", "-u", "-m", "dbusmock", name, path, interface]
    with ExitStack() as at_the_end:
        connection = at_the_end.enter_context(open_dbus_connection(bus))
        rule = MatchRule(type="signal", member="NameOwnerChanged", path="/org/freedesktop/DBus")
        rule.add_arg_condition(0, name)
        Proxy(message_bus, connection).AddMatch(rule)
        with connection.filter(rule) as arrivals:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            at_the_end.enter_context(process)
            at_the_end.callback(process.terminate)
            connection.recv_until_filtered(arrivals, timeout=WAIT_SECONDS)
        yield MockedService(process, connection, DBusAddress(path, name, interface))
