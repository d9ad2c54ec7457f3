"""A module of the tests in a process of its own, with the same program that is tested here."""

import sys
from pathlib import Path

import desktop_app

_ALONE = """
import runpy, sys
program, tests, module, *arguments = sys.argv[1:]
sys.path[:] = [program, *sys.path, tests]
sys.argv[1:] = arguments
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""
_PROGRAM, _TESTS = Path(desktop_app.__file__).parents[1], Path(__file__).parents[2]


def alone(module: str, *arguments: object) -> list[str]:
    """The command that does what ``python -m MODULE ARGUMENTS`` would do.

    That would find neither the tests nor, where it is the installed program that is tested, the
    right program.
    """
    command = [sys.executable, "-c", _ALONE, _PROGRAM, _TESTS, module, *arguments]
    return [str(each) for each in command]
