"""The ground under all tests: a home of their own, and nothing left behind.

A test that ends with a thread, a window, a half-written file or an unexpected warning fails, even
if all that it asked for is true. One that expects warnings takes ``caplog`` and looks at them.
"""

import gc
import os
import signal
import warnings
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

import desktop_app
from tests.helpers import leftovers

pytest_plugins = ["tests.helpers.display", "tests.real_engines.fixtures"]

os.environ["LANG"] = "C.UTF-8"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
hypothesis.settings.register_profile("patient", deadline=None)  # a busy machine is no mistake
hypothesis.settings.load_profile("patient")

_ENGINE_CHOICES = {
    "none": "leave out every test that needs an engine",
    "ci": "Docker and Podman of Debian 12; for the forms of archives a containerd store, too",
    "all": "newer ones for every test, which takes gigabytes and minutes",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    words = "; ".join(f"{choice}: {meaning}" for choice, meaning in _ENGINE_CHOICES.items())
    parser.addoption("--engines", choices=list(_ENGINE_CHOICES), default="ci", help=words)
    parser.addoption("--soak", action="store_true", help="run the long tests, too")


def pytest_configure(config: pytest.Config) -> None:
    """Whoever gives no pythonpath wants to test the installed program, and not by mistake the tree.

    A test run that is told to end takes down what it started, as it does on Ctrl+C.
    """
    package = Path(desktop_app.__file__).parent
    if not config.getini("pythonpath") and package.parent == config.rootpath:
        raise pytest.UsageError("the tests would run against the source tree")
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_report_header() -> str:
    return f"program: {Path(desktop_app.__file__).parent}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    unwanted = {"engine_real"} if config.getoption("--engines") == "none" else set()
    if not config.getoption("--soak"):
        unwanted.add("soak")
    left_out = [item for item in items if any(map(item.get_closest_marker, unwanted))]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if config.getoption("--engines") == "none":
        terminalreporter.write_line("--engines none: nothing was tested against a real engine")


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither the settings nor the engines of whoever runs the tests have a say in them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR"):
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(f"XDG_{name}", str(folder))
        for name in ("HOST", "CONTEXT", "CONFIG", "CERT_PATH", "TLS_VERIFY"):
            patch.delenv(f"DOCKER_{name}", raising=False)
        yield


@pytest.fixture
def failing_connections() -> Iterator[None]:
    """Docker-py and wakepy leave a socket to Python's collector where a connection fails.

    Tests that use this say ``ignore:unclosed <socket`` themselves, because pytest sets the filters
    of each phase anew.
    """
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set up before a test's own fixtures, and so the last to look after them."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    threads, system_threads = leftovers.running_threads(), leftovers.system_threads()
    with leftovers.warnings_logged() as logged, leftovers.own_language():
        yield
    problems = leftovers.left_threads(threads)
    problems += leftovers.left_qt_threads(system_threads) + leftovers.left_windows()
    if folder is not None:
        problems += sorted(map(str, folder.rglob("*.part")))
    if "caplog" not in request.fixturenames:
        problems += logged
    if problems:
        pytest.fail("left behind: " + ", ".join(problems))
