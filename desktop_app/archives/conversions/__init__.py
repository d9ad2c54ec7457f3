"""Making a file fit an engine while it is sent: streams over the file, with nothing on the disk.

``converting.py`` has the one way in, ``converted``. All conversions but the first give the docker
form, which every engine reads: layers, configurations and ``manifest.json``, without a layout.
``origins.py`` opens what is inside of what, as often as it takes; ``unwrapping.py`` finds the
archive in a file; ``contents.py`` reads what it holds; ``docker_form.py`` plans what comes out of
images, ``legacy_configs.py`` what Docker did not write before 1.10; ``rewriting.py`` is the stream
of such a plan, ``relocating.py`` that of a root file system that moves up to the top.

What comes out of a first pass is small: names, documents, sizes. Layers pass block by block, or not
at all where the engine has them.
"""

from enum import StrEnum


class Conversion(StrEnum):
    """What can be done to a file while it is sent."""

    DECOMPRESS = "decompress"  # the outer compression is taken off
    TO_DOCKER_FORM = "to-docker-form"  # OCI layouts, and what Docker wrote before 1.10
    UNWRAP = "unwrap"  # out of a zip, another archive or a folder around everything
    ONE_PLATFORM = "one-platform"  # out of several
    GIVE_NAMES = "give-names"  # to nameless images
