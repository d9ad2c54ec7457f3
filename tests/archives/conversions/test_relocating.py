"""Risk: a root file system from under a folder loses files, owners, links or long names."""

import io
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.archives.conversions.relocating import relocated
from tests.archives import builder
from tests.archives.conversions.streams import opener_of, read_all

LONG = "usr/share/" + "deep/" * 30 + "file"
FORMS = {"pax": tarfile.PAX_FORMAT, "gnu": tarfile.GNU_FORMAT}
Moved = Callable[..., list[tarfile.TarInfo]]


def owned(name: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.uid, info.gid, info.uname, info.mode, info.mtime = 1000, 7, "web", 0o4755, 1_500_000_000
    return info


def device(name: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.devmajor, info.devminor = tarfile.CHRTYPE, 5, 1
    return info


@pytest.fixture
def moved(tmp_path: Path) -> Moved:
    def move(data: bytes, folder: str = "root") -> list[tarfile.TarInfo]:
        with opener_of(tmp_path / "a.tar", data)() as opened:
            out = read_all(relocated(opened, folder), 1000)
        (tmp_path / "out.tar").write_bytes(out)
        with tarfile.open(fileobj=io.BytesIO(out)) as archive:
            return archive.getmembers()

    return move


@pytest.mark.parametrize("form", FORMS)
def test_all_but_the_folder_stays_as_it_was(moved: Moved, form: str) -> None:
    entries: list[builder.Entry] = [
        ("root", builder.folder()),
        ("root/bin", builder.folder()),
        ("root/bin/web", owned("web")),
        ("root/dev/console", device("console")),
        ("root/bin/hard", builder.link("root/bin/web", tarfile.LNKTYPE)),
        ("root/bin/soft", builder.link("web")),
        ("root/bin/absolute", builder.link("/root/bin/web")),
        (f"root/{LONG}", b"long"),
        (f"root/{LONG}2", builder.link(f"root/{LONG}", tarfile.LNKTYPE)),
        (f"root/{LONG}3", builder.link(LONG)),
        ("root/naïve", b"7"),
    ]
    found = {each.name: each for each in moved(builder.tar(entries, FORMS[form]))}

    assert list(found) == [
        *("bin", "bin/web", "dev/console", "bin/hard", "bin/soft", "bin/absolute"),
        *(LONG, f"{LONG}2", f"{LONG}3", "naïve"),
    ]
    web, console = found["bin/web"], found["dev/console"]
    assert (web.uid, web.gid, web.uname, web.mode) == (1000, 7, "web", 0o4755)
    assert web.mtime == 1_500_000_000
    assert (console.type, console.devmajor, console.devminor) == (tarfile.CHRTYPE, 5, 1)
    assert found["bin"].isdir()
    links = {name: each.linkname for name, each in found.items() if each.linkname}
    assert links == {
        "bin/hard": "bin/web",
        "bin/soft": "web",
        "bin/absolute": "/root/bin/web",
        f"{LONG}2": LONG,
        f"{LONG}3": LONG,
    }


def test_attributes_and_sizes_in_extended_headers_stay(moved: Moved) -> None:
    info = owned("capable")
    info.pax_headers = {"SCHILY.xattr.security.capability": "cap", "mtime": "1500000000.25"}
    (found,) = moved(builder.tar([("root/bin/ping", info)]))
    assert found.name == "bin/ping"
    assert found.pax_headers["SCHILY.xattr.security.capability"] == "cap"
    assert found.mtime == 1_500_000_000.25


def test_names_that_are_no_unicode_stay_bytes(moved: Moved) -> None:
    data = builder.tar([("root/caf\udce9", b"1")], tarfile.GNU_FORMAT)
    (found,) = moved(data)
    assert found.name == "caf\udce9"


def test_prefixes_of_the_ustar_dialect_are_taken_off(moved: Moved) -> None:
    deep = "root/" + "d" * 90 + "/" + "e" * 60
    (found,) = moved(builder.tar([(deep, b"1")], tarfile.USTAR_FORMAT))
    assert found.name == deep.removeprefix("root/")


def test_times_of_the_star_dialect_stand_behind_its_prefix_and_stay(
    moved: Moved, tmp_path: Path
) -> None:
    block = bytearray(builder.tar([("x" * 40, b"")], tarfile.USTAR_FORMAT)[:512])
    block[345:349], block[476:488], block[508:512] = b"root", b"14000000000\0", b"tar\0"
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    moved(bytes(block) + bytes(1024))
    out = (tmp_path / "out.tar").read_bytes()
    assert out[345:476] == bytes(131)
    assert out[476:488] == b"14000000000\0"


def test_the_last_of_several_extended_headers_counts_and_a_global_one_stays(
    moved: Moved, tmp_path: Path
) -> None:
    def pax(**headers: str) -> bytes:
        return tarfile.TarInfo.create_pax_global_header(headers)

    earlier, last = pax(comment="1", path="no"), pax(path="root/yes", mtime="7.5")
    own = builder.tar([("root/short", b"")])[:512]
    data = pax(charset="x") + _as_x(earlier) + _as_x(last) + own + bytes(1024)

    (found,) = moved(data)

    assert (found.name, found.mtime) == ("yes", 7.5)
    assert "comment" not in found.pax_headers
    assert b"charset=x" in (tmp_path / "out.tar").read_bytes()


@pytest.mark.parametrize("length", [1, 80, 89, 90, 91, 92, 980, 989, 990, 1000])
def test_a_record_counts_its_own_length(moved: Moved, length: int) -> None:
    info = owned("long")
    info.pax_headers = {"SCHILY.x": "v" * length}
    (found,) = moved(builder.tar([("root/a", info)]))
    assert found.pax_headers["SCHILY.x"] == "v" * length


def _as_x(header: bytes) -> bytes:
    """A global header made into one for the next member."""
    block = bytearray(header)
    block[156:157] = b"x"
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block[:512])
    return bytes(block)


def test_gnu_tar_reads_what_comes_out(moved: Moved, tmp_path: Path) -> None:
    moved(builder.tar([("root/bin", builder.folder()), (f"root/{LONG}", b"long")]))
    listed = subprocess.run(
        ["tar", "-tf", str(tmp_path / "out.tar")], capture_output=True, check=True, text=True
    )
    assert listed.stdout.splitlines() == ["bin/", LONG]
    assert not listed.stderr
