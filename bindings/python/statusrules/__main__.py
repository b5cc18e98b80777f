"""``python -m statusrules``: one answer, or a whole register."""

import sys

from ._cli import main

if __name__ == "__main__":
    sys.exit(main())
