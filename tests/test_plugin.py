"""The example plugin, installed for real: found by its entry point, listed, and run only when it is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGIN = ROOT / "examples" / "newsclaims-polls"
TEXT = "A poll by Fenwick Research puts Ms Orr at 41 percent."


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the plugin is installed. The backend is ours already, so that no network is needed."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--disable-pip-version-check", "--target", str(target), str(PLUGIN)], check=True)
    inherited = [str(Path(part).resolve()) for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(target), *inherited])}


def newsclaims(environment: dict[str, str], *argv: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "newsclaims", *argv],
        input=TEXT,
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    ).stdout


def test_it_is_listed_with_its_options(environment: dict[str, str]) -> None:
    listed = newsclaims(environment, "--list")
    assert "polls         Opinion polls: shares with pollster, margin of error and sample. (plugin)" in listed
    assert "--option polls.asked=" in listed


def test_it_runs_only_when_it_is_named(environment: dict[str, str]) -> None:
    assert "polls" not in json.loads(newsclaims(environment, "-", "--format", "json"))
    wire = json.loads(newsclaims(environment, "-", "--format", "json", "--plugin", "polls", "--kinds", "polls"))
    (poll,) = wire["polls"]
    assert poll["text"] == TEXT
    assert poll["pollster"]["text"] == "Fenwick Research"
    assert poll["shares"] == [wire["quantities"][0]["id"]]


def test_its_own_tests_pass(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, str(PLUGIN / "tests")],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
