"""How the documentation is built: `make docs`, or `sphinx-build -W docs OUT`."""

import sys
from importlib.metadata import version as installed
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # the pages about quality read `quality/`

project = "Variorum"
author = "The Variorum maintainers"
version = release = installed("variorum")
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build", "**.ipynb", "contract"]
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]
suppress_warnings = ["myst.header"]  # pages of one step may begin a level deeper
autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the table of fields stands in the page of the contract
html_theme = "furo"
html_title = f"Variorum {version}"
html_copy_source = False
html_show_sphinx = False
