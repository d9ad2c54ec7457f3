"""Risk: a stream to another computer cannot be cut, or leaves an ssh behind."""

import subprocess

import pytest

from desktop_app.engine import connect
from desktop_app.engine.ssh_relay import SshRelay
from desktop_app.errors import ErrorCode, UserFacingError
from tests.engine.fake_engine import Answer, Gate


def test_docker_is_asked_for_over_there_with_the_users_own_ssh(fake, ssh) -> None:
    ssh.leads_to(fake)
    with connect("ssh://me@far.example:2222"):
        words = ssh.arguments
    assert words[words.index("-l") + 1] == "me"
    assert words[words.index("-p") + 1] == "2222"
    assert words[-5:] == ["--", "far.example", "docker", "system", "dial-stdio"]


def test_an_archive_passes_as_it_is(fake, ssh) -> None:
    ssh.leads_to(fake)
    data = bytes(range(256)) * 4000
    fake.answers["GET /images/get"] = Answer([data])
    received = bytearray()
    buffer = memoryview(bytearray(100_000))
    with connect("ssh://far") as engine, engine.open_save(["web:1"]) as download:
        while count := download.readinto(buffer):
            received += buffer[:count]
    assert received == data


def test_a_stream_can_be_cut(fake, ssh) -> None:
    ssh.leads_to(fake)
    gate = Gate()
    fake.answers["GET /images/get"] = Answer(gate.after(b"some"))
    with connect("ssh://far") as engine, engine.open_save(["web:1"]) as download:
        download.readinto(memoryview(bytearray(4)))
        assert gate.is_reached.wait(10)
        download.cut()
        with pytest.raises(UserFacingError) as caught:
            download.readinto(memoryview(bytearray(4)))
    gate.open()
    assert caught.value.code is ErrorCode.ENGINE_LOST


def test_nothing_is_left_running(fake, ssh) -> None:
    ssh.leads_to(fake)
    with connect("ssh://far"):
        pass
    found = subprocess.run(["pgrep", "-f", str(fake.path)], check=False, capture_output=True)
    assert found.stdout == b""


@pytest.mark.parametrize(
    "url", ["ssh://-oProxyCommand=x", "ssh://far/path", "ssh://far:x", "ssh://"]
)
def test_no_address_becomes_an_option_of_ssh(url) -> None:
    with pytest.raises(UserFacingError) as caught:
        SshRelay(url)
    assert (caught.value.code, caught.value.params) == (ErrorCode.ENGINE_URL_INVALID, {"url": url})
