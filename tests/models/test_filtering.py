"""Risk: a filter hides what was asked for, forgets the sorting, or drops the selection."""

from operator import attrgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.engine_info import ImageRecord
from desktop_app.models.images import ImagesModel

GIB = 2**30


def image(name: str, size_bytes: int = 0) -> ImageRecord:
    return ImageRecord(f"sha256:{name.encode().hex():0<64}", (name,), size_bytes, None)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ImagesModel:
    model = ImagesModel()
    qtmodeltester.check(model)
    return model


def shown(model: ImagesModel) -> list[str]:
    return [model.index(row, ImagesModel.NAME).data() for row in range(model.rowCount())]


def test_every_word_must_be_there_in_whatever_case(model: ImagesModel) -> None:
    model.show_images((image("Shop/web:2.1"), image("shop/api:2.1"), image("redis:5")))
    model.filter("  2.1 SHOP ")
    assert shown(model) == ["shop/api:2.1", "Shop/web:2.1"]
    model.filter("shop redis")
    assert shown(model) == []
    model.filter("")
    assert len(shown(model)) == 3


def test_the_beginning_of_an_id_finds_its_image_but_short_words_inside_one_do_not(
    model: ImagesModel,
) -> None:
    redis = ImageRecord("sha256:7864db53ab" + "0" * 54, ("redis:5",), 0, None)
    model.show_images((redis, image("mongo:3")))
    model.filter("7864db53ab00")
    assert shown(model) == ["redis:5"]
    model.filter("db")
    assert shown(model) == []


def test_a_filter_is_one_change_however_many_rows_come_and_go(
    model: ImagesModel, qtbot: QtBot
) -> None:
    """Told row by row, the window stands still among ten thousand images."""
    model.show_images(tuple(image(f"{name}:{tag}") for name in "ab" for tag in range(50)))
    changes: list[int] = []
    model.layoutChanged.connect(lambda: changes.append(model.rowCount()))
    with qtbot.assertNotEmitted(model.rowsRemoved), qtbot.assertNotEmitted(model.rowsInserted):
        for text in ("a", "a ", "3 a", ""):
            model.filter(text)
    assert changes == [50, 14, 100]
    assert model.count == 100


def test_rows_that_come_later_are_filtered_and_in_their_place(
    model: ImagesModel,
) -> None:
    model.filter("a")
    model.show_images((image("a:2"), image("b:1")))
    model.show_images((image("a:1"), image("a:2"), image("a:3"), image("b:1"), image("b:2")))
    assert shown(model) == ["a:1", "a:2", "a:3"]


def test_sorting_a_filtered_table_is_the_tables_own(model: ImagesModel) -> None:
    model.show_images((image("a:1", 7 * GIB), image("a:2", 1), image("b:1", 0), image("a:3", GIB)))
    model.filter("a")
    model.sort(ImagesModel.SIZE, Qt.SortOrder.DescendingOrder)
    assert shown(model) == ["a:1", "a:3", "a:2"]
    model.filter("")
    assert shown(model) == ["a:1", "a:3", "a:2", "b:1"]


def test_the_selection_survives_a_refresh_through_the_filter(
    model: ImagesModel,
) -> None:
    model.show_images((image("a:2"), image("a:3"), image("b:1")))
    model.filter("a")
    selection = QItemSelectionModel(model)
    selection.select(model.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    model.show_images((image("a:1"), image("a:2", 5), image("a:3", 5)))
    model.sort(ImagesModel.NAME, Qt.SortOrder.DescendingOrder)
    assert [index.data() for index in selection.selectedIndexes()] == ["a:3"]


names = st.sampled_from([f"{name}:{tag}" for name in "ab" for tag in range(4)])
engines = st.lists(st.builds(image, names, st.integers(0, 3)), unique_by=attrgetter("names"))
steps = st.one_of(
    engines.map(lambda images: ("list", tuple(images))),
    st.sampled_from(["a", "b", " ", "a:", "a:2"]).map(lambda text: ("filter", text)),
    st.tuples(st.just("sort"), st.sampled_from(Qt.SortOrder)),
)


@given(st.lists(steps))
def test_whatever_happens_in_whatever_order_what_is_shown_is_right(
    steps: list[tuple[str, Any]],
) -> None:
    model = ImagesModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Warning  # which fails the test
    QAbstractItemModelTester(model, mode, model)
    images: tuple[ImageRecord, ...] = ()
    text, order = "", Qt.SortOrder.AscendingOrder
    model.sort(ImagesModel.SIZE, order)
    for step, value in steps:
        match step:
            case "list":
                images = value
                model.show_images(images)
            case "filter":
                text = value.strip()
                model.filter(text)
            case "sort":
                order = value
                model.sort(ImagesModel.SIZE, order)
    by_name = sorted(images, key=attrgetter("names"))
    wanted = [image for image in by_name if text in image.names[0]]
    wanted.sort(key=attrgetter("size_bytes"), reverse=order is Qt.SortOrder.DescendingOrder)
    assert shown(model) == [image.names[0] for image in wanted]
