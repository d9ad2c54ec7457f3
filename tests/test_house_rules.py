"""Risk: a way of writing that fails later, out of sight: a text that is never translated, a number
that wraps, a receiver in the wrong thread, a check that is switched off.

Each rule says what to write instead. Linters know most of what is wrong in Python; these are the
rules that no linter knows.
"""

import functools
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers import finders

_ROOT = Path(__file__).resolve().parent.parent
_LONGEST_MODULE = 400
_LONGEST_FUNCTION = 50


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        find: what it forbids.
        instead: what to write in its place.
        within: the paths that it is for.
        unless: those among them that it is not for.
        breaks: examples that must be found, each of them.
        keeps: what looks like it and must not be found.
    """

    find: finders.Finder
    instead: str
    within: str
    breaks: tuple[str, ...]
    keeps: str = ""
    unless: str = r"^$"


_PROGRAM, _TESTS, _EVERYWHERE = r"^desktop_app/", r"^tests/", r""

RULES = {
    "a text is a literal": Rule(
        finders.texts_made_on_the_spot,
        'a literal with named placeholders: self.tr("… {name} …").format(name=name)',
        _PROGRAM,
        ('self.tr(f"Save {name}")', 'translate("Context", f"Save {name}")'),
        keeps='self.tr("Save {name}").format(name=f"{name}.tar")',
    ),
    "numbers travel as objects": Rule(
        finders.signals_of_int,
        "Signal(object): Signal(int) wraps above 2 GiB",
        _PROGRAM,
        ("progressed = Signal(str, int)", "progressed = QtCore.Signal(int)"),
        keeps='progressed = Signal(object)\nmoved = Signal("qint64")',
    ),
    "a thread ends by itself": Rule(
        finders.terminated_threads,
        "cancel its work, then quit() and wait()",
        _PROGRAM,
        ("from PySide6.QtCore import QThread\nthread.terminate()",),
        keeps="import subprocess\nprocess.terminate()",
    ),
    "a receiver has a thread": Rule(
        finders.nameless_receivers,
        "a bound method of a QObject with @Slot: anything else runs in the thread of the sender",
        _PROGRAM,
        (
            "job.finished.connect(lambda: done())",
            "job.finished.connect(functools.partial(done, 1))",
        ),
        keeps="job.finished.connect(self._on_finished)",
        unless=r"^desktop_app/ui/",
    ),
    "a dialog does not block": Rule(
        finders.calls_of("exec"),
        "open(), and go on in a slot of its finished or accepted",
        _PROGRAM,
        ("dialog.exec()", "QFileDialog().exec()"),
        keeps="dialog.open()",
        unless=r"^desktop_app/app\.py$",
    ),
    "one door for messages": Rule(
        finders.mentions_of("QMessageBox"),
        "a function of ui/messages.py or a dialog of ui/dialogs",
        _PROGRAM,
        ("from PySide6.QtWidgets import QMessageBox", "QtWidgets.QMessageBox.warning(None)"),
        unless=r"^desktop_app/ui/(messages\.py$|dialogs/)",
    ),
    "nothing is printed": Rule(
        finders.calls_of("print"),
        "logging, or sys.stdout.write where it is the program's answer",
        _PROGRAM,
        ('print("here")',),
        keeps='"print(this)"',
    ),
    "a check is switched off by its code": Rule(
        finders.comments_matching(r"#\s*(type:\s*ignore(?!\[)|noqa(?!:))"),
        "# type: ignore[code] or # noqa: CODE, with the reason after it",
        _EVERYWHERE,
        ("x = 1  # type: ignore", "x = 1  # noqa", "x = 1  #noqa A001"),
        keeps="x = 1  # type: ignore[index]  # noqa: A001\ny = '# noqa'",
    ),
    "coverage is honest": Rule(
        finders.comments_matching(r"pragma:\s*no (cover|branch)"),
        "a test, or no such code",
        _PROGRAM,
        ("x = 1  # pragma: no cover",),
    ),
    "a module fits in a head": Rule(
        finders.modules_longer_than(_LONGEST_MODULE),
        f"two modules: more than {_LONGEST_MODULE} lines own more than one thing",
        _EVERYWHERE,
        ("\n" * (_LONGEST_MODULE + 1),),
        keeps="\n" * _LONGEST_MODULE,
    ),
    "a function fits on a page": Rule(
        finders.functions_longer_than(_LONGEST_FUNCTION),
        f"several functions: none has more than {_LONGEST_FUNCTION} lines",
        _EVERYWHERE,
        ("def f():\n" + "    pass\n" * _LONGEST_FUNCTION,),
        keeps="def f():\n" + "    pass\n" * (_LONGEST_FUNCTION - 1),
    ),
    "widgets are for the window": Rule(
        finders.imports_matching(r"^PySide6\.QtWidgets"),
        "QtCore or QtGui; what needs a widget belongs to desktop or ui",
        _PROGRAM,
        ("from PySide6.QtWidgets import QWidget", "from PySide6 import QtWidgets"),
        keeps="from PySide6.QtGui import QIcon",
        unless=r"^desktop_app/(app\.py$|ui/|desktop/)",
    ),
    "workers know QtCore only": Rule(
        finders.imports_matching(r"^PySide6\.(?!QtCore)"),
        "PySide6.QtCore; a worker has no display",
        r"^desktop_app/workers/",
        ("from PySide6.QtGui import QImage", "import PySide6.QtNetwork"),
        keeps="from PySide6.QtCore import QThread\nfrom PySide6 import QtCore",
    ),
    "a module says what it owns": Rule(
        finders.modules_that_do_not_say("."),
        "a docstring whose first line says what the module owns",
        r"(?<!__init__\.py)$",
        ("x = 1", "'' + ''"),
        keeps='"""Owns this."""',
    ),
    "a test says what for": Rule(
        finders.modules_that_do_not_say(r"Risk: "),
        'a docstring that begins with "Risk: …", what goes wrong for people without the test',
        r"^tests/.*/?test_\w+\.py$",
        ('"""Tests of this and that."""', "x = 1"),
        keeps='"""Risk: it fails."""',
    ),
    "no test is left out": Rule(
        finders.uses_matching(r"^pytest\.(mark\.)?(skip|skipif|xfail|importorskip)$"),
        "nothing: what a test needs is installed by packaging/test.sh, or is a failure",
        _TESTS,
        ("pytest.skip('')", "@pytest.mark.skipif(no_engine)\ndef test(): pass"),
        keeps="source.skip(512)",
    ),
    "a test waits on events": Rule(
        finders.uses_matching(r"^qtbot\.wait$"),
        "qtbot.waitSignal or qtbot.waitUntil",
        _TESTS,
        ("qtbot.wait(100)",),
        keeps="qtbot.waitSignal(queue.drained)\nthread.wait(100)",
    ),
}


def _violations(rule: Rule) -> list[str]:
    return [
        f"{source.path}:{line}"
        for source in _sources()
        if re.search(rule.within, source.path) and not re.search(rule.unless, source.path)
        for line in rule.find(source)
    ]


@functools.cache
def _sources() -> tuple[finders.Source, ...]:
    return tuple(
        finders.Source(path.relative_to(_ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for folder in ("desktop_app", "tests", "packaging")
        for path in sorted((_ROOT / folder).rglob("*.py"))
    )


@pytest.mark.parametrize("name", RULES)
def test_the_house_keeps_its_rules(name: str) -> None:
    rule = RULES[name]
    found = _violations(rule)
    assert not found, f"{name}; write {rule.instead}. Found at {', '.join(found)}"


@pytest.mark.parametrize("name", RULES)
def test_a_rule_finds_what_it_forbids_and_nothing_else(name: str) -> None:
    rule = RULES[name]
    for example in rule.breaks:
        assert list(rule.find(finders.Source("example.py", example))), example
    assert not list(rule.find(finders.Source("example.py", rule.keeps)))


# --- Every module has its tests -------------------------------------------------------------------

_TESTED_ELSEWHERE = {
    "portraits.py": "frozen data, no behaviour",
    "workers/outcome.py": "frozen data, no behaviour",
    "workers/snapshot.py": "frozen data, no behaviour",
    "workers/watched.py": "protocols, no behaviour",
}


def test_every_module_has_a_test_of_its_name() -> None:
    modules = {path for path in _program_modules() if path not in _TESTED_ELSEWHERE}
    missing = sorted(path for path in modules if not _test_of(path).exists())
    assert not missing, f"no tests in tests/ for {', '.join(missing)}"


def test_no_exception_outlives_its_module() -> None:
    gone = [path for path in _TESTED_ELSEWHERE if path not in _program_modules()]
    needless = [path for path in _TESTED_ELSEWHERE if _test_of(path).exists()]
    assert not gone + needless


def _program_modules() -> list[str]:
    paths = (source.path for source in _sources() if re.search(_PROGRAM, source.path))
    return [path.removeprefix("desktop_app/") for path in paths if "/__" not in path]


def _test_of(path: str) -> Path:
    return _ROOT / "tests" / re.sub(r"(\w+\.py)$", r"test_\1", path)
