"""The codes by which lists of themes number their labels (skos:notation): “D23 Death penalty”."""

from __future__ import annotations

import re

CODE = r"(?:[A-Z]{1,3}\d{1,3}(?:\.\d{1,2})?|\d{1,2}\.\d{1,2})\.?"
# Begins “D23 Death penalty” and “29.1 Women”, not “4 women”.
NOTATION = re.compile(rf"{CODE}(?:\s+|\s*[:–—-]\s*)(?=[^\W\d_])", re.I)
"""A code before a label."""
