"""Risk: images go to an engine that nobody has chosen, or to one that is not the one it claims."""

import hashlib
import json
from pathlib import Path

import pytest

from desktop_app.engine.contexts import chosen_endpoint
from desktop_app.errors import ErrorCode, UserFacingError


class Settings:
    """A docker folder as docker's own command line writes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environ = {"DOCKER_CONFIG": str(folder), "HOME": str(folder / "home")}

    def choose(self, name: str) -> None:
        (self.folder / "config.json").write_text(json.dumps({"currentContext": name}))

    def add(self, name: str, host: object, *, skip_verify: bool = False) -> Path:
        """Returns the folder for its certificates, which does not exist yet."""
        digest = hashlib.sha256(name.encode()).hexdigest()
        meta = self.folder / "contexts" / "meta" / digest
        meta.mkdir(parents=True)
        docker = {"Host": host, "SkipTLSVerify": skip_verify}
        document = {"Name": name, "Metadata": {}, "Endpoints": {"docker": docker}}
        (meta / "meta.json").write_text(json.dumps(document))
        return self.folder / "contexts" / "tls" / digest / "docker"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


def _certificates(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text("a certificate")


def _failure(*arguments) -> UserFacingError:
    with pytest.raises(UserFacingError) as caught:
        chosen_endpoint(*arguments)
    return caught.value


def test_nobody_has_chosen_anything(settings) -> None:
    assert chosen_endpoint(None, settings.environ) is None


def test_the_default_context_is_no_choice(settings) -> None:
    settings.choose("default")
    assert chosen_endpoint(None, settings.environ) is None


def test_the_current_context_is_used(settings) -> None:
    settings.add("colima", "unix:///colima.sock")
    settings.choose("colima")
    endpoint = chosen_endpoint(None, settings.environ)
    assert endpoint is not None
    assert (endpoint.url, endpoint.tls) == ("unix:///colima.sock", None)


def test_a_context_needs_no_config_file(settings, tmp_path, monkeypatch) -> None:
    """Docker-py would look in the working directory then."""
    settings.add("colima", "unix:///colima.sock")
    monkeypatch.chdir(tmp_path.parent)
    endpoint = chosen_endpoint(None, settings.environ | {"DOCKER_CONTEXT": "colima"})
    assert endpoint is not None
    assert endpoint.url == "unix:///colima.sock"


@pytest.mark.parametrize("name", ["gone", "../../etc", "default2"])
def test_an_unknown_context_is_an_error_and_never_the_default_engine(settings, name) -> None:
    settings.choose(name)
    error = _failure(None, settings.environ)
    assert (error.code, error.params) == (ErrorCode.CONTEXT_UNKNOWN, {"context": name})


@pytest.mark.parametrize("host", [None, "", 7])
def test_a_context_without_an_address_is_an_error(settings, host) -> None:
    settings.add("broken", host)
    settings.choose("broken")
    assert _failure(None, settings.environ).code is ErrorCode.CONTEXT_UNKNOWN


def test_a_context_whose_file_is_broken_is_an_error(settings) -> None:
    settings.add("broken", "unix:///x")
    next(settings.folder.rglob("meta.json")).write_text("{")
    settings.choose("broken")
    assert _failure(None, settings.environ).code is ErrorCode.CONTEXT_UNKNOWN


def test_broken_settings_of_docker_are_no_choice(settings) -> None:
    (settings.folder / "config.json").write_text("[")
    assert chosen_endpoint(None, settings.environ) is None


def test_docker_host_comes_before_the_context(settings) -> None:
    settings.choose("gone")
    endpoint = chosen_endpoint(None, settings.environ | {"DOCKER_HOST": "unix:///host.sock"})
    assert endpoint is not None
    assert endpoint.url == "unix:///host.sock"


def test_an_address_comes_before_docker_host(settings) -> None:
    environ = settings.environ | {"DOCKER_HOST": "unix:///host.sock"}
    endpoint = chosen_endpoint("unix:///given.sock", environ)
    assert endpoint is not None
    assert endpoint.url == "unix:///given.sock"


def test_the_certificates_of_a_context_are_used_and_belong_to_its_address(settings) -> None:
    """A job opens the engine again by its address alone."""
    tls = settings.add("far", "tcp://far:2376")
    _certificates(tls, "ca.pem", "cert.pem", "key.pem")
    settings.choose("far")
    for url in (None, "tcp://far:2376"):
        endpoint = chosen_endpoint(url, settings.environ)
        assert endpoint is not None
        assert endpoint.tls is not None
        assert endpoint.tls.verify is True
        assert endpoint.tls.cert == (str(tls / "cert.pem"), str(tls / "key.pem"))
    other = chosen_endpoint("tcp://other:2376", settings.environ)
    assert other is not None
    assert other.tls is None


def test_an_authority_alone_is_enough_to_be_sure_of_an_engine(settings) -> None:
    tls = settings.add("far", "tcp://far:2376")
    _certificates(tls, "ca.pem")
    settings.choose("far")
    endpoint = chosen_endpoint(None, settings.environ)
    assert endpoint is not None
    assert endpoint.tls is not None
    assert endpoint.tls.ca_cert == str(tls / "ca.pem")


def test_a_certificate_without_its_key_is_an_error(settings) -> None:
    tls = settings.add("far", "tcp://far:2376")
    _certificates(tls, "cert.pem")
    settings.choose("far")
    assert _failure(None, settings.environ).code is ErrorCode.ENGINE_TLS


def test_certificates_that_belong_to_somebody_else(settings, monkeypatch) -> None:
    """As after ``sudo docker context create``; root, who runs the tests, may look everywhere."""
    settings.add("far", "tcp://far:2376")
    settings.choose("far")

    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refuse)
    error = _failure(None, settings.environ)
    assert error.code is ErrorCode.ENGINE_TLS
    assert "Permission denied" in error.detail


def test_certificates_from_the_environment(settings, tmp_path) -> None:
    _certificates(tmp_path / "certs", "ca.pem", "cert.pem", "key.pem")
    environ = settings.environ | {
        "DOCKER_HOST": "tcp://far:2376",
        "DOCKER_TLS_VERIFY": "1",
        "DOCKER_CERT_PATH": str(tmp_path / "certs"),
    }
    endpoint = chosen_endpoint(None, environ)
    assert endpoint is not None
    assert endpoint.tls is not None
    assert endpoint.tls.verify is True


def test_certificates_that_the_environment_names_and_that_do_not_exist(settings, tmp_path) -> None:
    environ = settings.environ | {
        "DOCKER_HOST": "tcp://far:2376",
        "DOCKER_CERT_PATH": str(tmp_path / "nowhere"),
    }
    error = _failure(None, environ)
    assert (error.code, error.params) == (ErrorCode.ENGINE_TLS, {"url": "tcp://far:2376"})


def test_certificates_are_not_for_sockets_on_this_computer(settings, tmp_path) -> None:
    _certificates(tmp_path / "certs", "ca.pem", "cert.pem", "key.pem")
    environ = settings.environ | {"DOCKER_CERT_PATH": str(tmp_path / "certs")}
    endpoint = chosen_endpoint("unix:///x.sock", environ)
    assert endpoint is not None
    assert endpoint.tls is None
