"""The images of the corpus: a program of a few bytes in them, so that a loaded one can be started.

Every archive of the corpus holds some of these, so that what is to be found in it is known.
"""

from tests.archives.builder import Image
from tests.real_engines.images import files_tar
from tests.real_engines.programs import DONE

FILES = {"bin/sh": DONE, "etc/hostname": b"web\n", "usr/share/hello": b"hello"}
"""A root file system; ``/bin/sh`` ends at once, and with success."""

BASE = files_tar(FILES)
WEB = Image(("shop/web:1",), (BASE, files_tar({"srv/page": b"page"})))
DB = Image(("shop/db:9", "shop/db:latest"), (BASE, files_tar({"srv/table": b"table"})))
NAMELESS = Image((), (BASE, files_tar({"srv/nameless": b"none"})))
ARM = Image(("shop/arm:1",), (BASE, files_tar({"srv/arm": b"arm"})), architecture="arm64")
WINDOWS = Image(("shop/win:1",), (files_tar({"Files/a": b"win"}),), os="windows")
LONELY = Image(("shop/lonely:1",), (files_tar({"bin/sh": DONE, "srv/lonely": b"1"}),))
"""Shares no layer with another, so that no engine has a part of it from an earlier load."""
