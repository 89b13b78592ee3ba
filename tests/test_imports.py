from __future__ import annotations

import subprocess
import sys

import pytest

import newsclaims as nc


def loaded_by(statement: str) -> set[str]:
    """Names of the modules that a fresh interpreter has loaded after a statement."""
    code = f"{statement}; import sys; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


@pytest.fixture(scope="module")
def by_import() -> set[str]:
    return loaded_by("import newsclaims")


@pytest.mark.parametrize("slow", ["dateparser", "cattrs", "importlib.metadata", "tomllib", "argparse"])
def test_import_loads_nothing_slow(by_import: set[str], slow: str) -> None:
    assert "newsclaims.pipeline" in by_import
    assert slow not in by_import


def test_extracting_needs_neither_the_wire_format_nor_the_plugins() -> None:
    loaded = loaded_by("import newsclaims; newsclaims.extract('Rain fell. \"It is wet,\" Ada Orr said.')")
    assert not loaded & {"cattrs", "importlib.metadata", "newsclaims.export"}


def test_every_public_name_is_there() -> None:
    assert sorted(nc.__all__) == list(nc.__all__)
    for name in nc.__all__:
        assert getattr(nc, name) is not None
    assert set(nc.__all__) <= set(dir(nc))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'newsclaims' has no attribute 'exctract'"):
        nc.exctract  # noqa: B018
