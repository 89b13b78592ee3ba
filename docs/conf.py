"""Sphinx configuration."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import option_table  # noqa: E402
import rule_catalogue  # noqa: E402
from sphinx.ext.napoleon import GoogleDocstring  # noqa: E402

import newsclaims  # noqa: E402

project = "newsclaims"
author = "The newsclaims authors"
copyright = "2026, the newsclaims authors"
version = release = newsclaims.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.doctest"]
exclude_patterns = ["_build", "option_table.md"]
html_theme = "furo"
html_title = f"newsclaims {version}"

myst_enable_extensions = ["colon_fence", "substitution"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_class_signature = "separated"
napoleon_google_docstring = True
napoleon_numpy_docstring = False

# Docstrings run as doctests under pytest; here only what the pages themselves show.
doctest_test_doctest_blocks = ""
doctest_global_setup = "import newsclaims as nc\nfrom newsclaims import examples"

# The standard library and type variables: nothing that these pages could link to.
nitpick_ignore_regex = [
    ("py:.*", r"(collections|datetime|decimal|typing|types|pathlib|str|int|float|bool|re|attrs?)(\..*)?"),
    ("py:.*", r"(newsclaims\..*\.)?(A|A_co|T|AnyExtractor|ArticleInput|OnError)"),
    ("py:.*", r"(optional|Iterable|Iterator|Mapping|Sequence|Any|Literal|Decimal|Unpack|tuple)"),
]


# A field is documented by a sentence; napoleon would take what stands before its first colon for a type.
GoogleDocstring._parse_attribute_docstring = lambda self: self._consume_to_end()


def _public(app: Any, env: Any, node: Any, contnode: Any) -> Any:
    """Link a name to where it is documented: public names are defined deeper than where users import them from."""
    name = node.get("reftarget", "").rpartition(".")[2]
    if node.get("refdomain") != "py" or name not in newsclaims.__all__:
        return None
    return env.get_domain("py").resolve_xref(
        env, node["refdoc"], app.builder, "class", f"newsclaims.{name}", node, contnode
    )


def setup(app: Any) -> None:
    """Write the pages that are made from the code and the tests before the pages are read."""
    app.connect("missing-reference", _public)
    option_table.write(HERE / "option_table.md")
    rule_catalogue.write(HERE / "rules.md", HERE.parent / "tests" / "cases")
