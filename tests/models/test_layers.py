"""Risk: what made a layer cannot be read for all that builders put around it, or tells secrets."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop_app.models.layers import LayersModel, layer_rows, layer_size_text, plain_command
from desktop_app.portraits import Step

_HASH = 64 * "a"


@pytest.mark.parametrize(
    ("command", "plain"),
    [
        ('/bin/sh -c #(nop)  CMD ["bash"]', 'CMD ["bash"]'),
        (f"/bin/sh -c #(nop) ADD file:{_HASH} in / ", "ADD … /"),
        (f"/bin/sh -c #(nop) COPY multi:{_HASH} in /usr/bin/", "COPY … /usr/bin/"),
        (
            "/bin/sh -c make a &&\n    make b",
            "RUN make a && make b",
        ),
        ("RUN /bin/sh -c make all # buildkit", "RUN make all"),
        ("COPY entry.sh /usr/bin/ # buildkit", "COPY entry.sh /usr/bin/"),
        ("|2 A=1 B=two words /bin/sh -c make $A", "RUN make $A"),
        ("RUN |1 A=1 /bin/sh -c make # buildkit", "RUN make"),
        ('RUN ["/serve"]', 'RUN ["/serve"]'),
        ("cmd /S /C #(nop) ENV A=1", "ENV A=…"),
        ("ENV PASSWORD=two words B=2 # buildkit", "ENV PASSWORD=…"),
        ("/bin/sh -c #(nop)  ARG TOKEN=secret", "ARG TOKEN=…"),
        ("ARG TOKEN", "ARG TOKEN"),
        ("bazel build ...", "bazel build ..."),
        ("", ""),
    ],
)
def test_a_command_stands_as_in_a_dockerfile(command: str, plain: str) -> None:
    assert plain_command(command) == plain


@pytest.fixture
def model(qtmodeltester: ModelTester) -> LayersModel:
    model = LayersModel(str.upper)
    qtmodeltester.check(model)
    model.apply(layer_rows([Step("make <b>", 100), Step("ENV A=1", 0), Step("", 50, "imported")]))
    return model


def test_steps_in_their_order_share_the_length_of_the_largest(model: LayersModel) -> None:
    assert [row.share for row in model.rows] == [1, 0, 0.5]
    assert [layer_size_text(row) for row in model.rows] == ["100 bytes", "no files", "50 bytes"]


def test_what_strangers_wrote_is_made_fit_and_is_no_markup(model: LayersModel) -> None:
    index = model.index(0, 0)
    assert index.data() == "MAKE <B>"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<p>make &lt;b&gt;</p>"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "MAKE <B>, 100 bytes"


def test_a_step_without_a_command_says_what_else_is_known(model: LayersModel) -> None:
    assert model.index(2, 0).data() == "IMPORTED"
    model.apply(layer_rows([Step("", 0)]))
    assert model.index(0, 0).data() == "(NOT NOTED HOW)"
    assert [row.share for row in model.rows] == [0]


def test_steps_are_found_by_their_commands(model: LayersModel) -> None:
    model.filter("make")
    assert [row.position for row in model.rows] == [0]
