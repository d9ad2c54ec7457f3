"""Risk: over an encrypted line, which is read and written in other ways, a Cancel hangs or a
transfer breaks."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests.utils

from desktop_app.cancel import CancelToken
from desktop_app.engine import Engine, connect
from desktop_app.progress import Phase, run
from tests.helpers.certificates import make_certificates
from tests.helpers.folders import files_in
from tests.real_engines.conftest import Site, made_site
from tests.real_engines.engines import running_engine
from tests.real_engines.faults.verbs import (
    ENDS_OF_A_STREAM,
    RECEIVERS,
    SENDERS,
    Verb,
    at_each_moment,
    of_each,
)
from tests.real_engines.fixtures import short_folder
from tests.real_engines.jobs import (
    cancel_in,
    cancel_when_stuck,
    failure_after,
    silent_in_transfer,
)

pytestmark = [
    pytest.mark.engine_real,
    pytest.mark.parametrize("site", ["20.10"], indirect=True),
    pytest.mark.usefixtures("failing_connections"),
    pytest.mark.filterwarnings("ignore:unclosed <ssl.SSLSocket"),
]


@pytest.fixture(scope="module")
def secured() -> Iterator[tuple[Site, Engine]]:
    """A site whose engine is also reached over TLS, and the program's connection that way."""
    with short_folder() as folder, pytest.MonkeyPatch.context() as patch:
        url = f"tcp://127.0.0.1:{free_port()}"
        make_certificates(folder)
        pairs = {"cacert": "ca", "cert": "cert", "key": "key"}
        options = [f"--tls{option}={folder / stem}.pem" for option, stem in pairs.items()]
        patch.setenv("DOCKER_CERT_PATH", str(folder))
        patch.setenv("DOCKER_TLS_VERIFY", "1")
        patch.setenv(
            "REQUESTS_CA_BUNDLE", requests.utils.DEFAULT_CA_BUNDLE_PATH
        )  # says nothing about engines
        with (
            running_engine(
                "20.10", folder / "engine", ["--tlsverify", "--host", url, *options]
            ) as engine,
            connect(url) as ferry,
        ):
            yield made_site(engine, folder), ferry


@pytest.fixture
def site(secured: tuple[Site, Engine]) -> Site:
    return secured[0]


@pytest.fixture
def ferry(secured: tuple[Site, Engine]) -> Engine:
    return secured[1]


@of_each((*RECEIVERS, *SENDERS))
def test_a_transfer(site: Site, ferry: Engine, target: Path, verb: Verb) -> None:
    run(verb.begin(ferry, site, verb.file(site, target)))


@at_each_moment
def test_a_cancel_at_any_moment(
    site: Site, ferry: Engine, target: Path, verb: Verb, phase: Phase
) -> None:
    token = CancelToken()
    cancel_in(phase, token, verb.begin(ferry, site, verb.file(site, target), cancel=token))
    assert files_in(target.parent) == []
    site.engine.kill()  # what it has of the file now is all that it will ever have


@of_each(SENDERS)
def test_a_cancel_while_the_engine_takes_no_more_bytes(
    site: Site, ferry: Engine, target: Path, verb: Verb
) -> None:
    token = CancelToken()
    body = verb.begin(ferry, site, verb.file(site, target), cancel=token)
    cancel_when_stuck(site.engine.pause, token, body)
    site.engine.resume()


@of_each(SENDERS)
def test_a_cancel_while_the_engine_does_not_even_agree_on_a_key(
    site: Site, ferry: Engine, target: Path, verb: Verb
) -> None:
    token = CancelToken()
    body = verb.begin(ferry, site, verb.file(site, target), cancel=token)
    with silent_in_transfer(site.engine):
        cancel_in(verb.stream, token, body)


@of_each((*RECEIVERS, *SENDERS))
def test_an_engine_that_dies(site: Site, ferry: Engine, target: Path, verb: Verb) -> None:
    body = verb.begin(ferry, site, verb.file(site, target))
    error = failure_after(verb.stream, site.engine.kill, body)
    assert error.code in ENDS_OF_A_STREAM
    assert files_in(target.parent) == []


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
