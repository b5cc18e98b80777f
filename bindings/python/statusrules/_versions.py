"""What a report of a problem needs."""

from __future__ import annotations

import importlib.metadata
import platform
import sys

from . import _flat
from ._convert import LAWS

_OTHERS = ("numpy", "pandas", "polars", "pyarrow", "matplotlib", "tqdm")


def show_versions() -> None:
    """Prints the versions of the library, its laws, Python and the libraries that it works with."""
    lines = [("statusrules", _flat.flat_version())]
    for index, name in enumerate(LAWS):
        edition = _flat.flat_law_edition(index)
        lines.append((f"law {name}", f"edition {edition}, {_flat.flat_law_digest(index, edition)}"))
    lines.append(("Python", sys.version.split()[0] + f" ({platform.python_implementation()})"))
    lines.append(("machine", f"{platform.system()} {platform.machine()}"))
    for name in _OTHERS:
        try:
            lines.append((name, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:
            lines.append((name, "not installed"))
    width = max(len(name) for name, _ in lines)
    print("\n".join(f"{name:<{width}}  {value}" for name, value in lines))
