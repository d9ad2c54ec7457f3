"""Past transfers for tests: one of each kind and of each end."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop_app.archives import Depth
from desktop_app.desktop.past_transfer import PastFile, PastImage, PastTransfer
from desktop_app.errors import ErrorCode
from desktop_app.transfers.requests import (
    CheckRequest,
    ExportRequest,
    ImportRequest,
    LoadRequest,
    SaveRequest,
)
from desktop_app.workers.outcome import Failed, Stopped, Succeeded

NOON = datetime(2026, 5, 4, 12, 4, 30, tzinfo=UTC)
STICK = Path("/media/me/STICK")
DIGEST = f"sha256:{64 * 'a'}"
SUM = 64 * "5"

SAVED = PastTransfer(
    "1",
    SaveRequest(("db:9.6", "shop/web:2.1"), STICK / "db.tar"),
    Succeeded(None),
    NOON,
    NOON - timedelta(seconds=30),
    (PastFile(STICK / "db.tar", 95_000_000, SUM),),
    (PastImage(("db:9.6",), DIGEST), PastImage((), DIGEST)),
)
SEPARATE = PastTransfer(
    "2",
    SaveRequest(("a:1", "b:1"), STICK, is_separate=True),
    Succeeded(None),
    NOON + timedelta(hours=1),
    NOON,
    (PastFile(STICK / "a.tar", 1_000, SUM), PastFile(STICK / "b.tar", 2_000, 64 * "6")),
)
FAILED = PastTransfer(
    "3",
    ExportRequest(64 * "c", "web-dev", STICK / "web-dev.tar"),
    Failed(
        ErrorCode.TARGET_TOO_SMALL,
        {"path": str(STICK / "web-dev.tar"), "needed_bytes": 7 * 10**9, "free_bytes": 10**9},
        "ENOSPC",
    ),
    NOON + timedelta(hours=2),
    NOON,
)
CANCELLED = PastTransfer(
    "4", LoadRequest(STICK / "shop.tar"), Stopped(("shop/web:2.1",)), NOON + timedelta(hours=3)
)
IMPORTED = PastTransfer(
    "5",
    ImportRequest(Path("/home/me/base.tar"), "=base:1"),
    Succeeded(None),
    NOON + timedelta(hours=4),
    NOON,
    (PastFile(Path("/home/me/base.tar")),),
    (PastImage(("=base:1",), DIGEST),),
)
CHECKED = PastTransfer(
    "6",
    CheckRequest(STICK / "old\udcff.tar", Depth.QUICK),
    Succeeded(None),
    NOON + timedelta(hours=5),
    NOON,
    (PastFile(STICK / "old\udcff.tar", 12),),
    problems=2,
)
ALL = (SAVED, SEPARATE, FAILED, CANCELLED, IMPORTED, CHECKED)
